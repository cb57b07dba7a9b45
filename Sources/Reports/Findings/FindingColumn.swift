import RollModel

/// The columns of `temuan.csv`, in order; the raw value is the header.
package enum FindingColumn: String, CaseIterable, Sendable {
  case id
  case rule = "aturan"
  case category = "kategori"
  case tmsCode = "kode_tms"
  case tier = "keyakinan"
  case weight = "bobot"
  case probability = "peluang"
  case grade = "derajat"
  case areaCode = "kode_desa"
  case kecamatan, desa, tps, rt, rw, nkk, nik
  case name = "nama"
  case birthDate = "tanggal_lahir"
  case file = "berkas"
  case line = "baris"
  case otherFile = "berkas_pembanding"
  case otherLine = "baris_pembanding"
  case evidence = "bukti"
  case action = "tindakan"
  case explanation = "penjelasan"
  /// How the finding stands in the case's register.
  case decision = "keputusan"
  /// Letters that told of it.
  case letter = "surat"

  /// Those that a run prints: the ones of the register come last, and only a case with a register has them.
  static func printed(in record: RunRecord) -> ArraySlice<FindingColumn> {
    allCases.prefix(record.history == nil ? allCases.count - 2 : allCases.count)
  }

  /// Whether its cells are numbers; all others are text, identity numbers first of all.
  var isNumber: Bool {
    switch self {
    case .weight, .probability, .line, .otherLine: true
    default: false
    }
  }
}
