import RollModel
import Testing

@testable import Readers

/// Where a file is cut, how many threads read it, and in which order its rows stand must not show.
struct PieceTests {
  /// Rows with everything that makes cutting hard: quotes, line breaks in them, strays, odd rows.
  private static func roll(_ seed: UInt64, rows: Int, shuffled: Bool = false) -> String {
    var random = SeededGenerator(seed: seed)
    let names = [
      "SITI AMINAH", "H. M. YUSUF", "\"A, RAHMAN\"", "NUR'AINI", "\"BUDI\nSANTOSO\"", "DEWI \"ANI\"", "JOSÉ",
      "ALI BIN UMAR",
    ]
    var lines = (0..<rows).map { i -> String in
      let name = names[random.below(names.count)]
      let day = 1 + random.below(28)
      let nik = "16020\(1 + random.below(9))\(day + 10)0180\(1000 + i % 9000)"
      let place = ["PALEMBANG", "\"KAYU\r\nAGUNG\"", "OKI"][random.below(3)]
      let odd = random.below(40)
      if odd == 0 { return "\(i),rusak" }
      if odd == 1 { return "\(i),,1,2,3,4,5,6" }
      let sex = random.below(2) == 0 ? "L" : "P"
      return
        "\(i),\(name),\(nik),\(place),\(day)|01|1980,\(sex),RT 0\(1 + random.below(5)),16020520\(10 + random.below(4))"
    }
    if shuffled { lines.shuffle(using: &random) }
    return "no,nama,nik,tempat_lahir,tanggal_lahir,jenis_kelamin,rt,kode_desa\n" + lines.joined(separator: "\n") + "\n"
  }

  /// All words in the order of their numbers.
  private static func words(_ lexicon: Lexicon) -> [[String]] {
    [lexicon.tokens, lexicon.places, lexicon.addresses, lexicon.notes].map { table in
      (0..<table.count).map { table[$0] }
    }
  }

  private static func read(_ text: String, threads: Int, piece: Int) throws -> CaseData {
    let folder = try CaseOnDisk()
    try folder.add("roll.csv", .roll, text)
    try folder.add("mati.csv", .deaths, text)
    return try folder.read(threads: threads) {
      $0.pieceSize = piece
      $0.quarantineLimit = 1
    }
  }

  @Test(arguments: [(1, 64), (2, 100), (3, 257), (2, 1000), (2, 1 << 20)])
  func cutsAndThreadsDoNotShow(_ threads: Int, _ piece: Int) throws {
    let text = Self.roll(11, rows: 300)
    let whole = try Self.read(text, threads: 1, piece: 1 << 30)
    let cut = try Self.read(text, threads: threads, piece: piece)
    #expect(cut.roll.descriptions == whole.roll.descriptions)
    #expect(cut.roll.columns.line == whole.roll.columns.line)
    #expect(cut.roll.columns.offset == whole.roll.columns.offset)
    #expect(cut.roll.columns.tokens == whole.roll.columns.tokens)
    #expect(Self.words(cut.lexicon) == Self.words(whole.lexicon))
    #expect(cut.lists[.deaths]?.descriptions == whole.lists[.deaths]?.descriptions)
    #expect(
      cut.rejections.map { "\($0.file):\($0.line) \($0.reason)" }
        == whole.rejections.map { "\($0.file):\($0.line) \($0.reason)" })
    #expect(cut.files.map(\.rowsRead) == whole.files.map(\.rowsRead))
    #expect(whole.roll.count > 250)
    #expect(whole.rejections.count > 5)
  }

  @Test func shuffledRowsGiveTheSameRows() throws {
    let one = try Self.read(Self.roll(5, rows: 200), threads: 2, piece: 500)
    let other = try Self.read(Self.roll(5, rows: 200, shuffled: true), threads: 2, piece: 700)
    #expect(one.roll.descriptions.sorted() == other.roll.descriptions.sorted())
    #expect(one.lexicon.areas.entries.map(\.code) == other.lexicon.areas.entries.map(\.code))
  }

  /// Words are numbered as their rows come, and a row that is not used leaves none.
  @Test func wordsAreThoseOfUsedRows() throws {
    let folder = try CaseOnDisk()
    try folder.add(
      "roll.csv", .roll,
      "nama,nik,tempat_lahir,tanggal_lahir,jenis_kelamin,alamat,rt\n"
        + "ANI,1602052005800001,OKI,20-05-1980,P,JL MAWAR,1\nCUT,1602052005800002\n"
        + "BUDI ANI,1602052005800003,OKI,20-05-1980,L,JL MELATI,2\n-,1602052005800004,BALI,20-05-1980,L,JL LAIN,2\n,160205200580****,BALI,20-05-1980,L,JL LAIN,2\n"
    )
    let data = try folder.read { $0.quarantineLimit = 1 }
    #expect(data.rejections.count == 2)
    #expect(
      Self.words(data.lexicon) == [
        ["ANI", "BUDI"], ["", "OKI", "BALI"], ["", "JALANMAWAR", "JALANMELATI", "JALANLAIN"], [""],
      ])
  }

  @Test func linesArePhysical() throws {
    let folder = try CaseOnDisk()
    try folder.add("roll.csv", .roll, "Daftar pemilih\n\nnama,nik\n\"A\nB\",1\nBUDI,x1\n,2\nCICI,3\n")
    let data = try folder.read { $0.quarantineLimit = 1 }
    #expect(data.roll.columns.line == [4, 6, 8])
    #expect(data.rejections.map(\.line) == [7])
  }
}
