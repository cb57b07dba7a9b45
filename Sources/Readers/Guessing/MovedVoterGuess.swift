import Documents
import Normalizers
import RollModel

/// Tells lists of voters who vote elsewhere from rolls, from special lists and from lists of people who moved house: not by
/// the letters DPTb, which meant one thing until 2020 and another since, but by what name, columns and rows say, and by
/// whether the people stand on the roll.
///
/// A voter on the list of those who move keeps their place on the roll; one on a special list has none. Source: PKPU 7/2023
/// and 7/2024; practice of offices, who send either under the same name. Where nothing tells, nobody is struck for it.
enum MovedVoterGuess {
  /// What speaks for such a list in the first place.
  enum Sign: Sendable {
    /// Name, columns or rows say that its voters vote elsewhere; the reason in words.
    case votingElsewhere(String)
    /// Columns or name say that people moved away, whatever else the name says.
    case movedAway
    /// The name speaks of moving and says no more.
    case moving
    /// The name has letters that either kind of list bears.
    case letters
  }

  private static let letters: Set<String> = ["dptb", "dpph", "dpp", "dpktb", "tambahan"]
  private static let forms: Set<String> = ["dpph", "dptb", "dpp", "a5"]
  private static let moving: Set<String> = ["pindah", "pindahan"]

  /// Whether the name of a file alone is that of such a list.
  static func isNamed(_ name: String) -> Bool {
    let words = Set(RoleScore.words(name))
    return !words.isDisjoint(with: letters) || words.contains("memilih") && !words.isDisjoint(with: moving)
  }

  /// Nil for a file of which neither name nor rows speak of this.
  static func sign(_ name: String, _ table: SampledTable) -> Sign? {
    let own = Set(RoleScore.words(name))
    let speaksOfMoving = !own.isDisjoint(with: moving)
    if speaksOfMoving, own.contains("memilih") {
      return .votingElsewhere("nama berkas memuat «pindah memilih»")
    }
    if hasRemark(table) { return .votingElsewhere("baris-barisnya menyebut «pindah memilih»") }
    let isLettered = !own.isDisjoint(with: letters) || own.contains("a5")
    guard speaksOfMoving || isLettered else { return nil }
    let headers = table.header.map { (text: $0, words: Set(RoleScore.words($0))) }
    func first(_ holds: (Set<String>) -> Bool) -> String? { headers.first { holds($0.words) }?.text }
    // Theirs alone are the station and what they vote in; a date or a destination may stand on either list.
    let elsewhere = first { words in
      words.contains("memilih") || !words.isDisjoint(with: forms)
        || words.contains("tps") && !words.isDisjoint(with: ["tujuan", "asal", "baru"])
    }
    if let elsewhere {
      let what = speaksOfMoving ? "«pindah»" : "nama daftar tambahan"
      return .votingElsewhere(
        "nama berkas memuat \(what), dan kolom «\(elsewhere)» hanya ada pada daftar pemilih yang pindah memilih")
    }
    if isLettered { return own.contains("a5") && !speaksOfMoving ? .moving : .letters }
    let away = first { words in
      let isOfMoving = !words.isDisjoint(with: ["pindah", "kepindahan", "perpindahan"])
      return words.contains("skpwni") || words.contains("alamat") && words.contains("tujuan")
        || isOfMoving && !words.isDisjoint(with: ["tanggal", "tgl", "jenis", "klasifikasi", "surat"])
        || words.contains("kepindahan") || words == ["tanggal"] || words == ["tgl"]
    }
    let isAway = away != nil || !own.isDisjoint(with: ["domisili", "keluar", "skpwni"])
    return isAway ? .movedAway : .moving
  }

  /// Whether half of the rows say that the voter votes elsewhere.
  private static func hasRemark(_ table: SampledTable) -> Bool {
    let remark = Array("pindah memilih".utf8)
    let saying = table.rows.count { row in
      row.contains { cell in
        cell.withUnsafeBufferPointer { TextDecoding.folded($0) }.map { $0.isLetter ? $0 | 32 : $0 } == remark
      }
    }
    return saying * 2 > table.rows.count
  }

  /// Roles that such a list may be taken for; other columns that speak louder decide for themselves.
  static let near: Set<Role> = [.moves, .movedVoters, .specialList, .roll]

  /// Settles what every possible list is; the other files have the rolls to ask.
  static func settle(_ guesses: inout [FileGuess]) {
    let possible = guesses.indices.filter { index in
      let guess = guesses[index]
      return guess.movingSign != nil && guess.problem == nil && !isPlaced(guess)
        && (guess.role.map(near.contains) ?? true)
    }
    guard !possible.isEmpty else { return }
    let rolls = guesses.indices.filter { guesses[$0].role == .roll && guesses[$0].problem == nil }
    let others = rolls.filter { !possible.contains($0) }
    for index in possible {
      // The only roll of a folder is its roll, whatever its name says.
      if guesses[index].role == .roll, others.isEmpty { continue }
      guard let sign = guesses[index].movingSign,
        let settled = role(sign, guesses[index], others.map { guesses[$0] })
      else { continue }
      guesses[index].role = settled.role
      guesses[index].reasons = [settled.reason]
    }
  }

  private static func role(_ sign: Sign, _ guess: FileGuess, _ rolls: [FileGuess]) -> (role: Role, reason: String)? {
    let found = guess.persons.found(in: rolls)
    switch sign {
    case .movedAway: return nil
    case .votingElsewhere(let reason):
      let told = found.total > 0 ? "; \(found.words) ada di daftar pemilih" : ""
      return (.movedVoters, reason + told)
    case .moving:
      let told = found.total > 0 ? "; \(found.words) ada di daftar pemilih" : ""
      return (
        .movedVoters,
        "nama berkas memuat «pindah», tetapi tidak ada kolom yang mengatakan pindah memilih atau pindah domisili\(told). "
          + "Dibaca sebagai pemilih yang pindah memilih, sehingga tidak ada yang diusulkan dicoret karenanya. Bila ini "
          + "daftar orang yang pindah domisili, ganti peran menjadi pindah"
      )
    case .letters where found.total > 0:
      // As many people as the roll has, and on it: another roll.
      let isARoll = guess.role == .roll && found.isMost && guess.rows * 2 > (rolls.map(\.rows).max() ?? 0)
      if isARoll { return nil }
      return (
        found.isMost ? .movedVoters : .specialList,
        "\(found.words) ada di daftar pemilih, jadi "
          + (found.isMost ? "pemilih terdaftar yang pindah memilih" : "pemilih di luar daftar (daftar khusus)")
      )
    case .letters:
      return (
        .movedVoters,
        "nama berkas dipakai untuk daftar pindah memilih maupun daftar khusus, dan orangnya tidak dapat dicari di daftar "
          + "pemilih. Dibaca sebagai pemilih yang pindah memilih, sehingga tidak ada yang diusulkan karenanya. Bila ini "
          + "pemilih di luar daftar, ganti peran menjadi dpk"
      )
    }
  }

  private static func isPlaced(_ guess: FileGuess) -> Bool {
    let roles = Set(Role.allCases.map(\.rawValue))
    return guess.name.split(separator: "/").dropLast().contains { roles.contains(String($0)) }
  }
}
