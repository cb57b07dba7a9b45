import RollModel

/// Where somebody moved to, as a list of moves tells it.
enum Destination: Sendable {
  case none
  /// Number of the town in the gazetteer.
  case town(Int)
  /// Number of the desa in the plan.
  case desa(Int)
}

/// Writes records as rows of list files.
struct RowWriter: Sendable {
  private let desaNames: [[UInt8]]
  private let desaCodes: [Int]
  private let kecamatanNames: [[UInt8]]
  private let kecamatanOf: [Int]
  private let places: Places
  private let streets: [[UInt8]]
  private let numbers: NumberWriting
  /// Nil where the lists name no fathers.
  private let fathers: Fathers?

  init(_ plan: SamplePlan, _ names: NameBook) {
    fathers = plan.fathers ? Fathers(names: names, seed: plan.seed) : nil
    desaNames = plan.desa.map { Array($0.name.uppercased().utf8) }
    desaCodes = plan.desa.map(\.code)
    kecamatanNames = plan.area.kecamatan.map { Array($0.name.uppercased().utf8) }
    kecamatanOf = plan.desa.map(\.kecamatan)
    places = Places(plan)
    numbers = plan.numbers
    streets = Gazetteer.streets.map { Array($0.utf8) }
  }

  /// Appends one row.
  ///
  /// - Parameters:
  ///   - serial: running number of the row in its file, for layouts that have one.
  ///   - event: date of what the list tells; evidence what it rests on.
  func write(
    _ record: borrowing Record, _ layout: Layout, to sink: Page, serial: Int, rollID: Int = 0,
    event: CalendarDay = CalendarDay(), evidence: StaticString = "", destination: Destination = .none
  ) {
    var isFirst = true
    for (_, column) in layout.columns {
      if !isFirst { sink.byte(layout.delimiter) }
      isFirst = false
      switch column {
      case .serial: sink.number(serial)
      case .kecamatan: sink.text(kecamatanNames[kecamatanOf[record.desa]])
      case .desa: sink.text(desaNames[record.desa])
      case .areaCode: code(desaCodes[record.desa], layout, sink)
      case .rollID: sink.number(rollID, width: 9)
      case .card: if record.card != 0 { digits(record.card, layout, sink) }
      case .number: number(record, layout, sink)
      case .name: sink.name(record.name)
      case .birthPlace: place(record, sink)
      case .birthDate: date(record.birth, layout.dates, sink, hidesYear: layout.isRoll && numbers == .tersamar)
      case .birthPlaceAndDate:
        place(record, sink)
        sink.text(", ")
        date(record.birth, layout.dates, sink)
      case .marital: sink.byte(Self.maritalCodes[Int(record.marital.rawValue)])
      case .sex: sink.byte(record.sex == .male ? 76 : 80)
      case .address: address(record, layout, sink)
      case .rt: neighbourhood(record.rt, layout, sink)
      case .rw: neighbourhood(record.rw, layout, sink)
      case .disability: if record.disability != 0 { sink.number(Int(record.disability)) }
      case .cardStatus: sink.byte(record.hasCard ? 83 : 66)
      case .mark: if record.mark != 0 { sink.number(Int(record.mark)) }
      case .source: sink.text(Self.sources[Int(record.source)])
      case .tps: sink.number(Int(record.tps), width: 3)
      case .eventDate: date(event, layout.dates, sink)
      case .evidence: sink.text(evidence)
      case .destination:
        switch destination {
        case .none: break
        case .town(let number): sink.text(places[Places.firstTown + number])
        case .desa(let number): code(desaCodes[number], layout, sink)
        }
      }
    }
    if let fathers, layout.fatherHeader != nil {
      sink.byte(layout.delimiter)
      fathers.write(record, layout, to: sink)
    }
    sink.byte(10)
  }

  private static let maritalCodes: [UInt8] = [0, 66, 83, 80]
  private static let sources: [StaticString] = ["dpt", "dpt", "dp4", "coklit", "masyarakat"]

  private func code(_ value: Int, _ layout: Layout, _ sink: Page) {
    guard layout.dottedCodes else { return sink.number(value, width: 10) }
    sink.number(value / 100_000_000, width: 2)
    sink.byte(46)
    sink.number(value / 1_000_000 % 100, width: 2)
    sink.byte(46)
    sink.number(value / 10_000 % 100, width: 2)
    sink.byte(46)
    sink.number(value % 10_000, width: 4)
  }

  private func digits(_ number: UInt64, _ layout: Layout, _ sink: Page) {
    switch layout.isRoll ? numbers : .penuh {
    case .penuh: sink.number(Int(number), width: 16)
    case .terpotong: sink.number(Int(number / 10 * 10), width: 16)
    case .tersamar:
      sink.number(Int(number / 1_000_000), width: 10)
      sink.text("******")
    }
  }

  private func number(_ record: borrowing Record, _ layout: Layout, _ sink: Page) {
    switch record.numberForm {
    case .full: digits(record.number, layout, sink)
    case .missing: break
    case .fifteenDigits: sink.number(Int(record.number / 10), width: 15)
    case .letter:
      sink.number(Int(record.number / 10), width: 15)
      sink.byte(79)
    }
  }

  private func place(_ record: borrowing Record, _ sink: Page) {
    let name = places[Int(record.place)]
    guard record.placeFault != 0 else { return sink.text(name) }
    var random = SeededGenerator(seed: UInt64(record.placeFault))
    sink.text(Self.misspelt(name, &random))
  }

  static func misspelt(_ name: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    var bytes = name
    let at = 1 + random.below(max(1, bytes.count - 1))
    guard at < bytes.count else { return bytes }
    switch random.below(5) {
    case 0: bytes.remove(at: at)
    case 1: bytes.insert(bytes[at], at: at)
    case 2: bytes.swapAt(at, at - 1)
    case 3 where bytes.contains(32): bytes.removeAll { $0 == 32 }
    default: bytes[at] = NameFault.isVowel(bytes[at]) ? 65 : bytes[at]
    }
    return bytes
  }

  private func date(_ day: CalendarDay, _ style: DateStyle, _ sink: Page, hidesYear: Bool = false) {
    guard day.bits != 0 else { return }
    guard style != .iso else {
      sink.number(day.year, width: 4)
      sink.byte(45)
      sink.number(day.month, width: 2)
      sink.byte(45)
      return sink.number(day.day, width: 2)
    }
    let separator: UInt8 = style == .bars ? 124 : style == .dashes ? 45 : 47
    sink.number(day.day, width: 2)
    sink.byte(separator)
    sink.number(day.month, width: 2)
    sink.byte(separator)
    if hidesYear { sink.text("****") } else { sink.number(day.year, width: 4) }
  }

  private func neighbourhood(_ value: Int, _ layout: Layout, _ sink: Page) {
    if value != 0 { sink.number(value, width: layout.paddedNeighbourhood ? 3 : 1) }
  }

  /// A street with a house number in one of five habits; a comma brings quotes.
  private func address(_ record: borrowing Record, _ layout: Layout, _ sink: Page) {
    let street = streets[Int(record.street)]
    switch record.addressStyle {
    case Record.noAddress: break
    case 0, 1: sink.text(street)
    case 2:
      sink.text(street)
      sink.text(" NO ")
      sink.number(Int(record.house))
    case 3:
      sink.text(street)
      sink.text(" RT ")
      sink.number(record.rt, width: 2)
    default:
      let quoted = layout.delimiter == 44
      if quoted { sink.byte(34) }
      sink.text(street)
      sink.text(", NO. ")
      sink.number(Int(record.house))
      if quoted { sink.byte(34) }
    }
  }
}
