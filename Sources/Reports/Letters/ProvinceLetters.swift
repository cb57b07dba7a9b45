import RollModel

/// Letters of a province's case: one to the KPU of each kabupaten, with what its own office would ask and the persons who
/// stand on another roll of the province as well.
struct ProvinceLetters {
  private let request: LetterWriter.Request
  private let record: RunRecord
  private var areas: AreaTable { record.data.lexicon.areas }

  init(_ request: LetterWriter.Request, _ record: RunRecord) { (self.request, self.record) = (request, record) }

  /// In order of code; a kabupaten without a row gets none. Letters to PPK follow that to their KPU.
  func letters() throws -> [WrittenLetter] {
    let chosen = try request.kabupaten.map { [try number($0)] }
    guard let asked = chosen ?? (request.toEachKabupaten ? areas.kabupaten : nil) else {
      throw LetterError.whichKabupaten
    }
    var letters: [LetterWriter.Addressed] = []
    var serial = try request.number.map(Serial.init)
    for kabupaten in asked {
      let kecamatan = try kecamatan(in: kabupaten, isOnly: asked.count == 1)
      if request.filter.kecamatan != nil, kecamatan == nil { continue }
      let selection = LetterSelection(record, request.filter, kecamatan: kecamatan, kabupaten: kabupaten)
      if selection.isEmpty, asked.count > 1 || !request.mayBeEmpty { continue }
      var own = request
      own.number = serial?.next()
      own.followUp = request.followUpByRecipient[areas.kabupatenTitle(kabupaten)] ?? FollowUpSentences()
      let writer = LetterWriter(own)
      letters.append(.init(writer: writer, recipient: .kabupaten(kabupaten), kecamatan: kecamatan))
      guard request.toEachKecamatan else { continue }
      for kecamatan in selection.kecamatan(in: record) where kecamatan != 0 {
        letters.append(.init(writer: writer, recipient: .ppk(kecamatan), kecamatan: kecamatan))
      }
    }
    guard !letters.isEmpty else {
      throw request.filter.ids == nil ? LetterError.nothingToPropose : LetterError.noSuchFinding
    }
    return try LetterWriter.Addressed.write(letters, record, threads: request.threads)
  }

  private func number(_ text: String) throws(LetterError) -> Int {
    let code = KabupatenNames.code(written: text, in: areas.province)
    guard let number = areas.kabupaten.first(where: { areas.kabupatenCode($0) == code }) else {
      throw LetterError.unknownKabupaten(
        text, known: areas.kabupaten.map { "\(areas.kabupatenCode($0)) \(areas.kabupatenTitle($0))" })
    }
    return number
  }

  /// The kecamatan that is meant, in each kabupaten that has one of the name.
  private func kecamatan(in kabupaten: Int, isOnly: Bool) throws -> Int? {
    guard let name = request.filter.kecamatan else { return nil }
    do { return try LetterWriter.kecamatan(name, in: record, kabupaten: kabupaten) } catch {
      if isOnly { throw error }
      return nil
    }
  }

  /// Letters of one day get one number after another.
  private struct Serial {
    private var value: Int
    private let width: Int

    init(_ text: String) throws(LetterError) {
      guard let value = Int(text), value >= 0 else { throw LetterError.numberIsNoCount }
      (self.value, width) = (value, text.utf8.count)
    }

    mutating func next() -> String {
      defer { value += 1 }
      let text = String(value)
      return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
    }
  }
}
