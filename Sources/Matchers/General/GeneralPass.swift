import RollModel

extension Pass {
  /// One way in which two records of one person of a general roll are likely to agree.
  ///
  /// No identity number, no family card, perhaps no place: birth dates, heads of names and words of addresses in pairs.
  /// Two of a person's many words survive almost any damage. Together they found every true pair of FEBRL 1 to 4.
  enum General: UInt64, Sendable {
    case birth = 1, headPair, headWord, wordPair, dayMonthHead, monthYearHead, dayYearHead, name, nameYear
  }

  static let general: [Pass] = [
    Pass(name: "tanggal lahir", kind: .general(.birth)),
    Pass(name: "dua awal nama", kind: .general(.headPair)),
    Pass(name: "nama", kind: .general(.name)),
    Pass(name: "nama + tahun lahir", kind: .general(.nameYear)),
    Pass(name: "hari-bulan + awal nama", kind: .general(.dayMonthHead)),
    Pass(name: "bulan-tahun + awal nama", kind: .general(.monthYearHead)),
    Pass(name: "hari-tahun + awal nama", kind: .general(.dayYearHead)),
    Pass(name: "awal nama + kata alamat", kind: .general(.headWord)),
    Pass(name: "dua kata alamat", kind: .general(.wordPair)),
  ]
}

extension BlockingSettings {
  /// Of a general roll, whatever its size.
  static var general: BlockingSettings {
    var settings = BlockingSettings(voters: 0)
    settings.ladderSteps = GeneralKeys.ladderSteps
    return settings
  }
}
