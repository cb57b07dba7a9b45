/// What a letter is for; the raw value is its name on the command line and in files' names.
package enum LetterKind: String, Sendable, CaseIterable {
  case correction = "saran-perbaikan"
  /// An appeal to take care, with counts and without names.
  case appeal = "imbauan"
  /// Takes back what an earlier letter proposed.
  case withdrawal = "penarikan"
  /// Form A, the report of a supervision: stays in the house.
  case report = "form-a"

  /// Files of an office's own templates that stand for it.
  package var templateFile: String {
    switch self {
    case .correction: LetterTemplates.kpuFile
    default: rawValue + ".mustache"
    }
  }

  var title: String {
    switch self {
    case .correction: "Saran Perbaikan"
    case .appeal: "Imbauan"
    case .withdrawal: "Penarikan Saran Perbaikan"
    case .report: "Laporan Hasil Pengawasan"
    }
  }

  /// Whether it is written where there is nothing to propose as well: supervision that found nothing is reported too, and an
  /// appeal asks to take care beforehand.
  var mayBeEmpty: Bool { self == .report || self == .appeal }

  /// Whether it has an annex by name by address, where there is a row to stand on it.
  var hasAnnex: Bool { self != .appeal }

  var annexTitle: String { self == .report ? "Formulir Model A" : "Surat" }
}
