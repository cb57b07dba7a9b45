import Documents
import RollModel

/// The findings as the page's script reads them: one compact JSON object, strings that repeat in tables of their own.
///
/// `Web/script/findings.js` reads it: its constructors name the places of each row.
final class PageData: Sendable {
  let record: RunRecord
  let selection: PageSelection
  private let words: WordTable
  private let fileNumbers: [Role: [Int]]
  private let ruleNumbers: [String: Int]
  private let rules: [FindingTally.OfRule]

  init(_ record: RunRecord, _ selection: PageSelection, _ tally: FindingTally) {
    self.record = record
    self.selection = selection
    words = WordTable(selection.indices.lazy.map { record.findings[$0] })
    rules = tally.rules
    ruleNumbers = Dictionary(tally.rules.enumerated().map { ($1.id, $0) }) { first, _ in first }
    var files: [String: Int] = [:]
    for (number, file) in record.data.files.enumerated() { files[file.path] = number }
    var numbers: [Role: [Int]] = [:]
    for role in Role.allCases {
      numbers[role] = record.data.persons(role)?.files.map { files[$0.path] ?? -1 }
    }
    fileNumbers = numbers
  }

  func write(to sink: inout some ByteSink & ~Copyable) throws {
    try sink.write(tables)
    var json = JSONWriter(capacity: 1 << 16)
    var window = RowWindow()
    var known = RecurringLines()
    var lines = JSONWriter(capacity: 1 << 16)
    for piece in pieces(of: selection.indices.count, size: 4096) {
      json.restart()
      if piece.lowerBound > 0 { json.out.append(44) }
      for index in selection.indices[piece] { write(record.findings[index], &json, &window, &known, &lines) }
      try sink.write(json.out)
      record.data.releaseTexts()
    }
    try sink.write("],\"baris\":[")
    try sink.write(lines.out)
    try sink.write("]}")
  }

  /// Everything but the findings, up to the bracket that they follow.
  private var tables: ByteWriter {
    var json = JSONWriter()
    json.object { json in
      json.array("aturan") { json in for rule in rules { write(rule, &json) } }
      json.array("keyakinan") { json in for tier in Tier.printed { json.string(nil, tier.key) } }
      json.array("peran") { json in for role in Role.allCases { json.string(nil, role.rawValue) } }
      json.array("berkas") { json in for file in record.data.files { json.string(nil, file.path) } }
      json.array("wilayah") { json in
        let areas = record.data.lexicon.areas
        func write(_ kecamatan: String, _ desa: String, _ kabupaten: Int) {
          strings([kecamatan, desa] + (areas.isProvince ? [areas.kabupatenTitle(kabupaten)] : []), &json)
        }
        for entry in areas.entries {
          write(areas.shown(entry.kecamatan, in: entry.kabupatenNumber), entry.desa, entry.kabupatenNumber)
        }
        for (number, name) in areas.kecamatanNames.enumerated() {
          let kabupaten = areas.kabupatenOfKecamatan[number]
          write(areas.shown(name, in: kabupaten), "", kabupaten)
        }
        for number in areas.kabupaten { write(areas.kabupatenTitle(number), "", number) }
      }
      json.array("kata") { json in for word in words.words { json.string(nil, word) } }
    }
    var out = ByteWriter(capacity: json.out.count + 32)
    json.out.withBytes { out.append(UnsafeRawBufferPointer(rebasing: $0.dropLast())) }
    out.append(",\"temuan\":[")
    return out
  }

  private func write(_ rule: FindingTally.OfRule, _ json: inout JSONWriter) {
    let card = record.cards.first { $0.id == rule.id }
    json.object { json in
      json.string("id", rule.id)
      json.integer("jumlah", rule.total)
      json.string("ringkasan", card?.summary ?? "")
      json.string("tindakan", card?.action ?? "")
      json.string("verifikasi", card?.verify ?? "")
      json.array("dasar") { json in for item in card?.authority ?? [] { json.string(nil, item) } }
    }
  }

  private func write(
    _ finding: Finding, _ json: inout JSONWriter, _ window: inout RowWindow, _ known: inout RecurringLines,
    _ lines: inout JSONWriter
  ) {
    json.array { json in
      json.string(nil, finding.id)
      json.integer(nil, ruleNumbers[finding.rule] ?? 0)
      json.integer(nil, Tier.printed.firstIndex(of: finding.tier) ?? 0)
      if let weight = finding.weight { json.number(nil, weight.bits, decimals: 2) } else { json.null() }
      if let value = finding.probability { json.number(nil, value.value, decimals: 6) } else { json.null() }
      json.string(nil, finding.grade?.rawValue ?? "")
      switch finding.subject {
      case .person(let reference):
        write(reference, at: finding.place, &json, &window)
        json.null()
      case .area(let key):
        json.null()
        write(key, &json)
      }
      if let other = finding.counterpart { write(other, &json, &window) } else { json.null() }
      phrases(finding.evidence, &json)
      phrases(finding.explanation, &json)
      json.string(nil, finding.heldBack)
      if finding.lines.isEmpty {
        json.null()
      } else {
        json.array { json in
          for line in finding.lines {
            let (number, isNew) = known.number(of: line)
            if isNew { write(line, &lines) }
            json.integer(nil, number)
          }
        }
      }
      json.integer(nil, agreement(finding))
      if let note = record.history?.notes[finding.id] {
        json.string(nil, note.decision)
        json.string(nil, note.letter)
      }
    }
  }

  /// Whether the two NIK and the two NKK are the same, which their masked forms cannot tell: 0 not known, 1 the same to
  /// all digits, 2 different; NIK + 3 × NKK.
  private func agreement(_ finding: Finding) -> Int {
    guard case .person(let reference) = finding.subject, let counterpart = finding.counterpart,
      let other = record.data.voter(counterpart), let one = record.data.voter(reference)
    else { return 0 }
    func compared(_ a: NIK, _ b: NIK) -> Int {
      switch a.agreement(with: b) {
      case .same(digits: 16): 1
      case .different: 2
      case .same, .unknown: 0
      }
    }
    return compared(one.nik, other.nik) + 3 * compared(one.nkk, other.nkk)
  }

  /// `desa`: the one whose office acts, where that is not the voter's; else 0.
  private func write(
    _ reference: RowReference, at desa: Int = 0, _ json: inout JSONWriter, _ window: inout RowWindow
  ) {
    guard let voter = record.data.voter(reference) else {
      json.null()
      return
    }
    json.array { json in
      number(voter.nik, .nik, of: voter, &json, &window)
      number(voter.nkk, .nkk, of: voter, &json, &window)
      text(.name, of: voter, &json, &window)
      text(.birthPlace, of: voter, &json, &window)
      if voter.birth.isUnknown { text(.birthDate, of: voter, &json, &window) } else { day(voter.birth, &json) }
      json.string(nil, voter.sex?.code ?? "")
      text(.address, of: voter, &json, &window)
      rtRw(voter.rt, voter.rw, &json)
      json.integer(nil, desa != 0 ? desa : voter.areaNumber)
      station(voter.tps, &json)
      json.integer(nil, fileNumbers[reference.role]?[voter.fileNumber] ?? -1)
      json.integer(nil, voter.line)
      json.integer(nil, Role.allCases.firstIndex(of: reference.role) ?? 0)
    }
  }

  private func write(_ key: AreaKey, _ json: inout JSONWriter) {
    let areas = record.data.lexicon.areas
    json.array { json in
      if let place = areas.kabupaten.firstIndex(of: key.kabupaten) {
        json.integer(nil, areas.count + areas.kecamatanNames.count + place)
      } else {
        json.integer(nil, key.desa != 0 ? key.desa : areas.count + key.kecamatan)
      }
      station(key.tps, &json)
      rtRw(key.rt, key.rw, &json)
    }
  }

  private func write(_ line: EvidenceLine, _ json: inout JSONWriter) {
    json.array { json in
      json.integer(nil, words.number(line.comparison))
      json.integer(nil, words.number(line.level))
      json.share(nil, line.m)
      json.share(nil, line.u)
      json.number(nil, line.weight.bits, decimals: 6)
    }
  }

  /// A text that phrases make, by their numbers.
  private func phrases(_ text: String, _ json: inout JSONWriter) {
    json.array { json in
      WordTable.eachPhrase(of: text) { json.integer(nil, words.number($0)) }
    }
  }

  private func strings(_ values: [String], _ json: inout JSONWriter) {
    json.array { json in for value in values { json.string(nil, value) } }
  }
}

// MARK: - Values

extension PageData {
  private func text(
    _ field: Field, of voter: borrowing Voter, _ json: inout JSONWriter, _ window: inout RowWindow
  ) {
    voter.withText(field, &window) { text in
      guard PrintedText.mayHoldNumber(text) else { return json.string(nil, utf8: text) }
      json.string(nil, PrintedText.masked(String(decoding: text, as: UTF8.self)))
    }
  }

  private func number(
    _ number: NIK, _ field: Field, of voter: borrowing Voter, _ json: inout JSONWriter, _ window: inout RowWindow
  ) {
    guard number.isMissing else {
      json.plainString { $0.append(masked: number) }
      return
    }
    voter.withText(field, &window) { json.string(nil, NIK.mask(String(decoding: $0, as: UTF8.self))) }
  }

  private func day(_ day: CalendarDay, _ json: inout JSONWriter) {
    if day.isComplete { json.plainString { $0.append(day: day) } } else { json.string(nil, day.description) }
  }

  private func rtRw(_ rt: Int, _ rw: Int, _ json: inout JSONWriter) {
    json.plainString { out in
      guard rt != 0 || rw != 0 else { return }
      if rt == 0 { out.append(45) } else { out.append(integer: rt, width: 3) }
      out.append(47)
      if rw == 0 { out.append(45) } else { out.append(integer: rw, width: 3) }
    }
  }

  private func station(_ tps: Int, _ json: inout JSONWriter) {
    json.plainString { if tps != 0 { $0.append(integer: tps, width: 3) } }
  }
}

/// Words of evidence lines, and phrases of what is said of a finding, numbered in order of arrival.
private struct WordTable: Sendable {
  private var table = StringTable()

  init(_ findings: some Sequence<Finding>) {
    for finding in findings {
      for line in finding.lines {
        _ = table.intern(line.comparison)
        _ = table.intern(line.level)
      }
      for text in [finding.evidence, finding.explanation] {
        Self.eachPhrase(of: text) { _ = table.intern($0) }
      }
    }
  }

  var words: [String] { (0..<table.count).map { table[$0] } }

  func number(_ word: String) -> Int { table.find(word) ?? 0 }
  func number(_ word: UnsafeRawBufferPointer) -> Int { table.find(word) ?? 0 }

  /// The phrases of a text, parted by `; `: joined by it they are the text again. An empty text has none.
  static func eachPhrase(of text: String, _ body: (UnsafeRawBufferPointer) -> Void) {
    var text = text
    text.withUTF8 { utf8 in
      let bytes = UnsafeRawBufferPointer(utf8)
      guard !bytes.isEmpty else { return }
      var start = 0
      for end in 0..<max(0, bytes.count - 1) where end >= start && bytes[end] == 59 && bytes[end + 1] == 32 {
        body(UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
        start = end + 2
      }
      body(UnsafeRawBufferPointer(rebasing: bytes[start...]))
    }
  }
}
