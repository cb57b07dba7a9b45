import Foundation
import Pipeline
import TestSupport
import Testing

@Suite struct RunFolderTests {
  @Test func aFolderAppearsWholeAndNothingIsReplaced() throws {
    let scratch = try Scratch()
    let parent = scratch["hasil"]
    for expected in ["2026-11-21", "2026-11-21-2", "2026-11-21-3"] {
      let folder = try RunFolder(parent: parent, name: "2026-11-21", isFixed: false)
      try Data("x".utf8).write(to: URL(fileURLWithPath: folder.path + "/a"))
      let final = try folder.commit()
      #expect(final == parent + "/" + expected)
      #expect(scratch.names("hasil/" + expected) == ["a"])
    }
    let mode = try FileManager.default.attributesOfItem(atPath: parent + "/2026-11-21")[.posixPermissions] as? Int
    #expect(mode == 0o700)
  }

  @Test func aFixedNameThatExistsIsRefused() throws {
    let scratch = try Scratch()
    try scratch.write("lama", to: "keluaran/a")
    #expect(throws: RunFailure.self) { _ = try RunFolder(parent: scratch.path, name: "keluaran", isFixed: true) }
    #expect(scratch.names() == ["keluaran"])
  }

  @Test func anAbandonedFolderLeavesNothing() throws {
    let scratch = try Scratch()
    do { _ = try RunFolder(parent: scratch.path, name: "x", isFixed: false) }
    #expect(scratch.names().isEmpty)
  }

  @Test func leftoversOfOursAreSweptAndOthersStay() throws {
    let scratch = try Scratch()
    try scratch.write("x", to: ".padan-sementara-abcdef/a")
    try scratch.write("x", to: ".lain/a")
    try scratch.write("x", to: "2026-01-01/a")
    let alive = try RunFolder(parent: scratch.path, name: "x", isFixed: false)
    let second = try RunFolder(parent: scratch.path, name: "y", isFixed: false)
    #expect(scratch.names().filter { $0.hasPrefix(".padan") }.count == 2)
    #expect(!scratch.names().contains(".padan-sementara-abcdef"))
    _ = try alive.commit()
    _ = try second.commit()
    #expect(scratch.names() == [".lain", "2026-01-01", "x", "y"])
  }
}
