import RollModel

/// Gives findings their ids and their order: by rule as in the rulebook, then area, then id.
///
/// An id is twelve characters of Crockford's base 32 (https://www.crockford.com/base32.html) of a 60-bit hash of rule
/// and fact. Findings with one hash, say of two rows that agree in everything, get `-2`, `-3` … in order of content.
struct FindingOrder {
  let data: CaseData
  /// Place of each rule in the rulebook.
  let places: [String: Int]

  init(data: CaseData, rules: [String]) {
    self.data = data
    places = Dictionary(uniqueKeysWithValues: rules.enumerated().map { ($1, $0) })
  }

  /// O(n log n) in the number of findings; those of one rule should stand together.
  func arranged(_ findings: [Finding]) -> [Finding] {
    var keys = keys(of: findings)
    keys.sort { a, b in
      if a.hash != b.hash { return a.hash < b.hash }
      if a.place != b.place { return a.place < b.place }
      return precedes(findings[a.index], findings[b.index])
    }
    for i in keys.indices.dropFirst() where keys[i].hash == keys[i - 1].hash {
      keys[i].ordinal = keys[i - 1].ordinal + 1
    }
    keys.sort { a, b in
      if a.place != b.place { return a.place < b.place }
      return a.hash != b.hash ? a.hash < b.hash : a.ordinal < b.ordinal
    }
    return keys.map { key in
      var finding = findings[key.index]
      finding.id = Self.base32(key.hash)
      if key.ordinal > 1 { finding.id += "-\(key.ordinal)" }
      return finding
    }
  }

  private func keys(of findings: [Finding]) -> [Key] {
    var rule = ""
    var seed: UInt64 = 0
    var place = 0
    return findings.enumerated().map { index, finding in
      if finding.rule != rule {
        rule = finding.rule
        place = places[rule] ?? places.count
        seed = rule.utf8.reduce(0) { mixed($0 ^ UInt64($1)) }
      }
      let hash = mixed(finding.factHash ^ seed) & Self.idMask
      return Key(hash: hash, place: UInt64(place) << 40 | UInt64(area(finding)), index: index)
    }
  }

  /// Order of findings with one hash: by what they say, and only then by where their rows stand.
  private func precedes(_ a: Finding, _ b: Finding) -> Bool {
    if a.explanation != b.explanation { return a.explanation < b.explanation }
    if a.evidence != b.evidence { return a.evidence < b.evidence }
    return row(a) < row(b)
  }

  private func row(_ finding: Finding) -> Int {
    if case .person(let reference) = finding.subject { return reference.row }
    return 0
  }

  /// Number of the desa: areas are numbered in order of code, then name.
  private func area(_ finding: Finding) -> Int {
    switch finding.subject {
    case .person(let reference): data.voter(reference)?.areaNumber ?? 0
    case .area(let key): key.desa
    }
  }

  private struct Key {
    var hash: UInt64
    /// Rule, then area.
    var place: UInt64
    var index: Int
    var ordinal = 1
  }

  private static let idMask: UInt64 = (1 << 60) - 1

  static func base32(_ hash: UInt64) -> String {
    String(unsafeUninitializedCapacity: 12) { buffer in
      for i in 0..<12 { buffer[i] = alphabet[Int(hash >> UInt64(55 - 5 * i) & 31)] }
      return 12
    }
  }

  private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)
}
