import Documents
import Foundation
import TestSupport
import Testing

/// `padan hapus`: what goes, what stays, and what is never touched.
@Suite struct EraseTests {
  @Test func aRunGoesAndTheRegisterTellsOfIt() throws {
    let loop = try LoopCase.sample(voters: 400)
    try loop.examine("2026-11-21")
    try loop.letter("2026-11-21", number: "25", on: "2026-11-22")
    let manifest = try loop.files.scratch.read("kasus/hasil/2026-11-21/manifest.json")
    let result = try Binary.run(["hapus", loop.run("2026-11-21"), "--petugas", "RINA"])
    #expect(result.status == 0, "\(result.err)")
    #expect(result.out.contains("1 surat dan 0 keputusan"))
    #expect(loop.files.runs.isEmpty)
    #expect(loop.files.scratch.names("kasus/daftar-pemilih").count > 3)
    let event = try #require(try loop.events().last)
    #expect(event.text("jenis") == "hapus")
    #expect(event.text("oleh") == "RINA")
    #expect(event["isi"]?.text("hasil") == "hasil/2026-11-21")
    #expect(event["isi"]?.text("tanggal") == "2026-11-21")
    #expect((event["isi"]?.number("berkas") ?? 0) > 12)
    // Stopped between the line and the folder, it is done again without a second line.
    try loop.examine("2026-11-28")
    _ = try Binary.run(["hapus", loop.run("2026-11-28")])
    let count = try loop.events().count
    try loop.files.scratch.write(manifest, to: "kasus/hasil/2026-11-21/manifest.json")
    #expect(try Binary.run(["hapus", loop.run("2026-11-21")]).status == 0)
    #expect(try loop.events().count == count)
    #expect(loop.files.runs.isEmpty)
  }

  @Test func oldRunsOfACaseGo() throws {
    let loop = try LoopCase.sample(voters: 400)
    for day in ["2026-05-01", "2026-08-22", "2026-08-23", "2026-11-21"] { try loop.examine(day) }
    try loop.files.scratch.write("bukan hasil", to: "kasus/hasil/catatan/isi.txt")
    let result = try Binary.run(["hapus", loop.folder, "--lebih-tua", "90hari", "--tanggal", "2026-11-21", "--json"])
    #expect(result.status == 0, "\(result.err)")
    let told = try JSONValue(Array(result.out.utf8))
    #expect(told.items("dihapus").map { $0.text("tanggal") } == ["2026-05-01", "2026-08-22"])
    #expect(loop.files.runs == ["2026-08-23", "2026-11-21", "catatan"])
    let again = try Binary.run(["purge", loop.folder, "--older-than", "90 hari", "--date", "2026-11-21"])
    #expect(again.out.contains("tidak ada yang dihapus"))
    #expect(try Binary.run(["hapus", loop.folder, "--lebih-tua", "lama"]).status == 64)
  }

  @Test func whatIsNoRunFolderIsNotTouched() throws {
    let loop = try LoopCase.sample(voters: 400)
    try loop.examine("2026-11-21")
    for folder in [
      loop.folder, loop.folder + "/hasil", loop.folder + "/daftar-pemilih", loop.files.scratch["tidak-ada"],
    ] {
      let result = try Binary.run(["hapus", folder])
      #expect(result.status == 2, "\(folder)")
      #expect(result.err.split(separator: "\n").count == 1, "\(result.err)")
    }
    let linked = loop.files.scratch["tautan"]
    try FileManager.default.createSymbolicLink(atPath: linked, withDestinationPath: loop.run("2026-11-21"))
    #expect(try Binary.run(["hapus", linked]).status == 2)
    // A case that lies in what looks like a run folder.
    try FileManager.default.copyItem(
      atPath: loop.run("2026-11-21") + "/manifest.json", toPath: loop.folder + "/manifest.json")
    #expect(try Binary.run(["hapus", loop.folder]).status == 2)
    #expect(loop.files.scratch.names("kasus/daftar-pemilih").count > 3)
    #expect(loop.files.runs == ["2026-11-21"])
    #expect(!loop.files.scratch.names("kasus").contains("register.jsonl"))
  }

  /// What an erased run saw done is remembered: a row that is there again has come back.
  @Test func whatWasDoneIsRememberedWithoutTheRun() throws {
    let loop = try LoopCase.sample()
    try loop.examine("2026-11-21")
    try loop.letter("2026-11-21", number: "25", on: "2026-11-22")
    let all = try loop.byID("2026-11-21")
    let first = try #require(try loop.letterIDs().compactMap { all[$0] }.first { $0["aturan"] == "meninggal" })
    let roll = try loop.files.scratch.read("kasus/" + (first["berkas"] ?? ""))
    try loop.editRoll([first]) { _, _ in nil }
    try loop.examine("2026-11-28")
    _ = try Binary.run(["hapus", loop.run("2026-11-28")])
    try loop.files.scratch.write(roll, to: "kasus/" + (first["berkas"] ?? ""))
    try loop.examine("2026-12-05")
    let states = try loop.rows("2026-12-05", "tindak-lanjut-rinci.csv").filter { $0["id"] == first["id"] }
    #expect(states.map { $0["keadaan"] } == ["muncul lagi"])
  }
}
