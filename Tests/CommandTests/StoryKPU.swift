import RollModel
import TestSupport

/// The body that keeps the roll: acts on some rows of a letter, misreads some, answers others; and the test's own record of it.
struct StoryKPU {
  /// A row of a letter.
  struct Entry {
    let letter: Int
    let id: String
    let rule: String
    /// `TMS`, `MS` or `ubah`.
    let label: String
    /// The row of the roll that it stands on; nil for one of another list.
    let number: Int?
    /// File of the roll that its desa is in.
    let file: String
    let person: [String: String]
    /// What a row that has to go is marked with, by the letter.
    let code: String
  }

  private(set) var roll: StoryRoll
  private(set) var entries: [Entry] = []
  /// Words on this letter, by id.
  private(set) var answers: [String: String] = [:]
  /// The last words that were ever said, by id, and the letter that they answered.
  private(set) var lastAnswers: [String: (words: String, letter: Int)] = [:]
  private(set) var removed: Set<Int> = []
  private(set) var wronglyStruck: Set<Int> = []
  /// Persons who were put on the roll, by NIK, or by id of the finding without one.
  private var added: [String: Int] = [:]
  private var taken: [(file: String, number: Int, cells: [String: String])] = []
  private var doneBefore: Set<String> = []

  /// Whether the roll that KPU hands over shows whole numbers.
  private let showsNumbers: Bool

  init(_ roll: StoryRoll, showsNumbers: Bool) {
    self.roll = roll
    self.showsNumbers = showsNumbers
  }

  /// Acts on every other row, misreads every eighth, answers two of eight.
  ///
  /// - Parameter spared: rows that are not to be struck by mistake.
  mutating func receive(_ letter: [Entry], spared: Set<Int>) {
    entries += letter
    answers = [:]
    for (place, entry) in letter.enumerated() {
      switch place % 8 {
      case 0, 2, 4, 6: act(on: entry, removing: place % 4 == 2)
      case 1: misread(entry, spared)
      case 3: answers[entry.id] = "belum ada akta"
      case 5: answers[entry.id] = "sudah dihapus"
      default: break
      }
    }
    for (id, words) in answers { lastAnswers[id] = (words, letter.first?.letter ?? 0) }
  }

  private mutating func act(on entry: Entry, removing: Bool) {
    guard let number = entry.number else {
      if newcomer(entry) == nil { added[key(entry)] = roll.add(entry.person, to: entry.file) }
      return
    }
    guard var cells = roll[number] else { return }
    switch entry.label {
    case "MS": cells["SARING"] = ""
    case "ubah": cells["NIK"] = cells["NIK"].map { $0.prefix(12) + "9\(100 + number % 900)" }
    case _ where removing:
      if let file = roll.file(of: number) { taken.append((file, number, cells)) }
      removed.insert(number)
      roll[number] = nil
      return
    default: cells["SARING"] = entry.code
    }
    roll[number] = cells
  }

  /// One person may be asked for under two reasons.
  private func key(_ entry: Entry) -> String {
    entry.person["NIK"].flatMap { $0.isEmpty ? nil : $0 } ?? entry.id
  }

  private func newcomer(_ entry: Entry) -> [String: String]? { added[key(entry)].flatMap { roll[$0] } }

  /// Strikes another of the same name where there is one, puts someone else on the roll, or writes a number that is another's.
  private mutating func misread(_ entry: Entry, _ spared: Set<Int>) {
    switch entry.label {
    case "TMS":
      guard let number = entry.number, let name = roll[number]?["NAMA_PEMILIH"] else { return }
      let others = roll.files.flatMap(\.rows).filter {
        $0.number != number && !spared.contains($0.number) && ($0.cells["SARING"] ?? "").isEmpty
      }
      let word = name.prefix { $0 != " " }
      guard
        let other = others.first(where: { $0.cells["NAMA_PEMILIH"] == name })
          ?? others.first(where: { $0.cells["NAMA_PEMILIH"]?.hasPrefix(word) == true })
      else { return }
      var cells = other.cells
      cells["SARING"] = entry.code
      roll[other.number] = cells
      wronglyStruck.insert(other.number)
    case "MS": answers[entry.id] = "elemen data belum lengkap"
    default:
      guard let number = entry.number, var cells = roll[number] else { return }
      cells["ALAMAT"] = "JL BARU 1"
      roll[number] = cells
    }
  }

  /// An older copy of the roll is loaded: the first rows that were taken out stand there again.
  mutating func loadOldCopy(_ count: Int) -> Int {
    for (file, old, cells) in taken.prefix(count) {
      guard let number = roll.add(cells, to: file) else { continue }
      renamed[old] = number
    }
    return min(count, taken.count)
  }
  private var renamed: [Int: Int] = [:]

  /// What became of each row of each letter, by what was done to the roll alone.
  ///
  /// - Parameter missing: files that the roll lacks now.
  mutating func states(missing: Set<String> = []) -> [(entry: Entry, state: FollowUpState)] {
    entries.map { entry in
      guard !missing.contains(entry.file) else { return (entry, .unknown) }
      let key = "\(entry.letter) \(entry.id)"
      if isDone(entry) {
        doneBefore.insert(key)
        return (entry, .done)
      }
      return (entry, doneBefore.contains(key) ? .again : .open)
    }
  }

  private func isDone(_ entry: Entry) -> Bool {
    guard let number = entry.number else { return newcomer(entry)?["SARING"]?.isEmpty == true }
    let cells = roll[renamed[number] ?? number]
    var isStruck = cells.map { !($0["SARING"] ?? "").isEmpty } ?? true
    // Whoever is put back where he was stands there again, as far as the numbers of the roll, or all else, can show.
    let same = showsNumbers ? ["KODE_DESA"] : ["KODE_DESA", "NAMA_PEMILIH", "TANGGAL_LAHIR"]
    if let back = newcomer(entry), same.allSatisfy({ back[$0] == entry.person[$0] }) { isStruck = back["SARING"] != "" }
    switch entry.label {
    case "TMS": return isStruck
    case "MS": return !isStruck
    default: return cells?["NIK"] != entry.person["NIK"]
    }
  }
}
