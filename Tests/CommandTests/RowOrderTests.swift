import RollModel
import TestSupport
import Testing

/// In whatever order a roll's rows come, the same rows are proposed under the same ids.
@Suite struct RowOrderTests {
  /// By id: tier, and what KPU's system calls the proposed row.
  private static func doubles(_ loop: LoopCase, _ day: String) throws -> [String: String] {
    let roll = try loop.files.scratch.rollIDs(loop.folder)
    return Dictionary(
      uniqueKeysWithValues: try loop.rows(day).filter {
        ["ganda", "kemungkinan-kembar", "nik-sama-orang-berbeda"].contains($0["aturan"])
      }.map { row in
        let place = "\(row["berkas"] ?? ""):\(row["baris"] ?? "")"
        return (row["id"] ?? "", "\(row["keyakinan"] ?? "") \(roll[place] ?? place)")
      })
  }

  @Test(arguments: [5, 11]) func saysNothingOfWhoGoes(seed: Int) throws {
    let loop = try LoopCase.sample(voters: 2500, seed: seed)
    try loop.examine("2026-11-21")
    let asMade = try Self.doubles(loop, "2026-11-21")
    #expect(asMade.count > 20)
    var random = SeededGenerator(seed: UInt64(seed))
    for day in ["2026-11-22", "2026-11-23"] {
      try loop.files.scratch.rewriteRoll(loop.folder) { rows in
        day == "2026-11-22" ? rows.reversed() : rows.shuffled(using: &random)
      }
      try loop.examine(day)
      let again = try Self.doubles(loop, day)
      for id in Set(asMade.keys).union(again.keys).sorted() {
        #expect(again[id] == asMade[id], "\(id)")
      }
    }
  }

  /// Three rows of one person are two proposals: what was decided of one is not taken for the other when the first is done.
  @Test func ofThreeRowsEachProposalHasItsOwnID() throws {
    let loop = try LoopCase.sample(voters: 1500, seed: 5)
    let path = "kasus/daftar-pemilih/tiga.csv"
    let header = "NIK,NKK,NAMA_PEMILIH,TEMPAT_LAHIR,TANGGAL_LAHIR,JENIS_KELAMIN,ALAMAT,RT,RW,KODE_DESA,TPS,KETERANGAN\n"
    func write(_ mark: String) throws {
      try loop.files.scratch.write(
        header + "1602146407740001,1602141204220001,ROYARIA,BONE,24-07-1974,P,JL TRANS NO 39,2,1,1602142001,1,\n"
          + "1602146407740030,1602141807100101,ROYARIA,BONE,24-07-1974,P,PERUM GRIYA NO 102,1,1,1602142001,1,\(mark)\n"
          + "1602146407740047,1602141303240101,RROYARIA,PALEMBANG,24-07-1974,P,DUSUN IV,3,1,1602142001,1,\n", to: path)
    }
    func found(_ day: String) throws -> [String: String] {
      Dictionary(
        uniqueKeysWithValues: try loop.rows(day).filter {
          $0["aturan"] == "ganda" && $0["berkas"] == "daftar-pemilih/tiga.csv"
        }.map { ($0["baris"] ?? "", $0["id"] ?? "") })
    }
    try write("")
    try loop.examine("2026-11-21")
    let first = try found("2026-11-21")
    #expect(first.count == 2 && first["3"] != nil && first.values.allSatisfy { !$0.contains("-") }, "\(first)")
    try loop.decide("2026-11-21", LoopCase.decisions([first["3"] ?? ""], "sah"))
    try write("2")
    try loop.examine("2026-11-28")
    let second = try found("2026-11-28")
    #expect(second == first.filter { $0.key != "3" }, "\(second)")
    #expect(try loop.byID("2026-11-28")[second.values.first ?? ""]?["keputusan"] == "")
  }

  /// KPU mends a name, and the other row of the pair becomes the worse one: no letter asks for both, until the first takes back.
  @Test func noTwoLettersAskForBothRowsOfAPair() throws {
    let loop = try LoopCase.sample(voters: 1500, seed: 5)
    let header =
      "DP_ID,NIK,NKK,NAMA_PEMILIH,TEMPAT_LAHIR,TANGGAL_LAHIR,JENIS_KELAMIN,ALAMAT,RT,RW,KODE_DESA,TPS\n"
    func write(_ names: [String]) throws {
      let rows = zip(names, ["160005151", "160005999"]).map { name, id in
        let card = id == "160005151" ? "1602140108090001" : "1602141702150101"
        return "\(id),1602140410770001,\(card),\(name),BONE,04-10-1977,L,BLOK C,1,1,1602142001,1\n"
      }
      try loop.files.scratch.write(header + rows.joined(), to: "kasus/daftar-pemilih/dua.csv")
    }
    func proposed(_ day: String) throws -> (line: String, id: String) {
      let row = try #require(
        try loop.rows(day).first { $0["aturan"] == "ganda" && $0["berkas"] == "daftar-pemilih/dua.csv" })
      return (row["baris"] ?? "", row["id"] ?? "")
    }
    try write(["RAHMAT SANTOSO", "RAHMAT SANTOSO"])
    try loop.examine("2026-11-21")
    let first = try proposed("2026-11-21")
    try loop.letter("2026-11-21", number: "25", on: "2026-11-22")
    let names = ["RAHMAD SANTOSO", "RAHMAT SANTOZO", "RAHMAT SANTOSA", "RACHMAT SANTOSO", "RAHMAT S"]
    var turned = ""
    for (place, name) in names.enumerated() {
      let day = "2026-11-2\(3 + place)"
      try write(first.line == "2" ? [name, "RAHMAT SANTOSO"] : ["RAHMAT SANTOSO", name])
      try loop.examine(day)
      if try proposed(day).line != first.line {
        turned = day
        break
      }
    }
    try #require(!turned.isEmpty)
    let before = try loop.events().count
    let told = try loop.letter(turned, number: "26", on: "2026-11-29")
    #expect(told.out.contains("baris pasangannya sudah diminta dalam surat sebelumnya"), "\(told.out)")
    let later = try proposed(turned).id
    #expect(!(try loop.events().dropFirst(before).flatMap { $0.items("temuan") }.contains(.string(later))))
    // Where the row that was asked for is gone, there is no pair to tell of; where the letter was withdrawn, it may be asked.
    let taken = try Binary.run([
      "surat", loop.run(turned), "--jenis", "penarikan", "--temuan", first.id, "--nomor", "27", "--tanggal",
      "2026-11-29",
      "--alasan", "baris yang lain",
    ])
    #expect(taken.status == 0, "\(taken.err)")
    try loop.decide(turned, LoopCase.decisions([later], "sah"), on: "2026-11-30")
    let again = try loop.letter(turned, number: "28", on: "2026-11-30", ["--temuan", later])
    #expect(!again.out.contains("sudah diminta dalam surat sebelumnya"), "\(again.out)")
  }
  /// Rows that KPU's system calls alike, or by a placeholder, cannot be told apart: the pair is asked for again, as before.
  @Test(arguments: ["160005151", "0"]) func rowsOfOneNameInTheSystemAreAskedForAgain(id: String) throws {
    let loop = try LoopCase.sample(voters: 1500, seed: 5)
    let header = "DP_ID,NIK,NKK,NAMA_PEMILIH,TEMPAT_LAHIR,TANGGAL_LAHIR,JENIS_KELAMIN,ALAMAT,RT,RW,KODE_DESA,TPS\n"
    let rows = ["1602140108090001", "1602141702150101"].map { card in
      "\(id),1602140410770001,\(card),RAHMAT SANTOSO,BONE,04-10-1977,L,BLOK C,1,1,1602142001,1\n"
    }
    try loop.files.scratch.write(header + rows.joined(), to: "kasus/daftar-pemilih/dua.csv")
    for (day, number) in [("2026-11-21", "25"), ("2026-11-28", "26")] {
      try loop.examine(day)
      let told = try loop.letter(day, number: number, on: day)
      #expect(!told.out.contains("sudah diminta dalam surat sebelumnya"), "\(told.out)")
    }
  }
}

extension Scratch {
  /// `berkas:baris` of the rows of a case's roll, and their DP_ID.
  fileprivate func rollIDs(_ folder: String) throws -> [String: String] {
    var ids: [String: String] = [:]
    for (name, lines) in try roll(folder) {
      let column = lines[0].split(separator: ",").firstIndex(of: "DP_ID") ?? 0
      for (place, line) in lines.enumerated() {
        let cells = line.split(separator: ",", omittingEmptySubsequences: false)
        if cells.count > column { ids["daftar-pemilih/\(name):\(place + 1)"] = String(cells[column]) }
      }
    }
    return ids
  }

  /// Gives the rows of each file of the roll another order.
  fileprivate func rewriteRoll(_ folder: String, _ order: ([String]) -> [String]) throws {
    for (name, lines) in try roll(folder) {
      try write(
        ([lines[0]] + order(Array(lines.dropFirst()))).joined(separator: "\n") + "\n",
        to: "kasus/daftar-pemilih/" + name)
    }
  }

  private func roll(_ folder: String) throws -> [(name: String, lines: [String])] {
    try names("kasus/daftar-pemilih").map { name in
      (name, try read("kasus/daftar-pemilih/" + name).split(separator: "\n").map(String.init))
    }
  }
}
