import RollModel

/// Texts of a made-up roll, kept as they were "written"; offsets count rows.
struct SampleTexts: RowTexts {
  var rows: [[Field: String]] = []

  func text(_ field: Field, at offset: Int) -> String { rows[offset][field] ?? "" }
}

/// A made-up person on a made-up roll. Every text may be hostile.
struct SamplePerson {
  var name: String
  var nik: UInt64 = 0
  var nkk: UInt64 = 0
  var birth = "1980-05-17"
  var sex = Sex.male
  var area = 1
  var tps = 1
  var rt = 1
  var rw = 1
  var mark: TMSCode?
  var address = "JL. MAWAR 3"
  var place = "KAYU AGUNG"
  var disability = 0
  var nikText: String?
}

enum Sample {
  static let areas = AreaTable(
    entries: [
      entry(0, "", "", 0), entry(16_02_05_2001, "Celikah", "Kayu Agung", 1),
      entry(16_02_05_2002, "Tanjung Rancing", "Kayu Agung", 1),
      entry(16_02_13_2001, "Desa \"Bukit\" <Indah> & Lestari, Timur", "Lempuing", 2),
    ],
    kecamatanNames: ["", "Kayu Agung", "Lempuing"],
    kecamatanCodes: [AreaCode(number: 0), AreaCode(number: 16_02_05_0000), AreaCode(number: 16_02_13_0000)],
    kabupatenName: "Ogan Komering Ilir")

  static func entry(_ code: UInt64, _ desa: String, _ kecamatan: String, _ number: Int) -> AreaTable.Entry {
    AreaTable.Entry(code: AreaCode(number: code), desa: desa, kecamatan: kecamatan, kecamatanNumber: number)
  }

  static func roll(
    _ role: Role, _ people: [SamplePerson], path: String, state: SourceFile.NumberState = .full
  ) -> Roll {
    var columns = RollColumns()
    var texts = SampleTexts()
    var lexicon = Lexicon(areas: areas)
    _ = lexicon.notes.intern("")
    for (row, person) in people.enumerated() {
      columns.nik.append(NIK(number: person.nik))
      columns.nkk.append(NIK(number: person.nkk))
      columns.birth.append(CalendarDay(iso: person.birth) ?? CalendarDay())
      columns.tokenStart.append(0)
      columns.place.append(0)
      columns.address.append(0)
      columns.area.append(UInt32(person.area))
      columns.rt.append(UInt16(person.rt))
      columns.rw.append(UInt16(person.rw))
      columns.tps.append(UInt16(person.tps))
      columns.codes.append(
        VoterCodes(sex: person.sex, marital: .married, mark: person.mark, disability: person.disability))
      columns.event.append(CalendarDay())
      columns.evidence.append(0)
      columns.file.append(0)
      columns.line.append(UInt32(row + 2))
      columns.offset.append(UInt64(row))
      texts.rows.append([
        .name: person.name, .nik: person.nikText ?? NIK(number: person.nik).description,
        .nkk: NIK(number: person.nkk).description, .birthDate: person.birth, .birthPlace: person.place,
        .address: person.address, .sex: person.sex.code, .disability: "\(person.disability)",
      ])
    }
    var file = SourceFile(path: path, role: role, format: "csv", bytes: people.count * 120)
    file.rowsRead = people.count + 1
    file.rowsUsed = people.count
    file.rowsQuarantined = 1
    file.nikState = state
    return Roll(role: role, lexicon: lexicon, files: [file], columns: columns, texts: [texts])
  }

  static let hostileNames = [
    "=HYPERLINK(\"http://x\";\"klik\")", "<script>alert('x')</script>", "SITI \"NUR\" AMINAH", "RINA\nBARIS DUA",
    "🙂 ÉMOJI & CO", String(repeating: "PANJANG ", count: 40), "+62 NAMA", "-", "@SUM(A1)", "A'ISYAH",
  ]

  /// `count` people over three desa; the first names are hostile.
  static func people(_ count: Int) -> [SamplePerson] {
    (0..<count).map { i in
      let sex: Sex = i % 2 == 0 ? .male : .female
      let day = i % 28 + 1
      let digits = UInt64((sex == .female ? day + 40 : day) * 10_000 + 580)
      return SamplePerson(
        name: i < hostileNames.count ? hostileNames[i] : "NAMA CONTOH \(i)",
        nik: 1_602_050_000_000_000 + digits * 10_000 + UInt64(i % 9_999) + 1,
        nkk: 1_602_051_501_120_000 + UInt64(i / 3 % 9_999) + 1,
        birth: "1980-05-" + (day < 10 ? "0" : "") + "\(day)", sex: sex, area: i % 3 + 1, tps: i % 4 + 1,
        rt: i % 5, rw: i % 3, disability: i % 7)
    }
  }

  static let cards: [RuleCard] = [
    card("meninggal", .kematian, .deceased, .tms), card("ganda", .ganda, .duplicate, .tms),
    card("di-bawah-umur", .kelayakan, .underage, .tms),
    card("nik-beda-tanggal-lahir", .dataDiri, nil, .data), card("kemungkinan-kembar", .ganda, nil, .check),
    card("belum-terdaftar", .daftarKhusus, nil, .missing),
    card("rt-belum-tercoklit", .coklit, nil, .coverage),
  ]

  static func card(_ id: String, _ category: RuleCategory, _ code: TMSCode?, _ severity: Severity) -> RuleCard {
    RuleCard(
      id: id, category: category, tmsCode: code, severity: severity, authority: ["UU 7/2017 Pasal 198"],
      summary: "Ringkasan \(id).", why: "Sebab.", verify: "Cocokkan dengan KTP-el atau KK.",
      action: "Cocokkan dengan dokumen kependudukan, lalu putuskan.", examples: [])
  }
}
