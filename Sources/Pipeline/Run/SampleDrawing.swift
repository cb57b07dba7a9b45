import Casework
import Reports
import RollModel

/// The rows that were drawn in one direction, as sheets print them and as `sampel.json` names them.
struct Drawing: Sendable {
  let direction: SampleFrame.Direction
  let draw: SampleDraw
  let sample: DrawnSample.Direction
  let rows: [SampleBook.Row]
  /// Ids of findings that were drawn.
  let findings: [String]
  private let kinds: [String]
  private let margin: Double

  /// - Throws: a sentence where fewer rows are asked for than there are classes to draw from.
  init(
    _ made: SampleFrames.Frame, _ size: SampleRun.Request.Size, _ key: SamplingKey, in record: RunRecord
  ) throws(RunFailure) {
    let frame = made.frame
    let populations = frame.populations
    let total =
      switch size {
      case .count(let count): count
      case .margin(let margin): Allocation.total(populations, margin: margin)
      }
    guard let sizes = Allocation.sizes(populations, total: total) else {
      throw RunFailure(
        "--ukuran \(total) terlalu kecil: \(frame.direction.rawValue) butuh sedikitnya "
          + "\(Allocation.minimum(populations)) contoh, dua untuk setiap kelas temuan.")
    }
    let draw = SampleDraw(frame, sizes: sizes, key: key)
    var names: Set<String> = []
    var rows: [SampleBook.Row] = []
    var drawn: [DrawnSample.Row] = []
    var findings: [String] = []
    let words = Words(record, made, draw)
    for unit in draw.units {
      let finding = made.findings[unit].map { record.findings[$0] }
      guard let person = words.person(made.subjects[unit], unit: unit) else { continue }
      let id = finding?.id ?? Self.name(frame.units[unit].fact, key, &names)
      let area = Int(frame.units[unit].area)
      let kind = Int(frame.units[unit].kind)
      rows.append(
        SampleBook.Row(
          village: area, line: words.line(person, finding, id: id, area: area, kind: kind, made.subjects[unit])))
      drawn.append(DrawnSample.Row(id: id, kind: kind, tier: finding?.tier.label ?? ""))
      if let finding { findings.append(finding.id) }
    }
    direction = frame.direction
    self.draw = draw
    self.rows = rows
    self.findings = findings
    margin = Allocation.reach(populations, sizes)
    kinds = frame.kinds
    // Classes without a row are not spoken of.
    let used = frame.kinds.indices.filter { populations[$0] > 0 }
    let places = Dictionary(used.enumerated().map { ($1, $0) }, uniquingKeysWith: { a, _ in a })
    sample = DrawnSample.Direction(
      name: frame.direction.rawValue, source: frame.source,
      kinds: used.map { (frame.kinds[$0], populations[$0], sizes[$0]) },
      rows: drawn.map { DrawnSample.Row(id: $0.id, kind: places[$0.kind] ?? 0, tier: $0.tier) })
  }

  func kindName(_ kind: Int) -> String { kinds[kind] }

  var result: SampleRun.Result.Direction {
    SampleRun.Result.Direction(
      name: direction.rawValue, source: sample.source, population: draw.populations.reduce(0, +),
      drawn: draw.units.count, margin: margin, kinds: sample.kinds)
  }

  /// A name that no other row of the sample has: rows may say the same.
  private static func name(_ fact: UInt64, _ key: SamplingKey, _ taken: inout Set<String>) -> String {
    var attempt = 0
    while true {
      let name = key.name(fact, attempt: attempt)
      if taken.insert(name).inserted { return name }
      attempt += 1
    }
  }
}

/// What the sheet says of a drawn row.
private struct Words {
  private let record: RunRecord
  private let frame: SampleFrame
  private let draw: SampleDraw
  /// Of units that are households of coklit: a row of the roll that bears their card.
  private let families: [Int: Int]

  init(_ record: RunRecord, _ made: SampleFrames.Frame, _ draw: SampleDraw) {
    self.record = record
    frame = made.frame
    self.draw = draw
    let cards = draw.units.compactMap { unit -> (unit: Int, card: NIK)? in
      if case .household(_, _, _, let card) = made.subjects[unit], !card.isMissing { (unit, card) } else { nil }
    }
    families = cards.isEmpty ? [:] : Self.families(cards, record.data.roll)
  }

  /// Of several rows that whose hash is smallest, so that their order means nothing.
  private static func families(_ cards: [(unit: Int, card: NIK)], _ roll: Roll) -> [Int: Int] {
    let join = NumberJoin(roll.columns.nkk, asking: cards.map(\.card), least: SharedDigits.kept.count)
    return cards.reduce(into: [:]) { families, asked in
      families[asked.unit] =
        join.matches(asked.card).map(\.place).min { roll[$0].identityHash < roll[$1].identityHash }
    }
  }

  func person(_ subject: SampleFrames.Subject, unit: Int) -> SheetPerson? {
    switch subject {
    case .person(let reference): return SheetPerson(reference, in: record.data)
    case .household(let key, let place, let count, let card):
      guard place == 0 else {
        return SheetPerson(
          household: SampleWords.household(place: place, of: count), name: "", card: card, key: key, number: place)
      }
      let voter = families[unit].map { record.data.roll[$0] }
      return SheetPerson(
        household: voter?.text(.address) ?? SampleWords.unknownFamily,
        name: voter.map { SampleWords.family(of: $0.text(.name)) } ?? "", card: card, key: key, number: 0)
    }
  }

  func line(
    _ person: SheetPerson, _ finding: Finding?, id: String, area: Int, kind: Int, _ subject: SampleFrames.Subject
  ) -> FieldSheet.Line {
    let desa = record.data.lexicon.areas[area].desa
    let weight = IndonesianNumber.decimal(draw.weight(ofKind: kind), 4)
    let more = [desa, "\(desa) / \(frame.kinds[kind])", weight]
    guard let finding else {
      return FieldSheet.Line(
        person: person, finding: SampleWords.none, question: question(subject), id: id, more: more)
    }
    let words = FieldWords(finding, in: record)
    return FieldSheet.Line(
      person: person, finding: words.finding, question: SampleWords.question(words.question), id: id, more: more)
  }

  private func question(_ subject: SampleFrames.Subject) -> String {
    switch subject {
    case .household: SampleWords.household
    case .person: frame.direction == .listToPeople ? SampleWords.row : SampleWords.resident
    }
  }
}
