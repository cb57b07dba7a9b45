import Normalizers
import RollModel

/// The kabupaten that the rows of a province's case may stand in.
struct ProvinceScope: Sendable {
  let province: AreaCode
  private let known: Set<UInt64>

  /// nil where the case is one kabupaten. `named`: kabupaten that the plan names, of which the table of codes may be too old.
  init?(_ province: AreaCode, named: Set<AreaCode>) {
    guard province.isProvince else { return nil }
    self.province = province
    known = Set((KabupatenNames.codes(in: province) + named.map(\.kabupaten)).map(\.number))
  }

  /// Rows of these lists stand in a kabupaten of the province, or are not used. Of other persons the area may be any.
  static func binds(_ role: Role) -> Bool {
    switch role {
    case .roll, .previousRoll, .residents, .visits, .areas, .officialCounts: true
    default: false
    }
  }

  /// What is wrong with a code for a row of the province; nil where nothing is.
  func fault(of code: AreaCode) -> RowFault.Reason? {
    if code.province != province { return .otherProvince }
    return known.contains(code.kabupaten.number) ? nil : .unknownKabupaten
  }

  /// The kabupaten that somebody wrote; nil where it is none of the province.
  func kabupaten(written text: String) -> AreaCode? {
    guard let code = KabupatenNames.code(written: text, in: province), fault(of: code) == nil else { return nil }
    return code
  }
}
