import RollModel

/// One key that `aturan:` may set for a rule: its default, what it allows and what it means.
package struct Setting<Value: SettingValue>: Sendable {
  package let key: String
  package let standard: Value
  /// Indonesian, for the rule's page.
  package let meaning: String
  let least: Value?
  let most: Value?

  package init(_ key: String, _ standard: Value, in range: ClosedRange<Value>, _ meaning: String)
  where Value: Comparable {
    self.key = key
    self.standard = standard
    self.meaning = meaning
    least = range.lowerBound
    most = range.upperBound
  }

  package init(_ key: String, _ standard: Value, _ meaning: String) {
    self.key = key
    self.standard = standard
    self.meaning = meaning
    least = nil
    most = nil
  }
}

/// A setting without its type, for lists of settings.
package protocol AnySetting: Sendable {
  var key: String { get }
  var meaning: String { get }
  var standardText: String { get }
  /// What may be written, in words.
  var allowedText: String { get }
  /// The value that a text states; nil when it is of another type or out of range.
  func read(_ text: String) -> (any SettingValue)?
}

extension Setting: AnySetting {
  package var standardText: String { standard.written }

  package var allowedText: String {
    guard let least, let most else { return Value.word }
    return "\(Value.word) \(least.written) sampai \(most.written)"
  }

  package func read(_ text: String) -> (any SettingValue)? {
    guard let value = Value.read(text) else { return nil }
    if let least, let most, !value.lies(between: least, and: most) { return nil }
    return value
  }
}

/// A type that a setting may have: a whole number, a share or a yes-or-no.
package protocol SettingValue: Sendable {
  /// What to write, in words.
  static var word: String { get }
  static func read(_ text: String) -> Self?
  /// As it would be written in `padan.yaml`.
  var written: String { get }
  func lies(between least: Self, and most: Self) -> Bool
}

extension Int: SettingValue {
  package static var word: String { "bilangan bulat" }
  package static func read(_ text: String) -> Int? { Int(text) }
  package var written: String { String(self) }
  package func lies(between least: Int, and most: Int) -> Bool { least <= self && self <= most }
}

extension Double: SettingValue {
  package static var word: String { "bilangan" }
  package static func read(_ text: String) -> Double? { DecimalText.read(text) }
  package var written: String { description }
  package func lies(between least: Double, and most: Double) -> Bool { least <= self && self <= most }
}

extension Bool: SettingValue {
  package static var word: String { "ya atau tidak" }
  package static func read(_ text: String) -> Bool? {
    switch text {
    case "ya", "true": true
    case "tidak", "false": false
    default: nil
    }
  }
  package var written: String { self ? "ya" : "tidak" }
  package func lies(between least: Bool, and most: Bool) -> Bool { true }
}

/// The values of one rule's settings: what the case sets, defaults otherwise.
package struct RuleValues: Sendable {
  private let given: [String: any SettingValue]

  package init(_ given: [String: any SettingValue] = [:]) { self.given = given }

  package subscript<Value: SettingValue>(setting: Setting<Value>) -> Value {
    given[setting.key] as? Value ?? setting.standard
  }

  func replacing(_ key: String, by value: any SettingValue) -> RuleValues {
    RuleValues(given.merging([key: value]) { $1 })
  }
}
