// How unlike two words are.

/// How many letters have to be replaced, added, left out or exchanged with their neighbour to make one word of the other
/// (optimal string alignment).
func editDistance<Letter: Equatable>(_ left: [Letter], _ right: [Letter]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...right.count)
  for row in 1..<left.count + 1 {
    var current = [row]
    for column in 1..<right.count + 1 {
      let isEqual = left[row - 1] == right[column - 1]
      var distance = min(last[column - 1] + (isEqual ? 0 : 1), last[column] + 1, current[column - 1] + 1)
      if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
        distance = min(distance, beforeLast[column - 2] + 1)
      }
      current.append(distance)
    }
    (beforeLast, last) = (last, current)
  }
  return last[right.count]
}
