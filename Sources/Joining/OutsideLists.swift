import Documents
import RollModel

/// Writes `ganda-luar-<kode>.csv` of each kabupaten: what its own case reads as role `ganda-luar`.
///
/// One row for each side of each pair that is told. A row names no one: its own voter by the hash of its row and by
/// file and line, the other by kabupaten, desa and TPS alone.
struct OutsideLists {
  private let outcome: JoinOutcome
  private let pairs: [Pair]

  init(_ outcome: JoinOutcome) {
    self.outcome = outcome
    pairs = outcome.told
  }

  static func fileName(_ kabupaten: JoinedRolls.Kabupaten) -> String { "ganda-luar-\(kabupaten.code).csv" }

  /// Writes the lists of all kabupaten, those without a row too: an empty list says that nobody was found.
  func write(to folder: String) throws {
    guard let roll = outcome.roll else {
      for kabupaten in outcome.rolls.kabupaten.dropFirst() { try write([], kabupaten, nil, folder) }
      return
    }
    var rows: [[(own: Int, other: Int, pair: Int)]] = outcome.rolls.kabupaten.map { _ in [] }
    for (k, pair) in pairs.enumerated() {
      rows[Int(roll.columns.area[pair.a])].append((pair.a, pair.b, k))
      rows[Int(roll.columns.area[pair.b])].append((pair.b, pair.a, k))
    }
    for (number, kabupaten) in outcome.rolls.kabupaten.enumerated().dropFirst() {
      let ordered = rows[number].sorted { x, y in
        let (p, q) = (pairs[x.pair], pairs[y.pair])
        return p.tier != q.tier ? p.tier > q.tier : (x.own, x.other) < (y.own, y.other)
      }
      try write(ordered, kabupaten, roll, folder)
    }
  }

  private func write(
    _ rows: [(own: Int, other: Int, pair: Int)], _ kabupaten: JoinedRolls.Kabupaten, _ roll: Roll?, _ folder: String
  ) throws {
    var sink = try FileSink(path: folder + "/" + Self.fileName(kabupaten))
    var out = ByteWriter()
    out.append(csvHeader: OutsidePair.columns)
    for row in rows {
      if let roll { append(row.own, row.other, pairs[row.pair], roll, to: &out) }
      if out.count > 1 << 20 {
        try sink.write(out)
        out.removeAll()
      }
    }
    try sink.write(out)
  }

  private func append(_ own: Int, _ other: Int, _ pair: Pair, _ roll: Roll, to out: inout ByteWriter) {
    let (mine, theirs) = (outcome.sources[own], outcome.sources[other])
    let myHead = outcome.rolls.parts[mine.part].reader.head
    let theirHead = outcome.rolls.parts[theirs.part].reader.head
    let there = outcome.rolls.kabupaten[Int(roll.columns.area[other])]
    let tier = pair.relation == .sameNumberOtherName ? Tier.verify : pair.tier
    let fields = [
      IdentityHash.text(Self.name(mine.hash, theirs.hash)), IdentityHash.text(mine.hash), myHead.files[mine.file].path,
      String(roll.columns.line[own]), myHead.areas[mine.area].code.description, String(roll.columns.tps[own]),
      roll.columns.nik[own].masked, pair.relation.label, tier.label, Self.decimals(pair.weight.bits, 2),
      Self.decimals(pair.probability.value, 5), there.code.description, there.name,
      theirHead.areas[theirs.area].code.description, String(roll.columns.tps[other]),
      Self.decimals(pair.expectedNamesakes, 3), String(outcome.rolls.count), pair.words,
    ]
    for (k, field) in fields.enumerated() {
      if k > 0 { out.append(44) }
      // A weight below zero is a number, no formula.
      if Self.isNumber(OutsidePair.columns[k]) { out.append(text: field) } else { out.append(csv: field) }
    }
    out.append(10)
  }

  private static func isNumber(_ column: String) -> Bool {
    [Field.weight, .probability, .namesakes].contains { $0.rawValue == column }
  }

  /// Names a pair the same from both sides.
  static func name(_ a: UInt64, _ b: UInt64) -> UInt64 { mixed(mixed(min(a, b)) ^ max(a, b)) }

  /// A number with so many decimals, as every program reads it.
  static func decimals(_ value: Double, _ places: Int) -> String {
    let scale = (0..<places).reduce(1.0) { scale, _ in scale * 10 }
    let whole = (abs(value) * scale).rounded()
    guard whole < 1e15 else { return value < 0 ? "-" : "" }
    let digits = String(Int(whole))
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
    return (value < 0 && whole > 0 ? "-" : "") + padded.dropLast(places) + "." + padded.suffix(places)
  }
}
