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
      rollID = Self.rollID(voter.text(.rollID))
    }
  }

  /// As one text; empty where nothing is known.
  public var text: String { text(beside: PersonTraits()) }

  /// The NIK with a star before it where digits are missing.
  private var markedNumber: String { number.isEmpty || isWhole ? number : "*" + number }

  /// The same for the person of a row beside another's, `=` in the place of what both have.
  public func text(beside first: PersonTraits) -> String {
    if self == PersonTraits() { return "" }
    var text = ""
    text.reserveCapacity(40)
    func add(_ part: String, _ other: String) { text += part == other && !part.isEmpty ? "=" : part }
    add(markedNumber, first.markedNumber)
    text += "."
    add(name, first.name)
    text += "."
    add(birth, first.birth)
    text += "."
    add(family, first.family)
    text += "."
    add(desa, first.desa)
    text += "."
    add(rollID, first.rollID)
    return text
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

  /// The upper hexadecimal digits of a hash.
  private static func short(_ hash: UInt64, digits: Int) -> String {
    String(unsafeUninitializedCapacity: digits) { text in
      for place in 0..<digits {
        let digit = UInt8(truncatingIfNeeded: hash >> UInt64(60 - 4 * place)) & 15
        text[place] = digit < 10 ? 48 + digit : 87 + digit
      }
      return digits
    }
  }

  /// Empty for what is too short or one sign over and over; blanks do not count.
  private static func rollID(_ written: String) -> String {
    var text = written
    let bytes = text.withUTF8 { bytes in
      bytes.allSatisfy { $0 < 128 } ? bytes.filter { !(9...13).contains($0) && $0 != 32 } : nil
    }
    if let bytes {
      guard bytes.count >= 5, bytes.contains(where: { $0 != bytes[0] }) else { return "" }
      return short(bytes.reduce(1) { mixed($0 ^ UInt64($1)) }, digits: 6)
    }
    let signs = written.filter { !$0.isWhitespace }
    return signs.count >= 5 && Set(signs).count > 1 ? short(hash(signs), digits: 6) : ""
  }

  private static func hash(_ text: String) -> UInt64 { text.utf8.reduce(1) { mixed($0 ^ UInt64($1)) } }
}
