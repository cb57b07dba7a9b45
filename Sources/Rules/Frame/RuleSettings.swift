import RollModel

/// The settings of all rules, checked: what `aturan:` in `padan.yaml` may say.
///
/// Each rule answers to its own keys and to `aktif`; the section `pengaman` sets the safeguards.
package struct RuleSettings: Sendable {
  private var values: [String: RuleValues] = [:]
  private var off: Set<String> = []

  /// Everything at its default.
  package init() {}

  /// Reads what a case says: rule id, key, and the scalar as written. All faults are returned together.
  package static func reading(_ given: [String: [String: String]]) -> (settings: RuleSettings, faults: [Fault]) {
    var result = RuleSettings()
    var faults: [Fault] = []
    for (name, pairs) in given.sorted(by: { $0.key < $1.key }) {
      let id = RuleNames.current(name)
      guard let known = settings(of: id) else {
        faults.append(Fault(rule: name, key: nil, message: .unknownRule(id)))
        continue
      }
      var read: [String: any SettingValue] = [:]
      for (key, text) in pairs.sorted(by: { $0.key < $1.key }) {
        guard let setting = known.first(where: { $0.key == key }) else {
          faults.append(Fault(rule: name, key: key, message: .unknownKey(key, of: id, known: known.map(\.key))))
          continue
        }
        guard let value = setting.read(text) else {
          faults.append(Fault(rule: name, key: key, message: .wrongValue(text, for: setting, of: id)))
          continue
        }
        read[key] = value
      }
      if let active = read[active.key] as? Bool, !active { result.off.insert(id) }
      result.values[id] = RuleValues(read)
    }
    return (result, faults)
  }

  package func isActive(_ id: String) -> Bool { !off.contains(id) }

  package func values(of id: String) -> RuleValues { values[id] ?? RuleValues() }

  /// Every setting with the value in force, as `rule.key`, in rulebook order: for the manifest.
  package var effective: [(key: String, value: String)] {
    Self.sections.flatMap { id in
      (Self.settings(of: id) ?? []).map { ("\(id).\($0.key)", values(of: id).written($0)) }
    }
  }

  /// What `aturan:` may name: every rule in rulebook order, then the safeguards and the index of areas.
  package static var sections: [String] { Rulebook.cards.map(\.id) + [Safeguards.section, AreaIndex.section] }

  /// The keys that a rule, the safeguards, or the index answer to; nil for an unknown id.
  package static func settings(of id: String) -> [any AnySetting]? {
    if id == Safeguards.section { return Safeguards.settings }
    if id == AreaIndex.section { return AreaIndex.settings }
    return Rulebook.rule(id: id).map { $0.allSettings }
  }

  static let active = Setting("aktif", true, "Aturan ini dijalankan.")

  /// One thing wrong with what was given, with the place that it stands at.
  package struct Fault: Sendable, Equatable {
    package var rule: String
    /// nil when the rule itself is not known.
    package var key: String?
    /// One Indonesian sentence.
    package var message: String
  }
}

extension RuleValues {
  fileprivate func written(_ setting: any AnySetting) -> String {
    func text<Value: SettingValue>(_ setting: Setting<Value>) -> String { self[setting].written }
    switch setting {
    case let setting as Setting<Int>: return text(setting)
    case let setting as Setting<Double>: return text(setting)
    case let setting as Setting<Bool>: return text(setting)
    default: return setting.standardText
    }
  }
}

extension String {
  fileprivate static func unknownRule(_ id: String) -> String {
    "aturan.\(id): tidak ada aturan bernama ini; lihat daftarnya dengan `padan aturan`."
  }

  fileprivate static func unknownKey(_ key: String, of id: String, known: [String]) -> String {
    "aturan.\(id): kunci '\(key)' tidak dikenal; yang dikenal: \(known.joined(separator: ", "))."
  }

  fileprivate static func wrongValue(_ text: String, for setting: any AnySetting, of id: String) -> String {
    "aturan.\(id).\(setting.key): nilai '\(text)' tidak dapat dipakai; isilah dengan \(setting.allowedText)."
  }
}
