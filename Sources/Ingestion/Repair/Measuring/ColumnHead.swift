// The heads of a gazette's columns (栏目), which stand in lines of their own above the documents of one kind of office.

/// Recognises heads of columns: 市政府办公室文件, 【部门文件】, 人 事 任 免.
enum ColumnHead {
  /// The longest, in characters: a guess.
  private static let longest = 14

  /// Whether a line is the head of a column, or of an office's sheet; what stands below decides whether it is meant so.
  static func isHead(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
    guard line.count <= 3 * longest else { return false }
    var name = line.filter { !$0.isSpace }[...]
    if name.first == "【", name.last == "】" { name = name.dropFirst().dropLast() }
    guard (2...longest).contains(name.count) else { return false }
    if names.contains(Array(name)) { return true }
    let owner = name.dropLast(documents.count)
    return name.ends(with: documents) && (Offices.areNames(owner) || owners.contains { owner.ends(with: $0) })
  }

  private static let documents = Array("文件".unicodeScalars)
  private static let owners = ["部门", "单位", "市委", "县委", "区委", "省委", "州委", "旗委"].map { Array($0.unicodeScalars) }
  private static let names = Set(
    [
      "规范性文件", "政策文件", "重要文件", "上级文件", "文件选登", "文件选编", "文件选载", "政府规章", "规章", "地方性法规", "法规",
      "人事任免", "人事信息", "人事", "人事工作", "干部任免", "机构编制", "大事记", "领导讲话", "重要讲话", "政策解读", "政务要闻", "要闻",
      "政务动态", "工作动态", "政务信息", "公告", "通告", "公示", "公告公示", "通知公告", "统计数据", "统计资料", "统计信息", "特载", "专载", "其他",
    ].map { Array($0.unicodeScalars) })
}
