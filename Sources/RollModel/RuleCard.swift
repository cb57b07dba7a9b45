/// What is known about a rule besides its code: its page, its help and its tests all come from here.
public struct RuleCard: Sendable {
  /// Indonesian kebab-case, permanent.
  public var id: String
  public var category: RuleCategory
  /// The reason that a finding proposes; nil for data defects and areas.
  public var tmsCode: TMSCode?
  public var severity: Severity
  /// What a note of data is about; nil for rules that someone acts on.
  public var field: Field?
  public var authority: [String]
  public var summary: String
  public var why: String
  public var verify: String
  /// What the office is asked to do, the `tindakan` column.
  public var action: String
  public var examples: [Example]

  public init(
    id: String, category: RuleCategory, tmsCode: TMSCode? = nil, severity: Severity, field: Field? = nil,
    authority: [String], summary: String, why: String, verify: String, action: String, examples: [Example]
  ) {
    self.id = id
    self.category = category
    self.tmsCode = tmsCode
    self.severity = severity
    self.field = field
    self.authority = authority
    self.summary = summary
    self.why = why
    self.verify = verify
    self.action = action
    self.examples = examples
  }
}

/// Chapters of the rulebook; the raw value is the `kategori` column.
public enum RuleCategory: String, Sendable, CaseIterable {
  case kematian, ganda, kelayakan
  case dataDiri = "data-diri"
  case alamat, tps, coklit
  case daftarKhusus = "daftar-khusus"
  case rekap
}

/// What a finding is for.
public enum Severity: UInt8, Sendable, Comparable, CaseIterable {
  /// A list for the field, nothing more.
  case check = 0
  /// A defect of the record, not of the voter.
  case data = 1
  /// An area or a procedure that needs attention.
  case coverage = 2
  /// Someone who may be missing from the list.
  case missing = 3
  /// A row proposed as not eligible.
  case tms = 4

  public var label: String {
    switch self {
    case .check: "pemeriksaan"
    case .data: "data"
    case .coverage: "cakupan"
    case .missing: "belum-terdaftar"
    case .tms: "tms"
    }
  }

  public static func < (a: Severity, b: Severity) -> Bool { a.rawValue < b.rawValue }
}

/// A small table that is a test and a picture of a rule at once: rows marked `!` must be flagged, others must not.
///
/// Several files are written one after another, each under a line `[role]`; without one it is the voter roll:
///
///     [daftar-pemilih]
///     ? | nik | nama | tanggal_lahir
///     ! | …
///     [kematian]
///       | nama | …
public struct Example: Sendable {
  public var asOf: String
  public var settings: [String: String]
  public var table: String

  public init(asOf: String = "2026-11-21", settings: [String: String] = [:], _ table: String) {
    self.asOf = asOf
    self.settings = settings
    self.table = table
  }
}
