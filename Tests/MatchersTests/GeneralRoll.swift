import RollModel

/// A made-up person file without any number: names, birth dates, addresses of words; copies with damage at random places.
///
/// `household` people live at one address and bear one family name; 1 makes everybody live alone.
struct GeneralRoll {
  struct Person {
    var name: [String]
    var birth: CalendarDay
    var address: [String]
    var sex: Sex?
  }

  var people: [Person] = []
  /// Number of the person behind each row.
  var owner: [Int] = []
  private var random: SeededGenerator

  init(people count: Int, copies: Int, household: Int = 1, seed: UInt64) {
    random = SeededGenerator(seed: seed)
    for i in 0..<count {
      let head = i / household * household
      people.append(person(of: head == i ? nil : people[head]))
      owner.append(i)
    }
    for _ in 0..<copies {
      let original = random.below(count)
      people.append(damaged(people[original]))
      owner.append(original)
    }
  }

  func isOne(_ a: Int, _ b: Int) -> Bool { owner[a] == owner[b] }

  func data(order: [Int]? = nil, list: GeneralRoll? = nil) -> CaseData {
    var lexicon = Lexicon()
    lexicon.addressesAreWords = true
    _ = lexicon.places.intern("")
    _ = lexicon.addresses.intern("")
    _ = lexicon.notes.intern("")
    let own = columns(order ?? Array(people.indices), &lexicon)
    let other = list.map { $0.columns(Array($0.people.indices), &lexicon) }
    let words = lexicon
    func roll(_ role: Role, _ columns: RollColumns) -> Roll {
      var file = SourceFile(path: "\(role.rawValue).csv", role: role, format: "CSV", bytes: 0)
      file.rowsUsed = columns.nik.count
      file.nikState = .absent
      return Roll(role: role, lexicon: words, files: [file], columns: columns, texts: [NoTexts()])
    }
    return CaseData(
      lexicon: words, roll: roll(.roll, own),
      lists: other.map { [Role.deaths: roll(.deaths, $0)] } ?? [:])
  }

  private func columns(_ rows: [Int], _ lexicon: inout Lexicon) -> RollColumns {
    var c = RollColumns()
    for (i, row) in rows.enumerated() {
      let p = people[row]
      c.nik.append(NIK())
      c.nkk.append(NIK())
      c.birth.append(p.birth)
      for word in p.name { c.tokens.append(UInt32(lexicon.tokens.intern(word))) }
      c.tokenStart.append(UInt32(c.tokens.count))
      c.place.append(Lexicon.nothing)
      c.address.append(UInt32(lexicon.addresses.intern(p.address.joined(separator: " "))))
      c.area.append(0)
      c.rt.append(0)
      c.rw.append(0)
      c.tps.append(0)
      c.codes.append(VoterCodes(sex: p.sex, marital: nil, mark: nil))
      c.event.append(CalendarDay())
      c.evidence.append(Lexicon.nothing)
      c.file.append(0)
      c.line.append(UInt32(i + 2))
      c.offset.append(UInt64(i))
    }
    return c
  }

  private static let syllables = [
    "BA", "CO", "DEN", "FER", "GAL", "HUR", "KIM", "LOR", "MEN", "NEL", "PAR", "RIS", "SEL", "TON", "VIN", "WIL", "ZA",
  ]

  private mutating func word() -> String {
    (0..<(2 + random.below(2))).map { _ in Self.syllables[random.below(Self.syllables.count)] }.joined()
  }

  private mutating func person(of head: Person?) -> Person {
    let day = CalendarDay(day: 1 + random.below(28), month: 1 + random.below(12), year: 1930 + random.below(70))
    let family = head.map { $0.name[1] } ?? word()
    let address =
      head?.address
      ?? [
        "\(1 + random.below(200))", word(), ["STREET", "PLACE", "ROAD"][random.below(3)], word(),
        "\(2_000 + random.below(900))",
      ]
    return Person(name: [word(), family], birth: day, address: address, sex: nil)
  }

  private mutating func damaged(_ original: Person) -> Person {
    var p = original
    for _ in 0..<(1 + random.below(3)) {
      switch random.below(7) {
      case 0: p.name.reverse()
      case 1: p.name[0] = mistyped(p.name[0])
      case 2: p.name[1] = mistyped(p.name[1])
      case 3: p.birth = CalendarDay(day: p.birth.day, month: p.birth.month, year: p.birth.year + 1)
      case 4 where p.address.count == 5: p.address = [p.address[1] + p.address[2]] + p.address[3...]
      case 5: p.birth = CalendarDay()
      default: p.address[p.address.count - 1] = mistyped(p.address[p.address.count - 1])
      }
    }
    return p
  }

  private mutating func mistyped(_ word: String) -> String {
    var letters = Array(word)
    guard letters.count > 2 else { return word }
    let at = 1 + random.below(letters.count - 2)
    letters.swapAt(at, at + 1)
    return String(letters)
  }

  private struct NoTexts: RowTexts {
    func text(_ field: Field, at offset: Int) -> String { "" }
  }
}
