// What a paragraph is in a document, as its own shape tells (GB/T 9704-2012 names the parts).

import Archive

/// A part of an official document.
enum Part: Equatable {
  /// 文号 alone, or what stands of it below the title of an order or announcement: 第356号, 公告2023年第14号.
  case number
  /// The head of the publication or of one of its columns: 【省政府文件】.
  case column
  /// The number under which a document was registered or filed (登记号, 备案号), who approved it (签发人), or how it is to be
  /// handled (特急); it stands above the title.
  case registration
  /// A title: issuer, 关于 and kind, or a name that ends with a kind alone.
  case title(isFull: Bool)
  /// The offices addressed (主送机关).
  case salutation
  /// The name of an office, or several, alone: a signature where a date follows.
  case office
  /// Post and name of a person alone: 省长 顾清源, 省长：顾清源.
  case person
  /// A date alone.
  case date
  /// Office and date on one line.
  case signedDate
  /// （此件公开发布）
  case openness
  /// …办公室 2024年3月5日印发
  case imprint
  /// 抄送：…
  case copies
  /// 附件, 附件1 alone above an attachment.
  case mark(Int?)
  /// 附件：1.… below a document's text; 附件： alone may be a mark.
  case list
  /// A line below a title, bracketed or behind a dash, that says when the document was adopted, issued or given as a speech.
  case note
  /// The first paragraph of a text: its purpose, its first number, the head of a list of members.
  case opening
  /// Anything else.
  case body

  /// Whether it stands behind a document's text.
  var isClosing: Bool {
    switch self {
    case .signedDate, .openness, .imprint, .copies: true
    default: false
    }
  }
}
