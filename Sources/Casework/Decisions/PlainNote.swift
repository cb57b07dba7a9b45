import RollModel

/// A note as it may stand in the register: without the numbers, the birth date and the name of the finding's person.
struct PlainNote {
  private let names: Set<String>
  private let dates: Set<String>

  static let longest = 300

  /// - Parameters:
  ///   - name: of the person that the finding stands on.
  ///   - birth: as `temuan.csv` writes it.
  init(name: String, birth: String) {
    names = Set(name.split(whereSeparator: \.isWhitespace).flatMap { Self.parts(of: $0) }.filter { $0.count > 2 })
    guard let day = CalendarDay(iso: birth), day.isComplete else {
      dates = []
      return
    }
    let (d, m, y) = (Self.two(day.day), Self.two(day.month), String(day.year))
    dates = [d + m + y, y + m + d, "\(day.day)\(day.month)\(y)"]
  }

  func cleaned(_ text: String) -> String {
    let words = text.split(whereSeparator: \.isWhitespace).map { word in
      Self.parts(of: word).contains(where: names.contains) ? "(nama)" : String(word)
    }
    var out: [Character] = []
    var run: [Character] = []
    for character in words.joined(separator: " ") {
      if character.isASCII, character.isNumber || "-/. ".contains(character), !run.isEmpty || character.isNumber {
        run.append(character)
      } else {
        out += masked(run)
        run = []
        out.append(character)
      }
    }
    out += masked(run)
    return Self.shortened(String(out))
  }

  /// A word as its letters alone, and the parts that marks cut it into: KHOLIMA'H is also KHOLIMAH and KHOLIMA.
  private static func parts(of word: Substring) -> [String] {
    let word = word.lowercased()
    return [word.filter(\.isLetter)] + word.split { !$0.isLetter }.map(String.init)
  }

  /// A run of digits, with what parts them: starred where it is long enough for an identity number, or the birth date.
  private func masked(_ run: [Character]) -> [Character] {
    let digits = run.filter(\.isNumber)
    guard digits.count >= 12 || dates.contains(String(digits)) else { return run }
    return run.map { $0.isNumber ? "*" : $0 }
  }

  /// Without characters that a terminal obeys, and no longer than a note may be.
  static func shortened(_ text: String, to length: Int = longest) -> String {
    let plain = text.unicodeScalars.filter { $0.value >= 32 && !(127..<160).contains($0.value) }
    return String(String.UnicodeScalarView(plain).prefix(length))
  }

  /// A name that a file gives, of a sheet or of an officer: short, printable, and without long numbers.
  static func label(_ text: String) -> String {
    shortened(PlainNote(name: "", birth: "").cleaned(text), to: 60)
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
