import RollModel

/// A roll of made-up people for tests: names of a few syllables, households, and copies with errors at known places.
struct MadeUpRoll {
  struct Person {
    var nik = NIK()
    var nkk = NIK()
    var name: [String] = []
    var birth = CalendarDay()
    var place = ""
    var sex = Sex.male
    var marital = MaritalStatus.married
    var area: UInt32 = 1
    var address = ""
  }

  var people: [Person] = []
  /// Rows of one person.
  var truth: [(Int, Int)] = []
  private var random: SeededGenerator

  init(people count: Int, copies: Int, seed: UInt64) {
    random = SeededGenerator(seed: seed)
    for i in 0..<count { people.append(person(household: i / 3)) }
    for _ in 0..<copies {
      let original = random.below(count)
      people.append(copy(people[original]))
      truth.append((original, people.count - 1))
    }
  }

  /// The rows in the order that `order` gives.
  func data(order: [Int]? = nil) -> CaseData {
    let roll = roll(order: order, lexicon: Lexicon())
    return CaseData(lexicon: roll.lexicon, roll: roll)
  }

  /// The rows in a lexicon whose places are there already.
  func data(places: StringTable) -> CaseData {
    var lexicon = Lexicon()
    lexicon.places = places
    let roll = roll(lexicon: lexicon)
    return CaseData(lexicon: roll.lexicon, roll: roll)
  }

  /// A case with this roll and lists of persons, all of one lexicon.
  func data(lists: [Role: MadeUpRoll]) -> CaseData {
    var lexicon = roll(lexicon: Lexicon()).lexicon
    let roles = lists.keys.sorted { $0.rawValue < $1.rawValue }
    for role in roles { lexicon = lists[role]?.roll(role: role, lexicon: lexicon).lexicon ?? lexicon }
    var rolls: [Role: Roll] = [:]
    for role in roles { rolls[role] = lists[role]?.roll(role: role, lexicon: lexicon) }
    return CaseData(lexicon: lexicon, roll: roll(lexicon: lexicon), lists: rolls)
  }

  func roll(role: Role = .roll, order: [Int]? = nil, lexicon start: Lexicon) -> Roll {
    var lexicon = start
    _ = lexicon.places.intern("")
    _ = lexicon.addresses.intern("")
    _ = lexicon.notes.intern("")
    lexicon.areas = Self.areas
    var c = RollColumns()
    let rows = order ?? Array(people.indices)
    for (i, row) in rows.enumerated() {
      let p = people[row]
      c.nik.append(p.nik)
      c.nkk.append(p.nkk)
      c.birth.append(p.birth)
      for word in p.name { c.tokens.append(UInt32(lexicon.tokens.intern(word))) }
      c.tokenStart.append(UInt32(c.tokens.count))
      c.place.append(UInt32(lexicon.places.intern(p.place)))
      c.address.append(UInt32(lexicon.addresses.intern(p.address)))
      c.area.append(p.area)
      c.rt.append(1)
      c.rw.append(1)
      c.tps.append(1)
      c.codes.append(VoterCodes(sex: p.sex, marital: p.marital, mark: nil))
      c.event.append(CalendarDay())
      c.evidence.append(0)
      c.file.append(0)
      c.line.append(UInt32(i + 2))
      c.offset.append(UInt64(i))
    }
    var file = SourceFile(path: role.rawValue + "/a.csv", role: role, format: "CSV", bytes: 0)
    file.rowsRead = rows.count
    file.rowsUsed = rows.count
    return Roll(role: role, lexicon: lexicon, files: [file], columns: c, texts: [NoTexts()])
  }

  static let areas = AreaTable(
    entries: [AreaTable.Entry(code: AreaCode(number: 0), desa: "", kecamatan: "", kecamatanNumber: 0)]
      + (1...20).map {
        AreaTable.Entry(
          code: AreaCode(number: 1_602_050_000 + UInt64($0)), desa: "DESA \($0)", kecamatan: "KEC \($0 / 5)",
          kecamatanNumber: 1 + $0 / 5)
      },
    kecamatanNames: ["", "A", "B", "C", "D", "E"],
    kecamatanCodes: Array(repeating: AreaCode(number: 0), count: 6), kabupatenName: "CONTOH")

  private static let syllables = [
    "SU", "RI", "PAR", "TI", "NO", "MAR", "DI", "WA", "TO", "NUR", "HA", "YA", "SA", "RAH", "MAN", "LE", "KA", "RO",
    "MI", "JU",
  ]

  private mutating func word() -> String {
    (0..<(2 + random.below(2))).map { _ in Self.syllables[random.below(Self.syllables.count)] }.joined()
  }

  private mutating func person(household: Int) -> Person {
    var p = Person()
    let birth = CalendarDay(
      day: 1 + random.below(28), month: 1 + random.below(12), year: 1945 + random.below(60))
    p.sex = random.unit() < 0.5 ? .male : .female
    let day = birth.day + (p.sex == .female ? 40 : 0)
    let date = day * 10_000 + birth.month * 100 + birth.year % 100
    p.nik = NIK(
      number: UInt64(160_201 + random.below(18)) * 10_000_000_000 + UInt64(date) * 10_000 + UInt64(1 + random.below(4)))
    p.nkk = NIK(number: 1_602_010_101_100_000 + UInt64(household))
    p.name = (0..<(1 + random.below(3))).map { _ in word() }
    p.birth = birth
    p.place = ["PALEMBANG", "KAYUAGUNG", "JAKARTA"][random.below(3)]
    p.area = UInt32(1 + household % 20)
    p.address = "JALAN \(household % 50)"
    return p
  }

  private mutating func copy(_ original: Person) -> Person {
    var p = original
    p.area = UInt32(1 + random.below(20))
    p.nkk = NIK(number: 1_602_010_101_900_000 + UInt64(random.below(100_000)))
    switch random.below(4) {
    case 0: p.birth = CalendarDay(day: 1, month: 1, year: p.birth.year)
    case 1: p.nik = NIK(number: p.nik.number ^ 1)
    case 2:
      var letters = Array(p.name[0])
      letters[letters.count - 1] = "H"
      p.name[0] = String(letters)
    default: break
    }
    return p
  }

  private struct NoTexts: RowTexts {
    func text(_ field: Field, at offset: Int) -> String { "" }
  }
}
