import Documents
import TestSupport
import Testing

/// Persons whom an officer refused or disputes: they reach no letter before somebody decides again.
@Suite struct HeldDecisionTests {
  /// A case with a run, and its findings that a letter would name.
  private static func begun() throws -> (loop: LoopCase, deaths: [[String: String]]) {
    let loop = try LoopCase.sample(voters: 1500)
    try loop.examine("2026-11-21")
    let deaths = try loop.rows("2026-11-21").filter { $0["aturan"] == "meninggal" && $0["keyakinan"] == "pasti" }
    try #require(deaths.count >= 3)
    return (loop, deaths)
  }

  private static func letter(_ loop: LoopCase, _ day: String, _ more: [String] = []) throws -> (
    out: String, err: String, ids: Set<String>
  ) {
    let before = loop.files.scratch.names("kasus").contains("register.jsonl") ? try loop.events().count : 0
    let told = try loop.letter(day, number: "25", on: "2026-11-29", more)
    let ids = try loop.events().dropFirst(before).flatMap { event in
      event.items("temuan").compactMap { if case .string(let id) = $0 { id } else { nil } }
    }
    return (told.out, told.err, Set(ids))
  }

  /// What officers contradict each other on, and what needs another look, is neither refused nor free to go.
  @Test func disputesWaitOutsideLetters() throws {
    let (loop, deaths) = try Self.begun()
    let ids = deaths.compactMap { $0["id"] }
    try loop.decide("2026-11-21", LoopCase.decisions([ids[0]], "sah"), by: "SITI")
    try loop.decide("2026-11-21", LoopCase.decisions([ids[0]], "tolak"), by: "BUDI", file: "budi.csv")
    try loop.decide("2026-11-21", LoopCase.decisions([ids[1]], "perlu cek"), by: "RINA", file: "rina.csv")
    let first = try Self.letter(loop, "2026-11-21")
    #expect(first.ids.isDisjoint(with: ids[0...1]))
    #expect(first.ids.contains(ids[2]))
    #expect(
      first.out.contains("2 ditahan sampai diputuskan lagi: petugas bertentangan 1, perlu cek 1."), "\(first.out)")
    // Named by its id a finding waits all the same, and that is said.
    let asked = try Self.letter(loop, "2026-11-21", ["--temuan", ids[1], "--temuan", ids[2]])
    #expect(asked.ids == [ids[2]])
    #expect(asked.err.contains("\(ids[1]) tidak masuk surat: perlu cek; putuskan dahulu."), "\(asked.err)")
    // The next run says the same, and a decision lets go.
    try loop.examine("2026-11-28")
    try loop.decide("2026-11-28", LoopCase.decisions([ids[1]], "sah"), by: "RINA", file: "lagi.csv")
    let next = try Self.letter(loop, "2026-11-28")
    #expect(!next.ids.contains(ids[0]) && next.ids.contains(ids[1]))
    #expect(next.out.contains("1 ditahan sampai diputuskan lagi: petugas bertentangan 1."), "\(next.out)")
  }

  /// Where nothing else is left, there is no letter, and it is said who waits.
  @Test func nothingButDisputesIsNoLetter() throws {
    let (loop, _) = try Self.begun()
    try loop.decide("2026-11-21", LoopCase.decisions(try loop.files.ids(), "perlu cek"))
    let told = try Binary.run(["surat", loop.run("2026-11-21"), "--tanggal", "2026-11-29"])
    #expect(told.status == 2)
    #expect(told.err.contains("ditahan sampai diputuskan lagi: perlu cek "), "\(told.err)")
  }

  /// A refusal outlives a change of the row, of a letter of the name, and of a digit of the number.
  @Test(arguments: ["TPS", "NAMA_PEMILIH", "NIK"]) func refusalsFollowThePerson(_ column: String) throws {
    let (loop, deaths) = try Self.begun()
    let (old, sent) = (try #require(deaths[0]["id"]), try #require(deaths[1]["id"]))
    try loop.decide("2026-11-21", LoopCase.decisions([old], "tolak"))
    #expect(try Self.letter(loop, "2026-11-21").ids.contains(sent))
    try loop.editRoll(Array(deaths.prefix(2))) { _, cells in
      #expect(cells[column] != nil)
      return cells.merging([column: Self.mended(cells, column)]) { $1 }
    }
    try loop.examine("2026-11-28")
    let now = try loop.rows("2026-11-28").filter { $0["aturan"] == "meninggal" }
    let back = try #require(now.first { $0["tanggal_lahir"] == deaths[0]["tanggal_lahir"] })
    let id = try #require(back["id"])
    #expect(back["keputusan"] == (column == "TPS" ? "dibuka lagi" : "dibuka lagi (dahulu \(old))"))
    #expect((id == old) == (column == "TPS"))
    #expect(back["penjelasan"]?.contains("pernah ditolak pada 2026-11-23") == true)
    // Who was in a letter still is.
    let other = try #require(now.first { $0["tanggal_lahir"] == deaths[1]["tanggal_lahir"] })
    #expect((other["id"] == sent) == (column == "TPS"))
    #expect(other["surat"] == "25/PM.00.02/K.SS-09/11/2026 (2026-11-29)")
    let second = try Self.letter(loop, "2026-11-28")
    #expect(!second.ids.contains(id))
    #expect(second.out.contains("1 ditahan sampai diputuskan lagi: dibuka lagi 1."), "\(second.out)")
    try loop.decide("2026-11-28", LoopCase.decisions([id], "sah"), file: "lagi.csv")
    let again = try Self.letter(loop, "2026-11-28", ["--keyakinan", "pasti"])
    #expect(again.ids.contains(id), "decided anew")
  }

  /// The version before this one kept less of the person: a refusal goes by that still.
  @Test func refusalsOfTheVersionBeforeFollowThePersonToo() throws {
    let (loop, deaths) = try Self.begun()
    try loop.decide("2026-11-21", LoopCase.decisions(deaths.prefix(1).compactMap { $0["id"] }, "tolak"))
    let facts = try #require(try loop.events().last?["isi"]?["fakta"])
    #expect(facts["tanda"]?.items("diri").isEmpty == false)
    try loop.rewriteRegister(without: #/,"tanda":\{[^}]*\}/#)
    try loop.editRoll(Array(deaths.prefix(1))) { _, cells in
      cells.merging(["NAMA_PEMILIH": Self.mended(cells, "NAMA_PEMILIH")]) { $1 }
    }
    try loop.examine("2026-11-28")
    let back = try loop.rows("2026-11-28").filter { $0["keputusan"] == "dibuka lagi (dahulu \(deaths[0]["id"] ?? ""))" }
    #expect(back.map { $0["aturan"] } == ["meninggal"])
  }

  /// A refusal that is recorded on the run of before, when the next run is made already, holds for that one's letters.
  @Test func refusalsOfAnEarlierRunHoldToo() throws {
    let (loop, deaths) = try Self.begun()
    let old = try #require(deaths[0]["id"])
    try loop.editRoll(Array(deaths.prefix(1))) { _, cells in
      cells.merging(["NAMA_PEMILIH": Self.mended(cells, "NAMA_PEMILIH")]) { $1 }
    }
    try loop.examine("2026-11-28")
    try loop.decide("2026-11-21", LoopCase.decisions([old], "tolak"))
    let now = try loop.rows("2026-11-28").filter { $0["aturan"] == "meninggal" }
    let id = try #require(now.first { $0["tanggal_lahir"] == deaths[0]["tanggal_lahir"] }?["id"])
    let letter = try Self.letter(loop, "2026-11-28")
    #expect(!letter.ids.contains(id))
    #expect(letter.out.contains("dibuka lagi 1"), "\(letter.out)")
  }

  private static func mended(_ cells: [String: String], _ column: String) -> String {
    let text = cells[column] ?? ""
    switch column {
    case "NAMA_PEMILIH": return text + "I"
    case "NIK": return text.dropLast() + (text.last == "7" ? "8" : "7")
    default: return "099"
    }
  }
}
