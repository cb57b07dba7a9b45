import Documents
import Normalizers
import RollModel

/// Rows of `ganda-luar`, as `padan gabung` writes them. These lists are short.
struct OutsideRows: RowTaker {
  var tally = RowTally()
  var rows: [OutsidePair] = []
  private let encoding: TextDecoding.Encoding

  init(_ context: PieceContext, _ desk: ReadingDesk, capacity: Int) { encoding = context.encoding }

  mutating func take(_ row: CSVRow, _ reader: borrowing RowReader) -> RowFault? {
    if let fault = reader.fault(of: row) { return fault }
    func bytes(_ field: Field) -> FieldBytes { reader.value(reader.column(field), row) }
    func text(_ field: Field) -> String {
      String(decoding: TextDecoding.utf8(bytes(field), encoding: encoding), as: UTF8.self)
    }
    guard let hash = IdentityHash.read(bytes(.rowHash)) else { return RowFault(.rowHash, .badKey, bytes(.rowHash)) }
    guard let pair = IdentityHash.read(bytes(.pairID)) else { return RowFault(.pairID, .badKey, bytes(.pairID)) }
    guard let relation = PairRelation(label: text(.relation)) else {
      return RowFault(.relation, .unknownCode, bytes(.relation))
    }
    guard let tier = Tier(label: text(.tier)) else { return RowFault(.tier, .unknownCode, bytes(.tier)) }
    guard let kabupaten = AreaCode(text(.otherArea)), kabupaten.kabupaten == kabupaten else {
      return RowFault(.otherArea, .badAreaCode, bytes(.otherArea))
    }
    var numbers: [Field: Double] = [:]
    for field in [Field.weight, .probability, .namesakes, .population] where !bytes(field).isEmpty {
      // A spreadsheet guards a negative weight with an apostrophe.
      let written = text(field)
      guard let number = Double(written.hasPrefix("'") ? String(written.dropFirst()) : written), number.isFinite,
        abs(number) < 1e15
      else { return RowFault(field, .notANumber, bytes(field)) }
      numbers[field] = number
    }
    rows.append(
      OutsidePair(
        pair: pair, rowHash: hash, relation: relation, tier: tier, weight: MatchWeight(numbers[.weight] ?? 0),
        probability: Probability(min(1, max(0, numbers[.probability] ?? 0))), otherKabupaten: kabupaten,
        otherName: text(.otherAreaName), otherDesa: AreaCode(text(.otherDesa)) ?? AreaCode(number: 0),
        otherStation: min(Int(UInt16.max), Int(text(.otherStation)) ?? 0), namesakes: numbers[.namesakes] ?? 0,
        population: Int(numbers[.population] ?? 0), agreement: String(text(.agreement).prefix(400)), line: row.line))
    return nil
  }
}
