import Documents
import TestSupport
import Testing

/// Findings that are named with `--temuan`: naming one lets in nothing that would not come in unnamed.
@Suite struct NamedFindingTests {
  private static func letter(_ loop: LoopCase, _ ids: [String], _ more: [String] = []) throws -> Binary.Result {
    try Binary.run(
      ["surat", loop.run("2026-11-21"), "--tanggal", "2026-11-22"] + ids.flatMap { ["--temuan", $0] } + more)
  }

  private static func begun() throws -> (loop: LoopCase, rows: [[String: String]]) {
    let scratch = try Scratch()
    let made = try Binary.run(["contoh", scratch["kasus"], "--pemilih", "2000", "--benih", "7", "--model", "berat"])
    try #require(made.status == 0, "\(made.err)")
    try scratch.write(try scratch.read("kasus/padan.yaml") + "\ndua_orang: ya\n", to: "kasus/padan.yaml")
    let loop = LoopCase(files: RunFiles(scratch: scratch))
    try loop.examine("2026-11-21")
    return (loop, try loop.rows("2026-11-21"))
  }

  private static func id(_ rows: [[String: String]], _ rule: String, _ tier: String) throws -> String {
    try #require(rows.first { $0["aturan"] == rule && $0["keyakinan"] == tier }?["id"])
  }

  /// One that needs a decision waits for it, two officers where two are asked for; only a draft shows it.
  @Test func whatNeedsADecisionWaitsForIt() throws {
    let (loop, rows) = try Self.begun()
    let id = try Self.id(rows, "meninggal", "perlu-verifikasi")
    try loop.decide("2026-11-21", LoopCase.decisions([id], "sah"), by: "BUDI")
    let before = try loop.events().count
    let one = try Self.letter(loop, [id])
    #expect(one.status == 2, "\(one.out)")
    #expect(
      one.err.contains("\(id) tidak masuk surat: perlu-verifikasi masuk surat setelah diputuskan sah oleh dua petugas"))
    #expect(try loop.events().count == before)
    let draft = try Self.letter(loop, [id], ["--konsep"])
    #expect(draft.status == 0 && draft.out.contains("TMS: meninggal"), "\(draft.err)")
    try loop.decide("2026-11-21", LoopCase.decisions([id], "sah"), by: "SITI", file: "siti.csv")
    let two = try Self.letter(loop, [id])
    #expect(two.status == 0, "\(two.err)")
    #expect(try loop.letterIDs() == [id])
  }

  /// A refused one never enters a letter that is recorded, and each that is left out is told with its reason.
  @Test func whatIsLeftOutIsToldWithItsReason() throws {
    let (loop, rows) = try Self.begun()
    let certain = rows.filter { $0["aturan"] == "meninggal" && $0["keyakinan"] == "pasti" }.compactMap { $0["id"] }
    try #require(certain.count > 1)
    let twins = try Self.id(rows, "kemungkinan-kembar", "kembar")
    try loop.decide("2026-11-21", LoopCase.decisions([certain[0]], "tolak"))
    let unknown = "ZZZZZZZZZZZZ"
    let number = "1602051203850001"
    let told = try Self.letter(loop, [certain[0], certain[1], twins, unknown, number])
    #expect(told.status == 0, "\(told.err)")
    #expect(try loop.letterIDs() == [certain[1]])
    for words in [
      "\(certain[0]) tidak masuk surat: ditolak atau ditarik",
      "\(twins) tidak masuk surat: temuan kemungkinan-kembar bukan usulan",
      "\(unknown) tidak masuk surat: tidak ada temuan ber-ID itu", "Yang disebut tidak masuk surat",
    ] { #expect(told.err.contains(words), "\(told.err)") }
    #expect(!told.err.contains(certain[1]) && !told.err.contains(number))
    let draft = try Self.letter(loop, [certain[0]], ["--konsep"])
    #expect(draft.status == 0 && draft.err.contains("\(certain[0]) masuk konsep karena disebut"), "\(draft.err)")
  }
}
