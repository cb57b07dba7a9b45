import RollModel

/// Flags a voter whom the earlier roll struck and this one has again.
struct BackWithoutReason: RollRule {
  static let card = RuleCard(
    id: "tms-muncul-lagi",
    category: .kelayakan,
    severity: .check,
    authority: Authority.roll,
    summary: "Pemilih yang dicoret pada daftar sebelumnya muncul lagi tanpa tanda.",
    why: """
      Sebab yang biasa: akta kematian belum ada sehingga data Disdukcapil memasukkannya lagi, atau hasil coklit \
      tidak terbawa ke daftar berikutnya. Bisa juga pencoretan dahulu keliru dan sudah dibetulkan. Karena itu yang \
      diminta adalah alasannya, bukan pencoretan. Yang dicoret karena pindah dan kini terdaftar di desa lain tidak \
      disebut: memang begitu akhir kepindahan. Yang NIK-nya ada pada baris yang dikarantina (lihat karantina.csv) \
      hanya perlu-verifikasi, dengan berkas dan barisnya.
      """,
    verify: "Tanyakan kepada KPU alasan pemilih itu dimasukkan kembali; cocokkan dengan dokumen pencoretan dahulu.",
    action: "Minta alasan; bila sebab TMS masih ada, usulkan dikeluarkan disertai dokumennya.",
    examples: [
      Example(
        """
        [daftar-pemilih]
        ? | nik              | nama           | tanggal_lahir | kode_desa  | keterangan
        ! | 1602051203850001 | HENDRA LESMANA | 1985-03-12    | 1602052001 |
          | 1602054508900003 | RATNA JUWITA   | 1990-08-05    | 1602052001 | 4
        ! | 1602051407700004 | BURHANUDDIN    | 1970-07-14    | 1602052001 |
          | 1602054807710005 | ROHANA         | 1971-07-08    | 1602052001 |
          | 1602050503810009 | GILANG RAMADAN | 1981-03-05    | 1602052001 |
          | 1602054107820008 | MARYAM         | 1982-07-01    | 1602052002 |
        ! | 1602054207830009 | SUHARTI        | 1983-07-02    | 1602052001 |
        ! | 1602050307840010 | WIRANTO        | 1984-07-03    | 1602052002 |
        [daftar-sebelumnya]
          | nik              | nama           | tanggal_lahir | kode_desa  | keterangan
          | 1602051203850001 | HENDRA LESMANA | 1985-03-12    | 1602052001 | 1
          | 1602054508900003 | RATNA JUWITA   | 1990-08-05    | 1602052001 | 4
          | 1602051407700004 | BURHANUDDIN    | 1970-07-14    | 1602052001 | 2
          | 1602054807710005 | ROHANA         | 1971-07-08    | 1602052001 | 8
          | 1602050503810009 | GILANG RAMADAN | 1981-03-05    | 1602052001 |
          | 1602054107820008 | MARYAM         | 1982-07-01    | 1602052001 | 4
          | 1602054207830009 | SUHARTI        | 1983-07-02    | 1602052001 | 4
          | 1602050307840010 | WIRANTO        | 1984-07-03    | 1602052001 | 1
        """)
    ])

  static let lists = [Role.previousRoll]
  static let absentFrom = [Role.previousRoll]
  static let needs = RollChanges.needs

  let settings: RuleValues

  func findings(in context: RuleContext) -> [Finding] {
    guard let previous = context.data.lists[.previousRoll], let changes = context.ledger.changes else { return [] }
    var said: Set<Int32> = []
    return changes.now.indices.compactMap { row in
      let now = changes.now[row]
      guard now >= 0, previous[row].isStruck, !changes.isKept(Int(now)) else { return nil }
      let voter = context.roll[Int(now)]
      guard !voter.isStruck, !RollChanges.hadLeft(previous[row], standing: voter), said.insert(now).inserted else {
        return nil
      }
      var finding = context.finding(
        Self.card, on: voter, tier: voter.nik.isWholly(previous[row].nik) ? .certain : .strong,
        evidence: "daftar sebelumnya", .back(previous[row].mark))
      finding.counterpart = RowReference(role: .previousRoll, row: row)
      return finding
    }
  }
}

extension String {
  fileprivate static func back(_ mark: TMSCode?) -> String {
    let usual = mark == .deceased ? "; sebab yang biasa: belum ada akta kematian" : ""
    return "dicoret pada daftar sebelumnya (\(mark?.label ?? "TMS")), muncul lagi tanpa tanda\(usual)"
  }
}
