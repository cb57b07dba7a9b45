import RollModel

/// Flags a household of the roll that coklit passed by although it visited others in the same RT.
///
/// Only where visits carry family card numbers. One finding a household, on its eldest voter.
struct UnvisitedHousehold: RollRule {
  static let card = RuleCard(
    id: "kk-belum-tercoklit",
    category: .coklit,
    severity: .coverage,
    authority: Authority.visits,
    summary: "Keluarga pada daftar pemilih tanpa catatan kunjungan, di RT yang sudah didatangi.",
    why: """
      Setiap keluarga didatangi saat coklit. Keluarga di RT yang belum didatangi sama sekali tidak disebut satu per \
      satu: RT-nya yang menjadi temuan. RT dengan catatan kunjungan tanpa NKK tidak dinilai, karena keluarga mana \
      yang didatangi tidak diketahui. NKK yang kehilangan angka terakhirnya dibandingkan pada 15 angka; bila 15 \
      angka itu dapat berarti lebih dari satu keluarga di desa itu, keluarga itu tidak dinilai. Begitu pula yang \
      NKK-nya mungkin salah tulis, yaitu berbeda satu angka, atau dua angka bersebelahan yang tertukar, dari NKK \
      sebuah kunjungan: dari kunjungan di desa itu yang tidak disebut di RT lain dan bukan milik keluarga lain pada \
      daftar pemilih; bagi pemilih sendirian juga dari kunjungan keluarga lain di RT-nya, tetapi bila bedanya hanya \
      pada empat angka terakhir, hanya bila alamatnya pun sama: dua KK yang terbit pada hari yang sama memang \
      bernomor urut berdekatan. Keluarga yang NKK-nya sendiri tertulis pada data coklit sebagai belum dikunjungi \
      selalu disebut.
      """,
    verify: "Tanyakan kepada keluarga apakah Pantarlih pernah datang; periksa stiker dan tanda bukti coklit.",
    action: "Minta didatangi, atau lengkapi catatannya.",
    examples: [
      Example(
        """
        [daftar-pemilih]
        ? | nkk              | nama | tanggal_lahir | kode_desa  | rt | rw
          | 1602050304110001 | ANI  | 1980-02-03    | 1602052001 | 1  | 1
        ! | 1602051907120001 | ANA  | 1970-02-03    | 1602052001 | 1  | 1
          | 1602051907120001 | ANU  | 1990-02-03    | 1602052001 | 1  | 1
        ! | 1602052211150002 | INA  | 1970-02-03    | 1602052001 | 1  | 1
          | 1602050809180001 | INI  | 1970-02-03    | 1602052001 | 2  | 1
          | 1602051412090001 | BAI  | 1970-02-03    | 1602052001 | 3  | 1
          | 1602052606200003 | BAU  | 1970-02-03    | 1602052001 | 3  | 1
        [coklit]
          | nkk              | kode_desa  | rt | rw | tanggal_coklit | stiker
          | 1602050304110001 | 1602052001 | 1  | 1  | 2026-06-24 | Ya
          | 1602051412090001 | 1602052001 | 3  | 1  | 2026-06-24 | Ya
          |                  | 1602052001 | 3  | 1  | 2026-06-24 | Ya
          | 1602052211150002 | 1602052001 | 1  | 1  |            | Ya
        """),
      Example(
        """
        [daftar-pemilih]
        ? | nkk              | nama | tanggal_lahir | kode_desa  | rt | rw
          | 1602050101100001 | ANI  | 1980-02-03    | 1602052001 | 1  | 1
          | 1602050203110002 | ANA  | 1970-02-03    | 1602052001 | 1  | 1
        ! | 1602051709150003 | INA  | 1970-02-03    | 1602052001 | 1  | 1
          | 160205011217000* | INI  | 1970-02-03    | 1602052001 | 1  | 1
          | 160205060918000* | ANO  | 1970-02-03    | 1602052001 | 1  | 1
        ! | 160205240819000* | ANU  | 1970-02-03    | 1602052001 | 1  | 1
        [coklit]
          | nkk              | kode_desa  | rt | rw | tanggal_coklit | stiker
          | 1602050101100001 | 1602052001 | 1  | 1  | 2026-06-24 | Ya
          | 1602050203170002 | 1602052001 | 1  | 1  | 2026-06-24 | Ya
          | 1602050112170004 | 1602052001 | 1  | 1  | 2026-06-24 | Ya
          | 1602050609180001 | 1602052001 | 1  | 1  | 2026-06-24 | Ya
          | 1602050609180002 | 1602052001 | 1  | 1  | 2026-06-25 | Ya
        """),
      Example(
        """
        [daftar-pemilih]
        ? | nkk              | nama | tanggal_lahir | kode_desa  | rt | rw
          | 1602050101100001 | ANI  | 1980-02-03    | 1602052001 | 1  | 1
        ! | 1602050101100010 | ANA  | 1970-02-03    | 1602052001 | 1  | 1
          | 1602050101170001 | INA  | 1970-02-03    | 1602052001 | 1  | 1
        ! | 1602050203110002 | ANO  | 1970-02-03    | 1602052001 | 1  | 1
          | 1602050112710003 | INI  | 1970-02-03    | 1602052001 | 1  | 1
          | 1602050112710003 | INU  | 1975-02-03    | 1602052001 | 1  | 1
        [coklit]
          | nkk              | kode_desa  | rt | rw | tanggal_coklit | stiker
          | 1602050101100001 | 1602052001 | 1  | 1  | 2026-06-24 | Ya
          | 1602050203170002 | 1602052001 | 1  | 1  | 2026-06-24 | Ya
          | 1602050203110002 | 1602052001 | 1  | 1  |            | Tidak
          | 1602050112170003 | 1602052001 | 1  | 1  | 2026-06-24 | Ya
        """),
      Example(
        """
        [daftar-pemilih]
        ? | nkk              | nama | tanggal_lahir | alamat           | kode_desa  | rt | rw
          | 1602050101100001 | ANI  | 1980-02-03    | JL MELATI NO 5   | 1602052001 | 1  | 1
          | 1602050101100010 | ANA  | 1970-02-03    | JL MELATI RT 01  | 1602052001 | 1  | 1
        ! | 1602050101100003 | INA  | 1970-02-03    | JL MELATI NO 7   | 1602052001 | 1  | 1
          | 1602050101170001 | ANO  | 1970-02-03    | BLOK C           | 1602052001 | 1  | 1
        [coklit]
          | nkk              | kode_desa  | rt | rw | tanggal_coklit | stiker
          | 1602050101100001 | 1602052001 | 1  | 1  | 2026-06-24 | Ya
        """),
      Example(
        """
        [daftar-pemilih]
        ? | nkk              | nama | tanggal_lahir | kode_desa  | rt | rw
          | 1602050304110001 | ANI  | 1980-02-03    | 1602052001 | 1  | 1
        ! | 1602051907120001 | ANA  | 1970-02-03    | 1602052001 | 1  | 1
          | 1602051412090001 | BAI  | 1970-02-03    | 1602052002 | 3  | 1
        [coklit]
          | nkk              | stiker
          | 1602050304110001 | Ya
        """),
    ])

  static let lists = [Role.visits]
  static let absentFrom = [Role.visits]
  static let needs = [NumberNeed(.roll, .nkk, .kept), NumberNeed(.visits, .nkk, .kept)]

  let settings: RuleValues

  func findings(in context: RuleContext) -> [Finding] {
    let isWhole = context.data.visits.nkk.allSatisfy { !$0.isCut }
    return context.ledger.households.compactMap { household in
      guard household.visit == .unvisited, household.area != 0, isPassedBy(household, context.ledger) else {
        return nil
      }
      guard let subject = context.eldest(context.ledger.members(of: household)) else { return nil }
      return context.finding(
        Self.card, on: subject, evidence: "data coklit",
        .passedBy(Int(household.count), digits: isWhole && household.nkk.isFull ? 16 : 15),
        factHash: FactHash.family(household.nkk, in: subject.area))
    }
  }

  private func isPassedBy(_ household: Household, _ ledger: AreaLedger) -> Bool {
    let key = AreaKey(desa: Int(household.area), rw: Int(household.rw), rt: Int(household.rt))
    guard let place = household.rt == 0 ? ledger.village(key.desa) : ledger.neighbourhood(key) else { return false }
    return place.isCoveredByVisits && place.visitsUnnumbered == 0 && place.visitsFiled + place.rollHouseholdsVisited > 0
  }
}

extension String {
  fileprivate static func passedBy(_ voters: Int, digits: Int) -> String {
    "\(voters) pemilih, tanpa catatan coklit"
      + (digits == 16 ? "" : "; NKK dibandingkan pada \(digits) angka")
  }
}
