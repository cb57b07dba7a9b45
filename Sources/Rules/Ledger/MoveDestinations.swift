import RollModel

/// Where the list of moves says that people went, and where from: a desa of this case, somewhere in it, or somewhere else.
///
/// A row's own desa is the one that was left, but on a list of arrivals: there it is where they came to.
///
/// The column holds a desa's code, or names with or without words for their levels, in one column or several. A desa's name
/// together with that of another kabupaten or province lies outside.
struct MoveDestinations: Sendable {
  enum Place: Equatable, Sendable {
    case unstated
    /// No area of this case, as far as the words tell.
    case elsewhere
    /// Perhaps an area of this case: a street alone, or a desa or kecamatan that no file of the case has and no kabupaten.
    case unclear
    /// Nearly the name of a kabupaten of this case, misspelled or cut off, and no name of another.
    case misspelled
    /// An area of this case, and which desa is not told: number of its kabupaten in the case of a province, and of its
    /// kecamatan; 0 where they are not told.
    case within(kabupaten: Int, kecamatan: Int)
    /// Number of the desa.
    case desa(Int)
  }

  private var byCode: [UInt64: Int] = [:]
  private let names: DestinationNames
  private let areas: AreaTable
  /// By row of the list of moves: where to, and where from.
  private var places: [(to: Place, from: Place)] = []

  /// Reads the list, where the case has one.
  init(_ data: CaseData) {
    areas = data.lexicon.areas
    guard let moves = data.lists[.moves] else {
      names = DestinationNames()
      return
    }
    let ownAreas = OwnAreas(data)
    names = DestinationNames(areas, ownAreas)
    for number in areas.entries.indices where ownAreas.contains(number) && !areas[number].code.isUnknown {
      byCode[areas[number].code.number] = number
    }
    var known: [String: Place] = [:]
    func place(_ text: String) -> Place {
      if let place = known[text] { return place }
      let place = read(text)
      known[text] = place
      return place
    }
    places = (0..<moves.count).map { row in
      let entry = moves[row]
      let number = entry.areaNumber
      let isOutside = number != 0 && !areas[number].code.isUnknown && !ownAreas.contains(number)
      let own = number == 0 ? Place.unstated : isOutside ? .elsewhere : .desa(number)
      let (to, from) = (place(entry.text(.destination)), place(entry.text(.origin)))
      // Who came from somewhere came here, where the list says no other place.
      if to == .unstated, from != .unstated || Self.isOfArrivals(entry.path) {
        if isOutside { return (.within(kabupaten: 0, kecamatan: 0), from == .unstated ? own : from) }
        return (own == .unstated ? .within(kabupaten: 0, kecamatan: 0) : own, from == .unstated ? .unclear : from)
      }
      return (to, from == .unstated ? own : from)
    }
  }

  /// What the row of the list of moves says.
  func place(of entry: Voter) -> Place { places[entry.row].to }

  /// Where the same row says that the person came from.
  func origin(of entry: Voter) -> Place { places[entry.row].from }

  /// Whether the name of a file says that those on it came: `pindah-datang.csv`, `Pindah masuk 2026.xlsx`.
  private static func isOfArrivals(_ path: String) -> Bool {
    let name = path.split(separator: "/").last ?? ""
    let words = name.uppercased().split { !$0.isLetter }
    let comes = words.indices.contains { k in
      words[k] == "DATANG" || words[k] == "MASUK" && k > 0 && words[k - 1] == "PINDAH"
    }
    return comes && !words.contains { $0 == "KELUAR" || $0 == "PERGI" }
  }

  private func read(_ written: String) -> Place {
    guard written.contains(where: { $0.isLetter || $0.isNumber }) else { return .unstated }
    let text = DestinationText(written, isName: names.isArea)
    if let place = text.parts.lazy.compactMap({ $0.words.lazy.compactMap(coded).first }).first { return place }
    if text.saysOutside { return .elsewhere }
    let said = Said(text, names)
    if said.kabupaten.isEmpty, said.kecamatan.isEmpty, said.isNearlyInside { return .misspelled }
    if said.isOutside { return said.kabupaten.isEmpty ? .elsewhere : within(said) }
    let isSure = !said.kabupaten.isEmpty || !said.kecamatan.isEmpty
    if said.hasUnknownKabupaten, !isSure { return .elsewhere }
    guard said.isInside else {
      if text.saysInside { return .within(kabupaten: 0, kecamatan: 0) }
      return text.parts.isEmpty || said.hasUnknownArea ? .unclear : .elsewhere
    }
    // Behind the name of a desa of ours another kecamatan may stand: then it may not be ours.
    if said.hasOthersBehind, !isSure { return .unclear }
    let desa = said.desa.filter { number in
      (said.kecamatan.isEmpty || said.kecamatan.contains(areas[number].kecamatanNumber))
        && (said.kabupaten.isEmpty || said.kabupaten.contains(areas[number].kabupatenNumber))
    }
    guard desa.count == 1, let number = desa.first, !said.hasOthersBehind, isSure || !said.hasOthersBefore else {
      return within(said)
    }
    return .desa(number)
  }

  private func within(_ said: Said) -> Place {
    let kecamatan = said.kecamatan.count == 1 ? said.kecamatan.first ?? 0 : 0
    let stated = said.kabupaten.count == 1 ? said.kabupaten.first ?? 0 : 0
    return .within(kabupaten: stated != 0 ? stated : areas.kabupatenOfKecamatan[kecamatan], kecamatan: kecamatan)
  }

  /// What the code of a desa says; nil for other words.
  private func coded(_ word: String) -> Place? {
    guard word.utf8.count == 10, let code = AreaCode(word) else { return nil }
    if let number = byCode[code.number] { return .desa(number) }
    return names.kabupaten(code).map { .within(kabupaten: $0, kecamatan: 0) } ?? .elsewhere
  }

  /// The areas that a text names.
  private struct Said {
    var desa: Set<Int> = []
    var kecamatan: Set<Int> = []
    /// Of the case; 0 where the case is one kabupaten.
    var kabupaten: Set<Int> = []
    /// Another kabupaten or province.
    var isOutside = false
    /// Names that nothing of the case bears: before those that something does, and behind them.
    var hasOthersBefore = false
    var hasOthersBehind = false
    /// Those with a word for their level: a desa or kecamatan; a kabupaten, kota or province.
    var hasUnknownArea = false
    var hasUnknownKabupaten = false
    /// A name that nothing bears, with the word for a kabupaten or none, is nearly that of a kabupaten of the case.
    var isNearlyInside = false

    var isInside: Bool { !desa.isEmpty || !kecamatan.isEmpty || !kabupaten.isEmpty }

    init(_ text: DestinationText, _ names: DestinationNames) {
      var hasNearlyName = false
      for part in text.parts {
        guard let found = names.names(part.words[...], part.level, isLater: isInside) else {
          switch part.level {
          case .desa, .kecamatan: hasUnknownArea = true
          case nil: hasNearlyName = hasNearlyName || names.nearlyName(part.words)
          default:
            hasUnknownKabupaten = true
            isNearlyInside = isNearlyInside || part.level != .province && names.nearlyName(part.words)
          }
          switch part.level {
          // The desa of a kecamatan that is named behind it.
          case .desa where !isInside: continue
          case nil where !isInside: hasOthersBefore = true
          default: hasOthersBehind = true
          }
          continue
        }
        // What stands before a desa with its word is a hamlet or a street.
        if part.level == .desa { hasOthersBefore = false }
        for name in found { add(name) }
      }
      // Beside the name of another kabupaten it may be a desa's or a street's.
      isNearlyInside = isNearlyInside || hasNearlyName && !isOutside
    }

    private mutating func add(_ name: DestinationNames.Name) {
      switch name {
      case .desa(let numbers): desa.formUnion(numbers)
      case .kecamatan(let numbers): kecamatan.formUnion(numbers)
      case .kabupaten(let numbers):
        kabupaten.formUnion(numbers)
        isOutside = isOutside || numbers.isEmpty
      case .province(let isOwn): isOutside = isOutside || !isOwn
      }
    }
  }
}
