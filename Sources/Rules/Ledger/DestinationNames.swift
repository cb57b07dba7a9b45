import RollModel

/// Names of the areas of a case, of all kabupaten and of all provinces, for what a list of moves writes.
struct DestinationNames: Sendable {
  enum Name: Equatable, Sendable {
    /// Numbers of the desa of the case that bear the name.
    case desa([Int])
    /// Numbers of the kecamatan of the case that bear it.
    case kecamatan([Int])
    /// Numbers of the kabupaten of the case (0 where the case is one); empty where it is another kabupaten.
    case kabupaten([Int])
    case province(isOwn: Bool)
  }

  private var desa: [String: [Int]] = [:]
  private var kecamatan: [String: [Int]] = [:]
  /// Numbers of the kecamatan by their six digits.
  private var codes: [UInt64: Int] = [:]
  /// Numbers of the kabupaten of the case by their four digits.
  private var own: [UInt64: Int] = [:]
  private var ownNames: [String: [Int]] = [:]
  private var misspelled = MisspelledNames(own: [], others: [])

  /// Knows no name.
  init() {}

  /// - Parameter ownAreas: what lists name may lie outside of the case, and its name is then no name of the case.
  init(_ areas: AreaTable, _ ownAreas: OwnAreas) {
    let numbers = areas.entries.indices.filter(ownAreas.contains)
    for number in numbers { desa[Self.key(areas[number].desa), default: []].append(number) }
    for number in Set(numbers.map { areas[$0].kecamatanNumber }).subtracting([0]).sorted() {
      kecamatan[Self.key(areas.kecamatanNames[number]), default: []].append(number)
      if !areas.kecamatanCodes[number].isUnknown { codes[areas.kecamatanCodes[number].number] = number }
    }
    (desa[""], kecamatan[""]) = (nil, nil)
    for (code, number) in ownAreas.kabupaten { own[code.number] = number }
    for (code, number) in own {
      if let short = KabupatenNames.initials(AreaCode(number: code)) { ownNames[short, default: []].append(number) }
    }
    if !areas.isProvince { ownNames[Self.key(areas.kabupatenName)] = [0] }
    ownNames[""] = nil
    let codes = own.keys.map { AreaCode(number: $0) }
    misspelled = MisspelledNames(
      own: codes.compactMap(KabupatenNames.name).map(Self.key)
        + (areas.isProvince ? [] : [Self.key(areas.kabupatenName)]),
      others: KabupatenNames.codes.filter { own[$0.number] == nil }.compactMap(KabupatenNames.name).map(Self.key))
  }

  /// Whether some of the words, side by side, are nearly the name of a kabupaten of the case and no name of another.
  func nearlyName(_ words: [String]) -> Bool {
    words.indices.contains { start in
      words[start...].indices.contains { end in
        misspelled.isNearlyOwn(words[start...end].joined(), mayBeCut: end + 1 == words.endIndex)
      }
    }
  }

  /// Letters and digits in capitals, without the words for the level before them.
  private static func key(_ name: String) -> String {
    let words = name.uppercased().split { !$0.isLetter && !$0.isNumber }
    return words.drop { levels.contains($0) }.joined()
  }

  private static let levels: Set<Substring> = [
    "DESA", "DS", "KELURAHAN", "KEL", "KECAMATAN", "KEC", "KABUPATEN", "KAB", "KOTA",
  ]

  /// Whether a desa or kecamatan of the case is called so.
  func isArea(_ key: String) -> Bool { desa[key] != nil || kecamatan[key] != nil }

  /// Number of the kabupaten of the case that a code lies in; nil where it lies outside.
  func kabupaten(_ code: AreaCode) -> Int? { own[code.kabupaten.number] }

  /// The names that words are, one behind the other, without a word left over; nil where they are none.
  ///
  /// - Parameter isLater: whether a name stands before them: a kecamatan is then meant rather than a desa.
  func names(_ words: ArraySlice<String>, _ level: DestinationText.Level?, isLater: Bool) -> [Name]? {
    guard !words.isEmpty else { return [] }
    for end in ((words.startIndex + 1)...words.endIndex).reversed() {
      guard let name = name(words[..<end].joined(), level, isLater: isLater) else { continue }
      if let rest = names(words[end...], nil, isLater: true) { return [name] + rest }
    }
    return nil
  }

  private func name(_ key: String, _ level: DestinationText.Level?, isLater: Bool) -> Name? {
    if let name = coded(key) { return name }
    let village = desa[key].map(Name.desa)
    let district = kecamatan[key].map(Name.kecamatan)
    switch level {
    case .desa: return village
    case .kecamatan: return district
    case .kabupaten: return kabupaten(key) { !$0 }
    // `KEC. KOTA KAYU AGUNG`: what is no kota may be a kecamatan or desa.
    case .city: return kabupaten(key) { $0 } ?? desa["KOTA" + key].map(Name.desa) ?? district ?? village
    case .kabupatenOrCity: return kabupaten(key) { _ in true }
    case .province: return province(key)
    case nil:
      return (isLater ? district ?? village : village ?? district) ?? kabupaten(key) { _ in true } ?? province(key)
    }
  }

  /// A code of a kecamatan or kabupaten.
  private func coded(_ key: String) -> Name? {
    guard [4, 6].contains(key.utf8.count), let code = AreaCode(key), KabupatenNames.name(code) != nil else {
      return nil
    }
    if let number = codes[code.number] { return .kecamatan([number]) }
    return .kabupaten(kabupaten(code).map { [$0] } ?? [])
  }

  private func kabupaten(_ key: String, where isMeant: (_ isCity: Bool) -> Bool) -> Name? {
    let codes = KabupatenNames.codes(named: key).filter { isMeant($0.isCity) }
    let ours = codes.compactMap { own[$0.number] }
    if !ours.isEmpty { return .kabupaten(ours) }
    if let named = ownNames[key], isMeant(false) || codes.isEmpty { return .kabupaten(named) }
    return codes.isEmpty ? nil : .kabupaten([])
  }

  private func province(_ key: String) -> Name? {
    Provinces.code(named: key).map { code in
      .province(isOwn: own.isEmpty || own.keys.contains { AreaCode(number: $0).province == code })
    }
  }
}
