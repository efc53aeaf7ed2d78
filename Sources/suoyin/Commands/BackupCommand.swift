// suoyin backup: a copy of an index, while it serves.

internal import ArgumentParser
internal import Indexing

struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Copy what answers now into a directory that is an index of its own.",
    overview: """
      Searching and indexing go on meanwhile. On one file system files are linked, which takes no time and no space;
      for a copy that outlives the disk, name a directory on another one. A later backup into the same directory
      replaces the earlier one when it is complete.

      Examples:
        suoyin backup /mnt/backup/suoyin
        suoyin search 普惠金融 --index /mnt/backup/suoyin
      """)

  @Argument(help: "A directory that is not there, is empty, or holds an earlier backup.")
  var directory: String
  @OptionGroup var index: IndexOption

  func run() throws {
    let (generation, wasThere) = try IndexBackup(directory: index.path).copy(to: directory)
    print(
      Terminal.printable(
        "generation \(generation) \(wasThere ? "was" : "is") in \(directory)\(wasThere ? " already" : "")"))
  }
}
