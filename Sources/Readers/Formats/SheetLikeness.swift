import RollModel

/// Whether two sheets of a workbook hold parts of one list although one of them has a column more: a sheet a station, of
/// which one was typed without the column of marital status.
enum SheetLikeness {
  private static let most = 3
  /// Columns that a list can do without and be the same list. A date of death or the like makes it another one.
  private static let optional: Set<Field> = [
    .nkk, .birthPlace, .marital, .sex, .address, .rt, .rw, .rtRw, .tps, .disability, .cardStatus, .remark, .rollID,
    .age,
    .desa, .kecamatan, .kabupaten, .areaCode, .kecamatanCode, .occupation,
  ]
  private static let identities: Set<Field> = [.nik, .birthDate, .birthPlaceAndDate]
  /// Words in the name of a sheet of another list.
  private static let others: Set<String> = [
    "DPK", "DPTB", "DPPH", "DP4", "TAMBAHAN", "PINDAH", "PINDAHAN", "LAMA", "SEBELUMNYA", "BACKUP", "SALINAN", "COPY",
    "ARSIP", "KELAHIRAN", "LAHIR", "DATANG", "PENDUDUK", "CONTOH", "HAPUS",
  ]

  static func isLike(_ fields: Set<Field>, _ best: Set<Field>, _ name: String) -> Bool {
    let other = fields.symmetricDifference(best)
    guard !other.isEmpty, other.count <= most, other.isSubset(of: optional),
      !fields.isDisjoint(with: identities), fields.intersection(best).count > other.count
    else { return false }
    let words = name.uppercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    return !words.contains(where: others.contains) && (fields.contains(.remark) || !StruckSheet.isCalled(name))
  }
}
