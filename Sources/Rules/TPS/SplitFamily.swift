import RollModel

/// Flags a family card whose voters stand in different stations of one desa: one finding a family.
///
/// It stands on the eldest voter of the smallest part. Special stations are exempt.
struct SplitFamily: RollRule {
  static let card = RuleCard(
    id: "kk-beda-tps",
    category: .tps,
    severity: .check,
    authority: Authority.roll,
    summary: "Pemilih dalam satu KK terbagi ke TPS yang berbeda dalam satu desa.",
    why: """
      Satu keluarga tidak dipisahkan ke TPS yang berbeda. Temuan berdiri pada pemilih tertua di bagian keluarga yang \
      lebih kecil. TPS lokasi khusus (bernomor 901 ke atas) dikecualikan, begitu pula NKK yang terpotong atau \
      disamarkan dan nomor yang dipakai terlalu banyak orang untuk satu keluarga. Baris-baris satu orang yang tercatat \
      ganda dihitung satu kali.
      """,
    verify: "Cocokkan KK dan alamat; pastikan keluarga itu masih serumah.",
    action: "Satukan keluarga di TPS yang terdekat dengan tempat tinggalnya.",
    examples: [
      Example(
        """
        ? | nkk              | nama | tanggal_lahir | kode_desa  | tps
          | 1602050101100001 | AYAH | 1970-02-03    | 1602052001 | 1
          | 1602050101100001 | IBU  | 1972-02-03    | 1602052001 | 1
        ! | 1602050101100001 | ANAK | 2000-02-03    | 1602052001 | 2
          | 1602050101100002 | ADI  | 1970-02-03    | 1602052001 | 1
          | 1602050101100002 | ADA  | 1975-02-03    | 1602052002 | 2
          | 1602050101100003 | BUDI | 1970-02-03    | 1602052001 | 1
          | 1602050101100003 | BADU | 2000-02-03    | 1602052001 | 901
          | 160205010110**** | CITA | 1970-02-03    | 1602052001 | 1
          | 160205010110**** | CITO | 1971-02-03    | 1602052001 | 2
          | 1602050101100004 | DANI | 1970-02-03    | 1602052001 | 1
        ! | 1602050101100004 | DANA | 1971-02-03    | 1602052001 | 3
          | 1602050101100005 | EKA  | 1971-02-03    | 1602052001 | 1
          | 1602050101100005 | EKO  | 1971-02-03    | 1602052001 |
        """),
      Example(
        """
        ? | nkk              | nik              | nama           | tanggal_lahir | jenis_kelamin | kode_desa  | tps
          | 1602050101100001 | 1602051203850001 | HENDRA LESMANA | 1985-03-12    | L             | 1602052001 | 1
          | 1602050101100001 | 1602051203850001 | HENDRA LESMANA | 1985-03-12    | L             | 1602052001 | 2
          | 1602050101100002 | 1602054508900003 | RATNA JUWITA   | 1990-08-05    | P             | 1602052001 | 1
          | 1602050101100002 | 1602054508900003 | RATNA JUWITA   | 1990-08-05    | P             | 1602052001 | 2
          | 1602050101100002 | 1602051407700004 | BURHANUDDIN    | 1970-07-14    | L             | 1602052001 | 2
          | 1602050101100003 | 1602054807710005 | ROHANA         | 1971-07-08    | P             | 1602052001 | 1
          | 1602050101100003 | 1602054807710005 | ROHANA         | 1971-07-08    | P             | 1602052001 | 2
          | 1602050101100003 | 1602050503810009 | GILANG RAMADAN | 1981-03-05    | L             | 1602052001 | 1
        ! | 1602050101100003 | 1602054107820008 | MARYAM         | 1982-07-01    | P             | 1602052001 | 2
        """),
      Example(
        settings: ["maks_anggota": "2"],
        """
        ? | nkk              | nama | tanggal_lahir | kode_desa  | tps
          | 1602050101100001 | AYAH | 1970-02-03    | 1602052001 | 1
          | 1602050101100001 | IBU  | 1972-02-03    | 1602052001 | 1
          | 1602050101100001 | ANAK | 2000-02-03    | 1602052001 | 2
        ! | 1602050101100002 | ADI  | 1970-02-03    | 1602052001 | 2
          | 1602050101100002 | ADA  | 1975-02-03    | 1602052001 | 1
        """),
    ])

  static let largest = Setting(
    "maks_anggota", 30, in: 2...1000, "NKK yang dipakai lebih banyak pemilih dari ini tidak dianggap satu keluarga.")
  static let settings: [any AnySetting] = [largest]

  static let needs = [NumberNeed(.roll, .nkk, .all)]
  static let fields = FieldNeed.of(.roll, .areaCode, .tps)

  private let largest: Int

  init(settings: RuleValues) { largest = settings[Self.largest] }

  func findings(in context: RuleContext) -> [Finding] {
    let persons = RepeatedPersons(context)
    return context.ledger.households.compactMap { finding(on: $0, persons, in: context) }
  }

  private func finding(on household: Household, _ persons: RepeatedPersons, in context: RuleContext) -> Finding? {
    guard household.count > 1, household.count <= largest, household.area != 0, household.nkk.isFull else { return nil }
    let stations = context.roll.columns.tps
    let all = context.ledger.members(of: household)
    guard all.contains(where: { stations[Int($0)] != household.tps && stations[Int($0)] != 0 }) else { return nil }
    let members = persons.onceEach(all.filter { stations[Int($0)] != 0 })
    var parts: [(tps: UInt16, voters: Int)] = []
    for member in members {
      let tps = stations[Int(member)]
      if let place = parts.firstIndex(where: { $0.tps == tps }) {
        parts[place].voters += 1
      } else {
        parts.append((tps, 1))
      }
    }
    parts.sort { ($1.voters, $0.tps) < ($0.voters, $1.tps) }
    guard parts.count > 1, let smallest = parts.last,
      let subject = context.eldest(members.filter { stations[Int($0)] == smallest.tps })
    else { return nil }
    return context.finding(
      Self.card, on: subject, evidence: "NKK dan TPS pada daftar pemilih", .split(parts),
      factHash: FactHash.family(household.nkk, in: subject.area))
  }
}

extension String {
  fileprivate static func split(_ parts: [(tps: UInt16, voters: Int)]) -> String {
    let places = parts.map { "TPS \(PlaceWords.padded(Int($0.tps))) (\($0.voters) pemilih)" }
    return "satu KK terbagi: " + places.joined(separator: ", ")
  }
}
