// One walk over all roots: which directories and files were seen already decides what is taken.

import Archive
import Glibc

/// The state of a search for sources.
///
/// Every directory is entered once. Directories that only a link leads to wait until everything reached without
/// links was seen; so loops end, work stays linear, and a file keeps the id of its real place.
struct DirectoryWalk {
  private struct Place {
    let root: String
    /// Path below the root, empty for the root itself.
    let path: String
  }

  let collection: String
  let maximumSourceBytes: Int
  let patterns: SourcePatterns
  var findings = Discovery.Findings()
  private var seenDirectories: Set<FileStatus.Identity> = []
  /// Canonical paths, as bytes: Swift takes canonically equivalent names for equal. Two hard links to one file are two
  /// sources.
  private var seenFiles: Set<[UInt8]> = []
  private var pathByID: [SourceID: String] = [:]
  private var linkedDirectories: [Place] = []
  private var nextLinkedDirectory = 0
  private var linkedFiles: [Place] = []
  /// By the absolute path of their directory.
  private var sidecars: [String: SidecarNames] = [:]

  init(collection: String, maximumSourceBytes: Int, patterns: SourcePatterns) {
    self.collection = collection
    self.maximumSourceBytes = maximumSourceBytes
    self.patterns = patterns
  }

  /// Takes a root: a directory with everything below it, or a single file.
  mutating func visit(root: String) {
    guard let status = FileStatus(path: root) else {
      return report(root, nil, .unreadable, "the path cannot be read: \(systemMessage())", "check the path")
    }
    if status.isDirectory {
      guard let canonical = canonicalPath(root) else {
        return report(root, nil, .unreadable, "the path cannot be resolved: \(systemMessage())", "check the path")
      }
      findings.roots.append(canonical)
      walk(Place(root: canonical, path: ""))
    } else {
      visit(fileRoot: root, status)
    }
  }

  private mutating func visit(fileRoot root: String, _ status: FileStatus) {
    let slash = root.lastIndex(of: "/")
    let name = slash.map { String(root[root.index(after: $0)...]) } ?? root
    let parent = slash.map { $0 == root.startIndex ? "/" : String(root[..<$0]) } ?? "."
    guard let directory = canonicalPath(parent) else {
      return report(root, nil, .unreadable, "the path cannot be resolved: \(systemMessage())", "check the path")
    }
    let place = Place(root: directory, path: name)
    findings.roots.append(absolute(place))
    guard SourceFormat(path: name) != nil else {
      return report(
        absolute(place), SourceID(collection: collection, path: name), .unsupportedFormat,
        "the file is of a format that cannot be read", "files that can be read end in \(SourceFormat.extensions)")
    }
    take(place, status)
  }

  private mutating func walk(_ start: Place) {
    enter([start])
    while nextLinkedDirectory < linkedDirectories.count || !linkedFiles.isEmpty {
      let files = linkedFiles
      linkedFiles = []
      for file in files {
        if let status = FileStatus(path: absolute(file)) { take(file, status) }
      }
      guard nextLinkedDirectory < linkedDirectories.count else { return }
      enter([linkedDirectories[nextLinkedDirectory]])
      nextLinkedDirectory += 1
    }
  }

  /// Lists directories, deepest first from a stack of its own: a deep tree must not exhaust the call stack.
  private mutating func enter(_ start: [Place]) {
    var stack = start
    while let directory = stack.popLast() {
      guard let status = FileStatus(path: absolute(directory)), seenDirectories.insert(status.identity).inserted
      else { continue }
      guard let listing = DirectoryListing(path: absolute(directory)) else {
        report(absolute(directory), nil, .unreadable, "the directory cannot be read: \(systemMessage())", nil)
        continue
      }
      for name in listing.unreadableNames {
        report(
          absolute(directory) + "/" + name, nil, .unreadable, "the file's name is not valid UTF-8", "rename the file")
      }
      let sidecars = SidecarNames(listing.names)
      self.sidecars[absolute(directory)] = sidecars
      reportAmbiguous(sidecars, in: directory)
      var below: [Place] = []
      for name in listing.names where !sidecars.contains(name) {
        visit(Place(root: directory.root, path: directory.path.isEmpty ? name : directory.path + "/" + name), &below)
      }
      stack.append(contentsOf: below.reversed())
    }
  }

  private mutating func visit(_ entry: Place, _ below: inout [Place]) {
    let path = absolute(entry)
    let isLink = isSymbolicLink(path)
    guard let status = FileStatus(path: path) else {
      if isLink, errno == ELOOP { return }
      let what = isLink ? "the link leads nowhere" : "the file cannot be read"
      let id = SourceID(collection: collection, path: entry.path)
      return report(path, id, .unreadable, "\(what): \(systemMessage())", nil)
    }
    guard status.isDirectory ? patterns.enters(entry.path) : patterns.takes(file: entry.path) else {
      findings.excludedCount += 1
      return
    }
    if status.isDirectory {
      if isLink { linkedDirectories.append(entry) } else { below.append(entry) }
    } else if status.isRegularFile, SourceFormat(path: entry.path) != nil {
      if isLink { linkedFiles.append(entry) } else { take(entry, status) }
    } else {
      findings.skippedCount += 1
    }
  }

  private mutating func take(_ place: Place, _ status: FileStatus) {
    let path = absolute(place)
    guard seenFiles.insert(Array((canonicalPath(path) ?? path).utf8)).inserted else { return }
    let id = SourceID(collection: collection, path: place.path)
    guard status.isRegularFile else {
      return report(path, id, .unreadable, "the path is neither a file nor a directory", nil)
    }
    guard status.byteCount <= maximumSourceBytes else {
      return report(
        path, id, .tooLarge, "the file holds \(status.byteCount) bytes, the limit is \(maximumSourceBytes)",
        "split it, or raise the limit with --max-source")
    }
    if let other = pathByID[id] {
      return report(
        path, id, .collision, "\(path) would have the same id as \(other): \(id)",
        "index one of them into a collection of its own with --collection")
    }
    pathByID[id] = path
    findings.files.append(
      SourceFile(
        id: id, root: place.root, path: path, byteCount: status.byteCount,
        modifiedNanoseconds: status.modifiedNanoseconds, sidecar: sidecar(beside: path)))
  }

  /// The sidecar of a source. One that cannot be looked at is a sidecar all the same: reading it will say why.
  private mutating func sidecar(beside path: String) -> SidecarFile? {
    let slash = path.lastIndex(of: "/") ?? path.startIndex
    let directory = slash == path.startIndex ? "/" : String(path[..<slash])
    if sidecars[directory] == nil {
      sidecars[directory] = SidecarNames(DirectoryListing(path: directory)?.names ?? [])
    }
    guard let name = sidecars[directory]?.sidecars[String(path[path.index(after: slash)...])] else { return nil }
    let status = FileStatus(path: directory + "/" + name)
    return SidecarFile(
      path: directory + "/" + name, byteCount: status?.byteCount ?? 0,
      modifiedNanoseconds: status?.modifiedNanoseconds ?? 0)
  }

  private mutating func reportAmbiguous(_ sidecars: SidecarNames, in directory: Place) {
    for (name, sources) in sidecars.ambiguous {
      report(
        absolute(directory) + "/" + name, nil, .invalidSidecar,
        "it could belong to \(sources.joined(separator: " or "))", "rename it to \(sources[0]).meta.json")
    }
  }

  private mutating func report(
    _ path: String, _ id: SourceID?, _ code: Diagnostic.Code, _ message: String, _ hint: String?
  ) {
    findings.problems.append(SourceProblem(path: path, id: id, diagnostic: Diagnostic(code, message, hint: hint)))
  }

  private func absolute(_ place: Place) -> String {
    if place.path.isEmpty { return place.root }
    return place.root == "/" ? "/" + place.path : place.root + "/" + place.path
  }

  private func isSymbolicLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }
}
