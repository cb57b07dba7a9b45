import RollModel
import TestSupport
import Testing

@testable import Readers

/// Recaps of counts and of changes, and coklit in totals, under the headers that offices print.
@Suite struct RecapTests {
  private static let roll = "nik,nama,desa,kecamatan\n1602171203800001,BUDI,LINGKIS,JEJAWI\n"

  private static func read(_ role: Role, _ text: String) throws -> CaseData {
    let disk = try CaseOnDisk()
    try disk.add("roll.csv", .roll, roll)
    try disk.add("rekap.csv", role, text)
    return try disk.read()
  }

  /// `desa: before + new − struck = now, corrected`, each as men/women/total.
  private static func words(_ data: CaseData) -> [String] {
    func text(_ count: WrittenCount?) -> String {
      [count?.men, count?.women, count?.total].map { $0.map { "\($0)" } ?? "." }.joined(separator: "/")
    }
    return data.officialCounts.map { official in
      let changes = official.changes
      let now = WrittenCount(men: official.men, women: official.women, total: official.total)
      return "\(data.lexicon.areas[official.key.desa].desa)"
        + (official.key.tps == 0 ? "" : " TPS \(official.key.tps)")
        + ": \(text(changes?.before)) + \(text(changes?.new)) - \(text(changes?.struck)) = \(text(now)), "
        + text(changes?.corrected)
    }
  }

  @Test(arguments: [
    // One row of headers.
    "No;Desa;Pemilih sebelumnya L;Pemilih sebelumnya P;Pemilih Baru L;Pemilih Baru P;TMS L;TMS P;Perbaikan data;Pemilih sekarang L;Pemilih sekarang P\n1;LINGKIS;30;27;5;4;3;3;7;32;28\n",
    "NO,DESA/KELURAHAN,PEMILIH AWAL (L),PEMILIH AWAL (P),PEMILIH BARU (L),PEMILIH BARU (P),PEMILIH TIDAK MEMENUHI SYARAT (L),PEMILIH TIDAK MEMENUHI SYARAT (P),PERBAIKAN DATA PEMILIH,PEMILIH AKHIR (L),PEMILIH AKHIR (P)\n1,LINGKIS,30,27,5,4,3,3,7,32,28\n",
    // Titles over two columns, and a row of numbers below.
    "REKAPITULASI PERUBAHAN PEMILIH\nNo;Kelurahan/Desa;Pemilih Sebelumnya;;Pemilih Baru;;TMS;;Perbaikan Data;Pemilih Sekarang;\n;;L;P;L;P;L;P;;L;P\n1;2;3;4;5;6;7;8;9;10;11\n1;LINGKIS;30;27;5;4;3;3;7;32;28\n",
    // Titles repeated in each of their columns, as merged cells are read.
    "No;Desa;Sebelumnya;Sebelumnya;Baru;Baru;TMS;TMS;Ubah;Sekarang;Sekarang\nNo;Desa;L;P;L;P;L;P;Ubah;L;P\n1;LINGKIS;30;27;5;4;3;3;7;32;28\n",
  ])
  func changeRecaps(_ text: String) throws {
    let data = try Self.read(.officialCounts, text)
    #expect(Self.words(data) == ["LINGKIS: 30/27/. + 5/4/. - 3/3/. = 32/28/60, ././7"])
    #expect(data.rejections.isEmpty)
  }

  /// A station's whole code names its desa; a number alone names nobody's.
  @Test(arguments: [
    ("tps,l,p,jumlah\n1602172001001,30,27,57\n1602172001002,10,10,20\n", ["TPS 1: 57", "TPS 2: 20"], 0),
    ("Kode TPS;L;P;Jumlah\n16.02.17.2001.001;30;27;57\n16.02.17.2001.002;10;10;20\n", ["TPS 1: 57", "TPS 2: 20"], 0),
    ("tps,l,p,jumlah\n001,30,27,57\n002,10,10,20\n", [], 2),
    ("KECAMATAN JEJAWI\ntps,l,p,jumlah\n001,30,27,57\n002,10,10,20\n", [], 0),
    ("kode_desa,tps,jumlah\n1602172001,4,57\n1602172002,2,20\n1602172003,1,30\n", [": 57", ": 20", ": 30"], 0),
    (
      "kode_desa,tps,jumlah\n1602172001,4,57\n1602172001,5,20\n1602172003,1,30\n",
      ["TPS 4: 57", "TPS 5: 20", "TPS 1: 30"], 0
    ),
    ("kode_desa,tps,jumlah\n1602172001,4,57\n1602172002,2,20\n", ["TPS 4: 57", "TPS 2: 20"], 0),
  ])
  func stations(_ text: String, _ told: [String], _ lost: Int) throws {
    let data = try Self.read(.officialCounts, text)
    let words = data.officialCounts.map { "\($0.key.tps == 0 ? "" : "TPS \($0.key.tps)"): \($0.total)" }
    #expect(words == told)
    #expect(data.rejections.count == lost && data.rejections.allSatisfy { $0.reason.hasPrefix("TPS tanpa desa") })
    #expect(data.notices.contains { $0.contains("banyaknya TPS") } == (told.first == ": 57"))
  }

  @Test(arguments: ["SUB TOTAL JEJAWI", "Sub Total Kec. Jejawi", "SUBTOTAL JEJAWI", "SUB JUMLAH JEJAWI", "J U M L A H"])
  func sumsBelowAKecamatan(_ sum: String) throws {
    let data = try Self.read(
      .officialCounts,
      "No,Kecamatan,Desa,L,P,Jumlah\n1,JEJAWI,LINGKIS,30,27,57\n,,SUKA MAJU,10,10,20\n,\(sum),,40,37,77\n"
        + ",TOTAL KESELURUHAN,,40,37,77\n")
    #expect(data.officialCounts.map(\.total).sorted() == [20, 57], "\(Self.words(data))")
    #expect(data.recapSums.map(\.count.total) == [77, 77] && data.rejections.isEmpty)
  }

  /// `baris_judul` may name either row of a header over two.
  @Test(arguments: [nil, 2, 3] as [Int?]) func statedHeaderOverTwoRows(_ row: Int?) throws {
    let disk = try CaseOnDisk()
    try disk.add("roll.csv", .roll, Self.roll)
    try disk.add(
      "rekap.csv", .officialCounts, "REKAP DPB\nNo,Desa,PEMILIH,,JUMLAH\n,,LAKI-LAKI,PEREMPUAN,\n1,LINGKIS,32,28,60\n")
    disk.set(1) { $0.headerRow = row }
    let data = try disk.read()
    #expect(Self.words(data) == ["LINGKIS: ././. + ././. - ././. = 32/28/60, ././."])
  }

  /// Three rows of headers, codes of TMS, a dash for none, and sums that are no area.
  @Test func codesAndSums() throws {
    let data = try Self.read(
      .officialCounts,
      "No;Desa;No TPS;Pemilih Sebelumnya;;;Pemilih Baru;;;TMS;;;;Pemilih Sekarang;;\n"
        + ";;;;;;;;;1 Meninggal;;4 Pindah Domisili;;;;\n" + ";;;L;P;L+P;L;P;L+P;L;P;L;P;L;P;L+P\n"
        + "1;LINGKIS;1;30;27;57;5;4;9;1;3;2;-;32;28;60\n" + "2;LINGKIS;2;30;27;57;5;4;9;-;-;3;3;32;28;60\n"
        + "JUMLAH;;;60;54;114;10;8;18;1;3;5;3;64;56;120\n"
        + ";TOTAL KECAMATAN JEJAWI;;60;54;114;10;8;18;1;3;5;3;64;56;120\n")
    #expect(
      Self.words(data) == [
        "LINGKIS TPS 1: 30/27/57 + 5/4/9 - 3/3/6 = 32/28/60, ././.",
        "LINGKIS TPS 2: 30/27/57 + 5/4/9 - 3/3/6 = 32/28/60, ././.",
      ])
    #expect(data.officialCounts[0].changes?.struckByCode[.moved] == WrittenCount(men: 2, women: 0))
    let file = try #require(data.files.first { $0.role == .officialCounts })
    #expect((file.rowsRead, file.rowsUsed, file.rowsOfFurniture) == (4, 2, 2))
  }

  /// A header over two rows stands on every page of a printed recap.
  @Test func headersOnEveryPage() throws {
    let header = "No;Desa;Pemilih Sebelumnya;;Pemilih Baru;;TMS;;Pemilih Sekarang;\n;;L;P;L;P;L;P;L;P\n"
    let data = try Self.read(
      .officialCounts,
      (1...4).map { header + "\($0);LINGKIS \($0);30;27;5;4;3;3;32;28\n" }.joined())
    #expect(data.officialCounts.count == 4 && data.rejections.isEmpty, "\(data.rejections)")
  }

  /// A recap of counts and one of changes name the same areas and are two lists; a count of men and women is a count.
  @Test func countsAndChangesAreTwoLists() throws {
    let disk = try CaseOnDisk()
    try disk.add("roll.csv", .roll, Self.roll)
    let desa = (1...30).map { "16021720\($0 < 10 ? "0" : "")\($0)" }
    try disk.add("desa.csv", .officialCounts, "kode_desa,l,p\n" + desa.map { "\($0),32,28\n" }.joined())
    try disk.add(
      "perubahan.csv", .officialCounts,
      "kode_desa,sebelumnya,baru,tms,jumlah\n" + desa.map { "\($0),57,9,6,60\n" }.joined())
    let data = try disk.read()
    #expect(data.officialCounts.count == 60 && data.officialCounts.allSatisfy { $0.total == 60 })
    #expect(data.officialCounts.count { $0.changes != nil } == 30)
  }

  /// Form A1.DP-1 of 2023: by desa, three columns of results.
  @Test func coklitInTotals() throws {
    let data = try Self.read(
      .visits,
      "FORMULIR A1.DP-1\nNo;Kelurahan/Desa;Jumlah KK;Sudah dicoklit dan tidak ditempel stiker;Belum dicoklit dan sudah ditempel stiker;Sudah dicoklit dan sudah ditempel stiker\n"
        + "1;LINGKIS;200;4;2;190\n2;TANJUNG;150;0;-;150\nJUMLAH;;350;4;2;340\n")
    #expect(data.visits.count == 0 && data.rejections.isEmpty)
    let words = data.visitTotals.map {
      "\(data.lexicon.areas[$0.key.desa].desa) \($0.households ?? -1): \($0.visitedNoSticker ?? -1) \($0.stickerNotVisited ?? -1) \($0.visitedWithSticker ?? -1) \($0.notVisited ?? -1)"
    }
    #expect(words.sorted() == ["LINGKIS 200: 4 2 190 -1", "TANJUNG 150: 0 0 150 -1"])
  }

  /// Form A1.DP-1 of 2018 and 2019: by station, what was not done.
  @Test func coklitInTotalsByStation() throws {
    let data = try Self.read(
      .visits,
      "Kelurahan,No TPS,rumah tidak dicoklit,rumah dicoklit tapi tidak ditempel stiker dan tidak diberi tanda bukti,Pantarlih tidak dari rumah ke rumah,Pantarlih anggota/pengurus parpol,Pantarlih melimpahkan tugas\n"
        + "LINGKIS,1,12,3,0,0,0\nLINGKIS,2,0,1,1,0,0\n")
    #expect(data.visitTotals.map(\.key.tps) == [1, 2] && data.rejections.isEmpty)
    #expect(data.visitTotals.map(\.notVisited) == [12, 0] && data.visitTotals.map(\.visitedNoSticker) == [3, 1])
    #expect(!data.notices.contains { $0.contains("tidak dikenal") }, "\(data.notices)")
  }

  /// A station whose number nobody knows is no row of the whole desa.
  @Test(arguments: ["??", "#N/A", "2A", "belum ada"])
  func stationsWithoutNumber(_ station: String) throws {
    let data = try Self.read(.officialCounts, "DESA,TPS,L,P,JUMLAH\nLINGKIS,1,3,2,5\nLINGKIS,\(station),1,1,2\n")
    #expect(data.officialCounts.map(\.key.tps) == [1])
    #expect(data.unnumberedCounts.map(\.total) == [2])
  }

  /// A kecamatan's stations of no desa are told; a kecamatan's number of stations is none of them.
  @Test(arguments: [
    ("KECAMATAN JEJAWI\ntps,l,p,jumlah\n001,30,27,57\n002,10,10,20\n", [], "2 baris menyebut TPS tanpa desa"),
    ("kecamatan,tps,jumlah\nJEJAWI,34,57\nCENGAL,20,20\nMESUJI,41,30\n", [20, 30, 57], "banyaknya TPS"),
  ])
  func stationsOfAKecamatan(_ text: String, _ totals: [Int], _ notice: String) throws {
    let data = try Self.read(.officialCounts, text)
    #expect(data.officialCounts.map(\.total).sorted() == totals)
    #expect(data.notices.contains { $0.contains(notice) }, "\(data.notices)")
  }

  /// Minutes of a kabupaten: a row for each kecamatan, and how many desa and stations it has.
  @Test func countsOfKecamatan() throws {
    let data = try Self.read(
      .officialCounts,
      "KECAMATAN,JUMLAH DESA/KEL,JUMLAH TPS,L,P,L+P\nKAYU AGUNG,2,6,104,97,203\nJEJAWI,1,3,51,48,99\nJUMLAH,3,9,155,145,302\n"
    )
    let words = data.officialCounts.map { count in
      "\(data.lexicon.areas.kecamatanNames[count.key.kecamatan]) \(count.key.desa) \(count.men ?? 0) \(count.women ?? 0) \(count.total)"
    }
    #expect(words.sorted() == ["JEJAWI 0 51 48 99", "KAYU AGUNG 0 104 97 203"])
    #expect(data.rejections.isEmpty && data.notices.isEmpty, "\(data.notices)")
    // The kecamatan of the roll's own rows.
    #expect(
      data.officialCounts.contains {
        $0.key.kecamatan == data.roll.lexicon.areas[Int(data.roll.columns.area[0])].kecamatanNumber
      })
  }

  /// Under a header that nobody knows stand its desa: no row is the whole of it.
  @Test func aKecamatanInSeveralRowsIsNotCompared() throws {
    let data = try Self.read(
      .officialCounts, "KECAMATAN,NAMA WIL,L,P,L+P\nJEJAWI,LINGKIS,104,97,203\nJEJAWI,TANJUNG,51,48,99\n")
    #expect(data.officialCounts.isEmpty)
    #expect(data.notices.contains { $0.contains("satu kecamatan tertulis di beberapa baris") })
  }

  #if OfficeFiles
    /// A workbook with both: the sheet of desa is read, wherever it stands.
    @Test func desaSayMoreThanKecamatan() throws {
      func sheet(_ rows: [[String]]) -> String {
        "<sheetData>"
          + rows.map { "<row>" + $0.map { "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }.joined() + "</row>" }
          .joined()
          + "</sheetData>"
      }
      let kecamatan = sheet([["KECAMATAN", "JUMLAH TPS", "L", "P", "L+P"], ["JEJAWI", "3", "51", "48", "99"]])
      let desa = sheet([["DESA", "JUMLAH TPS", "L", "P", "L+P"], ["LINGKIS", "3", "51", "48", "99"]])
      for sheets in [[("Kab", kecamatan), ("Desa", desa)], [("Desa", desa), ("Kab", kecamatan)]] {
        let disk = try CaseOnDisk()
        try disk.add("roll.csv", .roll, Self.roll)
        try disk.add("rekap.xlsx", .officialCounts, ZipBytes.workbook(sheets))
        let data = try disk.read()
        #expect(data.officialCounts.map(\.total) == [99] && data.officialCounts[0].key.desa != 0)
      }
    }
  #endif
}
