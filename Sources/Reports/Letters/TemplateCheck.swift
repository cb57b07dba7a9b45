/// Looks through a letter's template before it is filled, so that what is wrong with it is said with its line.
struct TemplateCheck {
  private let template: String
  private var open: [(name: String, line: Int)] = []
  private var hasTable = false

  /// Throws `LetterError.badTemplate`, `.unknownBlock` or `.noTable`.
  static func check(_ text: String, _ template: String) throws(LetterError) {
    var check = TemplateCheck(template: template)
    var isInside = false
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      let number = index + 1
      if line.hasPrefix("::") {
        isInside = true
        try check.block(line, number)
      } else {
        let rest = try check.tags(of: line, number)
        guard isInside || rest.allSatisfy(\.isWhitespace) else {
          throw check.fault(number, "teks berdiri sebelum blok pertama; mulai dengan satu baris «::kop» atau «::isi»")
        }
      }
    }
    if let last = check.open.last {
      throw check.fault(last.line, "bagian «\(last.name)» tidak ditutup dengan {{/\(last.name)}}")
    }
    guard check.hasTable else { throw .noTable(template: template) }
  }

  private init(template: String) { self.template = template }

  private mutating func block(_ line: Substring, _ number: Int) throws(LetterError) {
    let word = line.dropFirst(2).split(separator: " ").first.map(String.init) ?? ""
    guard let block = LetterMarkup.Block(rawValue: word) else {
      throw .unknownBlock(word, template: template, line: number)
    }
    if block.isTable { hasTable = true }
  }

  /// Checks the tags of a line and returns what stands outside of them.
  private mutating func tags(of line: Substring, _ number: Int) throws(LetterError) -> String {
    var rest = line
    var outside = ""
    while let start = rest.firstRange(of: "{{") {
      outside += rest[..<start.lowerBound]
      guard let end = rest[start.upperBound...].firstRange(of: "}}") else {
        throw fault(number, "«{{» tidak ditutup dengan «}}»")
      }
      try tag(rest[start.upperBound..<end.lowerBound], number)
      rest = rest[end.upperBound...]
    }
    return outside + rest
  }

  private mutating func tag(_ content: Substring, _ number: Int) throws(LetterError) {
    let sign = content.first ?? " "
    let name = content.drop { "#^/!&".contains($0) }.split(separator: " ").joined(separator: " ")
    switch sign {
    case "!": return
    case "/":
      guard let last = open.popLast() else { throw fault(number, "{{/\(name)}} menutup bagian yang tidak dibuka") }
      guard last.name == name else {
        throw fault(number, "{{/\(name)}} menutup bagian «\(last.name)» yang dibuka di baris \(last.line)")
      }
    case ">":
      let part = name.dropFirst().split(separator: " ").joined(separator: " ")
      throw fault(number, "tidak ada bagian «\(part)»; tulis seperti {{> bagian-tidak-terbaca}}")
    case "{", "<", "$", "=", "%", "*": throw fault(number, "tanda «{{\(sign)» tidak dipakai di templat surat")
    default:
      guard isKnown(name) else { throw fault(number, "nama «\(name)» tidak dikenal\(Self.hint(name))") }
      if sign == "#" || sign == "^" { open.append((name, number)) }
    }
  }

  /// A name is one of all letters', or of the section that it stands in.
  private func isKnown(_ name: String) -> Bool {
    if name == "." { return open.contains { LetterWords.names[$0.name]?.contains(".") == true } }
    return LetterWords.names[name] != nil || open.contains { LetterWords.names[$0.name]?.contains(name) == true }
  }

  /// The known name that begins or ends alike, if there is one.
  private static func hint(_ name: String) -> String {
    let near = LetterWords.names.keys.sorted().filter { known in
      abs(known.count - name.count) <= 2 && (known.hasPrefix(name.prefix(4)) || known.hasSuffix(name.suffix(4)))
    }
    return near.first.map { "; maksudnya «\($0)»?" } ?? ""
  }

  private func fault(_ line: Int, _ reason: String) -> LetterError {
    .badTemplate(template, reason: "baris \(line): \(reason)")
  }
}
