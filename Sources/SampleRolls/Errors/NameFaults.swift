import RollModel

extension NameFault {
  static func isVowel(_ byte: UInt8) -> Bool { byte == 65 || byte == 69 || byte == 73 || byte == 79 || byte == 85 }

  /// Writes `name` in this fault's way; a name that offers no place for it stays as it is.
  ///
  /// - Parameter added: word that `addedFamily` appends.
  func apply(to name: inout Name, added: Word, _ random: inout SeededGenerator) {
    guard name.count > 0 else { return }
    switch self {
    case .substitution, .deletion, .doubling, .transposition, .keyboard, .lookalike:
      let index = Self.longWord(of: name, &random)
      name[index] = Word(mistyped(name[index].bytes, &random))
    case .sound: Self.respell(&name, Self.sounds, &random)
    case .oldSpelling: Self.respell(&name, Self.oldSpellings, &random)
    case .abbreviation:
      if !Self.abbreviate(&name, &random) { Self.respell(&name, Self.sounds, &random) }
    case .initial:
      guard name.count > 1 else { return }
      let index = random.below(name.count)
      let letter = Word([name[index].first])
      name[index] = random.chance(0.4) ? letter.joined(Self.dot) : letter
    case .drop:
      guard name.count > 1 else { return }
      name.remove(at: random.chance(0.8) ? name.count - 1 : random.below(name.count))
    case .glue:
      guard name.count > 1 else { return }
      let index = random.below(name.count - 1)
      guard name[index].count + name[index + 1].count <= Word.capacity else { return }
      name[index] = name[index].joined(name[index + 1])
      name.remove(at: index + 1)
    case .split:
      let index = Self.longWord(of: name, &random)
      let bytes = name[index].bytes
      guard bytes.count >= 6, name.count < Name.capacity else { return }
      let cut = 2 + random.below(bytes.count - 4)
      name[index] = Word(bytes[..<cut])
      name.insert(Word(bytes[cut...]), at: index + 1)
    case .swap:
      guard name.count > 1 else { return }
      (name[0], name[name.count - 1]) = (name[name.count - 1], name[0])
    case .headNickname, .tailNickname, .vowelless: shorten(&name, &random)
    case .title: Self.retitle(&name, &random)
    case .addedFamily: if added.count > 2, name.last != added { name.append(added) }
    }
  }

  /// A word worth mistyping: three letters or more where there is one.
  private static func longWord(of name: Name, _ random: inout SeededGenerator) -> Int {
    let start = random.below(name.count)
    for step in 0..<name.count {
      let index = (start + step) % name.count
      if name[index].count >= 3 { return index }
    }
    return start
  }

  private func mistyped(_ word: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    var bytes = word
    guard !bytes.isEmpty else { return bytes }
    let at = random.below(bytes.count)
    switch self {
    case .substitution:
      let letters = Array((Self.isVowel(bytes[at]) ? "AIUEO" : "BCDGHJKLMNPRSTWY").utf8)
      bytes[at] = random.pick(letters.filter { $0 != bytes[at] })
    case .deletion: if bytes.count > 2 { bytes.remove(at: at) }
    case .doubling: bytes.insert(bytes[at], at: at)
    case .transposition:
      guard bytes.count > 2 else { return bytes }
      let left = min(at, bytes.count - 2)
      bytes.swapAt(left, left + 1)
    case .keyboard:
      if let neighbours = Self.neighbours[bytes[at]] { bytes[at] = random.pick(neighbours) }
    default:
      // Letters that a scanned form confuses; try from a random place on.
      for step in bytes.indices {
        let place = (at + step) % bytes.count
        guard let others = Self.lookalikes[bytes[place]] else { continue }
        bytes[place] = random.pick(others)
        break
      }
    }
    return bytes
  }

  private func shorten(_ name: inout Name, _ random: inout SeededGenerator) {
    let index = Self.longWord(of: name, &random)
    let bytes = name[index].bytes
    guard bytes.count >= 6 else { return }
    switch self {
    case .headNickname: name[index] = Word(bytes.prefix(3 + random.below(2)))
    case .tailNickname: name[index] = Word(bytes.suffix(3 + random.below(2)))
    default: name[index] = Word(bytes.prefix(1) + bytes.dropFirst().filter { !Self.isVowel($0) })
    }
  }

  /// Replaces one occurrence of one pair of spellings, either way.
  private static func respell(
    _ name: inout Name, _ pairs: [([UInt8], [UInt8])], _ random: inout SeededGenerator
  ) {
    let start = random.below(pairs.count)
    for step in pairs.indices {
      let pair = pairs[(start + step) % pairs.count]
      for index in 0..<name.count where name[index].count > 2 {
        let bytes = name[index].bytes
        guard let place = find(pair.0, in: bytes), bytes.count - pair.0.count + pair.1.count <= Word.capacity else {
          continue
        }
        name[index] = Word(Array(bytes[..<place]) + pair.1 + Array(bytes[(place + pair.0.count)...]))
        return
      }
    }
  }

  private static func find(_ part: [UInt8], in bytes: [UInt8]) -> Int? {
    guard bytes.count >= part.count else { return nil }
    return (0...(bytes.count - part.count)).first { bytes[$0..<($0 + part.count)].elementsEqual(part) }
  }

  private static func abbreviate(_ name: inout Name, _ random: inout SeededGenerator) -> Bool {
    guard name.count > 1 else { return false }
    for index in 0..<name.count {
      guard let forms = shortForms.first(where: { $0.0 == name[index] })?.1 else { continue }
      name[index] = random.pick(forms)
      return true
    }
    return false
  }

  private static func retitle(_ name: inout Name, _ random: inout SeededGenerator) {
    if name.count > 1, titles.contains(name.first) {
      name.remove(at: 0)
    } else {
      name.insert(random.pick(titles), at: 0)
    }
  }
}

// MARK: - Tables

extension NameFault {
  private static let dot = Word(".")
  private static let titles = Word.table("H. HJ. H HJ DRS. IR.")

  private static let shortForms: [(Word, [Word])] = [
    ("MUHAMMAD", "M. M MUH. MUH MOH MOCH. MHD MOHAMMAD MUHAMAD MOCHAMAD"), ("ABDUL", "ABD. ABD ABDOEL"),
    ("SITI", "ST. ST SITTI"), ("NUR", "NR NOOR NOER"), ("AHMAD", "ACHMAD AKHMAD A. ACH"), ("WAYAN", "WY. WY"),
    ("NYOMAN", "NYM"), ("KETUT", "KT."), ("MADE", "MD."), ("SYAIFUL", "SAIFUL SYAEFUL"), ("PUTU", "PT"),
  ].map { (Word($0.0), Word.table($0.1)) }

  private static func pairs(_ text: String) -> [([UInt8], [UInt8])] {
    text.split(separator: " ").map { pair in
      let sides = pair.split(separator: "/", omittingEmptySubsequences: false)
      return (Array(sides[0].utf8), Array(sides[1].utf8))
    }
  }

  private static let sounds = pairs(
    """
    SY/S KH/H F/P V/P Z/J TH/T DH/D NG/N H/ AI/E AU/O I/Y Y/I NN/N MM/M LL/L DD/D UD/U Q/K K/Q S/SY P/F J/Z AH/A A/AH \
    EI/AI IE/I U/O O/U E/I
    """)
  private static let oldSpellings = pairs("U/OE J/DJ C/TJ Y/J SY/SJ NY/NJ KH/CH OE/U DJ/J TJ/C")

  private static let neighbours: [UInt8: [UInt8]] = table(
    """
    A:SQZ B:VNG C:XVD D:SFE E:WR F:DGR G:FHT H:GJY I:UO J:HKU K:JLI L:KO M:N N:BM O:IP P:O Q:W R:ET S:AD T:RY U:YI \
    V:CB W:QE X:ZC Y:TU Z:X
    """)
  private static let lookalikes: [UInt8: [UInt8]] = table(
    "M:NW N:MH U:VW V:U I:LJ L:I E:F F:E C:GO G:C O:QD D:O B:R R:BK P:R K:R H:N S:Z T:Y Y:V W:M")

  private static func table(_ text: String) -> [UInt8: [UInt8]] {
    var result: [UInt8: [UInt8]] = [:]
    for row in text.split(separator: " ") {
      let letters = Array(row.utf8)
      result[letters[0]] = Array(letters[2...])
    }
    return result
  }
}
