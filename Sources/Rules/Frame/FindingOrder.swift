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
    let order = findings.withUnsafeMutableBufferPointer { elements in
      // Each finding is changed by the one thread that has its piece, or its hash.
      nonisolated(unsafe) let elements = elements
      let keys = sorted(named(elements), elements)
      return byPlace(keys)
    }
    findings.permute(into: order)
  }

  /// Gives each finding the id of its hash, and returns the keys in the order of the findings.
  private func named(_ findings: UnsafeMutableBufferPointer<Finding>) -> [Key] {
    nonisolated(unsafe) let findings = findings
    let ranges = pieces(of: findings.count, size: Self.findingsAtOnce)
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
          seed = RuleNames.first(rule).utf8.reduce(0) { mixed($0 ^ UInt64($1)) }
        }
        let hash = mixed(findings[index].factHash ^ seed) & Self.idMask
        findings[index].id = Self.base32(hash)
        return Key(
          hash: hash, place: UInt32(first + area(findings[index].subject, rollAreas)), index: UInt32(index))
      }
    }
    return parts.flatMap(\.self)
  }

  /// The keys in order of hash; findings whose hash others have too are numbered. Keys are dealt into parts by the
  /// leading bits of their hashes, a few keys to each, and the parts are sorted.
  private func sorted(_ keys: [Key], _ findings: UnsafeMutableBufferPointer<Finding>) -> [Key] {
    let bits = max(Self.groupBits, Int.bitWidth - keys.count.leadingZeroBitCount - 4)
    var starts = Array(repeating: 0, count: 1 << bits + 1)
    for key in keys { starts[key.part(bits) + 1] += 1 }
    for part in 0..<(1 << bits) { starts[part + 1] += starts[part] }
    let bounds = starts
    return [Key](unsafeUninitializedCapacity: keys.count) { sorted, filled in
      for key in keys {
        sorted[starts[key.part(bits)]] = key
        starts[key.part(bits)] += 1
      }
      nonisolated(unsafe) let shared = sorted
      nonisolated(unsafe) let findings = findings
      _ = parallelMap(1 << Self.groupBits, threads: threads) { group in
        let parts = 1 << (bits - Self.groupBits)
        for part in (group * parts)..<((group + 1) * parts) {
          var keys = UnsafeMutableBufferPointer(rebasing: shared[bounds[part]..<bounds[part + 1]])
          keys.sort { Self.precedes($0, $1, findings) }
          Self.number(keys, findings)
        }
      }
      filled = keys.count
    }
  }

  /// Gives the ids of findings with one hash a number, from the second on.
  private static func number(
    _ keys: UnsafeMutableBufferPointer<Key>, _ findings: UnsafeMutableBufferPointer<Finding>
  ) {
    var ordinal = 1
    for i in keys.indices.dropFirst() {
      ordinal = keys[i].hash == keys[i - 1].hash ? ordinal + 1 : 1
      if ordinal > 1 { findings[Int(keys[i].index)].id += "-\(ordinal)" }
    }
  }

  /// Indices of findings by place; those of one place stay in the order of the keys. A counting sort.
  private func byPlace(_ keys: [Key]) -> [Int] {
    guard let last = keys.map(\.place).max() else { return [] }
    var next = Array(repeating: 0, count: Int(last) + 2)
    for key in keys { next[Int(key.place) + 1] += 1 }
    for place in 0...Int(last) { next[place + 1] += next[place] }
    var order = Array(repeating: 0, count: keys.count)
    for key in keys {
      order[next[Int(key.place)]] = Int(key.index)
      next[Int(key.place)] += 1
    }
    return order
  }

  /// By hash, and order of findings with one: by place, by what they say, and only then by where their rows stand.
  private static func precedes(_ a: Key, _ b: Key, _ findings: UnsafeMutableBufferPointer<Finding>) -> Bool {
    if a.hash != b.hash { return a.hash < b.hash }
    if a.place != b.place { return a.place < b.place }
    let (x, y) = (findings[Int(a.index)], findings[Int(b.index)])
    if x.explanation != y.explanation { return x.explanation < y.explanation }
    if x.evidence != y.evidence { return x.evidence < y.evidence }
    return row(x) < row(y)
  }

  private static func row(_ finding: Finding) -> Int {
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

  private struct Key: BitwiseCopyable {
    let hash: UInt64
    /// Rule, then area: places of the rules that come before, each with all areas, and the number of the area.
    let place: UInt32
    let index: UInt32

    func part(_ bits: Int) -> Int { Int(hash >> UInt64(60 - bits)) }
  }

  private static let idMask: UInt64 = (1 << 60) - 1
  /// Leading bits of a hash that say which thread's work it is.
  private static let groupBits = 4
  private static let findingsAtOnce = 16_384

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
