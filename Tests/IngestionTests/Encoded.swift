// Texts in legacy encodings, for tests: what ICU decodes, read backwards.

import Foundation
import ICU

@testable import Ingestion

extension TextEncoding {
  /// The bytes of each character that takes two bytes or one.
  private func table() throws -> [Unicode.Scalar: [UInt8]] {
    var bytes: [Unicode.Scalar: [UInt8]] = [:]
    for lead in UInt8(0x81)...0xFE {
      for trail in UInt8(0x40)...0xFE {
        let decoded = try decode([lead, trail][...])
        let scalars = Array(decoded.text.unicodeScalars)
        guard decoded.malformedCount == 0, scalars.count == 1, bytes[scalars[0]] == nil else { continue }
        bytes[scalars[0]] = [lead, trail]
      }
    }
    for value in UInt8(0)...0x7F { bytes[Unicode.Scalar(value)] = [value] }
    return bytes
  }

  private static let gb18030Table = Result { try TextEncoding.gb18030.table() }
  private static let big5Table = Result { try TextEncoding.big5.table() }

  /// A text in this encoding; characters that it lacks are left out.
  func encode(_ text: some Sequence<Unicode.Scalar>) throws -> [UInt8] {
    switch self {
    case .gb18030:
      let table = try TextEncoding.gb18030Table.get()
      return text.flatMap { table[$0] ?? [] }
    case .big5:
      let table = try TextEncoding.big5Table.get()
      return text.flatMap { table[$0] ?? [] }
    default:
      var view = String.UnicodeScalarView()
      view.append(contentsOf: text)
      let units = String(view).utf16
      switch self {
      case .utf16LittleEndian: return units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      case .utf16BigEndian: return units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
      default: return Array(String(view).utf8)
      }
    }
  }
}

/// The sample corpus, without line ends between Han characters.
let sampleCharacters: [Unicode.Scalar] = {
  let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Corpus/Samples")
  let files = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
  return files.sorted { $0.path < $1.path }.flatMap { file in
    ((try? String(contentsOf: file, encoding: .utf8)) ?? "").unicodeScalars.filter { $0 != "\n" }
  }
}()
