import RollModel

/// What a letter asks for about a row: three classes, in the order in which the daily form counts them.
package enum LetterClass: String, Sendable, CaseIterable, Comparable {
  /// Someone who is not on the roll and should be, or was struck and should not have been.
  case missing = "ms"
  /// A row that is proposed as not eligible.
  case tms
  /// A row of which a field is wrong.
  case edits = "ubah"

  /// As tables abbreviate it.
  package var label: String {
    switch self {
    case .missing: "MS"
    case .tms: "TMS"
    case .edits: "Ubah"
    }
  }

  /// As the register names it.
  package var registerLabel: String { self == .edits ? "ubah" : label }

  /// As the letter's text names it.
  var title: String {
    switch self {
    case .missing: "Pemilih memenuhi syarat (MS) yang belum atau tidak lagi terdaftar"
    case .tms: "Pemilih tidak memenuhi syarat (TMS) yang masih terdaftar"
    case .edits: "Perubahan data pemilih"
    }
  }

  /// The column of the annex that says what is particular to the class.
  var column: String {
    switch self {
    case .missing: "Alasan"
    case .tms: "Kode TMS"
    case .edits: "Bidang"
    }
  }

  /// The class of a rule's findings; nil for what no letter asks about.
  package static func of(_ rule: String, _ severity: Severity) -> LetterClass? {
    switch severity {
    case .tms: .tms
    case .missing: .missing
    case .check: fields[rule] == nil ? nil : .edits
    case .data, .coverage: nil
    }
  }

  package static func < (a: LetterClass, b: LetterClass) -> Bool {
    (allCases.firstIndex(of: a) ?? 0) < (allCases.firstIndex(of: b) ?? 0)
  }

  /// The field that is wrong where a rule that is acted on says so.
  static let fields = ["nik-sama-orang-berbeda": "NIK", "salah-tps": "TPS", "kk-beda-tps": "TPS"]

  /// Rules of missing persons and of edits as letters name them; others go by their id.
  static let labels = [
    "belum-terdaftar": "pemilih baru, belum terdaftar", "hilang-tanpa-kode": "hilang dari daftar tanpa keterangan",
    "tms-terbantah": "dicoret, alasannya terbantah", "senama-dicoret": "dicoret karena senama dengan yang meninggal",
    "ganda-dicoret-keduanya": "ganda, semua barisnya dicoret",
    "pindah-hilang": "dicoret pindah, tidak terdaftar di mana pun",
    "pindah-masuk-belum": "pindah masuk, belum terdaftar", "nik-sama-orang-berbeda": "NIK sama pada orang berbeda",
    "salah-tps": "TPS tidak sesuai hasil coklit", "kk-beda-tps": "satu KK pada TPS berbeda",
    "ganda-antar-kabupaten": "ganda antar-kabupaten",
  ]

  /// The same in so few letters that a sheet's name holds them.
  static let shortLabels = [
    "belum-terdaftar": "pemilih baru", "hilang-tanpa-kode": "hilang tanpa keterangan",
    "tms-terbantah": "dicoret, terbantah", "senama-dicoret": "dicoret, senama",
    "ganda-dicoret-keduanya": "ganda dicoret semua", "pindah-hilang": "pindah tanpa jejak",
    "pindah-masuk-belum": "pindah masuk", "nik-sama-orang-berbeda": "NIK sama", "salah-tps": "TPS tidak sesuai",
    "kk-beda-tps": "KK beda TPS",
  ]
}

/// Rows of a letter that have one thing said of them: a reason of the law, or what one rule found.
package struct LetterCategory: Sendable {
  package let letterClass: LetterClass
  /// Stable: `tms-1`, or the rule's id.
  package let key: String
  /// As letter, recap and sheet name it, in small letters.
  package let label: String
  package let code: TMSCode?
  /// By kecamatan, desa, TPS, list and line.
  package let rows: [LetterSelection.Row]

  /// With a capital: the start of a line or a sheet's name.
  var title: String { label.prefix(1).uppercased() + label.dropFirst() }
}
