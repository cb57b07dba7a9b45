import Documents
import RollModel
import Rules
import TestSupport
import Testing

/// Verbs that scripts read: the rulebook, what a sample holds, and how well a run found it.
@Suite struct JSONVerbTests {
  private static func json(_ verb: [String], status: Int32 = 0) throws -> JSONValue {
    let result = try Binary.run(verb + ["--json"])
    #expect(result.status == status, "\(result.err)")
    return try JSONValue(Array(result.out.utf8))
  }

  @Test func aSampleAndItsScore() throws {
    let scratch = try Scratch()
    let made = try Self.json(["contoh", scratch["kasus"], "--pemilih", "600", "--benih", "5"])
    #expect(made.text("folder") == scratch["kasus"])
    let roll = try #require(made["baris"]?.number("daftar-pemilih"))
    #expect(roll == made.number("pemilih"))
    let planted = try #require(made["ditanam"]?.number("meninggal"))
    #expect(planted > 0)

    let run = scratch["hasil"]
    #expect(try Binary.run(["periksa", scratch["kasus"], "--keluaran", run, "--tanggal", "2026-11-21"]).status == 0)
    let truth = scratch["kasus"] + "/kunci.csv"
    let score = try Self.json(["nilai", run, truth])
    let table = try Binary.run(["nilai", run, truth]).out
    let deaths = try #require(score.items("aturan").first { $0.text("aturan") == "meninggal" })
    let all = try #require(deaths.items("tingkat").first)
    #expect(all.text("keyakinan") == "semua" && all.number("presisi").map { (0...1).contains($0) } == true)
    let line = try #require(table.split(separator: "\n").first { $0.contains("meninggal ") })
    let cells = line.split(separator: " ")
    #expect(cells[2] == "\(Int(deaths.number("ditanam") ?? -1))" && cells[3] == "\(Int(all.number("ditemukan") ?? -1))")
    #expect(cells[4] == "\(Int(all.number("benar") ?? -1))")
  }

  @Test func copiedTemplates() throws {
    let scratch = try Scratch()
    let copied = try Self.json(["surat", "--salin-templat", scratch["susunan"]])
    #expect(copied.text("peristiwa") == "selesai")
    #expect(copied.items("berkas").contains(.string(scratch["susunan"] + "/surat-kpu.mustache")))
  }

  @Test func theRulebook() throws {
    let all = try Self.json(["aturan"]).items("aturan")
    #expect(all.map { $0.text("id") } == Rulebook.cards.map(\.id))
    let one = try Self.json(["aturan", "meninggal"])
    #expect(one == all[0])
    #expect(one.number("kode_tms") == 1 && !one.items("dasar").isEmpty)
    #expect(one.items("setelan").first?.text("kunci") == "aktif")
  }

  @Test func failures() throws {
    let scratch = try Scratch()
    try scratch.write("isi", to: "penuh/a.txt")
    for (verb, status) in [
      (["nilai", "tidak/ada", "kunci.csv"], Int32(2)), (["contoh", scratch["penuh"]], 2), (["aturan", "entah"], 64),
    ] {
      let failure = try Self.json(verb, status: status)
      #expect(failure.text("peristiwa") == "gagal" && failure.number("status") == Double(status))
      #expect(failure.text("pesan")?.isEmpty == false)
    }
  }
}
