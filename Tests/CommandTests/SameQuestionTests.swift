import TestSupport
import Testing

/// Who was refused under one rule is not proposed under another that asks the same, and is under one that asks otherwise.
@Suite struct SameQuestionTests {
  /// A case whose list of moves names `mover`, whom the first week refused, as one who moved within the kabupaten, and
  /// `dead`, whom it refused as dead, as one who moved away.
  private static func secondWeek(
    _ decide: (LoopCase, _ mover: String, _ dead: String) throws -> Void
  ) throws -> (loop: LoopCase, mover: [String: String], dead: [String: String]) {
    let loop = try LoopCase.sample(voters: 1500)
    try loop.examine("2026-11-21")
    let findings = try loop.rows("2026-11-21").filter { $0["keyakinan"] == "pasti" }
    let mover = try #require(findings.first { $0["aturan"] == "pindah-domisili" })
    let dead = try #require(findings.first { $0["aturan"] == "meninggal" })
    try decide(loop, try #require(mover["id"]), try #require(dead["id"]))
    let desa = try #require(
      findings.compactMap { $0["kode_desa"] }.first { !$0.isEmpty && $0.prefix(6) != mover["kode_desa"]?.prefix(6) })
    let path = "kasus/pindah/pindah-keluar.csv"
    let (name, birth) = (mover["nama"] ?? "", mover["tanggal_lahir"] ?? "")
    var lines = try loop.files.scratch.read(path).split(separator: "\n").map(String.init)
    let place = try #require(lines.firstIndex { $0.contains(birth) }, "\(name)")
    var cells = lines[place].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    cells[cells.count - 1] = desa
    lines[place] = cells.joined(separator: ",")
    let number = try Self.number(loop, dead)
    lines.append(
      "\(dead["nama"] ?? ""),\(number),,\(dead["tanggal_lahir"] ?? ""),,,\(dead["kode_desa"] ?? ""),2025-07-10,SKPWNI,MEDAN"
    )
    try loop.files.scratch.write(lines.joined(separator: "\n") + "\n", to: path)
    return (loop, mover, dead)
  }

  /// The whole NIK of the row that a finding stands on.
  private static func number(_ loop: LoopCase, _ finding: [String: String]) throws -> String {
    var number = ""
    try loop.editRoll([finding]) { _, cells in
      number = cells["NIK"] ?? ""
      return cells
    }
    return number
  }

  private static func finding(
    _ loop: LoopCase, _ rule: String, of person: [String: String], _ day: String = "2026-11-28"
  ) throws -> [String: String]? {
    try loop.rows(day).first { $0["aturan"] == rule && $0["nik"] == person["nik"] && $0["nama"] == person["nama"] }
  }

  @Test func aRefusalHoldsUnderEveryRuleThatAsksTheSame() throws {
    let (loop, mover, dead) = try Self.secondWeek { loop, mover, dead in
      try loop.decide("2026-11-21", LoopCase.decisions([mover, dead], "tolak"))
    }
    let told = try loop.examine("2026-11-28")
    let within = try #require(try Self.finding(loop, "pindah-antar-desa", of: mover))
    #expect(within["keputusan"] == "dibuka lagi (aturan lain: \(mover["id"] ?? ""))")
    let sentence =
      "pernah ditolak pada 2026-11-23 oleh RINA sebagai \(mover["id"] ?? "") menurut aturan pindah-domisili yang "
      + "menanyakan hal yang sama; ditahan sampai diputuskan lagi"
    #expect(within["penjelasan"]?.hasSuffix(sentence) == true, "\(within["penjelasan"] ?? "")")
    #expect(told.out.contains("1 temuan ditahan karena orangnya sudah diputuskan pada aturan lain"), "\(told.out)")
    // Who lives may have moved: that is another question.
    let moved = try #require(try Self.finding(loop, "pindah-domisili", of: dead))
    #expect(moved["keputusan"] == "")
    let before = try loop.letterIDs()
    let id = try #require(within["id"])
    let letter = try loop.letter("2026-11-28", number: "25", on: "2026-11-29")
    #expect(!(try loop.letterIDs().dropFirst(before.count).contains(id)))
    #expect(letter.out.contains("1 ditahan sampai diputuskan lagi: diputuskan pada aturan lain 1."), "\(letter.out)")
    // Decided again, it goes.
    try loop.decide("2026-11-28", LoopCase.decisions([id], "sah"), file: "lagi.csv")
    _ = try loop.letter("2026-11-28", number: "26", on: "2026-11-29", ["--keyakinan", "pasti"])
    #expect(try loop.letterIDs().contains(id))
  }

  /// Whom nobody refused, no rule holds back.
  @Test func onlyRefusalsHold() throws {
    let (loop, mover, _) = try Self.secondWeek { loop, mover, _ in
      try loop.decide("2026-11-21", LoopCase.decisions([mover], "sah"))
    }
    try loop.examine("2026-11-28")
    #expect(try #require(try Self.finding(loop, "pindah-antar-desa", of: mover))["keputusan"] == "")
  }

  /// A register from before it held marks of persons: the row still tells who it was, and if it does not, that is said.
  @Test(arguments: [true, false]) func refusalsWithoutMarksGoByTheirRow(_ isSameRow: Bool) throws {
    let (loop, mover, _) = try Self.secondWeek { loop, mover, _ in
      try loop.decide("2026-11-21", LoopCase.decisions([mover], "tolak"))
      try loop.rewriteRegister(without: #/,"orang":\[[^\]]*\]|,"tanda":\{[^}]*\}/#)
    }
    if !isSameRow { try loop.editRoll([mover]) { _, cells in cells.merging(["TPS": "099"]) { $1 } } }
    let told = try loop.examine("2026-11-28")
    let within = try #require(
      try loop.rows("2026-11-28").first { $0["aturan"] == "pindah-antar-desa" && $0["nik"] == mover["nik"] })
    #expect(within["keputusan"] == (isSameRow ? "dibuka lagi (aturan lain: \(mover["id"] ?? ""))" : ""))
    #expect(told.out.contains("1 penolakan yang dicatat versi sebelumnya") != isSameRow, "\(told.out)")
  }
}
