import RollModel

/// One way in which two records of one person of a general roll are likely to agree.
///
/// No identity number, no family card, perhaps no place: birth dates, heads of names and words of addresses in pairs.
/// Two of a person's many words survive almost any damage. Together they found every true pair of FEBRL 1 to 4.
struct GeneralPass: Sendable {
  let name: String
  let kind: Kind

  enum Kind: UInt64, Sendable {
    case birth = 1, headPair, headWord, wordPair, dayMonthHead, monthYearHead, dayYearHead, name, nameYear
  }

  static let all: [GeneralPass] = [
    GeneralPass(name: "tanggal lahir", kind: .birth),
    GeneralPass(name: "dua awal nama", kind: .headPair),
    GeneralPass(name: "nama", kind: .name),
    GeneralPass(name: "nama + tahun lahir", kind: .nameYear),
    GeneralPass(name: "hari-bulan + awal nama", kind: .dayMonthHead),
    GeneralPass(name: "bulan-tahun + awal nama", kind: .monthYearHead),
    GeneralPass(name: "hari-tahun + awal nama", kind: .dayYearHead),
    GeneralPass(name: "awal nama + kata alamat", kind: .headWord),
    GeneralPass(name: "dua kata alamat", kind: .wordPair),
  ]

  /// Of a longer address the rarest words make keys.
  static let mostWords = 8
}

/// Makes the keys of one record in one pass, from contents alone.
struct GeneralKeys: Sendable {
  let inputs: GeneralInputs

  /// Appends the keys of record `i`, each once.
  func make(_ kind: GeneralPass.Kind, _ i: Int, into out: inout [UInt64]) {
    out.removeAll(keepingCapacity: true)
    let x = inputs.set.records[i]
    let birth = UInt64(x.birth)
    switch kind {
    case .birth:
      guard x.hasFullDate else { return }
      let swapped = UInt64(min(x.day, x.month)) | UInt64(max(x.day, x.month)) << 5 | UInt64(x.year) << 10
      out.append(key(kind, swapped, 0))
    case .headPair: pairs(heads(i), kind, into: &out)
    case .headWord:
      let words = rarestWords(i)
      for head in heads(i) { for word in words { out.append(key(kind, head, word)) } }
    case .wordPair: pairs(rarestWords(i), kind, into: &out)
    case .dayMonthHead: if x.hasDayMonth { for head in heads(i) { out.append(key(kind, birth & 511, head)) } }
    case .monthYearHead:
      if x.month != 0, x.year != 0 { for head in heads(i) { out.append(key(kind, birth >> 5, head)) } }
    case .dayYearHead:
      if x.day != 0, x.year != 0 {
        for head in heads(i) { out.append(key(kind, birth & 31 | (birth >> 9) << 5, head)) }
      }
    case .name: if inputs.set.tokenCount(i) > 0 { out.append(key(kind, name(i), 0)) }
    case .nameYear: if inputs.set.tokenCount(i) > 0, x.year != 0 { out.append(key(kind, name(i), UInt64(x.year))) }
    }
    out.sort()
    var kept = 0
    for (at, value) in out.enumerated() where at == 0 || value != out[kept - 1] {
      out[kept] = value
      kept += 1
    }
    out.removeSubrange(kept...)
  }

  /// What an oversize block is split by, one step after another.
  static let ladderSteps = 4

  func ladder(_ step: Int, _ i: Int) -> UInt64 {
    switch step {
    case 0: return UInt64(inputs.set.records[i].year)
    case 1: return name(i)
    case 2: return UInt64(inputs.set.records[i].dayMonth)
    default: return inputs.addresses.of(i).reduce(0) { $0 &+ mixed(hash($1)) }
    }
  }

  /// First three letters of the sound skeleton of each name token, packed.
  private func heads(_ i: Int) -> [UInt64] {
    let token = inputs.set.tokenPointer(i)
    return (0..<min(NameComparator.longest, inputs.set.tokenCount(i))).map {
      UInt64(inputs.set.table.codes[Int(token[$0])].head3)
    }
  }

  /// A hash of the skeletons of all name tokens, in any order.
  private func name(_ i: Int) -> UInt64 {
    let token = inputs.set.tokenPointer(i)
    var sum: UInt64 = 0
    for k in 0..<inputs.set.tokenCount(i) { sum &+= inputs.set.table.codes[Int(token[k])].skeletonHash }
    return mixed(sum)
  }

  /// Hashes of the rarest words of an address; ties by content.
  private func rarestWords(_ i: Int) -> [UInt64] {
    let words = inputs.addresses.of(i)
    guard words.count > GeneralPass.mostWords else { return words.map(hash) }
    let bits = inputs.addresses.bits
    let order = words.sorted { (bits[Int($0)], hash($0)) > (bits[Int($1)], hash($1)) }
    return order.prefix(GeneralPass.mostWords).map(hash)
  }

  private func hash(_ word: UInt32) -> UInt64 { inputs.addresses.table.codes[Int(word)].spellingHash }

  private func pairs(_ values: [UInt64], _ kind: GeneralPass.Kind, into out: inout [UInt64]) {
    guard values.count > 1 else { return }
    for p in 0..<(values.count - 1) {
      for q in (p + 1)..<values.count {
        out.append(key(kind, min(values[p], values[q]), max(values[p], values[q])))
      }
    }
  }

  private func key(_ kind: GeneralPass.Kind, _ a: UInt64, _ b: UInt64) -> UInt64 {
    mixed(mixed(a &+ kind.rawValue &* 0xC2B2_AE3D_27D4_EB4F) ^ (b &* 0x1656_67B1_9E37_79F9))
  }
}
