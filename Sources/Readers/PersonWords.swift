import Documents
import Normalizers
import RollModel

/// The words of a row: name, place of birth, address, evidence; read with the row, or when it is known of whom they are
/// needed (`LateWords`).
extension PersonRows {
  /// Numbers the words of a row that is used unless its name is none: the memory of words holds those of used rows only.
  @inline(never)
  mutating func readWords(
    _ row: CSVRow, _ reader: borrowing RowReader, _ name: FieldBytes, _ place: FieldBytes,
    _ person: inout PersonRecord, _ flags: inout VoterCodes.Flags
  ) throws(RowFault) {
    let firstToken = tokens.count
    let marks = words.names.normalize(name, encoding: context.encoding, into: &tokens)
    if marks.count == 0, !name.isEmpty {
      tokens.removeSubrange(firstToken...)
      if unknown?.contains(.name) != true { try leave(.name, .noName, name) }
    }
    if marks.isDeceased { flags.insert(.deceasedInName) }
    if marks.namesFather || !reader.value(plan.father, row).isEmpty { flags.insert(.namesFather) }
    person.place = words.places.number(place)
    person.address = words.addresses.number(reader.value(plan.address, row))
    person.evidence =
      context.evidence.isEmpty
      ? words.evidence.number(reader.value(plan.evidence, row))
      : context.evidence.withUnsafeBufferPointer { words.evidence.number($0) }
  }

  /// What `readWords` refuses: a name of which nothing is kept.
  mutating func checkName(_ name: FieldBytes) throws(RowFault) {
    guard !name.isEmpty, !NameNormalizer.surelyHasTokens(name) else { return }
    let firstToken = tokens.count
    defer { tokens.removeSubrange(firstToken...) }
    let marks = words.names.normalize(name, encoding: context.encoding, into: &tokens)
    if marks.count == 0, unknown?.contains(.name) != true { try leave(.name, .noName, name) }
  }

  /// Reads nothing but the words of a row that was taken without them; what could refuse it was checked then.
  mutating func takeWords(_ row: CSVRow, _ reader: borrowing RowReader) {
    var person = PersonRecord(offset: UInt64(row.offset), line: 0)
    var flags: VoterCodes.Flags = []
    unknown = []
    defer {
      unknown = nil
      unread = []
    }
    if let place = try? readDates(row, reader, &person, &flags) {
      try? readWords(row, reader, reader.value(plan.name, row), place, &person, &flags)
    }
    person.codes = VoterCodes(bits: UInt32(flags.rawValue) << 16)
    person.tokenEnd = UInt32(tokens.count)
    records.append(person)
  }
}
