import RollModel

/// Tells the roll to be examined from earlier ones: by the words, the dates and the stages in their names.
enum RollOrder {
  /// Files that seem to be rolls become `daftar-pemilih` or `daftar-sebelumnya`; where none does, the largest list of
  /// persons that nothing else is said of becomes the roll.
  static func settle(_ guesses: inout [FileGuess]) {
    if !guesses.contains(where: { $0.role == .roll && $0.problem == nil }) { promote(&guesses) }
    let rolls = guesses.indices.filter { guesses[$0].role == .roll && guesses[$0].problem == nil }
    guard rolls.count > 1 else { return }
    // Where all bear such a word, none is earlier than another by it.
    let named = rolls.filter { earlier(guesses[$0].name) != nil && !isPlaced(guesses[$0]) }
    if named.count < rolls.count {
      for index in named {
        guesses[index].role = .previousRoll
        guesses[index].reasons.append("nama memuat «\(earlier(guesses[index].name) ?? "")», jadi daftar terdahulu")
      }
    }
    let left = guesses.indices.filter { guesses[$0].role == .roll && guesses[$0].problem == nil }
    if !settle(left, &guesses, by: \.issued) { _ = settle(left, &guesses, by: \.stage) }
  }

  /// Makes the files that are older by `measure` than the present roll earlier rolls; false where no file is.
  ///
  /// The present roll is the newest whose files together have at least half the rows of the largest file: a few late rows
  /// of one desa do not make a roll of the kabupaten an earlier one.
  private static func settle(
    _ rolls: [Int], _ guesses: inout [FileGuess], by measure: KeyPath<Age, Int>
  ) -> Bool {
    let ages = rolls.map { Age(guesses[$0].name) }
    let largest = rolls.map { guesses[$0].rows }.max() ?? 0
    let values = Set(ages.map { $0[keyPath: measure] }).filter { $0 > 0 }.sorted(by: >)
    let present = values.first { value in
      let rows = zip(rolls, ages).reduce(0) { $0 + ($1.1[keyPath: measure] == value ? guesses[$1.0].rows : 0) }
      return rows * 2 >= largest
    }
    guard let present else { return false }
    var isSettled = false
    for (index, age) in zip(rolls, ages) where !isPlaced(guesses[index]) {
      let own = age[keyPath: measure]
      guard own > 0, own < present else { continue }
      guesses[index].role = .previousRoll
      let newest = zip(rolls, ages).first { $0.1[keyPath: measure] == present }.map { guesses[$0.0].name } ?? ""
      guesses[index].reasons.append(
        (measure == \Age.stage ? "tahapnya mendahului " : "namanya menyebut waktu sebelum ") + newest
          + ", jadi daftar terdahulu")
      isSettled = true
    }
    return isSettled
  }

  private static func promote(_ guesses: inout [FileGuess]) {
    let persons = guesses.indices.filter { index in
      guesses[index].role == nil && guesses[index].problem == nil
        && guesses[index].columns.contains { $0.field == .name }
    }
    guard let largest = persons.max(by: { (guesses[$0].rows, $1) < (guesses[$1].rows, $0) }) else { return }
    guesses[largest].role = .roll
    guesses[largest].reasons = ["daftar orang terbesar, dan tidak ada berkas lain yang berupa daftar pemilih"]
  }

  /// Whether the folder itself says the role: then nothing else does.
  private static func isPlaced(_ guess: FileGuess) -> Bool {
    guess.name.split(separator: "/").dropLast().contains { $0 == Role.roll.rawValue }
  }

  private static func earlier(_ name: String) -> String? {
    let words = RoleScore.words(name)
    return RoleClues.earlier.first { words.contains($0) }
  }

  /// What a name says about when a roll was made; 0 is nothing.
  private struct Age {
    /// Day as `YYYYMMDD`; a month or quarter of a year as `YYYYMM00`, a year alone as `20260000`.
    var issued = 0
    var stage = 0

    init(_ name: String) {
      let day = IssueDate.find(in: name)
      let words = RoleScore.words(name)
      let period = IssueName(name).period
      if day.isComplete {
        issued = day.year * 10_000 + day.month * 100 + day.day
      } else if period >= 100_000 {
        issued = period * 100
      } else {
        issued = (words.compactMap { Int($0) }.filter { (1999...2100).contains($0) }.max() ?? 0) * 10_000
      }
      for entry in RoleClues.stages where entry.words.contains(where: { words.contains($0) }) { stage = entry.rank }
    }
  }
}
