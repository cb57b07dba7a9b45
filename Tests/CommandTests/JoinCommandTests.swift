import Foundation
import TestSupport
import Testing

/// `padan periksa --sidik` and `padan gabung` from files to findings, killed and started again.
@Suite struct JoinCommandTests {
  /// Three made-up kabupaten of which some people stand on two, examined.
  private struct Nation {
    let scratch: Scratch
    static let codes = ["1610", "1671", "3201"]
    let guests: Int

    init(voters: Int = 500) throws {
      scratch = try Scratch()
      try scratch.write(Array("kunci sidik untuk uji: tiga puluh dua bait atau lebih".utf8), to: "kunci")
      for code in Self.codes {
        let made = try Binary.run(
          [
            "contoh", scratch["asal-" + code], "--pemilih", "\(voters)", "--benih", code, "--kabupaten", code,
            "--bersih",
          ])
        #expect(made.status == 0, "\(made.err)")
        let roll = scratch.names("asal-\(code)/daftar-pemilih").sorted()[0]
        try scratch.write(try scratch.read("asal-\(code)/daftar-pemilih/\(roll)"), to: "\(code)/daftar-pemilih/dpt.csv")
        try scratch.write(try scratch.read("asal-\(code)/padan.yaml"), to: "\(code)/padan.yaml")
      }
      // Every third voter of the first also stands on the roll of the last, in a desa there.
      let rows = try scratch.read("1610/daftar-pemilih/dpt.csv").split(separator: "\n").dropFirst()
      var last = try scratch.read("3201/daftar-pemilih/dpt.csv")
      let home = last.split(separator: "\n")[1].split(separator: ",", omittingEmptySubsequences: false)
      var count = 0
      for row in rows.enumerated().filter({ $0.offset % 3 == 0 }).map(\.element) {
        var cells = row.split(separator: ",", omittingEmptySubsequences: false)
        guard cells.count == home.count, cells[6].count == 16, cells[9].count == 10 else { continue }
        for k in [1, 2, 3] { cells[k] = home[k] }
        last += cells.joined(separator: ",") + "\n"
        count += 1
      }
      guests = count
      try scratch.write(last, to: "3201/daftar-pemilih/dpt.csv")
      for code in Self.codes {
        let run = try Binary.run(
          [
            "periksa", scratch[code], "--sidik", "--kunci", scratch["kunci"], "--keluaran", scratch["hasil-" + code],
            "--tanggal", "2026-11-21",
          ])
        #expect(run.status == 0, "\(run.err)")
      }
    }

    func arguments(_ output: String) -> [String] {
      ["gabung"] + Self.codes.map { scratch["hasil-" + $0] }
        + ["--kunci", scratch["kunci"], "--memori", "512MiB", "--keluaran", scratch[output], "--utas", "2"]
    }

    func files(_ output: String) throws -> [String: String] {
      try Dictionary(
        uniqueKeysWithValues: scratch.names(output).map { ($0, try scratch.read(output + "/" + $0)) })
    }
  }

  @Test func findsThemAndTheirCasesReadTheLists() throws {
    let nation = try Nation()
    let result = try Binary.run(nation.arguments("gabungan"))
    #expect(result.status == 0, "\(result.err)")
    #expect(result.out.contains("Senama dan bertanggal lahir sama"))
    #expect(!FileManager.default.fileExists(atPath: nation.scratch["gabungan.kerja"]))
    let files = try nation.files("gabungan")
    #expect(
      Set(files.keys)
        == Set(["gabungan.html", "matriks.csv", "ringkasan.json"] + Nation.codes.map { "ganda-luar-\($0).csv" }))
    let list = try #require(files["ganda-luar-1610.csv"])
    let rows = list.split(separator: "\n").count - 1
    #expect(nation.guests > 5)
    #expect(rows >= nation.guests * 8 / 10 && rows <= nation.guests + 1, "\(rows) of \(nation.guests)")
    try nation.scratch.write(list, to: "1610/ganda-luar/ganda-luar-1610.csv")
    let again = try Binary.run(
      ["periksa", nation.scratch["1610"], "--keluaran", nation.scratch["lagi"], "--tanggal", "2026-11-28"])
    #expect(again.status == 0, "\(again.err)")
    let found = try nation.scratch.read("lagi/temuan.csv").split(separator: "\n").filter {
      $0.contains("ganda-antar-kabupaten")
    }
    #expect(found.count == rows)
    #expect(try nation.scratch.read("lagi/ringkasan.json").contains("ganda-luar/ganda-luar-1610.csv"))
    let mode = try FileManager.default.attributesOfItem(atPath: nation.scratch["gabungan/matriks.csv"])
    #expect((mode[.posixPermissions] as? Int) == 0o600)
  }

  /// Killed at fifty-one moments, three in a row at most, and started again: the same bytes.
  @Test func killedAndStartedAgainItGivesTheSame() throws {
    let nation = try Nation()
    let began = Date()
    #expect(try Binary.run(nation.arguments("utuh")).status == 0)
    let length = Date().timeIntervalSince(began)
    let whole = try nation.files("utuh")
    var allKills = 0
    for round in 0..<17 {
      let output = "putus-\(round)"
      var kills = 0
      for attempt in 0..<3 {
        let moment = length * (Double((round * 37 + attempt * 61) % 100) + 1) / 100
        let result = try Binary.run(nation.arguments(output), killAfter: moment)
        if result.wasKilled { kills += 1 } else { break }
      }
      if !FileManager.default.fileExists(atPath: nation.scratch[output]) {
        let last = try Binary.run(nation.arguments(output))
        #expect(last.status == 0, "\(last.err)")
      }
      #expect(try nation.files(output) == whole, "round \(round), \(kills) kills")
      allKills += kills
    }
    #expect(allKills >= 17, "most moments lie within the run")
  }

  @Test func damagedForeignAndMissingFilesAreRefusedByName() throws {
    let nation = try Nation(voters: 200)
    func refusal(_ arguments: [String]) throws -> String {
      let result = try Binary.run(arguments)
      #expect(result.status == 2, "\(result.out)")
      #expect(result.err.split(separator: "\n").count == 1, "\(result.err)")
      #expect(!FileManager.default.fileExists(atPath: nation.scratch["gabungan"]))
      return result.err
    }
    let path = nation.scratch["hasil-1671/sidik.padan"]
    let whole = try Data(contentsOf: URL(fileURLWithPath: path))
    var damaged = whole
    damaged[whole.count / 2] ^= 4
    try damaged.write(to: URL(fileURLWithPath: path))
    #expect(try refusal(nation.arguments("gabungan")).contains("hasil-1671/sidik.padan rusak pada blok"))
    try Data("nik,nama\n".utf8).write(to: URL(fileURLWithPath: path))
    #expect(try refusal(nation.arguments("gabungan")).contains("bukan berkas sidik padan"))
    try whole.write(to: URL(fileURLWithPath: path))
    try nation.scratch.write(Array("kunci lain yang juga cukup panjang untuk dipakai".utf8), to: "lain")
    var other = nation.arguments("gabungan")
    other[other.count - 7] = nation.scratch["lain"]
    #expect(try refusal(other).contains("disegel dengan kunci lain"))
    #expect(
      try refusal(["gabung", nation.scratch["1610"], "--kunci", nation.scratch["kunci"]]).contains("sidik.padan"))
    #expect(try Binary.run(["periksa", nation.scratch["1610"], "--sidik"]).status == 64)
    #expect(try Binary.run(["gabung", "a", "--kunci", "b", "--memori", "4"]).status == 64)
  }
}
