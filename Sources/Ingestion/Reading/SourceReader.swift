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
    do throws(Refusal) {
      return try read(file.path, maximumBytes: maximumBytes, hint: "split it, or raise the limit with --max-source")
    } catch {
      throw SourceProblem(path: file.path, id: file.id, diagnostic: error.diagnostic)
    }
  }

  /// Reads a whole sidecar.
  ///
  /// - Throws: ``SourceProblem`` of the source, with `.invalidSidecar`; the source can be read without it.
  public static func readSidecar(_ sidecar: SidecarFile, of file: SourceFile) throws(SourceProblem) -> SourceContent {
    do throws(Refusal) {
      return try read(sidecar.path, maximumBytes: SidecarFile.maximumBytes, hint: "divide the source it belongs to")
    } catch {
      let finding = error.diagnostic
      throw SourceProblem(
        path: file.path, id: file.id,
        diagnostic: Diagnostic(
          .invalidSidecar, "\(sidecar.name): \(finding.message)", hint: finding.hint))
    }
  }

  /// - Parameter hint: what to do about a file that is too large.
  private static func read(_ path: String, maximumBytes: Int, hint: String) throws(Refusal) -> SourceContent {
    // Without O_NONBLOCK, a named pipe put in the place of the file would hold up the run for good.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      throw Refusal(.unreadable, "the file cannot be opened: \(systemMessage())", hint: "check its permissions")
    }
    defer { close(descriptor) }
    guard let before = FileStatus(descriptor: descriptor), before.isRegularFile else {
      throw Refusal(.unreadable, "the path does not lead to a regular file")
    }
    guard before.byteCount <= maximumBytes else {
      throw Refusal(
        .tooLarge, "the file holds \(before.byteCount) bytes, the limit is \(maximumBytes)",
        hint: hint)
    }
    guard let bytes = readAll(descriptor, count: before.byteCount) else {
      throw Refusal(.unreadable, "the file cannot be read: \(systemMessage())")
    }
    guard let after = FileStatus(descriptor: descriptor), after.isSameState(as: before), bytes.count == before.byteCount
    else { throw Refusal(.unreadable, "the file changed while it was read", hint: "index it again") }
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
}
