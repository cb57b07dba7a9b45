import RollModel

/// Gives findings their ids and their order: by rule as in the rulebook, then area, then id.
///
/// An id is twelve characters of Crockford's base 32 (https://www.crockford.com/base32.html) of a 60-bit hash of rule
/// and fact. Findings with one hash, say of two rows that agree in everything, get `-2`, `-3` … in order of content.
struct FindingOrder {
  let data: CaseData
  /// Place of each rule in the rulebook.
  let places: [String: Int]
  private let threads: Int

  init(data: CaseData, rules: [String], threads: Int) {
    self.data = data
    self.threads = threads
    places = Dictionary(uniqueKeysWithValues: rules.enumerated().map { ($1, $0) })
  }

  /// O(n log n) in the number of findings; those of one rule should stand together. No finding is copied.
  func arrange(_ findings: inout [Finding]) {
    let keys = numbered(keys(of: findings), findings)
    findings.withUnsafeMutableBufferPointer { elements in
      nonisolated(unsafe) let elements = elements
      let ranges = pieces(of: keys.count, size: Self.keysAtOnce)
      _ = parallelMap(ranges.count, threads: threads) { piece in
        for key in keys[ranges[piece]] {
          var id = Self.base32(key.hash)
          if key.ordinal > 1 { id += "-\(key.ordinal)" }
          elements[key.index].id = id
        }
      }
    }
    findings.permute(into: byPlace(keys))
  }

  /// The keys in order of hash, those with one hash numbered from 1. Each part of the hashes is a piece of work.
  private func numbered(_ keys: [Key], _ findings: [Finding]) -> [Key] {
    let parts = parallelMap(1 << Self.partBits, threads: threads) { part in
      var keys = keys.filter { $0.hash >> UInt64(60 - Self.partBits) == UInt64(part) }
      keys.sort { a, b in
        if a.hash != b.hash { return a.hash < b.hash }
        if a.place != b.place { return a.place < b.place }
        return precedes(findings[a.index], findings[b.index])
      }
      for i in keys.indices.dropFirst() where keys[i].hash == keys[i - 1].hash {
        keys[i].ordinal = keys[i - 1].ordinal + 1
      }
      return keys
    }
    return parts.flatMap(\.self)
  }

  /// Indices of findings by place; those of one place stay in the order of the keys. A counting sort.
  private func byPlace(_ keys: [Key]) -> [Int] {
    guard let last = keys.map(\.place).max() else { return [] }
    var next = Array(repeating: 0, count: last + 2)
    for key in keys { next[key.place + 1] += 1 }
    for place in 0...last { next[place + 1] += next[place] }
    var order = Array(repeating: 0, count: keys.count)
    for key in keys {
      order[next[key.place]] = key.index
      next[key.place] += 1
    }
    return order
  }

  private func keys(of findings: [Finding]) -> [Key] {
    let ranges = pieces(of: findings.count, size: Self.keysAtOnce)
    let areaCount = data.lexicon.areas.count + 1
    let parts = parallelMap(ranges.count, threads: threads) { piece -> [Key] in
      let rollAreas = data.roll.columns.area
      var rule = ""
      var seed: UInt64 = 0
      var first = 0
      return ranges[piece].map { index in
        if findings[index].rule != rule {
          rule = findings[index].rule
          first = (places[rule] ?? places.count) * areaCount
          seed = rule.utf8.reduce(0) { mixed($0 ^ UInt64($1)) }
        }
        let hash = mixed(findings[index].factHash ^ seed) & Self.idMask
        return Key(hash: hash, place: first + area(findings[index].subject, rollAreas), index: index)
      }
    }
    return parts.flatMap(\.self)
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
  private func area(_ subject: Finding.Subject, _ rollAreas: Column<UInt32>) -> Int {
    switch subject {
    case .person(let reference) where reference.role == .roll: Int(rollAreas[reference.row])
    case .person(let reference): data.voter(reference)?.areaNumber ?? 0
    case .area(let key): key.desa
    }
  }

  private struct Key {
    var hash: UInt64
    /// Rule, then area: places of the rules that come before, each with all areas, and the number of the area.
    var place: Int
    var index: Int
    var ordinal = 1
  }

  private static let idMask: UInt64 = (1 << 60) - 1
  /// Leading bits of a hash that say which part it is sorted in.
  private static let partBits = 4
  private static let keysAtOnce = 16_384

  static func base32(_ hash: UInt64) -> String {
    String(unsafeUninitializedCapacity: 12) { buffer in
      for i in 0..<12 { buffer[i] = alphabet[Int(hash >> UInt64(55 - 5 * i) & 31)] }
      return 12
    }
  }

  private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)
}

extension Array {
  /// Moves the elements so that place `i` holds what stood at `order[i]`, along cycles: nothing is copied.
  ///
  /// `order` names every place once.
  fileprivate mutating func permute(into order: consuming [Int]) {
    withUnsafeMutableBufferPointer { elements in
      for start in elements.indices {
        var hole = start
        while order[hole] != start {
          let source = order[hole]
          order[hole] = hole
          elements.swapAt(hole, source)
          hole = source
        }
        order[hole] = hole
      }
    }
  }
}
