import Documents
import Normalizers
import RollModel

/// Tells lists of voters who vote elsewhere from rolls and from special lists: not by the letters DPTb, which meant one
/// thing until 2020 and another since, but by whether the people stand on the roll.
///
/// A voter on the list of those who move keeps their place on the roll; one on a special list has none. Source: PKPU 7/2023
/// and 7/2024; practice of offices, who send either under the same name.
enum MovedVoterGuess {
  /// Words in a name that both kinds of list bear.
  private static let names: Set<String> = ["dptb", "dpph", "dpp", "dpktb", "tambahan"]
  private static let remark = "pindah memilih"

  /// Whether a file may be such a list: by its name, or by what half of its rows say.
  static func isPossible(_ name: String, _ table: SampledTable) -> Bool {
    if isNamed(name) { return true }
    let saying = table.rows.count { row in
      row.contains { cell in
        cell.withUnsafeBufferPointer { TextDecoding.folded($0) }.map { $0.isLetter ? $0 | 32 : $0 }
          .elementsEqual(remark.utf8)
      }
    }
    return saying * 2 > table.rows.count
  }

  /// Whether the name of a file says so.
  static func isNamed(_ name: String) -> Bool {
    let words = RoleScore.words(name)
    return !names.isDisjoint(with: words)
      || words.contains("memilih") && (words.contains("pindah") || words.contains("pindahan"))
  }

  /// What the columns of a list say whose name speaks of moving: `pindah`, `pindahan`.
  enum Kind: Sendable {
    /// Voters who vote elsewhere, and the header that says so.
    case votingElsewhere(String)
    /// People who moved away, and the header or word that says so.
    case movedAway(String)
    case open
  }

  /// Nil where the name speaks of something else, or says itself that its voters vote elsewhere.
  static func kind(_ name: String, _ table: SampledTable) -> Kind? {
    let own = RoleScore.words(name)
    guard own.contains("pindah") || own.contains("pindahan"), !isNamed(name) else { return nil }
    let headers = table.header.map { (text: $0, words: Set(RoleScore.words($0))) }
    func first(_ holds: (Set<String>) -> Bool) -> String? { headers.first { holds($0.words) }?.text }
    // Theirs alone are the station and what they vote in; a date or a destination may stand on either list.
    let elsewhere = first { words in
      words.contains("memilih") || !words.isDisjoint(with: ["dpph", "dptb", "dpp", "a5"])
        || words.contains("tps") && !words.isDisjoint(with: ["tujuan", "asal", "baru"])
    }
    if let elsewhere { return .votingElsewhere(elsewhere) }
    let away = first { words in
      let isOfMoving = !words.isDisjoint(with: ["pindah", "kepindahan", "perpindahan"])
      return words.contains("skpwni") || words.contains("alamat") && words.contains("tujuan")
        || isOfMoving && !words.isDisjoint(with: ["tanggal", "tgl", "jenis", "klasifikasi", "surat"])
        || words.contains("kepindahan") || words == ["tanggal"] || words == ["tgl"]
    }
    if let away { return .movedAway(away) }
    return own.first { ["domisili", "keluar", "skpwni"].contains($0) }.map { .movedAway($0) } ?? .open
  }

  /// Roles that the name of such a list may have led to; other columns that speak louder decide for themselves.
  private static let near: Set<Role> = [.moves, .movedVoters, .specialList, .roll]

  /// Settles lists whose names speak of moving: what strikes nobody where name and columns leave it open.
  private static func settleMoving(_ guesses: inout [FileGuess]) {
    let rolls = guesses.indices.filter { guesses[$0].role == .roll && guesses[$0].problem == nil }
    for index in guesses.indices {
      guard let kind = guesses[index].movingKind, guesses[index].problem == nil, !isPlaced(guesses[index]),
        guesses[index].role.map(near.contains) ?? true
      else { continue }
      let others = rolls.filter { $0 != index && guesses[$0].movingKind == nil }
      if guesses[index].role == .roll, others.isEmpty { continue }
      switch kind {
      case .movedAway: continue
      case .votingElsewhere(let header):
        guesses[index].reasons = [
          "nama berkas memuat «pindah», dan kolom «\(header)» hanya ada pada daftar pemilih yang pindah memilih"
        ]
      case .open:
        let wanted = Set(guesses[index].numbers)
        let onRoll =
          wanted.isEmpty ? [] : others.reduce(into: Set<UInt64>()) { $0.formUnion(known(wanted, guesses[$1])) }
        let told =
          wanted.isEmpty || others.isEmpty
          ? ""
          : "; \(guesses[index].numbers.count { onRoll.contains($0) }) dari \(guesses[index].numbers.count) NIK pertama ada di daftar pemilih"
        guesses[index].reasons = [
          "nama berkas memuat «pindah», tetapi tidak ada kolom yang mengatakan pindah memilih atau pindah domisili\(told). "
            + "Dibaca sebagai pemilih yang pindah memilih, sehingga tidak ada yang diusulkan dicoret karenanya. Bila ini daftar "
            + "orang yang pindah domisili, ganti peran menjadi pindah"
        ]
      }
      guesses[index].role = .movedVoters
    }
  }

  /// Settles what every possible list is, where another file is a roll to ask.
  static func settle(_ guesses: inout [FileGuess]) {
    settleMoving(&guesses)
    let asked = guesses.indices.filter {
      guesses[$0].mayBeMovedVoters && guesses[$0].movingKind == nil && guesses[$0].problem == nil
        && !guesses[$0].numbers.isEmpty
        && !isPlaced(guesses[$0])
    }
    guard !asked.isEmpty else { return }
    let rolls = guesses.indices.filter {
      guesses[$0].role == .roll && guesses[$0].problem == nil && !asked.contains($0)
    }
    guard !rolls.isEmpty else { return }
    let wanted = Set(asked.flatMap { guesses[$0].numbers })
    let onRoll = rolls.reduce(into: Set<UInt64>()) { $0.formUnion(known(wanted, guesses[$1])) }
    for index in asked {
      let found = guesses[index].numbers.count { onRoll.contains($0) }
      let total = guesses[index].numbers.count
      let isMoving = found * 2 > total
      guesses[index].role = isMoving ? .movedVoters : .specialList
      guesses[index].reasons = [
        "\(found) dari \(total) NIK pertama ada di daftar pemilih, jadi "
          + (isMoving ? "pemilih terdaftar yang pindah memilih" : "pemilih di luar daftar (daftar khusus)")
      ]
    }
  }

  private static func isPlaced(_ guess: FileGuess) -> Bool {
    let roles = Set(Role.allCases.map(\.rawValue))
    return guess.name.split(separator: "/").dropLast().contains { roles.contains(String($0)) }
  }

  /// Which of the numbers stand in the file.
  private static func known(_ wanted: Set<UInt64>, _ guess: FileGuess) -> Set<UInt64> {
    var source = Source(path: guess.path, name: guess.name, role: .roll)
    for spec in guess.specs { source.columns[spec.field] = ColumnSpec(headers: spec.headers) }
    source.headerRow = guess.headerRow
    guard let opened = try? OpenedFile.all(source, HeaderBook(role: .roll)) else { return [] }
    var found: Set<UInt64> = []
    for file in opened {
      guard let column = file.map.columns[.nik]?.first else { continue }
      var scanner = CSVScanner(file.file, from: file.dataStart, dialect: file.dialect)
      while let row = scanner.next() {
        guard column < row.fields.count else { continue }
        let (nik, _) = IdentityNumber.read(row.fields[column])
        if let key = SharedDigits.kept.key(nik), wanted.contains(key) { found.insert(key) }
      }
    }
    return found
  }
}

extension SampledTable {
  /// The numbers of persons in the rows of the sample, on the digits that workbooks keep: of the column that is known to be
  /// theirs, else of the one that holds most. In a short list each person may bear a family card of their own.
  func personNumbers(_ known: Int?) -> [UInt64] {
    let columns = known.map { [$0] } ?? shapes.indices.filter { shapes[$0] == .identity }
    func numbers(_ column: Int) -> [UInt64] {
      values(column).compactMap { value in
        let (nik, form) = value.withUnsafeBufferPointer { IdentityNumber.read($0) }
        return form == .malformed || !nik.hasValidForm ? nil : SharedDigits.kept.key(nik)
      }
    }
    return columns.map(numbers).max { Set($0).count < Set($1).count } ?? []
  }
}
