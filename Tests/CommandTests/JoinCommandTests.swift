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
    // The whole folder of the join: the case takes its own list out of it.
    for (name, text) in files { try nation.scratch.write(text, to: "1610/ganda-luar/" + name) }
    let again = try Binary.run(
      ["periksa", nation.scratch["1610"], "--keluaran", nation.scratch["lagi"], "--tanggal", "2026-11-28"])
    #expect(again.status == 0, "\(again.err)")
    let found = try nation.scratch.read("lagi/temuan.csv").split(separator: "\n").filter {
      $0.contains("ganda-antar-kabupaten")
    }
    #expect(found.count == rows)
    #expect(
      again.out.contains("untuk kabupaten/kota lain: ganda-luar/ganda-luar-1671.csv, ganda-luar/ganda-luar-3201.csv."),
      "\(again.out)")
    // So many at one station wait for the office's word.
    let ids = found.compactMap { $0.split(separator: ",").first.map(String.init) }
    try nation.scratch.write(LoopCase.decisions(ids, "sah"), to: "keputusan.csv")
    let said = try Binary.run([
      "putuskan", nation.scratch["lagi"], nation.scratch["keputusan.csv"], "--petugas", "RINA",
    ])
    #expect(said.status == 0, "\(said.err)")
    try Self.expectTold(rows, of: nation.scratch)
    #expect(try nation.scratch.read("lagi/ringkasan.json").contains("ganda-luar/ganda-luar-1610.csv"))
    let mode = try FileManager.default.attributesOfItem(atPath: nation.scratch["gabungan/matriks.csv"])
    #expect((mode[.posixPermissions] as? Int) == 0o600)
  }

  /// The letter tells them apart from doubles of one roll: neither office strikes a row before both know which stays.
  private static func expectTold(_ count: Int, of scratch: Scratch) throws {
    let letter = try Binary.run([
      "surat", scratch["lagi"], "--nomor", "1", "--tanggal", "2026-11-29", "--per-kecamatan",
    ])
    #expect(letter.status == 0, "\(letter.err)")
    let rows = try LetterFile.rows(scratch["lagi/lampiran/lampiran-kpu.xlsx"])
    let across = rows.filter {
      $0.cells[13].hasPrefix("perbandingan dengan daftar pemilih kabupaten/kota lain; pasangan ")
    }
    #expect(across.count == count && count > 5, "\(across.count) of \(count)")
    #expect(across.allSatisfy { $0.sheet == "Ganda antar-kabupaten" && $0.cells[11] == "2" })
    let words = try LetterFile.text(scratch["lagi/surat/saran-perbaikan-kpu.docx"])
    #expect(words.contains("Ganda antar-kabupaten: \(count) data"))
    #expect(words.contains("Sebanyak \(count) data ganda antar-kabupaten mungkin tercatat pula dalam daftar pemilih "))
    #expect(words.contains("dipastikan bersama KPU di sana menurut KTP-el sebelum baris mana pun dicoret"))
    #expect(!words.contains("disampaikan juga kepada KPU di sana"))
    let ppk = try #require(
      scratch.names("lagi/surat").first { $0.hasPrefix("saran-perbaikan-ppk") && $0.hasSuffix("x") })
    #expect(try LetterFile.text(scratch["lagi/surat/" + ppk]).contains("KTP-el sebelum baris mana pun dicoret"))
  }

  /// Names, numbers and places of a list are typed; a weight below zero is a number, no text with an apostrophe.
  @Test func aWeightBelowZeroIsANumber() throws {
    let scratch = try Scratch()
    try scratch.write(Array("kunci sidik untuk uji: tiga puluh dua bait atau lebih".utf8), to: "kunci")
    let first = ["AHMAD", "BUDI", "CITRA", "DEWI", "EKO", "FAJAR", "GITA", "HADI", "INDAH", "JOKO"]
    let second = ["SAPUTRA", "WIJAYA", "LESTARI", "HIDAYAT", "NUGROHO", "SUSANTI", "PRATAMA"]
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    for (code, shift, name, place) in [
      ("1610", 0, "HENDRA LESMANA", "KAYUAGUNG"), ("1671", 3, "YUNUS MARBUN", "MEDAN"),
    ] {
      let others = (1...40).map { i in
        let year = two(50 + (i * 7 + shift) % 50)
        let (month, day) = (two(1 + (i * 5 + shift) % 12), two(1 + (i * 11 + shift) % 28))
        return "\(code)01\(day)\(month)\(year)00\(two(i)),\(first[(i + shift) % 10]) \(second[(i * 3 + shift) % 7]),"
          + "PALEMBANG,19\(year)-\(month)-\(day),L,\(code)012003,ALANG,BARU,1\n"
      }
      try scratch.write("wilayah: \"\(code)\"\n", to: code + "/padan.yaml")
      try scratch.write(
        "nik,nama,tempat_lahir,tanggal_lahir,jenis_kelamin,kode_desa,kecamatan,desa,tps\n" + others.joined()
          + "1610011203850001,\(name),\(place),1985-03-12,L,\(code)012003,ALANG,BARU,1\n",
        to: code + "/daftar-pemilih/a.csv")
      let run = try Binary.run([
        "periksa", scratch[code], "--sidik", "--kunci", scratch["kunci"], "--keluaran", scratch["hasil-" + code],
        "--tanggal", "2026-11-21",
      ])
      try #require(run.status == 0, "\(run.err)")
    }
    let joined = try Binary.run([
      "gabung", scratch["hasil-1610"], scratch["hasil-1671"], "--kunci", scratch["kunci"], "--keluaran",
      scratch["gabungan"],
    ])
    #expect(joined.status == 0, "\(joined.err)")
    let pair = try #require(
      try scratch.read("gabungan/ganda-luar-1610.csv").split(separator: "\n").first {
        $0.contains(",satu-nik-dua-orang,")
      })
    #expect(pair.contains(#/,perlu-verifikasi,-[0-9]+\.[0-9]+,/#), "\(pair)")
  }

  /// What a join that was killed at its end left beside its output goes, or is told: numbers stand in it in the clear.
  @Test func whatAKilledJoinLeftIsCleared() throws {
    let scratch = try Scratch()
    try scratch.write(Array("kunci sidik untuk uji: tiga puluh dua bait atau lebih".utf8), to: "kunci")
    try scratch.write("ya", to: "gabungan/matriks.csv")
    let verb = ["gabung", scratch.path, "--kunci", scratch["kunci"], "--keluaran", scratch["gabungan"]]
    for (names, words, isLeft) in [
      (["rencana.txt", "tanggal-nik-0.hasil"], "Folder kerja gabungan.kerja yang tertinggal sudah dihapus.", false),
      (["tanggal-nik-0.hasil"], "Folder kerja gabungan.kerja masih ada", true),
    ] {
      for name in names { try scratch.write("x", to: "gabungan.kerja/" + name) }
      let again = try Binary.run(verb)
      #expect(again.status == 2 && again.err.contains("sudah ada") && again.err.contains(words), "\(again.err)")
      #expect(FileManager.default.fileExists(atPath: scratch["gabungan.kerja"]) == isLeft)
    }
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
    let key = ["--kunci", nation.scratch["kunci"], "--keluaran", nation.scratch["gabungan"]]
    #expect(try refusal(["gabung", "/dev/null"] + key).contains("/dev/null bukan berkas biasa"))
    #expect(try refusal(["gabung", "/tidak/ada"] + key).contains("/tidak/ada tidak ada"))
    #expect(try Binary.run(["periksa", nation.scratch["1610"], "--sidik"]).status == 64)
    #expect(try Binary.run(["gabung", "a", "--kunci", "b", "--memori", "4"]).status == 64)
  }
}
