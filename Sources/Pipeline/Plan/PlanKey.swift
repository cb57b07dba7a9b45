import RollModel
import Yams

/// One key of a section of `padan.yaml`: what it may hold, where it goes, and its line in the manual.
struct PlanKey<Target>: Sendable {
  /// What is wrong with a value, and where if not on the key's own line.
  struct Complaint {
    var line: Int?
    var words: String
  }

  let name: String
  /// What may be written, in words.
  let form: String
  let summary: String
  /// The value in a target, as the manual and the manifest print it.
  let show: @Sendable (Target) -> String
  let read: @Sendable (Node, inout Target) -> [Complaint]

  init(
    _ name: String, form: String, summary: String, show: @escaping @Sendable (Target) -> String,
    read: @escaping @Sendable (Node, inout Target) -> [Complaint]
  ) {
    self.name = name
    self.form = form
    self.summary = summary
    self.show = show
    self.read = read
  }

  /// A key that holds one scalar, turned into a value by `parse`; nil from it is the complaint that `form` is not met.
  static func scalar<Value>(
    _ name: String, _ path: any WritableKeyPath<Target, Value> & Sendable, form: String, summary: String,
    show: @escaping @Sendable (Value) -> String, parse: @escaping @Sendable (String) -> Value?
  ) -> PlanKey {
    PlanKey(name, form: form, summary: summary, show: { show($0[keyPath: path]) }) { node, target in
      guard let text = node.plainText else { return [Complaint(words: "harus \(form), bukan \(node.kindName).")] }
      guard let value = parse(text) else {
        return [Complaint(words: "harus \(form); tertulis '\(text.prefix(40))'.")]
      }
      target[keyPath: path] = value
      return []
    }
  }

  static func text(
    _ name: String, _ path: any WritableKeyPath<Target, String> & Sendable, _ summary: String
  ) -> PlanKey {
    scalar(name, path, form: "teks", summary: summary, show: { $0 }, parse: { $0 })
  }

  static func optionalText(
    _ name: String, _ path: any WritableKeyPath<Target, String?> & Sendable, _ summary: String
  ) -> PlanKey {
    scalar(name, path, form: "teks", summary: summary, show: { $0 ?? "" }, parse: { .some($0) })
  }

  static func day(
    _ name: String, _ path: any WritableKeyPath<Target, CalendarDay> & Sendable, _ summary: String
  ) -> PlanKey {
    scalar(
      name, path, form: "tanggal TTTT-BB-HH, tahun 1900 sampai 2199, misalnya 2026-11-21", summary: summary,
      show: \.description,
      parse: { text in
        CalendarDay(iso: text).flatMap { $0.isComplete && CalendarDay.workingYears.contains($0.year) ? $0 : nil }
      })
  }

  static func count(
    _ name: String, _ path: any WritableKeyPath<Target, Int> & Sendable, _ range: ClosedRange<Int>, _ summary: String
  ) -> PlanKey {
    scalar(
      name, path, form: "bilangan bulat \(range.lowerBound) sampai \(range.upperBound)", summary: summary,
      show: { String($0) }, parse: { text in Int(text).flatMap { range.contains($0) ? $0 : nil } })
  }

  static func share(
    _ name: String, _ path: any WritableKeyPath<Target, Double> & Sendable, _ summary: String
  ) -> PlanKey {
    scalar(
      name, path, form: "bagian 0 sampai 1, misalnya 0.95, atau persen, misalnya 95%",
      summary: summary, show: { "\($0)" }, parse: Plan.share(of:))
  }

  static func truth(
    _ name: String, _ path: any WritableKeyPath<Target, Bool> & Sendable, _ summary: String
  ) -> PlanKey {
    scalar(
      name, path, form: "ya atau tidak", summary: summary, show: { $0 ? "ya" : "tidak" },
      parse: { ["ya": true, "true": true, "tidak": false, "false": false][$0] })
  }

  static func choice<Value: RawRepresentable<String> & CaseIterable & Sendable>(
    _ name: String, _ path: any WritableKeyPath<Target, Value> & Sendable, _ summary: String
  ) -> PlanKey {
    let names = Value.allCases.map(\.rawValue)
    return scalar(
      name, path, form: "salah satu dari " + names.joined(separator: ", "), summary: summary, show: \.rawValue,
      parse: { Value(rawValue: $0.lowercased()) })
  }

}

extension Plan {
  /// A share of 0 to 1, or in percent: `0.05`, `5%`; nil for anything else.
  package static func share(of text: String) -> Double? {
    let percent = text.hasSuffix("%")
    guard let number = DecimalText.read(percent ? text.dropLast() : text[...]) else { return nil }
    let value = percent ? number / 100 : number
    return (0...1).contains(value) ? value : nil
  }
}

extension Node {
  /// The text of a scalar; the empty text for a key without a value; nil for a list or a group of keys.
  var plainText: String? {
    guard case .scalar(let scalar) = self else { return nil }
    if scalar.style == .plain, ["~", "null", "Null", "NULL"].contains(scalar.string) { return "" }
    return scalar.string
  }

  /// Whether nothing was written after the colon.
  var isEmpty: Bool { plainText == "" }

  var kindName: String {
    switch self {
    case .mapping: "kelompok kunci"
    case .sequence: "daftar"
    default: "teks"
    }
  }

  var line: Int { mark?.line ?? 1 }
}
