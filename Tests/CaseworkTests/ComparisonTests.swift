import Casework
import TestSupport
import Testing

@Suite struct ComparisonTests {
  private static func run(_ scratch: Scratch, _ name: String, _ findings: [(String, String)]) throws -> FindingIndex {
    let lines = ["id,aturan,kategori\n"] + findings.map { "\($0.0),\($0.1),x\n" }
    try scratch.write(lines.joined(), to: name + "/temuan.csv")
    return try FindingIndex(runFolder: scratch[name])
  }

  @Test func newGoneAndOpenAreTold() throws {
    let scratch = try Scratch()
    let old = try Self.run(scratch, "lama", [("A", "ganda"), ("B", "ganda"), ("C", "tni")])
    let new = try Self.run(scratch, "baru", [("B", "ganda"), ("D", "ganda"), ("E", "wna")])
    let comparison = Comparison(old: old, new: new)
    #expect(comparison.new.map(\.id) == ["D", "E"])
    #expect(comparison.gone.map(\.id) == ["A", "C"])
    #expect(comparison.openCount == 1)
    #expect(
      comparison.rows == [
        Comparison.Row(rule: "ganda", new: 1, gone: 1, open: 1), Comparison.Row(rule: "tni", new: 0, gone: 1, open: 0),
        Comparison.Row(rule: "wna", new: 1, gone: 0, open: 0),
      ])
    #expect(!comparison.isSame)
    #expect(Comparison(old: old, new: old).isSame)
  }

  /// What a run before both had is not new.
  @Test func whatWasKnownBeforeIsBack() throws {
    let scratch = try Scratch()
    let old = try Self.run(scratch, "lama", [("A", "ganda")])
    let new = try Self.run(scratch, "baru", [("A", "ganda"), ("B", "ganda"), ("C", "tni")])
    var asked: Set<String> = []
    let comparison = Comparison(old: old, new: new) { lacking in
      asked = lacking
      return ["B", "X"]
    }
    #expect(asked == ["B", "C"])
    #expect(comparison.back.map(\.id) == ["B"] && comparison.new.map(\.id) == ["C"])
    #expect(comparison.rows.first == Comparison.Row(rule: "ganda", open: 1, back: 1))
    #expect(!Comparison(old: old, new: new) { $0 }.isSame)
  }

  /// What the office rejected is not gone of itself.
  @Test func whatTheOfficeClosedIsNotGone() throws {
    let scratch = try Scratch()
    let old = try Self.run(scratch, "lama", [("A", "ganda"), ("B", "ganda"), ("C", "tni")])
    let new = try Self.run(scratch, "baru", [("B", "ganda")])
    let comparison = Comparison(old: old, new: new, closed: ["A", "B"])
    #expect(comparison.gone.map(\.id) == ["C"])
    #expect(comparison.closedCount == 1)
    #expect(comparison.rows.first == Comparison.Row(rule: "ganda", open: 1, closed: 1))
    #expect(Comparison(old: old, new: new, closed: ["A", "C"]).isSame)
  }

  /// A finding that is in both runs is not the same where its tier, its reason, its row or its hold is another.
  @Test func whatStandsOtherwiseIsTold() throws {
    let scratch = try Scratch()
    func run(_ name: String, _ lines: [String]) throws -> FindingIndex {
      let head = "id,aturan,keyakinan,kode_tms,tps,nama,baris\n"
      try scratch.write(head + lines.map { $0 + "\n" }.joined(), to: name + "/temuan.csv")
      return try FindingIndex(runFolder: scratch[name], withStanding: true)
    }
    let old = try run("lama", ["A,ganda,pasti,3,1,SITI,7", "B,ganda,pasti,3,1,ALI,8", "C,tni,pasti,6,1,UMAR,9"])
    let new = try run("baru", ["A,ganda,kuat,3,1,SITI,17", "B,ganda,pasti,3,901,ALI,18", "C,tni,pasti,6,1,UMAR,19"])
    let comparison = Comparison(old: old, new: new)
    #expect(comparison.turned.map(\.entry.id) == ["A", "B"])
    #expect(comparison.turned.first?.how == ["keyakinan pasti → kuat"])
    #expect(comparison.openCount == 3 && comparison.rows.first == Comparison.Row(rule: "ganda", open: 2, turned: 2))
    #expect(!comparison.isSame)
    #expect(Comparison(old: old, new: old).isSame)
  }

  @Test func damageIsPlaced() throws {
    let scratch = try Scratch()
    try scratch.write("id,aturan\nA,ganda\nB", to: "rusak/temuan.csv")
    #expect(throws: FindingIndexError(file: scratch["rusak"] + "/temuan.csv", line: 3)) {
      try FindingIndex(runFolder: scratch["rusak"])
    }
    #expect(throws: FindingIndexError(file: scratch["tidak"] + "/temuan.csv", line: 0)) {
      try FindingIndex(runFolder: scratch["tidak"])
    }
  }

  @Test func anEmptyRunIsARun() throws {
    let scratch = try Scratch()
    let empty = try Self.run(scratch, "kosong", [])
    #expect(empty.entries.isEmpty)
    #expect(Comparison(old: empty, new: empty).isSame)
  }
}
