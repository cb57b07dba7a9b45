import Normalizers
import RollModel

/// What all files of a case say of areas: distinct keys, and how many rows have each.
struct AreaKeys: Sendable {
  private(set) var keys = StringTable()
  private(set) var rows: [Int] = []
  /// The kinds of lists that say each.
  private(set) var roles: [Set<Role>] = []

  /// Adds the keys of a piece of a list and returns their numbers here.
  mutating func add(_ memo: AreaMemo, role: Role) -> [UInt32] {
    (0..<memo.keys.count).map { id in
      let number = keys.intern(memo.parts(id).joined(separator: String(UnicodeScalar(AreaMemo.separator))))
      if number == rows.count {
        rows.append(0)
        roles.append([])
      }
      rows[number] += Int(memo.rows[id])
      roles[number].insert(role)
      return UInt32(number)
    }
  }

  func parts(_ id: Int) -> [String] {
    keys[id].split(separator: Character(UnicodeScalar(AreaMemo.separator)), omittingEmptySubsequences: false)
      .map(String.init)
  }
}

/// Tells the areas of a case apart: one desa, one number, however the files spell it.
///
/// Codes decide where they are known, and two codes of one desa are one (`RenumberedAreas`); a row that has names only is matched to them by name, by alias, and at last by the
/// one known name a letter away. What matches nothing becomes an area without a code. The result depends on what the
/// rows say and how often, never on their order.
struct AreaResolver {
  private struct Statement {
    var code: AreaCode
    var kecamatanCode: AreaCode
    var kecamatan: String
    var desa: String
    /// In the case of a province: the kabupaten that the row says, by its codes or in words.
    var kabupaten: AreaCode
    var rows: Int
  }

  /// An area by what identifies it: a code, or names where no code is known (then `kecamatan` may be a code's digits).
  private struct Identity: Hashable, Comparable {
    var code: UInt64
    var kecamatan: String
    var desa: String
    /// In the case of a province, where no code is known: desa of one name in two kabupaten are two.
    var kabupaten: UInt64 = 0
    static func < (a: Identity, b: Identity) -> Bool {
      (a.code, a.kecamatan, a.desa, a.kabupaten) < (b.code, b.kecamatan, b.desa, b.kabupaten)
    }
  }

  private let statements: [Statement]
  /// Spellings of names with their row counts.
  private var desaNames: [UInt64: [String: Int]] = [:]
  private var kecamatanNames: [UInt64: [String: Int]] = [:]
  private var kecamatanByKey: [String: Set<UInt64>] = [:]
  private var desaByKey: [String: Set<UInt64>] = [:]
  /// Keys of all names that any file writes, with a code or without.
  private var saidKecamatan: Set<String> = []
  private var saidDesa: Set<String> = []
  private let kabupaten: AreaCode
  /// Desa that stand under two codes.
  let renumbered: RenumberedAreas

  init(_ keys: AreaKeys, kabupaten: AreaCode) {
    self.kabupaten = kabupaten
    var said: [Statement] = []
    for id in 0..<keys.keys.count {
      let parts = keys.parts(id)
      var code = Self.code(parts[0])
      var kecamatanCode = Self.code(parts[1])
      // A shorter code in the desa column names the kecamatan.
      var own = parts.count > 4 ? Self.code(parts[4]) : AreaCode(number: 0)
      if kabupaten.isProvince {
        for code in [code, kecamatanCode] where !code.isUnknown && !code.isProvince { own = code.kabupaten }
      }
      if code.number % 10_000 == 0, code.number % 1_000_000 != 0 {
        kecamatanCode = code
        code = AreaCode(number: 0)
      } else if code.number % 1_000_000 == 0 {
        code = AreaCode(number: 0)
      }
      if kecamatanCode.isUnknown { kecamatanCode = code.kecamatan }
      said.append(
        Statement(
          code: code, kecamatanCode: kecamatanCode, kecamatan: AreaText.display(parts[2]),
          desa: AreaText.display(parts[3]), kabupaten: own, rows: keys.rows[id]))
    }
    Self.partPlaces(&said)
    let renumbered = RenumberedAreas(
      zip(said, keys.roles).map { .init(code: $0.code, kecamatan: $0.kecamatan, desa: $0.desa, roles: $1) })
    self.renumbered = renumbered
    statements = said.map { said in
      guard let own = renumbered.codes[said.code.number] else { return said }
      // The kecamatan goes with the code.
      var said = said
      said.code = AreaCode(number: own)
      (said.kecamatanCode, said.kecamatan) = (said.code.kecamatan, "")
      return said
    }
    learn()
  }

  /// Takes the kecamatan out of names such as `WARMON KOKODA, MAYAMUK` or `WARMON KOKODA (KEC. MAYAMUK)`, where the row says
  /// the same kecamatan, or none and some other row does: else it may be a part of the name.
  private static func partPlaces(_ said: inout [Statement]) {
    let known = Set(said.map { AreaText.key($0.kecamatan) }).subtracting([""])
    for i in said.indices {
      guard let cut = said[i].desa.firstIndex(where: { $0 == "," || $0 == "(" }) else { continue }
      let rest = said[i].desa[cut...].dropFirst().prefix { $0 != "," && $0 != ")" }
      let place = AreaText.display(String(rest))
      let name = AreaText.display(String(said[i].desa[..<cut]))
      let fits =
        said[i].kecamatan.isEmpty
        ? known.contains(AreaText.key(place)) : AreaText.key(said[i].kecamatan) == AreaText.key(place)
      guard fits, !name.isEmpty else { continue }
      (said[i].desa, said[i].kecamatan) = (name, said[i].kecamatan.isEmpty ? place : said[i].kecamatan)
    }
  }

  private static func code(_ text: String) -> AreaCode {
    let code = withFieldBytes(text) { AreaText.code($0) } ?? AreaCode(number: 0)
    // Rows that wrote it are told of; it is no area.
    return code.isPossible ? code : AreaCode(number: 0)
  }

  /// Collects which names go with which codes.
  private mutating func learn() {
    for said in statements {
      saidKecamatan.insert(AreaText.key(said.kecamatan))
      saidDesa.insert(AreaText.key(said.desa))
      if !said.kecamatanCode.isUnknown, !said.kecamatan.isEmpty {
        kecamatanNames[said.kecamatanCode.number, default: [:]][said.kecamatan, default: 0] += said.rows
        kecamatanByKey[AreaText.key(said.kecamatan), default: []].insert(said.kecamatanCode.number)
      }
      if !said.code.isUnknown {
        desaNames[said.code.number, default: [:]][said.desa, default: 0] += said.rows
        if !said.desa.isEmpty { desaByKey[AreaText.key(said.desa), default: []].insert(said.code.number) }
      }
    }
  }

  /// The table of all areas, and the number in it of each key.
  func resolve() -> (table: AreaTable, numbers: [UInt32]) {
    let identities = statements.map(identity)
    let distinct = Set(identities.compactMap { $0 }).sorted()
    var spelled: [Identity: (desa: [String: Int], kecamatan: [String: Int])] = [:]
    for (said, identity) in zip(statements, identities) {
      guard let identity else { continue }
      spelled[identity, default: ([:], [:])].desa[said.desa, default: 0] += said.rows
      spelled[identity, default: ([:], [:])].kecamatan[said.kecamatan, default: 0] += said.rows
    }
    struct Kecamatan: Hashable, Comparable {
      var code: UInt64
      var name: String
      var kabupaten: UInt64 = 0
      static func < (a: Kecamatan, b: Kecamatan) -> Bool {
        (a.code, a.name, a.kabupaten) < (b.code, b.name, b.kabupaten)
      }
    }
    let kecamatanOf: [Kecamatan] = distinct.map { identity in
      let code = UInt64(identity.kecamatan) ?? identity.code / 10_000 * 10_000
      // A row that says its kabupaten and no more.
      if code != 0, code % 1_000_000 == 0 { return Kecamatan(code: 0, name: "") }
      if code != 0 {
        return Kecamatan(code: code, name: Self.commonest(kecamatanNames[code] ?? spelled[identity]?.kecamatan ?? [:]))
      }
      let name = Self.commonest(spelled[identity]?.kecamatan ?? [:])
      return Kecamatan(code: 0, name: name, kabupaten: name.isEmpty ? 0 : identity.kabupaten)
    }
    var byCode: [UInt64: Kecamatan] = [:]
    for kecamatan in kecamatanOf.sorted() where kecamatan.code != 0 { byCode[kecamatan.code] = kecamatan }
    let settled = kecamatanOf.map { byCode[$0.code] ?? $0 }
    let blank = Kecamatan(code: 0, name: "")
    let kecamatans = [blank] + Set(settled).subtracting([blank]).sorted()
    var kecamatanNumber: [Kecamatan: Int] = [:]
    for (number, kecamatan) in kecamatans.enumerated() { kecamatanNumber[kecamatan] = number }

    var entries = AreaTable.empty.entries
    var rows: [(identity: Identity, entry: AreaTable.Entry)] = []
    for (identity, kecamatan) in zip(distinct, settled) {
      let names = desaNames[identity.code].map { $0 } ?? spelled[identity]?.desa ?? [:]
      rows.append(
        (
          identity,
          AreaTable.Entry(
            code: AreaCode(number: identity.code), desa: Self.commonest(names), kecamatan: kecamatan.name,
            kecamatanNumber: kecamatanNumber[kecamatan] ?? 0,
            kabupatenNumber: kabupatenNumber(of: identity))
        ))
    }
    rows.sort { a, b in
      (a.entry.code, a.entry.kecamatan, a.entry.desa) != (b.entry.code, b.entry.kecamatan, b.entry.desa)
        ? (a.entry.code, a.entry.kecamatan, a.entry.desa) < (b.entry.code, b.entry.kecamatan, b.entry.desa)
        : a.identity < b.identity
    }
    var number: [Identity: UInt32] = [:]
    for row in rows {
      number[row.identity] = UInt32(entries.count)
      entries.append(row.entry)
    }
    let table = AreaTable(
      entries: entries, kecamatanNames: kecamatans.map(\.name),
      kecamatanCodes: kecamatans.map { AreaCode(number: $0.code) }, kabupatenName: "",
      province: kabupaten.isProvince ? kabupaten : AreaCode(number: 0),
      statedKabupaten: kabupaten.isProvince ? AreaCode(number: 0) : kabupaten.kabupaten)
    return (table, identities.map { identity in identity.flatMap { number[$0] } ?? 0 })
  }

  /// Number of the kabupaten in the case of a province; 0 for areas outside of it, and in other cases.
  private func kabupatenNumber(of identity: Identity) -> Int {
    guard kabupaten.isProvince else { return 0 }
    let code = AreaCode(
      number: identity.code != 0 ? identity.code : UInt64(identity.kecamatan) ?? identity.kabupaten)
    return code.province == kabupaten ? Int(code.number / 1_000_000 % 100) : 0
  }

  /// What a statement means; nil when it says nothing.
  private func identity(_ said: Statement) -> Identity? {
    if !said.code.isUnknown { return Identity(code: said.code.number, kecamatan: "", desa: "") }
    let kecamatan = kecamatanCode(said)
    // In a province a name without its kabupaten is the one area that bears it, or none.
    let isLost = kabupaten.isProvince && said.kabupaten.isUnknown
    if said.desa.isEmpty {
      if let kecamatan { return Identity(code: kecamatan, kecamatan: "", desa: "") }
      if said.kecamatan.isEmpty {
        return said.kabupaten.isUnknown ? nil : Identity(code: said.kabupaten.number, kecamatan: "", desa: "")
      }
      if isLost { return nil }
      return Identity(
        code: 0, kecamatan: canonical(said.kecamatan, among: saidKecamatan), desa: "",
        kabupaten: said.kabupaten.number)
    }
    let inside = { (code: UInt64) in
      if let kecamatan { return code / 10_000 * 10_000 == kecamatan }
      return said.kecamatan.isEmpty
        && (said.kabupaten.isUnknown || AreaCode(number: code).kabupaten == said.kabupaten)
    }
    if let code = match(said.desa, among: desaByKey, where: inside) {
      return Identity(code: code, kecamatan: "", desa: "")
    }
    if isLost, kecamatan == nil { return nil }
    let own = kecamatan.map(String.init) ?? canonical(said.kecamatan, among: saidKecamatan)
    return Identity(
      code: 0, kecamatan: own, desa: canonical(said.desa, among: saidDesa),
      kabupaten: kecamatan == nil ? said.kabupaten.number : 0)
  }

  /// The key of a name without a code: that of its spelled-out form where some file spells it out.
  private func canonical(_ name: String, among said: Set<String>) -> String {
    AreaText.alternatives(name).first { said.contains($0) } ?? AreaText.key(name)
  }

  private func kecamatanCode(_ said: Statement) -> UInt64? {
    if !said.kecamatanCode.isUnknown { return said.kecamatanCode.number }
    guard !said.kecamatan.isEmpty else { return nil }
    if kabupaten.isProvince {
      return match(said.kecamatan, among: kecamatanByKey) { code in
        said.kabupaten.isUnknown || AreaCode(number: code).kabupaten == said.kabupaten
      }
    }
    let home = { (code: UInt64) in kabupaten.isUnknown || AreaCode(number: code).kabupaten == kabupaten }
    return match(said.kecamatan, among: kecamatanByKey, where: home)
      ?? match(said.kecamatan, among: kecamatanByKey, where: { _ in true })
  }

  /// The one code that a name has: by its key, by another reading of its short words, or by the one key a letter away.
  private func match(
    _ name: String, among known: [String: Set<UInt64>], where fits: (UInt64) -> Bool
  ) -> UInt64? {
    let key = AreaText.key(name)
    for candidate in [key] + AreaText.alternatives(name) {
      let codes = (known[candidate] ?? []).filter(fits)
      if codes.count == 1 { return codes.first }
      if codes.count > 1 { return nil }
    }
    guard key.utf8.count >= 5 else { return nil }
    let bytes = Array(key.utf8)
    let digits = bytes.filter(\.isDigit)
    var near = Set<UInt64>()
    for (other, codes) in known where abs(other.utf8.count - bytes.count) <= 1 {
      let theirs = Array(other.utf8)
      guard theirs.filter(\.isDigit) == digits, isOneEditApart(bytes, theirs) else { continue }
      near.formUnion(codes.filter(fits))
    }
    return near.count == 1 ? near.first : nil
  }

  /// The spelling that most rows have; of equals the first in order of letters; an empty one only when there is no other.
  private static func commonest(_ names: [String: Int]) -> String {
    names.filter { !$0.key.isEmpty }.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? ""
  }
}

/// One insertion, deletion, substitution or swap of neighbours apart. O(length).
func isOneEditApart(_ a: [UInt8], _ b: [UInt8]) -> Bool {
  let start = zip(a, b).prefix { $0 == $1 }.count
  let rest = (Array(a[start...]), Array(b[start...]))
  let end = zip(rest.0.reversed(), rest.1.reversed()).prefix { $0 == $1 }.count
  let (left, right) = (rest.0.dropLast(end), rest.1.dropLast(end))
  if left.count <= 1, right.count <= 1 { return left.count + right.count > 0 }
  return left.count == 2 && right.count == 2 && Array(left) == Array(right.reversed())
}
