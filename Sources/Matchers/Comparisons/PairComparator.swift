import Platform
import RollModel
import Similarity

/// Compares two records field by field, cheap fields first, and stops when no name could still reach the floor.
///
/// One per thread: it keeps the memos of tokens and places.
struct PairComparator: ~Copyable {
  private let set: RecordSet
  private let frequencies: Frequencies
  let names: NameComparator
  private let places: PlaceComparator
  private let sexBits: Storage<Float>
  /// `frequencies.lengthBits`, at hand.
  private let lengthBits: Storage<Float>
  /// How often a pair passed the bounds, so that its names had to be compared or were remembered.
  private(set) var compared = 0

  init(_ set: RecordSet, _ frequencies: Frequencies, _ places: PlaceSpellings) {
    self.set = set
    self.frequencies = frequencies
    names = NameComparator(frequencies, set.table)
    self.places = PlaceComparator(places)
    lengthBits = Storage(frequencies.lengthBits)
    sexBits = Storage(512)
    for lean in 0..<256 {
      let share = 0.5 + Double(lean) / 510
      let same = share * share + (1 - share) * (1 - share)
      sexBits[lean * 2] = Float(-log2(same))
      sexBits[lean * 2 + 1] = Float(-log2(max(1 - same, 0.01)))
    }
  }

  /// Compares records `i` and `j` wholly. Symmetric in its records.
  mutating func compare(_ i: Int, _ j: Int) -> Comparison {
    var result = Comparison()
    result.a = UInt32(truncatingIfNeeded: i)
    result.b = UInt32(truncatingIfNeeded: j)
    let x = UnsafePointer(set.records.base + i)
    let y = UnsafePointer(set.records.base + j)
    compareCheap(x.pointee, y.pointee, into: &result)
    compareNames(side(x), x.pointee.sex, side(y), y.pointee.sex, into: &result)
    return result
  }

  /// How the names of records `i` and `j` are aligned, for an explanation.
  mutating func alignment(_ i: Int, _ j: Int) -> NameAlignment {
    var alignment = NameAlignment()
    var result = Comparison()
    let records = UnsafePointer(set.records.base)
    _ = names.compare(side(records + i), side(records + j), into: &result, telling: &alignment)
    return alignment
  }

  /// Compares all but the names: the odds so far in bits, or nil when not even equal names could bring them to `floor`.
  ///
  /// Odds are taken without the household correction and the cap on number dates, which only lower them.
  @inline(__always) mutating func reach(
    _ i: Int, _ first: UnsafePointer<MatchRecord>, _ j: Int, _ second: UnsafePointer<MatchRecord>,
    weights: QuickWeights, floor: Float, into result: inout Comparison
  ) -> Float? {
    result = Comparison()
    result.a = UInt32(truncatingIfNeeded: i)
    result.b = UInt32(truncatingIfNeeded: j)
    compareCheap(first.pointee, second.pointee, into: &result)
    let before = weights.beforeNames(result)
    // The bound is safe on random pairs (tested): misspellings pay by the rarer side, so the larger total less 5.6 bits.
    let low = min(first.pointee.nameBits, second.pointee.nameBits)
    let high = max(first.pointee.nameBits, second.pointee.nameBits)
    return before + besideNames(first.pointee, second.pointee) + max(low, high - 5.6) < floor ? nil : before
  }

  /// Whether names of these letters could bring the odds `before` to `floor`.
  @inline(__always) mutating func mayReach(
    _ before: Float, _ first: UnsafePointer<MatchRecord>, _ second: UnsafePointer<MatchRecord>, floor: Float
  ) -> Bool {
    if before + besideNames(first.pointee, second.pointee) + names.bound(side(first), side(second)) < floor {
      return false
    }
    compared &+= 1
    return true
  }

  /// Compares the names as well: whether the odds, `before` included, reach `floor` bits.
  @inline(__always) mutating func finish(
    _ first: UnsafePointer<MatchRecord>, _ second: UnsafePointer<MatchRecord>, _ weights: QuickWeights,
    _ before: Float, _ floor: Float, into result: inout Comparison
  ) -> Bool {
    compareNames(side(first), first.pointee.sex, side(second), second.pointee.sex, into: &result)
    return before + weights.ofNames(result) >= floor
  }

  @inline(__always) private func compareCheap(_ x: MatchRecord, _ y: MatchRecord, into c: inout Comparison) {
    (c.birthLevel, c.birthChance) = frequencies.birth(x, y)
    let sameKecamatan = x.kecamatan != 0 && x.kecamatan == y.kecamatan
    if x.nik != 0, y.nik != 0 {
      let exact = c.birthLevel == 0
      let level = NumberComparison.level(x, y, mode: set.mode, homes: set.homeRegions, birthsEqual: exact)
      c.numberCell = NumberTable.cell(group: c.birthGroup, sameKecamatan: sameKecamatan, level: level)
      if !exact, x.numberDate == y.numberDate { c.numberDateChance = numberDateBits(x, y) }
    }
    if x.nkk != 0, y.nkk != 0 { c.familyCard = x.nkk == y.nkk ? 1 : 0 }
    (c.placeLevel, c.placeChance) = places.compare(x, y, frequencies)
    if x.area != 0, y.area != 0 {
      if x.area == y.area {
        let sameAddress = x.address != Lexicon.nothing && x.address == y.address
        c.residenceLevel = sameAddress ? 0 : 1
        c.residenceChance =
          frequencies.areaBits[Int(x.area)] + (sameAddress ? frequencies.addressBits[Int(x.address)] : 0)
      } else if sameKecamatan {
        c.residenceLevel = 2
        c.residenceChance = frequencies.kecamatanBits[Int(x.kecamatan)]
      } else {
        c.residenceLevel = 3
      }
    } else if x.address != Lexicon.nothing, x.address == y.address {
      c.residenceLevel = 4
      c.residenceChance = frequencies.addressBits[Int(x.address)]
    }
    if x.marital != 0, y.marital != 0 { c.maritalLevel = x.marital == y.marital ? 0 : 1 }
  }

  /// Fills the name and what hangs on it (sex given the name).
  @inline(__always) private mutating func compareNames(
    _ x: NameComparator.Side, _ sexX: UInt8, _ y: NameComparator.Side, _ sexY: UInt8, into c: inout Comparison
  ) {
    let lean = names.compare(x, y, into: &c)
    guard sexX != 0, sexY != 0 else { return }
    let same = sexX == sexY
    c.sexLevel = same ? 0 : 1
    c.sexChance = sexBits[Int(lean) * 2 + (same ? 0 : 1)]
  }

  @inline(__always) private func side(_ record: UnsafePointer<MatchRecord>) -> NameComparator.Side {
    NameComparator.Side(
      tokens: record.tokens(in: set.tokens), count: Int(record.pointee.tokenCount), given: record.pointee.givenIndex,
      decade: Frequencies.decade(ofYear: record.pointee.year))
  }

  /// The most that sex and the number of tokens can be worth: 1.8 bits is the most that an equal sex adds; equal
  /// numbers, or a glued word that makes them so.
  @inline(__always) private func besideNames(_ x: MatchRecord, _ y: MatchRecord) -> Float {
    let sexSame = x.sex == y.sex || x.sex == 0 || y.sex == 0
    let length = lengthBits[min(5, max(Int(x.tokenCount), Int(y.tokenCount)))]
    return (sexSame ? 1.8 : -3) + (length - 0.2345)
  }

  /// -log2 of the chance of the date that both numbers carry, in the century that a birth date confirms.
  private func numberDateBits(_ x: MatchRecord, _ y: MatchRecord) -> Float {
    guard set.mode != .masked, x.year != 0 || y.year != 0 else { return 0 }
    let twoDigits = x.numberDate >> 9 & 127
    let year: UInt32 =
      x.year % 100 == twoDigits && x.year != 0
      ? x.year : y.year % 100 == twoDigits && y.year != 0 ? y.year : 1900 + twoDigits
    return min(29.9, frequencies.birthBits(x.numberDate & 511 | year << 9))
  }
}
