// Names and paths as bytes.

/// Whether two names are the same bytes: Swift takes canonically equivalent names for equal, a file system does not.
func isSame(_ left: String, _ right: String) -> Bool { left.utf8.elementsEqual(right.utf8) }

/// Whether a path is another, or below it.
func isPath(_ path: String, atOrBelow place: String) -> Bool {
  isSame(path, place) || path.utf8.starts(with: (place.hasSuffix("/") ? place : place + "/").utf8)
}
