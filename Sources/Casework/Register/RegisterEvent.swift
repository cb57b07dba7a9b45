import Documents

/// One thing that happened in a case: a line of `register.jsonl`.
package struct RegisterEvent: Sendable, Equatable {
  /// What happened; the raw value is the `jenis` of the line.
  package enum Kind: String, Sendable, CaseIterable {
    case opening = "buka"
    case letter = "surat"
    case decision = "keputusan"
    case answer = "jawaban-kpu"
    case withdrawal = "penarikan"
    case sample = "sampel"
    case sampleScore = "nilai-sampel"
    case erasure = "hapus"
  }

  /// The file that an event was taken from: its name alone, never its folder.
  package struct Source: Sendable, Hashable {
    package var file: String
    package var sha256: String
    /// Sheet of a workbook; empty for other files.
    package var sheet: String
    /// Physical line or row; 0 is the file itself.
    package var row: Int

    package init(file: String, sha256: String, sheet: String = "", row: Int = 0) {
      (self.file, self.sha256, self.sheet, self.row) = (file, sha256, sheet, row)
    }
  }

  /// Place in the register, from 1.
  package var number = 0
  /// Moment of the record, as the command was told it.
  package var time: String
  package var kind: Kind
  /// Who recorded it.
  package var officer: String
  /// Ids of the findings that it is about.
  package var findings: [String]
  package var content: [JSONValue.Member]
  package var source: Source?

  package init(
    _ kind: Kind, by stamp: RegisterStamp, findings: [String] = [], content: [JSONValue.Member] = [],
    source: Source? = nil
  ) {
    time = stamp.time
    officer = stamp.officer
    self.kind = kind
    self.findings = findings
    self.content = content
    self.source = source
  }

  /// A text of the content; empty where there is none.
  package func text(_ key: String) -> String { JSONValue.object(content).text(key) ?? "" }

  /// Whose word it is: of a decision that a colleague entered, the officer who decided.
  package var speaker: String {
    let named = text("petugas")
    return named.isEmpty ? officer : named
  }

  /// The day that the record is about, as letters and decisions state it; else the day of the record.
  package var day: String {
    let stated = kind == .erasure ? "" : text("tanggal")
    return stated.isEmpty ? String(time.prefix(10)) : stated
  }

  package func items(_ key: String) -> [JSONValue] { JSONValue.object(content).items(key) }
}

/// Who records something, and when: handed in by the command.
package struct RegisterStamp: Sendable, Equatable {
  /// ISO 8601 with the offset from UTC.
  package var time: String
  package var officer: String

  package init(time: String, officer: String) {
    self.time = time
    self.officer = officer
  }
}

extension JSONValue.Member {
  package init(_ key: String, _ text: String) { self.init(key: key, value: .string(text)) }
  package init(_ key: String, _ number: Int) { self.init(key: key, value: .number(Double(number))) }
  package init(_ key: String, _ items: [JSONValue]) { self.init(key: key, value: .array(items)) }
}

extension JSONWriter {
  /// A value that was read or put together.
  mutating func value(_ key: String? = nil, _ value: JSONValue) {
    switch value {
    case .null: null(key)
    case .boolean(let truth): boolean(key, truth)
    case .number(let number): self.number(key, number)
    case .string(let text): string(key, text)
    case .array(let items): array(key) { json in for item in items { json.value(nil, item) } }
    case .object(let members): object(key) { json in for member in members { json.value(member.key, member.value) } }
    }
  }
}
