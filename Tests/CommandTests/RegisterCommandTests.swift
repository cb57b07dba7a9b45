import Documents
import Foundation
import TestSupport
import Testing

/// The register under what may happen to it: killed programs, two at once, changed and torn lines, erased runs.
@Suite struct RegisterCommandTests {
  /// Says what was done where somebody asked for more than usual.
  private static func tell(_ verb: String, _ started: Int, _ killed: Int, _ kept: Int) {
    guard ProcessInfo.processInfo.environment["PADAN_KILLS"] != nil else { return }
    print("\(verb): \(started) started, \(killed) killed before their end, \(kept) kept")
  }

  /// The ids whose decisions a register holds, in order; fails where its chain is broken.
  private static func decided(_ loop: LoopCase) throws -> [String] {
    try loop.events().filter { $0.text("jenis") == "keputusan" }.flatMap { event in
      event.items("temuan").compactMap { if case .string(let id) = $0 { id } else { nil } }
    }
  }

  /// Whether every line is what was written, as the program itself tells.
  private static func isWhole(_ loop: LoopCase) throws -> Bool {
    let result = try Binary.run(["periksa", loop.folder, "--tanggal", "2026-12-01", "--keluaran", loop.run("cek")])
    try? FileManager.default.removeItem(atPath: loop.run("cek"))
    return result.status == 0
  }

  /// How often programs are killed: `PADAN_KILLS=200` makes it 200 in all, for `putuskan` and `surat`.
  private static let kills: (decisions: Int, letters: Int) = {
    let all = ProcessInfo.processInfo.environment["PADAN_KILLS"].flatMap(Int.init) ?? 52
    return (max(8, all * 40 / 52), max(8, all - all * 40 / 52))
  }()

  /// Killed at many moments: what was said to be saved is there once, and the chain holds.
  @Test func killedProgramsLoseNothingThatWasSaved() throws {
    let loop = try LoopCase.sample(voters: 400)
    try loop.examine("2026-11-21")
    let ids = try loop.files.ids()
    let run = loop.run("2026-11-21")
    // How long one takes on this machine, so that the moments are spread over all of it.
    let start = Date()
    try loop.decide("2026-11-21", LoopCase.decisions(ids.prefix(1), "sah"))
    let seconds = Date().timeIntervalSince(start)
    var saved: Set<String> = [ids[0]]
    var killed = 0
    let turns = Self.kills.decisions
    for turn in 0..<turns {
      let own = [ids[1 + turn * 3 % (ids.count - 1)], ids[1 + (turn * 3 + 1) % (ids.count - 1)]]
      let name = "d\(turn).csv"
      try loop.files.scratch.write(LoopCase.decisions(own, turn % 2 == 0 ? "sah" : "perlu cek"), to: name)
      let result = try Binary.run(
        ["putuskan", run, loop.files.scratch[name], "--petugas", "P\(turn)"],
        killAfter: seconds * 1.1 * Double(turn) / Double(turns))
      if result.wasKilled { killed += 1 }
      if result.out.contains("tersimpan di") { saved.formUnion(own) }
    }
    #expect(killed > 5)
    let isWhole = try Self.isWhole(loop)
    #expect(isWhole)
    let found = try Self.decided(loop)
    #expect(saved.isSubset(of: found))
    // Given again, each file adds what is missing and nothing twice.
    for turn in 0..<turns {
      let result = try Binary.run([
        "putuskan", run, loop.files.scratch["d\(turn).csv"], "--petugas", "P\(turn)",
      ])
      #expect(result.status == 0, "\(result.err)")
    }
    let places = try loop.events().filter { $0.text("jenis") == "keputusan" }.map { event in
      "\(event["sumber"]?.text("sha256") ?? "") \(event["sumber"]?.number("baris") ?? 0) \(event.text("oleh") ?? "")"
    }
    #expect(places.count == 1 + 2 * turns)
    #expect(Set(places).count == places.count)
    Self.tell("putuskan", turns, killed, saved.count)
  }

  /// A letter that was killed is either not recorded or recorded once.
  @Test func killedLettersAreRecordedOnceOrNotAtAll() throws {
    let loop = try LoopCase.sample(voters: 400)
    try loop.examine("2026-11-21")
    let start = Date()
    try loop.letter("2026-11-21", number: "1", on: "2026-11-22")
    let seconds = Date().timeIntervalSince(start)
    var said = 1
    var killed = 0
    let turns = Self.kills.letters
    for turn in 0..<turns {
      for folder in ["surat", "lampiran"] {
        try? FileManager.default.removeItem(atPath: loop.run("2026-11-21") + "/" + folder)
      }
      let result = try Binary.run(
        ["surat", loop.run("2026-11-21"), "--nomor", "\(turn + 2)", "--tanggal", "2026-11-22"],
        killAfter: seconds * (0.7 + 0.5 * Double(turn) / Double(turns)))
      if result.wasKilled { killed += 1 }
      if result.out.contains("lampiran-kpu.xlsx") { said += 1 }
    }
    let letters = try loop.events().filter { $0.text("jenis") == "surat" }.compactMap { $0["isi"]?.text("nomor") }
    #expect(Set(letters).count == letters.count)
    #expect(letters.count >= said)
    Self.tell("surat", turns, killed, letters.count)
    let isWhole = try Self.isWhole(loop)
    #expect(isWhole)
  }

  /// Four desks at once, each handing in one sheet after another.
  @Test func desksAtOnceLoseNothing() async throws {
    let loop = try LoopCase.sample(voters: 400)
    try loop.examine("2026-11-21")
    let ids = try loop.files.ids()
    let run = loop.run("2026-11-21")
    let scratch = loop.files.scratch
    try await withThrowingTaskGroup(of: Int32.self) { group in
      for desk in 0..<4 {
        for sheet in 0..<6 {
          // Every desk says something of every finding, so that each write takes its time.
          try scratch.write(LoopCase.decisions(ids, sheet % 2 == 0 ? "sah" : "perlu cek"), to: "\(desk)-\(sheet).csv")
        }
        group.addTask {
          var worst: Int32 = 0
          for sheet in 0..<6 {
            worst = max(
              worst,
              try Binary.run(["putuskan", run, scratch["\(desk)-\(sheet).csv"], "--petugas", "P\(desk).\(sheet)"])
                .status)
          }
          return worst
        }
      }
      for try await status in group { #expect(status == 0) }
    }
    #expect(try Self.decided(loop).count == 24 * ids.count)
    #expect(try loop.events().filter { $0.text("jenis") == "buka" }.count == 1)
    let isWhole = try Self.isWhole(loop)
    #expect(isWhole)
  }

  @Test func aChangedLineIsToldWithItsNumberAndNothingIsAdded() throws {
    let loop = try LoopCase.sample(voters: 400)
    try loop.examine("2026-11-21")
    let ids = try loop.files.ids()
    try loop.decide("2026-11-21", LoopCase.decisions(ids.prefix(3), "sah"))
    let path = "kasus/register.jsonl"
    let whole = try loop.files.scratch.read(path)
    let changed = whole.replacingOccurrences(of: "\"temuan\":[\"\(ids[1])\"]", with: "\"temuan\":[\"\(ids[5])\"]")
    #expect(changed != whole)
    try loop.files.scratch.write(changed, to: path)
    try loop.files.scratch.write(LoopCase.decisions(ids.suffix(1), "sah"), to: "lagi.csv")
    let run = loop.run("2026-11-21")
    for verb in [
      ["putuskan", run, loop.files.scratch["lagi.csv"], "--petugas", "RINA"], ["surat", run], ["hapus", run],
      ["periksa", loop.folder, "--tanggal", "2026-11-28"],
    ] {
      let result = try Binary.run(verb)
      #expect(result.status == 2, "\(verb)")
      #expect(result.err.contains("register.jsonl baris 3: baris ini tidak lagi seperti saat ditulis"), "\(result.err)")
      #expect(result.err.split(separator: "\n").count == 1)
    }
    #expect(try loop.files.scratch.read(path) == changed)
    #expect(loop.files.runs == ["2026-11-21"])
    #expect(!loop.files.scratch.names("kasus/hasil/2026-11-21").contains("surat"))
  }

  @Test func aTornLastLineIsSetAsideAndSaid() throws {
    let loop = try LoopCase.sample(voters: 400)
    try loop.examine("2026-11-21")
    let ids = try loop.files.ids()
    try loop.decide("2026-11-21", LoopCase.decisions(ids.prefix(2), "sah"))
    let whole = try loop.files.scratch.read("kasus/register.jsonl")
    try loop.files.scratch.write(String(whole.dropLast(40)), to: "kasus/register.jsonl")
    // What was never whole was noted nowhere.
    try FileManager.default.removeItem(atPath: loop.run("2026-11-21") + "/register.saksi")
    let seen = try loop.examine("2026-11-28")
    #expect(seen.out.contains("baris terakhir tidak selesai ditulis"))
    try loop.files.scratch.write(LoopCase.decisions(ids.prefix(2), "sah"), to: "keputusan.csv")
    let result = try Binary.run([
      "putuskan", loop.run("2026-11-21"), loop.files.scratch["keputusan.csv"], "--petugas", "RINA", "--tanggal",
      "2026-11-23",
    ])
    #expect(result.status == 0, "\(result.err)")
    #expect(result.out.contains("register.jsonl.sisa-1"))
    #expect(result.out.contains("1 tersimpan, 1 sudah tercatat"))
    #expect(whole.hasSuffix(try loop.files.scratch.read("kasus/register.jsonl.sisa-1") + whole.suffix(40)))
    #expect(try Self.decided(loop) == Array(ids.prefix(2)))
  }

  /// A chain that was cut short at its end is whole in itself; a run that saw more tells.
  @Test func aRegisterThatLacksLinesIsRefused() throws {
    let loop = try LoopCase.sample(voters: 400)
    try loop.examine("2026-11-21")
    let ids = try loop.files.ids()
    try loop.decide("2026-11-21", LoopCase.decisions(ids.prefix(3), "sah"))
    try loop.examine("2026-11-28")
    let lines = try loop.files.scratch.read("kasus/register.jsonl").split(separator: "\n").map { $0 + "\n" }
    try loop.files.scratch.write(lines.prefix(3).joined(), to: "kasus/register.jsonl")
    try loop.files.scratch.write(LoopCase.decisions(ids.suffix(1), "sah"), to: "lagi.csv")
    let result = try Binary.run([
      "putuskan", loop.run("2026-11-28"), loop.files.scratch["lagi.csv"], "--petugas", "RINA",
    ])
    #expect(result.status == 2)
    #expect(result.err.contains("(4 baris, kini 3)"), "\(result.err)")
    #expect(try Binary.run(["surat", loop.run("2026-11-28")]).err.contains("(4 baris, kini 3)"))
  }
}
