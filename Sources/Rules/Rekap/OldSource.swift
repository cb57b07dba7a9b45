import RollModel

/// Flags a list that is older than it may be: what it says may have been settled since.
struct OldSource: RollRule {
  static let card = RuleCard(
    id: "sumber-lama",
    category: .rekap,
    severity: .check,
    authority: Authority.roll,
    summary: "Sebuah daftar pembanding sudah lama menurut tanggal pada namanya.",
    why: """
      Data instansi sering enam bulan di belakang; temuan yang bersandar padanya mungkin sudah ditindaklanjuti, dan yang \
      baru belum ada di dalamnya. Yang dinilai berkas \(Self.judged), bila namanya menyebut tanggal lengkap, terhadap tanggal \
      acuan. Daftar lain tidak dinilai: daftar-sebelumnya dan dpk berasal dari pemilihan yang lalu, coklit dan rekap dari \
      masanya sendiri. Tiap berkas dinilai sendiri; kiriman lama dari daftar yang sama tidak dipakai, sehingga hanya kiriman \
      terbarunya yang dinilai. \
      Batas bulannya setelan kantor, bukan ketentuan hukum.
      """,
    verify: "Lihat tanggal data pada surat pengantarnya.",
    action: "Minta data terbaru kepada pembuat daftar.",
    examples: [
      Example(
        settings: ["bulan": "6"],
        """
        [daftar-pemilih]
        ? | nama | kode_desa
        ! | ANI  |
        ! | ANA  |
        [kematian]
          | nama | tanggal_meninggal | tanggal
          | BUDI | 2026-01-01        | 2026-02-01
        """),
      Example(
        settings: ["bulan": "12"],
        """
        [daftar-pemilih]
        ? | nama | kode_desa
          | ANI  |
          | ANA  |
        [kematian]
          | nama | tanggal_meninggal | tanggal
          | BUDI | 2026-01-01        | 2026-02-01
        """),
    ])

  static let months = Setting("bulan", 6, in: 1...120, "Umur daftar dalam bulan yang mulai dilaporkan.")
  static let settings: [any AnySetting] = [months]
  static let threshold: Threshold? = .whole(months, [3, 9, 12])

  /// Lists that go out of date; the earlier roll, coklit and the last election's special list are old by what they are.
  private static let aging: [Role] = [
    .deaths, .moves, .military, .police, .foreigners, .revoked, .residents, .signsOfLife,
  ]
  private static let judged =
    aging.dropLast().map(\.rawValue).joined(separator: ", ") + ", dan " + (aging.last?.rawValue ?? "")

  private let months: Int

  init(settings: RuleValues) { months = settings[Self.months] }

  func findings(in context: RuleContext) -> [Finding] {
    context.data.files.filter { $0.rowsUsed > 0 && Self.aging.contains($0.role) }.compactMap { file in
      guard file.issued.isComplete, let age = file.issued.wholeMonths(to: context.referenceDay), age >= months
      else { return nil }
      var finding = context.finding(
        Self.card, on: AreaKey(), evidence: file.path,
        "\(file.path) bertanggal \(file.issued), \(age) bulan sebelum tanggal acuan \(context.referenceDay)")
      finding.factHash = mixed(file.path.utf8.reduce(mixed(1)) { mixed($0 ^ UInt64($1)) } ^ UInt64(file.issued.bits))
      return finding
    }
  }

}
