import RollModel

/// Where the list of moves says that people went: a desa of this case, or somewhere else.
///
/// The column holds a desa's code, or its name with or without the kecamatan behind a comma. A name that several desa bear
/// tells nothing.
struct MoveDestinations: Sendable {
  enum Place: Equatable, Sendable {
    case unstated
    /// No desa of this case, as far as the words tell.
    case elsewhere
    /// Number of the desa.
    case desa(Int)
  }

  private var byCode: [UInt64: Int] = [:]
  /// Number of the desa by name, and by name and kecamatan; 0 where several bear it.
  private var byName: [String: Int] = [:]
  private let kabupaten: Set<UInt64>
  /// By row of the list of moves.
  private var places: [Place] = []

  /// Reads the list, where the case has one.
  init(_ data: CaseData) {
    self.init(data.lexicon.areas)
    guard let moves = data.lists[.moves] else { return }
    places = (0..<moves.count).map { read(moves[$0]) }
  }

  private init(_ areas: AreaTable) {
    var kabupaten: Set<UInt64> = []
    for number in 1..<max(1, areas.count) {
      let entry = areas[number]
      if !entry.code.isUnknown {
        byCode[entry.code.number] = number
        kabupaten.insert(entry.code.kabupaten.number)
      }
      let name = Self.key(entry.desa)
      for key in [name, name + "," + Self.key(entry.kecamatan)] where !key.isEmpty {
        byName[key] = byName[key] == nil ? number : 0
      }
    }
    self.kabupaten = kabupaten
  }

  /// What the row of the list of moves says.
  func place(of entry: Voter) -> Place { places[entry.row] }

  private func read(_ entry: Voter) -> Place {
    let text = entry.text(.destination)
    guard text.contains(where: { $0.isLetter || $0.isNumber }) else { return .unstated }
    if let code = AreaCode(text.filter { !$0.isWhitespace }) {
      if let number = byCode[code.number] { return .desa(number) }
      return kabupaten.contains(code.kabupaten.number) ? .unstated : .elsewhere
    }
    let parts = text.split(separator: ",").map(Self.key)
    let whole = parts.prefix(2).joined(separator: ",")
    guard let number = byName[whole] ?? parts.first.flatMap({ byName[$0] }) else { return .elsewhere }
    // Behind the name of a desa of ours another kecamatan may stand: then it is not ours.
    if parts.count > 1, byName[whole] == nil { return .elsewhere }
    return number == 0 ? .unstated : .desa(number)
  }

  /// Letters and digits in capitals, without the words for the level; names of places are plain letters.
  private static func key(_ text: some StringProtocol) -> String {
    var words: [[UInt8]] = [[]]
    for byte in text.utf8 {
      switch byte {
      case 97...122: words[words.count - 1].append(byte - 32)
      case 65...90, 48...57, 128...: words[words.count - 1].append(byte)
      default: words.append([])
      }
    }
    let rest = words.filter { !$0.isEmpty }.drop { levels.contains($0) }
    return String(decoding: rest.joined(), as: UTF8.self)
  }

  private static let levels = Set(["DESA", "DS", "KELURAHAN", "KEL", "KECAMATAN", "KEC"].map { Array($0.utf8) })
}
