import Documents
import Normalizers
import RollModel

/// What tells the rows of one file from one another whatever its format: a sample of 64-bit keys.
///
/// A person is name and whole birth date, or name and the fifteen digits of the NIK that every spreadsheet keeps, or name
/// and address; in lists of events also what happened and who says so. A visit is a household and a day, an area its codes.
struct RowKeys: Sendable {
  /// Distinct keys of the sample, ascending.
  let keys: [UInt64]
  /// Data rows of the whole file.
  let rows: Int

  /// Scans a file once. Of the keys those are kept whose lowest `shift` bits are 0. O(bytes).
  init(_ opened: OpenedFile, shift: Int) {
    let reader = RowReader(opened.map)
    let columns = Columns(opened.map, opened.source.role, reader)
    let mask = UInt64(1) << UInt64(shift) - 1
    var scanner = CSVScanner(opened.file, from: opened.dataStart, dialect: opened.dialect)
    var kept: [UInt64] = []
    var count = 0
    while let row = scanner.next() {
      if row.fields[0].isEmpty, row.isBlank { continue }
      count += 1
      let key = columns.key(row, reader)
      if key & mask == 0 { kept.append(key) }
    }
    kept.sort()
    var distinct: [UInt64] = []
    distinct.reserveCapacity(kept.count)
    for key in kept where key != distinct.last { distinct.append(key) }
    keys = distinct
    rows = count
    opened.file.release(0..<opened.file.count)
  }

  /// Where the fields of a key stand, looked up once.
  private struct Columns {
    let role: Role
    let name, nik, nkk, birth, address, rt, rw, rtRw, tps, area, desa, kecamatan, event, evidence: Int
    let placeAndDate: Int
    let birthForm, eventForm: DateText.Form
    /// Totals and changes of the same areas are other lists than names and counts.
    let kind: UInt64

    init(_ map: ColumnMap, _ role: Role, _ reader: borrowing RowReader) {
      self.role = role
      name = reader.column(.name)
      nik = reader.column(.nik)
      nkk = reader.column(.nkk)
      birth = reader.column(.birthDate)
      placeAndDate = reader.column(.birthPlaceAndDate)
      address = reader.column(.address)
      rt = reader.column(.rt)
      rw = reader.column(.rw)
      rtRw = reader.column(.rtRw)
      tps = reader.column(.tps)
      area = reader.column(.areaCode)
      desa = reader.column(.desa)
      kecamatan = reader.column(.kecamatan)
      let first = [Field.visitDate, .deathDate, .eventDate].first { map.has($0) }
      event = first.map { reader.column($0) } ?? RowReader.absent
      eventForm = first.flatMap { map.dateForms[$0] } ?? .automatic
      evidence = reader.column(.evidence)
      kind = map.isChangeRecap || role == .visits && map.isVisitTotals ? 1 : 0
      birthForm = map.dateForms[.birthDate] ?? map.dateForms[.birthPlaceAndDate] ?? .automatic
    }

    func key(_ row: CSVRow, _ reader: borrowing RowReader) -> UInt64 {
      var key = Hash()
      switch role {
      case .visits:
        key.add(number: reader.value(nkk, row))
        addPlace(&key, row, reader)
        key.add(UInt64(day(reader.value(event, row), eventForm)))
        if kind > 0 { key.add(digits: reader.value(tps, row)) }
      case .officialCounts, .areas:
        addPlace(&key, row, reader)
        key.add(digits: reader.value(tps, row))
        key.add(kind)
      default:
        addPerson(&key, row, reader)
        guard ![.roll, .previousRoll, .residents, .specialList].contains(role) else { break }
        key.add(UInt64(day(reader.value(event, row), eventForm)))
        key.add(letters: reader.value(evidence, row))
      }
      return key.finished
    }

    private func addPerson(_ key: inout Hash, _ row: CSVRow, _ reader: borrowing RowReader) {
      key.add(letters: reader.value(name, row))
      var written = reader.value(birth, row)
      if written.isEmpty, placeAndDate != RowReader.absent {
        let both = reader.value(placeAndDate, row)
        written = both.part(DateText.start(inPlaceAndDate: both)..<both.count).trimmed
      }
      let born = day(written, birthForm)
      if born != 0 { return key.add(UInt64(born)) }
      if let kept = SharedDigits.kept.key(IdentityNumber.read(reader.value(nik, row)).number), kept != 0 {
        return key.add(kept)
      }
      key.add(letters: reader.value(address, row))
      key.add(digits: reader.value(address, row))
      key.add(digits: reader.value(rtRw, row))
      key.add(digits: reader.value(rt, row))
      key.add(digits: reader.value(rw, row))
    }

    private func addPlace(_ key: inout Hash, _ row: CSVRow, _ reader: borrowing RowReader) {
      let code = reader.value(area, row)
      if code.isEmpty {
        key.add(letters: reader.value(desa, row))
        key.add(letters: reader.value(kecamatan, row))
      } else {
        key.add(digits: code)
      }
      key.add(digits: reader.value(rtRw, row))
      key.add(digits: reader.value(rt, row))
      key.add(digits: reader.value(rw, row))
    }

    /// A complete date as one number; 0 for any other.
    private func day(_ text: FieldBytes, _ form: DateText.Form) -> Int {
      let day = DateText.read(text, form: form).day
      return day.isComplete ? day.year * 10_000 + day.month * 100 + day.day : 0
    }
  }

  /// A running 64-bit hash (FNV-1a, Fowler, Noll and Vo), mixed at the end.
  private struct Hash {
    private var state: UInt64 = 0xCBF2_9CE4_8422_2325

    mutating func add(_ value: UInt64) { state = mixed(state ^ mixed(value &+ 1)) }

    /// Capital letters alone: points, blanks and apostrophes come and go between issues.
    mutating func add(letters text: FieldBytes) {
      for byte in text where byte.isLetter { state = (state ^ UInt64(byte.upper)) &* 0x100_0000_01B3 }
      state = (state ^ 1) &* 0x100_0000_01B3
    }

    /// Digits without the zeros before them.
    mutating func add(digits text: FieldBytes) {
      var value: UInt64 = 0
      for byte in text where byte.isDigit { value = value &* 10 &+ UInt64(byte &- 48) }
      add(value)
    }

    /// Fifteen digits of a number of sixteen.
    mutating func add(number text: FieldBytes) {
      add(SharedDigits.kept.key(IdentityNumber.read(text).number) ?? 0)
    }

    var finished: UInt64 { mixed(state) }
  }
}
