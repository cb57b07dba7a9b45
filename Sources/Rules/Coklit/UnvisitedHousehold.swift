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
      satu: RT-nya yang menjadi temuan. RT dengan catatan kunjungan tanpa NKK tidak dinilai, karena keluarga mana yang \
      didatangi tidak diketahui.
      """,
    verify: "Tanyakan kepada keluarga apakah Pantarlih pernah datang; periksa stiker dan tanda bukti coklit.",
    action: "Minta keluarga ini didatangi atau catatan kunjungannya dilengkapi.",
    examples: [
      Example(
        """
        [daftar-pemilih]
        ? | nkk              | nama | tanggal_lahir | kode_desa  | rt | rw
          | 1602050101100001 | ANI  | 1980-02-03    | 1602052001 | 1  | 1
        ! | 1602050101100002 | ANA  | 1970-02-03    | 1602052001 | 1  | 1
          | 1602050101100002 | ANU  | 1990-02-03    | 1602052001 | 1  | 1
        ! | 1602050101100003 | INA  | 1970-02-03    | 1602052001 | 1  | 1
          | 1602050101100004 | INI  | 1970-02-03    | 1602052001 | 2  | 1
          | 1602050101100005 | BAI  | 1970-02-03    | 1602052001 | 3  | 1
          | 1602050101100006 | BAU  | 1970-02-03    | 1602052001 | 3  | 1
        [coklit]
          | nkk              | kode_desa  | rt | rw | tanggal_coklit | stiker
          | 1602050101100001 | 1602052001 | 1  | 1  | 2026-06-24 | Ya
          | 1602050101100005 | 1602052001 | 3  | 1  | 2026-06-24 | Ya
          |                  | 1602052001 | 3  | 1  | 2026-06-24 | Ya
          | 1602050101100003 | 1602052001 | 1  | 1  |            | Ya
        """)
    ])

  let settings: RuleValues

  func findings(in context: RuleContext) -> [Finding] {
    context.ledger.households.compactMap { household in
      guard !household.isVisited, household.area != 0, isPassedBy(household, context.ledger) else { return nil }
      guard let subject = context.eldest(context.ledger.members(of: household)) else { return nil }
      return context.finding(
        Self.card, on: subject, evidence: "data coklit; NKK pada daftar pemilih", .passedBy(Int(household.count)),
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
  fileprivate static func passedBy(_ voters: Int) -> String {
    voters == 1
      ? "keluarga dengan 1 pemilih belum ada catatan kunjungan coklitnya"
      : "keluarga dengan \(voters) pemilih belum ada catatan kunjungan coklitnya"
  }
}
