import Documents
import Foundation
import TestSupport
import Testing

/// What the office does not stand by any more after a letter, and who may take what back.
@Suite struct WithdrawalTests {
  private static func begun() throws -> (loop: LoopCase, deaths: [[String: String]]) {
    let loop = try LoopCase.sample()
    try loop.examine("2026-11-21")
    let deaths = try loop.rows("2026-11-21").filter { $0["aturan"] == "meninggal" && $0["keyakinan"] == "pasti" }
    try #require(deaths.count >= 2)
    return (loop, deaths)
  }

  private static func takeBack(_ loop: LoopCase, _ id: String, by officer: String) throws -> Binary.Result {
    try Binary.run([
      "putuskan", loop.run("2026-11-21"), "--petugas", officer, "--batal", id, "--alasan", "keliru baca",
    ])
  }

  /// Whoever is rejected after the letter is to be withdrawn, and KPU is not pressed for him.
  @Test func aRefusalAfterTheLetterIsDue() throws {
    let (loop, deaths) = try Self.begun()
    let id = try #require(deaths[0]["id"])
    try loop.letter("2026-11-21", number: "25", on: "2026-11-22")
    let sent = try loop.letterIDs().count
    let told = try loop.decide("2026-11-21", LoopCase.decisions([id], "tolak"))
    #expect(told.items("menunggu_surat_penarikan").map { "\($0)" }.joined().contains(id))
    try loop.examine("2026-11-28")
    let page = try loop.files.text("laporan.html", run: "2026-11-28")
    #expect(page.contains("1 usulan yang sudah disurati kini ditolak atau ditarik kantor, dan KPU belum diberi tahu"))
    let summary = try loop.files.json("ringkasan.json", run: "2026-11-28")["register"]
    #expect(summary?.number("menunggu_surat_penarikan") == 1)
    #expect(summary?["tindak_lanjut"]?.number("belum") == Double(sent - 1))
    #expect(summary?["tindak_lanjut"]?.number("ditarik") == 1)
    let next = try loop.letter("2026-11-28", number: "26", on: "2026-11-29")
    #expect(next.err.contains("1 usulan yang sudah disurati kini ditolak"), "\(next.err)")
    let letter = try Binary.run([
      "surat", loop.run("2026-11-21"), "--jenis", "penarikan", "--nomor", "27", "--tanggal", "2026-11-30",
      "--surat-lama", "25", "--alasan", "orangnya hidup",
    ])
    #expect(letter.status == 0, "\(letter.err)")
    let last = try #require(try loop.events().last)
    #expect(last.text("macam") == nil && last["isi"]?.text("macam") == "penarikan")
    #expect(last.items("temuan").map { "\($0)" }.joined().contains(id))
    try loop.examine("2026-12-05")
    let after = try loop.files.json("ringkasan.json", run: "2026-12-05")["register"]
    #expect(after?.number("menunggu_surat_penarikan") == 0)
  }

  /// Of two officers who contradict each other the one who erred takes back what he said, and nothing else.
  @Test func anOfficerTakesBackHisOwn() throws {
    let (loop, deaths) = try Self.begun()
    let id = try #require(deaths[0]["id"])
    try loop.letter("2026-11-21", number: "25", on: "2026-11-22")
    let sent = try loop.letterIDs().count
    try loop.decide("2026-11-21", LoopCase.decisions([id], "sah"), by: "BUDI")
    try loop.decide("2026-11-21", LoopCase.decisions([id], "tolak"), by: "ANI", file: "ani.csv")
    let foreign = try Self.takeBack(loop, id, by: "RINA")
    #expect(foreign.status == 2 && foreign.err.contains("diputuskan oleh BUDI (sah), ANI (tolak)"), "\(foreign.err)")
    let taken = try Self.takeBack(loop, id, by: "ani")
    #expect(taken.status == 0 && taken.out.contains("keputusan petugas ini ditarik"), "\(taken.out)\(taken.err)")
    let again = try Self.takeBack(loop, id, by: "ANI")
    #expect(
      again.status == 2 && again.err.contains("sudah ditarik sebelumnya; yang berlaku: BUDI (sah)"), "\(again.err)")
    try loop.examine("2026-11-28")
    #expect(try loop.byID("2026-11-28")[id]?["keputusan"] == "sah")
    let sums = try loop.files.json("ringkasan.json", run: "2026-11-28")["register"]?["tindak_lanjut"]
    #expect(sums?.number("belum") == Double(sent) && sums?.number("ditarik") == 0)
  }

  /// A safeguard is overruled by an id on the command line in a draft alone, and that is said; sah of what no letter takes
  /// is said too.
  @Test func whatIsOutOfTheWayIsSaid() throws {
    let loop = try LoopCase.sample(voters: 2000, seed: 77)
    try loop.examine("2026-11-21")
    let rows = try loop.rows("2026-11-21")
    let held = try #require(
      rows.first { $0["aturan"] == "meninggal" && $0["tindakan"]?.contains("bukti hidup") == true }?["id"])
    let words = ["surat", loop.run("2026-11-21"), "--temuan", held, "--tanggal", "2026-11-25"]
    let refused = try Binary.run(words + ["--nomor", "3"])
    #expect(refused.status == 2 && refused.err.contains("\(held) tidak masuk surat: "), "\(refused.err)")
    let letter = try Binary.run(words + ["--konsep"])
    #expect(letter.status == 0)
    #expect(
      letter.err.contains(
        "\(held) masuk konsep karena disebut dengan --temuan, padahal pemeriksaan menahannya: ada bukti hidup"),
      "\(letter.err)")
    let other = try #require(rows.first { $0["aturan"] == "usia-lanjut" }?["id"])
    try loop.files.scratch.write(LoopCase.decisions([other], "sah"), to: "sah.csv")
    let told = try Binary.run(["putuskan", loop.run("2026-11-21"), loop.files.scratch["sah.csv"], "--petugas", "RINA"])
    #expect(told.out.contains("1 sah tercatat, tetapi tidak masuk surat"), "\(told.out)")
    #expect(told.out.contains("usia-lanjut 1"))
  }
}
