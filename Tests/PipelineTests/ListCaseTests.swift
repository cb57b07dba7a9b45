import RollModel
import Testing

/// Cases of the field with their right answers: what the rows of roll and lists mean. Numbers are those of the page of
/// cases; all persons are made up.
@Suite struct ListCaseTests {
  private static let header =
    "nkk,nik,nama,tempat_lahir,tanggal_lahir,status_kawin,jenis_kelamin,alamat,rt,rw,keterangan,kode_desa,tps\n"
  /// Voters beside those that a case is about, so that nothing of it is a matter of a roll of two.
  private static let others = (1...40).map { i in
    "16020501019\(i + 100)01,160205\(10 + i % 18)0\(1 + i % 9)7\(i % 10)00\(i + 10),\(names[i % 8]) \(names[(i / 8 + 3) % 8]),OKI,"
      + "19\(70 + i % 10)-0\(1 + i % 9)-\(10 + i % 18),S,L,JL MELATI,\(1 + i % 4),1,,1602052001,1\n"
  }.joined()
  private static let names = ["SURYADI", "HARTONO", "MULYANA", "KARTIKA", "BUDIMAN", "SUPARMAN", "WIRANTO", "GUNARSO"]

  private static func roll(_ rows: String...) -> String { header + rows.map { $0 + "\n" }.joined() + others }

  private static let residents =
    "No,No. KK,NIK,Nama,Alamat,Dusun,RW,RT,Jenis Kelamin,Tempat Lahir,Tanggal Lahir,Umur,Agama,Pekerjaan,Kawin,Status\n"

  /// Cases 1 and 2: the dead, the moved, the missing, soldiers and foreigners of a village's file are nobody to enrol;
  /// on the roll they are candidates of their list.
  @Test func oneVillageFileServesSeveralRoles() throws {
    let dead = "1602050101010001,1602050101500001,KASMAN EFENDI,OKI,1950-01-01,S,L,JL MAWAR,1,1,,1602052001,1"
    let soldier = "1602050101010002,1602051203850002,RUDI HERMANTO,OKI,1985-03-12,S,L,JL MAWAR,1,1,,1602052001,1"
    let case1 = try OfficeCase([
      "daftar-pemilih/a.csv": Self.roll(dead, soldier),
      "penduduk/desa.csv": Self.residents
        + "1,1602050101010001,1602050101500001,KASMAN EFENDI,JL MAWAR,I,1,1,LAKI-LAKI,OKI,01 Januari 1950,76,ISLAM,PETANI,KAWIN,MATI\n"
        + "2,1602050101010002,1602051203850002,RUDI HERMANTO,JL MAWAR,I,1,1,LAKI-LAKI,OKI,12 Maret 1985,41,ISLAM,TENTARA NASIONAL INDONESIA (TNI),KAWIN,HIDUP\n"
        + "3,1602050101010003,1602050101520003,MARWAN SALEH,JL MAWAR,I,1,1,LAKI-LAKI,OKI,01 Januari 1952,74,ISLAM,PETANI,CERAI MATI,MATI\n"
        + "4,1602050101010004,1602051505800004,DARSONO ILYAS,JL MAWAR,I,1,1,LAKI-LAKI,OKI,15 Mei 1980,46,ISLAM,KEPOLISIAN RI (POLRI),KAWIN,HIDUP\n"
        + "5,1602050101010005,1602051606810005,TOHIR BASRI,JL MAWAR,I,1,1,LAKI-LAKI,OKI,16 Juni 1981,45,ISLAM,PETANI,KAWIN,PINDAH\n"
        + "6,1602050101010006,1602051707820006,RAMLAN HUSIN,JL MAWAR,I,1,1,LAKI-LAKI,OKI,17 Juli 1982,44,ISLAM,PETANI,KAWIN,HILANG\n"
        + "7,1602050101010007,1602051808530007,SUKIRNO ADI,JL MAWAR,I,1,1,LAKI-LAKI,OKI,18 Agustus 1953,73,ISLAM,PENSIUNAN TNI,KAWIN,HIDUP\n",
    ])
    #expect(case1.conserves)
    // Seven rows, each read once: four as residents, two dead, one moved … in all.
    #expect(case1.data.files.filter { $0.path == "penduduk/desa.csv" }.map(\.rowsRead).reduce(0, +) == 7)
    #expect(case1.of("meninggal").map { case1.data.voter($0.rollReference)?.line } == [2])
    #expect(case1.of("meninggal").allSatisfy { $0.evidence.contains("status penduduk desa") })
    #expect(case1.of("tni").map { case1.data.voter($0.rollReference)?.line } == [3])
    #expect(case1.of("polri").isEmpty && case1.of("pindah-domisili").isEmpty)
    let candidates = case1.of("belum-terdaftar").compactMap { case1.data.voter($0.rollReference)?.text(.name) }
    #expect(candidates == ["SUKIRNO ADI"])
  }

  /// A year that no death can be of makes the record doubtful; a day that is none in a year that may be does not.
  @Test(arguments: [
    ("31-12-9999", Tier.verify), ("8225-01-01", .verify), ("31-02-2026", .certain), ("", .certain),
  ])
  func aDeathInAnImpossibleYear(_ day: String, _ tier: Tier) throws {
    let found = try OfficeCase([
      "daftar-pemilih/a.csv": Self.roll(
        "1602050101010001,1602050101500001,KASMAN EFENDI,OKI,1950-01-01,S,L,JL MAWAR,1,1,,1602052001,1"),
      "kematian/a.csv": "nama,nik,tanggal_lahir,jenis_kelamin,kode_desa,tanggal_meninggal,sumber\n"
        + "KASMAN EFENDI,1602050101500001,1950-01-01,L,1602052001,\(day),akta kematian\n",
    ])
    let dead = try #require(found.of("meninggal").first)
    #expect(dead.tier == tier && dead.explanation.contains("tahun yang tidak mungkin") == (tier == .verify))
  }

  /// Case 23: of two who bear the dead's name and birth date the address decides, however it is written; where there is none
  /// nothing does, and the finding says so.
  @Test(arguments: [("DSN IV", 3), ("Dusun 4", 3), ("DUSUN I", 2), ("", 0)])
  func ofTwoNamesakesTheAddressDecides(_ address: String, _ line: Int) throws {
    let first = "1602050101010001,1602050707550001,USMAN BIN ALI,OKI,1955-07-07,S,L,DUSUN I,1,1,,1602052001,1"
    let second = "1602050101010002,1602050707550002,USMAN BIN ALI,OKI,1955-07-07,S,L,DUSUN IV,1,1,,1602052001,1"
    let found = try OfficeCase([
      "daftar-pemilih/a.csv": Self.roll(first, second),
      "kematian/a.csv": "nama,tanggal_lahir,alamat,kode_desa,tanggal_meninggal\n"
        + "ALM. USMAN BIN ALI,07-07-1955,\(address),1602052001,2026-02-02\n",
    ])
    let dead = found.of("meninggal")
    #expect(dead.count == 1 && (line != 0 || dead[0].tier == .verify))
    let words = dead.first?.explanation ?? ""
    #expect(words.contains("sama cocoknya, jadi dipilih di lapangan") == (line == 0), "\(words)")
    #expect(words.contains("tetapi kurang cocok") == (line != 0), "\(words)")
    if line != 0 { #expect(dead.map { found.data.voter($0.rollReference)?.line } == [line]) }
  }

  /// The death of a twin strikes nobody: the one who lives has the next number and a name a letter apart.
  @Test func theDeathOfATwinStrikesNobody() throws {
    func office(_ name: String, _ nik: String) throws -> [Finding] {
      try OfficeCase([
        "daftar-pemilih/a.csv": Self.roll(
          "1602050101010002,1602054303900002,SEPTA WULANDARI,OKI,1990-03-03,S,P,JL MAWAR,1,1,,1602052001,1"),
        "kematian/a.csv": "nik,nama,tempat_lahir,tanggal_lahir,jenis_kelamin,alamat,rt,kode_desa,tanggal_meninggal\n"
          + "\(nik),\(name),OKI,1990-03-03,P,JL MAWAR,1,1602052001,2026-05-05\n",
      ]).of("meninggal")
    }
    let twin = try office("SEPTI WULANDARI", "1602054303900001")
    #expect(twin.allSatisfy { $0.tier <= .verify && $0.explanation.contains("mungkin saudara kembarnya") })
    let own = try office("SEPTI WULANDARI", "1602054303900002")
    #expect(own.map { $0.tier >= .strong } == [true])
  }

  /// A twin who is missing from the roll is not the twin who stands on it, whom the list has as well.
  @Test func theTwinOfAVoterMayBeMissing() throws {
    let elder = "1602050101010002,1602054303900001,SEPTI WULANDARI,OKI,1990-03-03,S,P,JL MAWAR,1,1,,1602052001,1"
    let younger = "1602050101010002,1602054303900002,SEPTA WULANDARI,OKI,1990-03-03,S,P,JL MAWAR,1,1,,1602052001,1"
    let both = try OfficeCase(["daftar-pemilih/a.csv": Self.roll(elder), "penduduk/a.csv": Self.roll(elder, younger)])
    #expect(
      both.of("belum-terdaftar").compactMap { both.data.voter($0.rollReference)?.text(.name) } == ["SEPTA WULANDARI"])
    // Alone on the list she may be the voter, misspelled and with a serial misread.
    let one = try OfficeCase(["daftar-pemilih/a.csv": Self.roll(elder), "penduduk/a.csv": Self.roll(younger)])
    #expect(one.of("belum-terdaftar").isEmpty)
  }

  /// Twins who stand on the roll under one number are two voters: the one whose own number nobody bears is not surely missing,
  /// and the row beside says why. Where the owner of the number alone stands on the roll, she is.
  @Test func theRowUnderATwinsNumberMayBeHerOwn() throws {
    func voter(_ name: String, _ serial: String) -> String {
      "1602050101010002,160205430390000\(serial),\(name),OKI,1990-03-03,S,P,JL MAWAR,1,1,,1602052001,1"
    }
    let list = Self.roll(voter("SEPTI WULANDARI", "1"), voter("RATNA KOMALA", "2"))
    func told(_ rows: String...) throws -> [(tier: Tier, line: Int?, text: String)] {
      let office = try OfficeCase([
        "daftar-pemilih/a.csv": Self.roll(voter("SEPTI WULANDARI", "1"), rows.joined(separator: "\n")),
        "penduduk/a.csv": list,
      ])
      return office.of("belum-terdaftar").map { ($0.tier, $0.counterpart?.row, $0.explanation) }
    }
    let copied = try told(voter("RATMA KOMALA", "1"))
    #expect(copied.map(\.tier) == [.verify])
    #expect(copied.map(\.line) == [1])
    #expect(copied.allSatisfy { $0.text.contains("mungkin orang ini sendiri") })
    let alone = try told()
    #expect(alone.map(\.tier) == [.certain])
    #expect(alone.allSatisfy { !$0.text.contains("mungkin orang ini sendiri") })
  }

  /// Numbers as OpenSID keeps them.
  @Test func numericCodesOfAVillageFile() throws {
    let case2 = try OfficeCase([
      "daftar-pemilih/a.csv": Self.roll(),
      "penduduk/impor.csv":
        "no_kk,nik,nama,sex,tempatlahir,tanggallahir,pekerjaan_id,status_kawin,warganegara_id,ktp_el,status_dasar,rt,rw\n"
        + "1602050101010001,1602050101700001,AGUS SALAM,1,OKI,1970-01-01,88,2,1,2,1,1,1\n"
        + "1602050101010002,1602050101710002,BAGUS SALAM,1,OKI,1971-01-01,6,2,1,2,1,1,1\n"
        + "1602050101010003,1602050101720003,CANDRA SALAM,1,OKI,1972-01-01,88,2,2,2,1,1,1\n"
        + "1602050101010004,1602050101730004,DIDIT SALAM,1,OKI,1973-01-01,88,2,1,2,2,1,1\n",
    ])
    #expect(
      case2.of("belum-terdaftar").compactMap { case2.data.voter($0.rollReference)?.text(.name) } == ["AGUS SALAM"])
    #expect(case2.data.lists[.foreigners]?.count == 1 && case2.data.lists[.deaths]?.count == 1)
  }

  /// Why the roll may have missed a resident; who only prepares to retire, or still serves, waits for the field.
  @Test func theUnlistedHaveAReason() throws {
    let people = [
      ("1602051203650002", "PRAKOSO ILHAM", "1965-03-12"), ("1602051203700003", "MARWAN SALEH", "1970-03-12"),
      ("1602051203710004", "DARSONO ILYAS", "1971-03-12"), ("1602051203880005", "GILANG RAMADAN", "1988-03-12"),
      ("1602051203090006", "SEPTIAN FAUZI", "2009-03-12"), ("1602051203080007", "YOGA PERMANA", "2008-03-12"),
    ]
    func rows(_ chosen: [Int], _ more: String...) -> String {
      zip(chosen, more + Array(repeating: "", count: chosen.count)).map { i, more in
        "\(people[i].0),\(people[i].1),OKI,\(people[i].2),L,1602052001,\(more)\n"
      }.joined()
    }
    let list = "nik,nama,tempat_lahir,tanggal_lahir,jenis_kelamin,kode_desa,sumber\n"
    let office = try OfficeCase([
      "daftar-pemilih/a.csv": Self.header + Self.others,
      "penduduk/p.csv": list + rows(Array(people.indices)),
      "tni/t.csv": list + rows([0, 1, 2], "SK pensiun", "masa persiapan pensiun", "anggota Koramil"),
      "dpk/d.csv": list + rows([3]),
    ])
    let found = office.of("belum-terdaftar")
    let reasons = found.compactMap { finding in
      office.data.voter(finding.rollReference).map {
        "\($0.text(.name)): \(finding.explanation.prefix { $0 != ":" })\(finding.heldBack.isEmpty ? "" : ", ditahan")"
      }
    }
    #expect(
      reasons.sorted() == [
        "DARSONO ILYAS: penduduk, ditahan", "GILANG RAMADAN: DPK pemilihan lalu", "MARWAN SALEH: penduduk, ditahan",
        "PRAKOSO ILHAM: purnawirawan TNI/Polri", "SEPTIAN FAUZI: genap 17 tahun", "YOGA PERMANA: penduduk",
      ])
  }

  /// Case 3: voters of a DPT who vote elsewhere are neither double nor to go nor candidates.
  @Test func movedVotersAreProposedForNothing() throws {
    let voters = (1...5).map {
      "16020501010\($0)0001,160205120385000\($0),\(Self.names[$0]) JUNAIDI,OKI,1985-03-12,S,L,JL MAWAR,1,1,,1602052001,1"
    }
    let moved = voters.map { $0.replacing(",,1602052001,1", with: ",Pindah memilih,1602052001,7") }
    let resident = "1602050101099001,1602051104790009,FIRDAUS MAKRUF,OKI,1979-04-11,S,L,JL MAWAR,1,1,,1602052001,7"
    let case3 = try OfficeCase([
      "daftar-pemilih/a.csv": Self.header + voters.map { $0 + "\n" }.joined() + Self.others,
      "pindah-memilih/A-DPTb.csv": Self.header + moved.map { $0 + "\n" }.joined() + resident + "\n",
      "dpk/dpk.csv": Self.header + resident + "\n", "penduduk/p.csv": Self.header + resident + "\n",
    ])
    #expect(case3.data.roll.count == 45 && case3.data.lists[.movedVoters]?.count == 6)
    let about = ["ganda", "pindah-domisili", "meninggal", "belum-terdaftar", "wilayah-dpk-tinggi"]
    #expect(case3.findings.filter { about.contains($0.rule) }.isEmpty, "\(case3.lines)")
    #expect((0..<6).allSatisfy { case3.data.lists[.movedVoters]?[$0].mark == nil })
  }

  /// Cases 7 to 9: marks as offices write them.
  @Test(arguments: [
    ("1.0", "deceased"), ("1", "deceased"), ("01", "deceased"), ("MD", "deceased"), ("TMS MD", "deceased"),
    ("TMS 1", "deceased"), ("TMS-1", "deceased"), ("Meninggal Dunia", "deceased"), ("TMS 4 PINDAH", "moved"),
    ("08", "wrongStation"), ("8", "wrongStation"), ("U", "-"), ("√", "-"), ("v", "-"), ("BARU", "-"), ("", "-"),
    ("Pindah memilih", "-"), ("PEMILIH BARU", "-"), ("sudah dicek", "-"), ("99", "-"),
  ])
  func marksOfTheRoll(_ row: (written: String, mark: String)) throws {
    let voter =
      "1602050101010001,1602050101500001,KASMAN EFENDI,OKI,1950-01-01,S,L,JL MAWAR,1,1,\(row.written),1602052001,1"
    let office = try OfficeCase([
      "daftar-pemilih/a.csv": Self.roll(voter),
      "kematian/k.csv": "nik,nama,tanggal_lahir,sumber\n1602050101500001,KASMAN EFENDI,1950-01-01,akta kematian\n",
    ])
    // The voter is kept whatever the mark, and one who is struck is not proposed again.
    #expect(office.data.roll.count == 41 && office.data.rejections.isEmpty)
    #expect(office.data.roll[0].mark.map { "\($0)" } ?? "-" == row.mark)
    let struck = office.data.roll[0].mark?.removes == true
    #expect(office.of("meninggal").isEmpty == struck)
  }

  /// `TMS` and no reason: the voter is kept and proposed as any other, and the report says so once for the file.
  @Test func aMarkWithoutAReason() throws {
    func voter(_ written: String, _ number: Int) -> String {
      "160205010101000\(number),160205010150000\(number),KASMAN EFENDI,OKI,1950-01-01,S,L,JL MAWAR,1,1,\(written),1602052001,1"
    }
    func office(_ written: [String]) throws -> OfficeCase {
      try OfficeCase([
        "daftar-pemilih/a.csv": Self.header
          + written.enumerated().map { voter($1, $0 + 1) + "\n" }.joined() + Self.others,
        "kematian/k.csv": "nik,nama,tanggal_lahir,sumber\n1602050101500001,KASMAN EFENDI,1950-01-01,akta kematian\n",
      ])
    }
    let bare = try office(["TMS", "tidak memenuhi syarat", "1", "rumah kosong"])
    let notices = bare.data.notices.filter { $0.contains("hanya bertuliskan TMS") }
    #expect(notices.count == 1 && notices.allSatisfy { $0.contains("a.csv: 2 baris") && $0.contains("«keterangan»") })
    #expect(bare.data.notices.count { $0.contains("a.csv") } == 1)
    #expect(bare.data.roll.count == 44 && bare.data.rejections.isEmpty)
    #expect((0..<4).map { bare.data.roll[$0].mark } == [nil, nil, .deceased, nil])
    #expect(bare.of("meninggal").count == 1)
    let told = try office(["1", "TMS 1", "rumah kosong"])
    #expect(!told.data.notices.contains { $0.contains("TMS") })
  }

  /// Cases 10 and 11: marital codes, and the young.
  @Test(
    arguments: [
      ("2", nil), ("1", "pasti"), ("3", nil), ("4", nil), ("S", nil), ("B", "pasti"), ("P", nil),
      ("9", "perlu-verifikasi"),
    ] as [(String, String?)])
  func theYoungByMaritalCode(_ row: (code: String, tier: String?)) throws {
    let voter =
      "1602050101010001,1602052005100001,RANGGA PUTRA,OKI,2010-05-20,\(row.code),L,JL MAWAR,1,1,,1602052001,1"
    let office = try OfficeCase(["daftar-pemilih/a.csv": Self.roll(voter)])
    #expect(office.data.roll.count == 41)
    #expect(office.of("di-bawah-umur").map(\.tier.label) == (row.tier.map { [$0] } ?? []))
  }

  /// Case 12: no number, nothing but zeros, and numbers that offices give for the time being.
  @Test func numbersThatAreNone() throws {
    let rows = ["0", "0000000000000000", "0160205000000003"].enumerated().map {
      "1602050101010\($0)01,\($1),\(Self.names[$0]) TARUNA,OKI,198\($0)-0\($0 + 2)-12,S,L,JL MAWAR,1,1,,1602052001,1"
    }
    let office = try OfficeCase(["daftar-pemilih/a.csv": Self.roll(rows[0], rows[1], rows[2])])
    let defects = office.of("nik-tidak-valid").filter { (office.data.voter($0.rollReference)?.line ?? 9) < 5 }
    #expect(defects.count == 3 && office.of("ganda").isEmpty)
    #expect(defects.contains { $0.explanation.contains("NIK sementara") }, "\(defects.map(\.explanation))")
  }

  /// Case 13: four strangers with a family card of zeros are no family.
  @Test func aFamilyCardOfZeros() throws {
    let rows = (1...4).map {
      "0000000000000000,160205\(10 + $0)03\(70 + $0)000\($0),\(Self.names[$0]) TARUNA,OKI,19\(70 + $0)-03-\(10 + $0),S,L,JL \($0),\($0),1,,1602052001,\($0)"
    }
    let office = try OfficeCase(["daftar-pemilih/a.csv": Self.roll(rows[0], rows[1], rows[2], rows[3])])
    #expect(office.of("kk-beda-tps").isEmpty && office.of("ganda").isEmpty && office.of("kemungkinan-kembar").isEmpty)
  }

  /// Case 14: a day that was none, and one born on the 29th of February.
  @Test func leapDays() throws {
    let rows = ["29|02|2007", "29|02|2008"].enumerated().map {
      "1602050101010\($0)01,,\(Self.names[$0]) TARUNA,OKI,\($1),B,L,JL MAWAR,1,1,,1602052001,1"
    }
    let office = try OfficeCase(["daftar-pemilih/a.csv": Self.roll(rows[0], rows[1])], day: "2025-02-28")
    #expect(office.of("tanggal-lahir-tidak-wajar").map { office.data.voter($0.rollReference)?.line } == [2])
    let young = office.of("di-bawah-umur")
    #expect(young.map { office.data.voter($0.rollReference)?.line } == [3])
    #expect(young.allSatisfy { $0.explanation.contains("16 tahun") })
  }

  /// Cases 15 and 16: numbers that a spreadsheet cut, and numbers that only look equal to one.
  @Test func numbersThatLookEqual() throws {
    let cut = (0...1).map {
      "1602050101010\($0)01,1.60205E+15,\(Self.names[$0]) TARUNA,OKI,198\($0)-0\($0 + 2)-12,S,L,JL MAWAR,1,1,,1602052001,1"
    }
    let text = (1...2).map {
      "1602050101020\($0)01,160205120385000\($0),\(Self.names[$0 + 2]) WIDODO,OKI,196\($0)-1\($0)-23,S,L,JL MAWAR,1,1,,1602052001,1"
    }
    let office = try OfficeCase(["daftar-pemilih/a.csv": Self.roll(cut[0], cut[1], text[0], text[1])])
    #expect(office.of("ganda").isEmpty, "\(office.of("ganda").map { $0.explanation + $0.evidence })")
    #expect(office.of("nik-sama-orang-berbeda").isEmpty)
    #expect(office.data.roll.count == 44)
  }

  /// Case 20: blanks inside a code.
  @Test(arguments: ["16.02. 05.2001", " 16.02.05.2001 ", "1602 05 2001", "16.02.05.2001"])
  func codesWithBlanks(_ code: String) throws {
    let office = try OfficeCase([
      "daftar-pemilih/a.csv": Self.header
        + "1602050101010001,1602050101500001,KASMAN EFENDI,OKI,1950-01-01,S,L,JL MAWAR,1,1,,\(code),1\n" + Self.others
    ])
    #expect(office.data.roll[0].area.code.description == "1602052001")
  }

  /// Case 22: names that are none keep their voter, and every count by name.
  @Test(arguments: ["TANPA NAMA", "A", "X", "NY", "TES TES", "?????", "-", "...", "1234"])
  func oddNamesKeepTheirVoter(_ name: String) throws {
    let voter = "1602050101010001,1602050101500001,\(name),OKI,1950-01-01,S,L,JL MAWAR,1,1,,1602052001,1"
    let office = try OfficeCase(["daftar-pemilih/a.csv": Self.roll(voter)])
    #expect(office.data.roll.count == 41 && office.data.rejections.isEmpty)
    #expect(office.data.roll[0].text(.name) == name)
  }

  /// A byte-order mark before `padan.yaml`, as Notepad saves it.
  @Test func planWithAByteOrderMark() throws {
    let office = try OfficeCase([
      "padan.yaml": "\u{FEFF}wilayah: \"1602\"\npemilihan:\n  tanggal_acuan: 2026-11-21\n",
      "daftar-pemilih/a.csv": Self.roll(),
    ])
    #expect(!office.data.notices.contains { $0.contains("tanggal_acuan") })
  }
}

extension Finding {
  /// The row that the finding stands on; a row that does not exist for areas.
  var rollReference: RowReference {
    if case .person(let row) = self.subject { return row }
    return RowReference(role: .previousRoll, row: 0)
  }
}
