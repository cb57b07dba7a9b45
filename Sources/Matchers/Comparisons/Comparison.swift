/// What comparing two records saw, before any weight: one level a field, and the chance of that very value.
///
/// Chances are in bits, -log2 u, so positive. A level of -1 means that a side says nothing: no evidence either way. The
/// weights of a model turn this into odds (`Model.weigh`), so training never compares again. 64 bytes.
struct Comparison: BitwiseCopyable, Sendable {
  var a: UInt32 = 0
  var b: UInt32 = 0
  /// Eight counters of a byte each, see `NameEvent`.
  var nameEvents: UInt64 = 0
  /// Sum of the chances of the aligned tokens.
  var nameChance: Float = 0
  var lengthChance: Float = 0
  var birthChance: Float = 0
  var placeChance: Float = 0
  var sexChance: Float = 0
  var residenceChance: Float = 0
  /// The chance of the date that both NIK carry, where birth dates differ and NIK dates agree; else 0.
  var numberDateChance: Float = 0
  /// The passes that brought the two together, bit by number in the run's list of passes.
  var passes: UInt32 = 0
  var lengthLevel: Int8 = -1
  var birthLevel: Int8 = -1
  /// `NumberTable.cell`: birth group, kecamatan stratum and level in one; -1 missing.
  var numberCell: Int8 = -1
  /// 1 same NKK, 0 different.
  var familyCard: Int8 = -1
  var placeLevel: Int8 = -1
  /// 0 same, 1 different.
  var sexLevel: Int8 = -1
  var residenceLevel: Int8 = -1
  /// 0 same, 1 different.
  var maritalLevel: Int8 = -1
  /// `FatherLevel`; -1 where a side does not name the father.
  var fatherLevel: Int8 = -1
  /// Its chance in eighths of a bit.
  var fatherEighths: UInt8 = 0
  /// 1 given names agree exactly, 2 at another level, 0 not.
  var given: Int8 = 0
  /// Row of `Chances.number` where a second look knows better than `numberCell`; -1 where that says it.
  var chanceRow: Int8 = -1
  /// The family cards differ by one error of writing; `familyCard` then says same.
  var isNearCard = false
  /// The serials of the numbers are at most two apart.
  var isNearSerial = false
  /// The numbers were issued to a man and to a woman: their days are forty apart.
  var hasNumbersOfTwoSexes = false
  /// Both birth dates are whole.
  var isFullDate = false

  @inline(__always) func events(_ event: NameEvent) -> Int { Int(nameEvents >> (event.rawValue * 8) & 255) }
  @inline(__always) mutating func count(_ event: NameEvent) { nameEvents &+= 1 << (event.rawValue * 8) }
  /// Tokens that found a partner (a glued pair counts once).
  var alignedTokens: Int {
    events(.exact) + events(.phonetic) + events(.typo) + events(.typos) + events(.short) + events(.glue)
  }
  var fatherChance: Double { Double(fatherEighths) / 8 }
  @inline(__always) var numberLevel: Int { numberCell < 0 ? -1 : Int(numberCell) & 7 }
  /// Where the chance of the number level stands in `Chances.number`.
  @inline(__always) var chanceCell: Int {
    chanceRow < 0 ? Int(numberCell) : Int(chanceRow) << 3 | Int(numberCell) & 7
  }
  /// Every token of both names is aligned with an equal one.
  @inline(__always) var hasEqualNames: Bool { nameEvents != 0 && nameEvents >> 8 == 0 }
  @inline(__always) var birthGroup: BirthGroup { BirthGroup.of(level: Int(birthLevel)) }
}

/// What can happen to one token of a name between two records of one person.
enum NameEvent: UInt64, CaseIterable, Sendable {
  case exact = 0, phonetic, typo, typos
  /// Initials and the three short forms.
  case short
  /// Two neighbours written as one word.
  case glue
  /// A token on each side without a partner.
  case conflict
  /// A token that only one side has.
  case extra
}

/// How far two birth dates agree, as far as the NIK cares.
enum BirthGroup: Int, Sendable {
  case exact = 0, near = 1, year = 2, far = 3

  @inline(__always) static func of(level: Int) -> BirthGroup {
    switch level {
    case 0: .exact
    case 1...5: .near
    case 6: .year
    default: .far
    }
  }
}
