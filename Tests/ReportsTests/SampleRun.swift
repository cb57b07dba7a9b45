import RollModel

extension Sample {
  static let lines = [
    EvidenceLine(
      comparison: "peluang awal", level: "satu pasangan sejati dari sekian", m: nil, u: nil, weight: .init(-18.25)),
    EvidenceLine(comparison: "nama", level: "sama", m: 0.9, u: 0.000_01, weight: .init(16.4)),
    EvidenceLine(comparison: "tanggal lahir", level: "sama", m: 0.95, u: 0.000_05, weight: .init(14.2)),
  ]

  /// A run over `voters` voters with findings of every kind; `dataFindings` of the plain sort.
  static func record(
    voters: Int = 60, dataFindings: Int = 12, state: SourceFile.NumberState = .full
  ) -> RunRecord {
    let roll = roll(.roll, people(voters), path: "daftar-pemilih/kayu agung, 1.csv", state: state)
    let deaths = Self.roll(.deaths, people(8), path: "kematian/akta.csv")
    let residents = Self.roll(.residents, people(6), path: "penduduk/ktp.csv")
    var data = CaseData(lexicon: roll.lexicon, roll: roll, lists: [.deaths: deaths, .residents: residents])
    data.files = roll.files + deaths.files + residents.files
    data.rejections = [
      Rejection(
        file: "daftar-pemilih/kayu agung, 1.csv", line: 9, field: "tanggal_lahir", reason: "bukan tanggal",
        value: "=cmd")
    ]
    data.notices = ["Berkas <satu> tidak mempunyai kolom RT."]
    var record = RunRecord(
      toolVersion: "0.0-uji", data: data, matches: matches(), findings: findings(roll, dataFindings),
      areas: areas(roll),
      office: Office(
        name: "Bawaslu Kabupaten Ogan Komering Ilir", address: "Jalan Letnan Darna Jambi, Kayuagung",
        letterCode: "K.SS-09", town: "Kayuagung"),
      election: Election(kind: .pdpb, referenceDay: CalendarDay(day: 21, month: 11, year: 2026)),
      visits: VisitPeriod(), cards: cards,
      stages: [Stage(name: "baca", seconds: 0.125, rows: voters, bytes: voters * 120, peakMiB: 40)])
    for i in record.findings.indices { record.findings[i].id = "F" + String(i + 100_000) }
    return record
  }

  private static func findings(_ roll: Roll, _ dataFindings: Int) -> [Finding] {
    var found: [Finding] = []
    for row in 0..<min(8, roll.count) {
      var finding = Finding(
        card: cards[0], tier: [.certain, .strong, .verify][row % 3], subject: .person(.init(role: .roll, row: row)),
        counterpart: .init(role: .deaths, row: row), weight: .init(12.345), probability: .init(0.998_765_4),
        evidence: "akta kematian; NIK sama", explanation: "nama dan tanggal lahir sama dengan daftar kematian",
        lines: lines, factHash: UInt64(row))
      if row == 4 { finding.heldBack = "ada bukti hidup yang lebih baru" }
      found.append(finding)
    }
    for row in 10..<min(14, roll.count) {
      found.append(
        Finding(
          card: cards[1], tier: row == 13 ? .verify : .certain, subject: .person(.init(role: .roll, row: row)),
          counterpart: .init(role: .roll, row: row + 1), weight: .init(21.5), probability: .init(0.999_999_7),
          grade: .one, evidence: "NIK sama", explanation: "dua baris memuat data yang sama", lines: lines,
          factHash: UInt64(100 + row)))
    }
    for row in 20..<min(23, roll.count) {
      found.append(
        Finding(
          card: cards[2], tier: .certain, subject: .person(.init(role: .roll, row: row)), evidence: "tanggal lahir",
          explanation: "berusia 16 tahun pada tanggal acuan dan berstatus belum kawin", factHash: UInt64(200 + row)))
    }
    for k in 0..<dataFindings {
      found.append(
        Finding(
          card: cards[3], tier: .certain, subject: .person(.init(role: .roll, row: k % roll.count)),
          evidence: "NIK; tanggal lahir", explanation: "tanggal dalam NIK (17-05) berbeda dari tanggal lahir",
          factHash: UInt64(300 + k)))
    }
    found.append(
      Finding(
        card: cards[4], tier: .twin, subject: .person(.init(role: .roll, row: 5)),
        counterpart: .init(role: .roll, row: 6), weight: .init(9.5), probability: .init(0.7), grade: .two,
        evidence: "NKK sama", explanation: "nama mirip dalam satu KK", lines: lines, factHash: 9_001))
    found.append(
      Finding(
        card: cards[5], tier: .strong, subject: .person(.init(role: .residents, row: 2)), evidence: "KTP-el",
        explanation: "tidak ditemukan pada daftar pemilih", factHash: 9_002))
    found.append(
      Finding(
        card: cards[6], tier: .certain, subject: .area(AreaKey(kecamatan: 2, desa: 3, rw: 2, rt: 4)),
        evidence: "0 dari 31 KK", explanation: "RT 004 RW 002 belum tercoklit", factHash: 9_003))
    return found
  }

  private static func matches() -> MatchResults {
    var results = MatchResults()
    results.duplicates = [
      Pair(
        a: 10, b: 11, weight: .init(21.5), probability: .init(0.999_999_7), tier: .certain, grade: .one, cluster: 1,
        subject: 10, explanation: lines),
      Pair(a: 12, b: 13, weight: .init(-1.25), probability: .init(0.3), tier: .candidate, subject: 12),
    ]
    results.links[.deaths] = [
      Pair(a: 0, b: 0, weight: .init(12.345), probability: .init(0.998_765_4), tier: .strong, subject: 0)
    ]
    results.duplicateReport.pairsEnumerated = 120
    results.duplicateReport.prior = 743.25
    results.duplicateReport.passes = [
      PassReport(name: "NIK", keys: 60, pairs: 4, foundFirst: 2, recall: 0.5, skippedBlocks: 0, skippedRows: 0)
    ]
    results.duplicateReport.expectedFound = 3.9
    results.duplicateReport.expectedMissed = 0.25
    results.duplicateReport.coincidences = [
      CoincidenceCount(agreement: "nama dan tanggal lahir sama", found: 7, expected: 2.345),
      CoincidenceCount(agreement: "nama dan tahun lahir sama", found: 190, expected: 181.2),
    ]
    results.duplicateReport.estimatedFalseShare = [(.certain, 3, 0.001), (.strong, 1, 0.02)]
    var frozen = MatchReport()
    frozen.isFrozen = true
    frozen.drift = [
      FieldDrift(field: "tempat lahir", level: "sama", frozen: 0.85, now: 0.7, variation: 0.15, pairs: 320.5)
    ]
    frozen.notices = ["Model beku tidak lagi cocok untuk daftar kematian."]
    results.linkReports[.deaths] = frozen
    let table = SavedModel.Table(
      field: "tempat lahir", pairs: 812.25,
      levels: [
        SavedModel.Level(name: "sama", m: 0.85, u: nil), SavedModel.Level(name: "berbeda", m: 0.15, u: 0.25),
      ])
    let part = SavedModel.Part(prior: 0.0074, keptDefaults: false, tables: [table])
    results.model = SavedModel(
      numbers: .full, seed: 1, voters: 60, cardPairsPerVoter: 1.5, twinShare: 0.002, household: [table],
      duplicates: part, lists: [.deaths: part])
    return results
  }

  private static func areas(_ roll: Roll) -> [AreaSummary] {
    let keys =
      [AreaKey()] + [1, 2].map { AreaKey(kecamatan: $0) }
      + [(1, 1), (1, 2), (2, 3)].flatMap { kecamatan, desa in
        [AreaKey(kecamatan: kecamatan, desa: desa)]
          + (1...4).map { AreaKey(kecamatan: kecamatan, desa: desa, tps: $0) }
      }
    return keys.enumerated().map { number, key in
      var area = AreaSummary(key: key)
      area.voters = roll.count / (number + 1)
      area.men = area.voters / 2
      area.women = area.voters - area.men
      area.households = area.voters / 3
      area.householdsExpected = area.households + 1
      area.householdsVisited = area.households * 9 / 10
      area.votersVisited = area.voters * 9 / 10
      area.proposed = [.deceased: 8 / (number + 1), .duplicate: 4 / (number + 1)]
      area.specialListVoters = 5
      area.specialListGenuine = 2
      area.index = AreaScore(
        value: Double(90 - number * 5), lower: Double(80 - number * 5), upper: Double(95 - number * 5),
        parts: [40, 100, nil, 20, 0, 60])
      return area
    }.sorted { $0.key < $1.key }
  }
}
