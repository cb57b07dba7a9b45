import RollModel
import Rules
import Yams

/// Reads `padan.yaml` into a plan, gathering every fault instead of stopping at the first.
package struct PlanReader {
  private var faults: [PlanFault] = []

  /// The plan that `yaml` states; an empty file is a plan of defaults.
  ///
  /// - Parameter file: name of the file in messages.
  package static func read(_ yaml: String, file: String = "padan.yaml") throws(PlanFaults) -> Plan {
    var reader = PlanReader()
    var plan = Plan()
    do {
      if let node = try Yams.compose(yaml: yaml) { reader.readRoot(node, into: &plan) }
    } catch {
      reader.faults.append(Self.fault(error))
    }
    guard reader.faults.isEmpty else { throw PlanFaults(file: file, faults: reader.faults) }
    return plan
  }

  private mutating func readRoot(_ node: Node, into plan: inout Plan) {
    if node.isEmpty { return }
    let sections = [
      "kantor", "pemilihan", "wilayah", "coklit", "jadwal", "sumber", "aturan", "pemadanan", "karantina_maks", "model",
      "dua_orang",
    ]
    var lines: [String: Int] = [:]
    for entry in entries(node, of: "padan.yaml", known: sections) {
      let value = entry.value
      lines[entry.name] = entry.line
      switch entry.name {
      case "kantor": read(value, "kantor", PlanKeys.office, into: &plan.office)
      case "pemilihan": read(value, "pemilihan", PlanKeys.election, into: &plan.election)
      case "coklit": read(value, "coklit", PlanKeys.visits, into: &plan.visits)
      case "jadwal": read(value, "jadwal", PlanKeys.schedule, into: &plan.schedule)
      case "pemadanan": read(value, "pemadanan", PlanKeys.matching, into: &plan.matching)
      case "sumber": plan.sources = readSources(value)
      case "aturan": plan.rules = checked(readRules(value))
      default: read(entry.name, value, "", PlanKeys.root, into: &plan)
      }
    }
    checkOrder(of: plan, lines: lines)
  }

  private mutating func read<Target>(
    _ node: Node, _ section: String, _ keys: [PlanKey<Target>], into target: inout Target
  ) {
    if node.isEmpty { return }
    for entry in entries(node, of: section, known: keys.map(\.name)) {
      read(entry.name, entry.value, section + ".", keys, into: &target)
    }
  }

  private mutating func read<Target>(
    _ name: String, _ value: Node, _ prefix: String, _ keys: [PlanKey<Target>], into target: inout Target
  ) {
    guard !value.isEmpty, let key = keys.first(where: { $0.name == name }) else { return }
    for complaint in key.read(value, &target) {
      faults.append(PlanFault(line: complaint.line ?? value.line, sentence: "\(prefix)\(name): \(complaint.words)"))
    }
  }

  private mutating func readSources(_ node: Node) -> [SourceRule] {
    if node.isEmpty { return [] }
    guard case .sequence(let items) = node else {
      faults.append(PlanFault(line: node.line, sentence: "sumber: harus daftar (tiap butir diawali '-')."))
      return []
    }
    var rules: [SourceRule] = []
    for item in items {
      var rule = SourceRule()
      rule.line = item.line
      let before = faults.count
      read(item, "sumber", PlanKeys.source, into: &rule)
      if rule.pattern.isEmpty, faults.count == before {
        faults.append(PlanFault(line: item.line, sentence: "sumber: kunci 'berkas' wajib ada."))
      }
      if !rule.pattern.isEmpty, let former = rules.first(where: { $0.pattern == rule.pattern }) {
        let sentence = "sumber: '\(rule.pattern)' sudah disebut di baris \(former.line); sisakan satu."
        faults.append(PlanFault(line: item.line, sentence: sentence))
      }
      rules.append(rule)
    }
    return rules
  }

  private mutating func readRules(_ node: Node) -> [RuleEntry] {
    if node.isEmpty { return [] }
    var rules: [RuleEntry] = []
    for rule in entries(node, of: "aturan", known: nil) {
      rules.append(RuleEntry(rule: rule.name, key: "", value: "", line: rule.line))
      if rule.value.isEmpty { continue }
      for setting in entries(rule.value, of: "aturan." + rule.name, known: nil) {
        guard let text = setting.value.plainText else {
          let sentence = "aturan.\(rule.name).\(setting.name): harus satu nilai, bukan \(setting.value.kindName)."
          faults.append(PlanFault(line: setting.line, sentence: sentence))
          continue
        }
        rules.append(RuleEntry(rule: rule.name, key: setting.name, value: text, line: setting.value.line))
      }
    }
    return rules
  }

  /// Entries of `aturan:` as the rulebook understands them; what it does not becomes a fault on its line.
  private mutating func checked(_ entries: [RuleEntry]) -> RuleSettings {
    var given: [String: [String: String]] = [:]
    for entry in entries {
      given[entry.rule, default: [:]][entry.key] = entry.key.isEmpty ? nil : entry.value
    }
    let (settings, found) = RuleSettings.reading(given)
    for fault in found {
      let entry = entries.first { $0.rule == fault.rule && $0.key == fault.key ?? "" }
      faults.append(PlanFault(line: entry?.line ?? 1, sentence: fault.message))
    }
    return settings
  }

  /// What single keys cannot see: dates and thresholds that contradict one another.
  private mutating func checkOrder(of plan: Plan, lines: [String: Int]) {
    let visits = plan.visits
    if visits.first.isComplete, visits.last.isComplete, visits.last < visits.first {
      let sentence = "coklit: tanggal selesai mendahului tanggal mulai."
      faults.append(PlanFault(line: lines["coklit"] ?? 1, sentence: sentence))
    }
    let limits = plan.matching.thresholds
    let duplicates = [limits.listed, limits.verify, limits.strong, limits.certain, limits.certainWithoutNumber]
    if duplicates != duplicates.sorted() || limits.linkVerify > limits.linkStrong {
      let sentence =
        "pemadanan: ambang harus urut: tercatat ≤ perlu_verifikasi ≤ kuat ≤ pasti ≤ pasti_tanpa_nik, dan "
        + "tautan_perlu_verifikasi ≤ tautan_kuat."
      faults.append(PlanFault(line: lines["pemadanan"] ?? 1, sentence: sentence))
    }
  }

  /// Keys and values of a group of keys; unknown keys become faults and are left out.
  private mutating func entries(_ node: Node, of section: String, known: [String]?) -> [Entry] {
    guard case .mapping(let mapping) = node else {
      let sentence = "\(section): harus kelompok kunci (kunci: nilai), bukan \(node.kindName)."
      faults.append(PlanFault(line: node.line, sentence: sentence))
      return []
    }
    var result: [Entry] = []
    for (key, value) in mapping {
      guard let name = key.plainText else {
        faults.append(PlanFault(line: key.line, sentence: "\(section): nama kunci harus teks."))
        continue
      }
      if value.isEmpty, let sentence = Self.decimals(name, behind: result.last, of: section) {
        faults.append(PlanFault(line: key.line, sentence: sentence))
        continue
      }
      if let known, !known.contains(name) {
        let hint = Suggestion.hint(for: name, among: known)
        let sentence = "kunci '\(name.prefix(40))' tidak dikenal di \(section)\(hint)"
        faults.append(PlanFault(line: key.line, sentence: sentence))
        continue
      }
      result.append(Entry(name: name, line: key.line, value: value))
    }
    return result
  }

  /// What to write for a decimal comma in `{ ambang: 0,95 }`, which to YAML holds a key `95` without a value, as nothing
  /// else does that people write; nil of any other key.
  private static func decimals(_ name: String, behind entry: Entry?, of section: String) -> String? {
    func isDigits(_ text: some StringProtocol) -> Bool {
      !text.isEmpty && text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
    guard let entry, let whole = entry.value.plainText, whole.count < 20, name.count < 20, isDigits(whole),
      isDigits(name.hasSuffix("%") ? name.dropLast() : name[...])
    else { return nil }
    return "\(section).\(entry.name): di dalam { } koma memisahkan kunci; "
      + "tulis \(whole).\(name) atau \"\(whole),\(name)\"."
  }

  /// One setting of one rule, as written in `aturan:`; with an empty key, the rule's own line.
  private struct RuleEntry {
    var rule: String
    var key: String
    var value: String
    var line: Int
  }

  /// One key of a group, where it stands, and what it holds.
  private struct Entry {
    var name: String
    var line: Int
    var value: Node
  }

  private static func fault(_ error: any Error) -> PlanFault {
    switch error {
    case YamlError.scanner(_, let problem, let mark, _) where problem.contains("cannot start any token"):
      PlanFault(line: mark.line, sentence: "ada tabulasi atau tanda yang tidak boleh mengawali nilai; pakai spasi.")
    case YamlError.scanner(_, _, let mark, _), YamlError.parser(_, _, let mark, _),
      YamlError.composer(_, _, let mark, _):
      PlanFault(
        line: mark.line,
        sentence: "tulisan YAML tidak dapat dibaca; periksa lekukan, titik dua, dan tanda kutip di sekitar baris ini.")
    case YamlError.duplicatedKeysInMapping(let keys, let context):
      PlanFault(
        line: context.mark.line,
        sentence: "kunci \(keys.sorted().map { "'\($0)'" }.joined(separator: ", ")) tertulis lebih dari sekali.")
    default:
      PlanFault(line: 1, sentence: "tulisan YAML tidak dapat dibaca; simpan berkas sebagai teks UTF-8.")
    }
  }
}
