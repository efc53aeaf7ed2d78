// Reads a file's bytes once, whole, and signs them.

public import Archive
import Crypto
import Glibc

/// The bytes of a source and what tells whether they are still the same.
public struct SourceContent: Hashable, Sendable {
  /// Everything the file held.
  public let bytes: [UInt8]
  /// Size, time and hash of just these bytes.
  public let signature: SourceSignature
}

/// Reads sources.
public enum SourceReader {
  /// Reads a whole file and computes its SHA-256.
  ///
  /// - Parameter maximumBytes: a larger file is refused.
  /// - Throws: ``SourceProblem`` with `.unreadable` when the file is gone, may not be read, is no regular file or
  ///   changed while it was read, with `.tooLarge` when it outgrew the limit.
  public static func read(
    _ file: SourceFile, maximumBytes: Int = Discovery.defaultMaximumSourceBytes
  ) throws(SourceProblem) -> SourceContent {
    // Without O_NONBLOCK, a named pipe put in the place of the file would hold up the run for good.
    let descriptor = open(file.path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      throw problem(file, .unreadable, "the file cannot be opened: \(systemMessage())", "check its permissions")
    }
    defer { close(descriptor) }
    guard let before = FileStatus(descriptor: descriptor), before.isRegularFile else {
      throw problem(file, .unreadable, "the path does not lead to a regular file", nil)
    }
    guard before.byteCount <= maximumBytes else {
      throw problem(
        file, .tooLarge, "the file holds \(before.byteCount) bytes, the limit is \(maximumBytes)",
        "split it, or raise the limit with --max-source")
    }
    guard let bytes = readAll(descriptor, count: before.byteCount) else {
      throw problem(file, .unreadable, "the file cannot be read: \(systemMessage())", nil)
    }
    guard let after = FileStatus(descriptor: descriptor), after.isSameState(as: before), bytes.count == before.byteCount
    else { throw problem(file, .unreadable, "the file changed while it was read", "index it again") }
    let signature = SourceSignature(
      byteCount: bytes.count, modifiedNanoseconds: before.modifiedNanoseconds, sha256: sha256(bytes))
    return SourceContent(bytes: bytes, signature: signature)
  }

  /// SHA-256 in lower-case hexadecimal.
  public static func sha256(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(64)
    for byte in SHA256.hash(data: bytes) {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Reads up to the end, one byte more than expected at most: that it comes shows that the file grew.
  private static func readAll(_ descriptor: Int32, count: Int) -> [UInt8]? {
    var isComplete = true
    let bytes = [UInt8](unsafeUninitializedCapacity: count + 1) { buffer, filled in
      while filled < buffer.count {
        let got = Glibc.read(descriptor, buffer.baseAddress! + filled, buffer.count - filled)
        if got == 0 { return }
        if got > 0 {
          filled += got
        } else if errno != EINTR {
          isComplete = false
          return
        }
      }
    }
    return isComplete ? bytes : nil
  }

  private static func problem(
    _ file: SourceFile, _ code: Diagnostic.Code, _ message: String, _ hint: String?
  ) -> SourceProblem {
    SourceProblem(path: file.path, id: file.id, diagnostic: Diagnostic(code, message, hint: hint))
  }
}
