/// What tells the person of a row, each thing as a short hash of its own, so that a run folder holds enough to know the
/// person again and no number that it masks elsewhere.
///
/// A hash of sixteen bits is shared by fifteen of the million numbers that a mask leaves open. Two people who share two of
/// these things by chance alone are one in thousands of millions; what people do share is for `TraitMarks` to mind.
public struct PersonTraits: Sendable, Equatable {
  /// NIK as written, empty where it is missing.
  public var number = ""
  /// Whether all digits of the NIK are written.
  public var isWhole = false
  /// The core words of the name in their order.
  public var name = ""
  public var birth = ""
  /// NKK as written, empty where it is missing.
  public var family = ""
  public var desa = ""
  /// What KPU's system calls the row (DP_ID), of rows of a roll: at least five characters that are not all the same.
  public var rollID = ""

  public init() {}

  public init(_ voter: Voter) {
    let words = voter.roll.lexicon.tokens
    let tokens = voter.tokens
    let (nik, nkk) = (voter.nik, voter.nkk)
    if !nik.isMissing { number = Self.short(mixed(nik.bits), digits: 4) }
    isWhole = nik.isFull
    if !tokens.isEmpty {
      name = Self.short(tokens.reduce(1) { mixed($0 ^ words.contentHash(Int($1))) }, digits: 6)
    }
    if !voter.birth.isUnknown { birth = Self.short(mixed(UInt64(voter.birth.bits)), digits: 4) }
    if !nkk.isMissing { family = Self.short(mixed(nkk.bits &+ 1), digits: 5) }
    let area = voter.area
    if voter.areaNumber != 0 {
      let hash = area.code.isUnknown ? Self.hash(area.kecamatan + "/" + area.desa) : mixed(area.code.number)
      desa = Self.short(hash, digits: 5)
    }
    if [.roll, .previousRoll].contains(voter.roll.role) {
      let text = voter.text(.rollID).filter { !$0.isWhitespace }
      if text.count >= 5, Set(text).count > 1 { rollID = Self.short(Self.hash(text), digits: 6) }
    }
  }

  /// As one text; empty where nothing is known.
  public var text: String {
    let parts = [number.isEmpty || isWhole ? number : "*" + number, name, birth, family, desa, rollID]
    return parts.allSatisfy(\.isEmpty) ? "" : parts.joined(separator: ".")
  }

  /// The same for the person of a row beside another's, `=` in the place of what both have.
  public func text(beside first: PersonTraits) -> String {
    let own = text.split(separator: ".", omittingEmptySubsequences: false)
    let other = first.text.split(separator: ".", omittingEmptySubsequences: false)
    guard own.count == other.count else { return text }
    return zip(own, other).map { $0 == $1 && !$0.isEmpty ? "=" : $0 }.joined(separator: ".")
  }

  /// Takes up again what `text` gives, or `text(beside:)` with the text of the first; nil for anything else.
  public init?(text: String, beside first: String = "") {
    var parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 6 else { return nil }
    let other = first.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    if other.count == parts.count { for i in parts.indices where parts[i] == "=" { parts[i] = other[i] } }
    isWhole = !parts[0].isEmpty && !parts[0].hasPrefix("*")
    if parts[0].hasPrefix("*") { parts[0].removeFirst() }
    (number, name, birth, family, desa, rollID) = (parts[0], parts[1], parts[2], parts[3], parts[4], parts[5])
  }

  private static func short(_ hash: UInt64, digits: Int) -> String { String(IdentityHash.text(hash).prefix(digits)) }

  private static func hash(_ text: String) -> UInt64 { text.utf8.reduce(1) { mixed($0 ^ UInt64($1)) } }
}
