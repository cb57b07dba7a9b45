import Documents
import RollModel
import TestSupport

@testable import Joining

/// Rolls of three made-up kabupaten with some people on two of them, and the record files of these rolls.
struct MadeUpRolls {
  let scratch: Scratch
  let key: RecordKey
  var paths: [String] = []
  /// Lines of the people on two rolls: (file, line) of each.
  var planted: [(a: (Int, Int), b: (Int, Int))] = []
  /// The same of twins, of whom the younger lives in another kabupaten.
  var twins: [(a: (Int, Int), b: (Int, Int))] = []

  private struct Person {
    var nik: UInt64
    var nkk: UInt64
    var birth: CalendarDay
    var words: [String]
    var place: String
    var sex: Sex
  }

  static let codes = [1610, 1671, 3201]

  init(seed: UInt64 = 3, rows: Int = 700, guests: Int = 30, twins: Int = 0) throws {
    scratch = try Scratch()
    key = try RecordKey(Array(repeating: 9, count: 40), path: "kunci")
    var random = SeededGenerator(seed: seed)
    var rolls = Self.codes.map { code in (0..<rows).map { _ in Self.person(code, &random) } }
    for guest in 0..<guests {
      let (from, to) = (guest % 2, 2)
      var person = rolls[from][guest * 7]
      person.nkk = UInt64(Self.codes[to]) * 1_000_000_000_000 + 10_000 + UInt64(guest)
      if guest % 4 == 0 { person.words[0] += "H" }
      rolls[to].append(person)
      planted.append(((from, guest * 7 + 2), (to, rolls[to].count + 1)))
    }
    for twin in 0..<twins {
      var person = rolls[0][300 + twin * 3]
      person.nik += 1
      person.nkk = UInt64(Self.codes[1]) * 1_000_000_000_000 + 90_000 + UInt64(twin)
      person.words[0] = person.words[0].dropLast() + (person.words[0].hasSuffix("A") ? "E" : "A")
      rolls[1].append(person)
      self.twins.append(((0, 300 + twin * 3 + 2), (1, rolls[1].count + 1)))
    }
    for (number, people) in rolls.enumerated() {
      let roll = Self.roll(people, code: Self.codes[number])
      let path = scratch["\(Self.codes[number]).padan"]
      var sink = try FileSink(path: path)
      try RecordFileWriter(roll, kabupaten: AreaCode(number: 0), name: "Kabupaten \(number)").write(key: key, to: &sink)
      paths.append(path)
    }
  }

  private static let syllables = [
    "SU", "RA", "WI", "KAR", "TO", "NI", "MA", "HEN", "DRA", "LES", "BU", "TIN", "YA", "GO",
  ]

  private static func word(_ random: inout SeededGenerator) -> String {
    (0..<(2 + random.below(2))).map { _ in syllables[random.below(syllables.count)] }.joined()
  }

  private static func person(_ code: Int, _ random: inout SeededGenerator) -> Person {
    let birth = CalendarDay(day: 1 + random.below(28), month: 1 + random.below(12), year: 1945 + random.below(60))
    let sex = random.below(2) == 0 ? Sex.male : .female
    let date = (birth.day + (sex == .female ? 40 : 0)) * 10_000 + birth.month * 100 + birth.year % 100
    let region = UInt64(code * 100 + 1 + random.below(9))
    return Person(
      nik: region * 10_000_000_000 + UInt64(date) * 10_000 + UInt64(1 + random.below(3)),
      nkk: region * 10_000_000_000 + UInt64(random.below(2_000_000)), birth: birth,
      words: (0..<(1 + random.below(3))).map { _ in word(&random) }, place: word(&random), sex: sex)
  }

  private static func roll(_ people: [Person], code: Int) -> Roll {
    var lexicon = Lexicon()
    _ = lexicon.places.intern("")
    _ = lexicon.addresses.intern("")
    _ = lexicon.notes.intern("")
    lexicon.areas = AreaTable(
      entries: [AreaTable.empty[0]]
        + (1...5).map {
          AreaTable.Entry(
            code: AreaCode(number: UInt64(code) * 1_000_000 + 10_000 + 2000 + UInt64($0)), desa: "D\($0)",
            kecamatan: "K",
            kecamatanNumber: 1)
        },
      kecamatanNames: ["", "K"],
      kecamatanCodes: [AreaCode(number: 0), AreaCode(number: UInt64(code) * 1_000_000 + 10_000)],
      kabupatenName: "")
    var columns = RollColumns()
    for (row, person) in people.enumerated() {
      columns.nik.append(NIK(number: person.nik))
      columns.nkk.append(NIK(number: person.nkk))
      columns.birth.append(person.birth)
      columns.tokens += person.words.map { UInt32(lexicon.tokens.intern($0)) }
      columns.tokenStart.append(UInt32(columns.tokens.count))
      columns.place.append(UInt32(lexicon.places.intern(person.place)))
      columns.address.append(Lexicon.nothing)
      columns.area.append(UInt32(1 + row % 5))
      columns.rt.append(1)
      columns.rw.append(1)
      columns.tps.append(UInt16(1 + row / 300))
      columns.codes.append(VoterCodes(sex: person.sex, marital: .married, mark: nil))
      columns.event.append(CalendarDay())
      columns.evidence.append(Lexicon.nothing)
      columns.file.append(0)
      columns.line.append(UInt32(row + 2))
      columns.offset.append(UInt64(row))
    }
    var file = SourceFile(path: "daftar-pemilih/\(code).csv", role: .roll, format: "csv", bytes: 0)
    file.rowsUsed = people.count
    return Roll(role: .roll, lexicon: lexicon, files: [file], columns: columns, texts: [SilentTexts()])
  }
}

private struct SilentTexts: RowTexts {
  func text(_ field: Field, at offset: Int) -> String { "" }
}
