import RollModel

/// Makes the keys of one record in one pass: none where a needed field is missing, one a token or token pair elsewhere.
///
/// Keys depend on contents alone (hashes of spellings, not token numbers), so two runs over re-ordered files make the
/// same blocks. A record without sex makes the keys of both.
struct BlockingKeys: @unchecked Sendable {
  let set: RecordSet
  let settings: BlockingSettings
  /// Content hashes of places of birth.
  let placeHashes: Storage<UInt64>
  /// What keys take of a token, by token: small tables of one kind each, which stay in the nearest caches.
  private let head2: Storage<UInt32>
  private let head3: Storage<UInt32>
  private let tail2: Storage<UInt32>
  private let skeleton: Storage<UInt64>
  /// Makes the keys of a general roll, and says what splits its blocks.
  private let general: GeneralKeys?

  init(
    _ set: RecordSet, _ settings: BlockingSettings, _ places: StringTable, general: GeneralKeys? = nil
  ) {
    self.set = set
    self.general = general
    self.settings = settings
    placeHashes = Storage(max(1, places.count))
    for id in 0..<places.count { placeHashes[id] = places.contentHash(id) }
    let codes = UnsafeBufferPointer(start: set.table.codes.base, count: set.table.count)
    head2 = Storage(codes.map(\.head2))
    head3 = Storage(codes.map(\.head3))
    tail2 = Storage(codes.map(\.tail2))
    skeleton = Storage(codes.map(\.skeletonHash))
  }

  /// The most keys that one record can make in one pass.
  static let most = 128

  /// Writes the keys of record `i` to `out` and returns their number.
  @inline(__always) func make(
    _ pass: Pass, _ i: Int, _ x: MatchRecord, _ out: UnsafeMutablePointer<UInt64>
  ) -> Int {
    let isList = i >= set.rollCount
    if pass.onlyWithoutDate, isList, x.hasFullDate { return 0 }
    let birth = UInt64(x.birth)
    switch pass.kind {
    case .number: return x.nik == 0 ? 0 : single(1, x.nik, 0, out)
    case .numberFront: return x.nik == 0 || set.mode == .masked ? 0 : single(2, x.nik / 10_000, 0, out)
    case .familyCardHead: return x.nkk == 0 ? 0 : perToken(3, i, x.nkk, 0, head2, out)
    case .birthHead:
      guard x.hasDayMonth else { return 0 }
      let swapped = UInt64(min(x.day, x.month)) | UInt64(max(x.day, x.month)) << 5 | UInt64(x.year) << 10
      return bySex(pass, x, out) { sex, out in perToken(4, i, swapped, sex, head2, out) }
    case .birthTail:
      guard x.hasDayMonth else { return 0 }
      return bySex(pass, x, out) { sex, out in perToken(5, i, birth, sex, tail2, out) }
    case .birthPlace: return withPlaceAndSex(x, x.hasDayMonth, out) { single(6, birth, $0, $1) }
    case .numberDateHead:
      guard x.numberDate != 0 else { return 0 }
      return bySex(pass, x, out) { sex, out in perToken(7, i, UInt64(x.numberDate), sex, head2, out) }
    case .dayMonthHeadPlace:
      return withPlaceAndSex(x, x.hasDayMonth, out) { place, out in
        perToken(8, i, birth & 511, place, head3, out)
      }
    case .monthYearHeadPlace:
      return withPlaceAndSex(x, x.month != 0 && x.year != 0, out) { place, out in
        perToken(9, i, birth >> 5, place, head3, out)
      }
    case .dayYearHeadPlace:
      return withPlaceAndSex(x, x.day != 0 && x.year != 0, out) { place, out in
        perToken(10, i, birth & 31 | (birth >> 9) << 5, place, head3, out)
      }
    case .yearNamePlace:
      return withPlaceAndSex(x, x.year != 0, out) { single(11, birth >> 9 ^ nameHash(i), $0, $1) }
    case .yearHeadPair: return x.year == 0 ? 0 : headPairs(i, birth >> 9, out)
    case .dayMonthName:
      guard x.hasDayMonth else { return 0 }
      return withSex(x, out) { single(13, birth & 511 ^ nameHash(i), $0, $1) }
    case .maskedNumberHead: return x.nik == 0 ? 0 : perToken(14, i, x.nik / 1_000_000, 0, head2, out)
    case .dayMonthDesa:
      guard x.hasDayMonth, x.area != 0 else { return 0 }
      return withSex(x, out) { single(18, birth & 511 | UInt64(x.area) << 9, $0, $1) }
    case .nameDesa:
      return x.area == 0 ? 0 : withSex(x, out) { single(15, UInt64(x.area) ^ nameHash(i), $0, $1) }
    case .headDesa:
      return x.area == 0 ? 0 : withSex(x, out) { sex, out in perToken(16, i, UInt64(x.area), sex, head3, out) }
    case .namePlace: return withPlaceAndSex(x, true, out) { single(17, nameHash(i), $0, $1) }
    case .birthName: return x.hasDayMonth ? withSex(x, out) { single(20, birth ^ nameHash(i), $0, $1) } : 0
    case .familyCardYear: return x.nkk == 0 || x.year == 0 ? 0 : single(19, x.nkk, UInt64(x.year), out)
    case .desa: return x.area == 0 ? 0 : single(21, UInt64(x.area), 0, out)
    case .general(let kind): return general?.make(kind, i, x, out) ?? 0
    }
  }

  /// What the ladder splits an oversize block by, one step after another (matching page, section 2).
  static let ladderSteps = 5

  @inline(__always) func ladder(_ step: Int, _ x: UnsafePointer<MatchRecord>) -> UInt64 {
    if let general { return general.ladder(step, x) }
    switch step {
    case 0: return UInt64(x.pointee.sex)
    case 1: return placeHashes[Int(x.pointee.place)]
    case 2:
      // The record holds most names: where a longer one stands is far from any cache.
      let token = x.tokens(in: set.tokens)
      var sum: UInt64 = 0
      for k in 0..<Int(x.pointee.tokenCount) { sum &+= mixed(UInt64(head2[Int(token[k])])) }
      return sum
    case 3: return UInt64(x.pointee.kecamatan)
    default: return UInt64(x.pointee.area)
    }
  }

  @inline(__always) private func hash(_ pass: UInt64, _ a: UInt64, _ b: UInt64) -> UInt64 {
    mixed(a &* 0xC2B2_AE3D_27D4_EB4F &+ (b ^ (b << 31)) &* 0x1656_67B1_9E37_79F9 &+ pass)
  }

  @inline(__always) private func single(
    _ pass: UInt64, _ a: UInt64, _ b: UInt64, _ out: UnsafeMutablePointer<UInt64>
  ) -> Int {
    out[0] = hash(pass, a, b)
    return 1
  }

  @inline(__always) private func perToken(
    _ pass: UInt64, _ i: Int, _ a: UInt64, _ b: UInt64, _ code: Storage<UInt32>, _ out: UnsafeMutablePointer<UInt64>
  ) -> Int {
    let token = set.tokenPointer(i)
    let n = min(NameComparator.longest, set.tokenCount(i))
    var count = 0
    for k in 0..<n {
      let key = hash(pass, a ^ b << 44, UInt64(code[Int(token[k])]))
      var seen = false
      for q in 0..<count where out[q] == key { seen = true }
      if !seen {
        out[count] = key
        count &+= 1
      }
    }
    return count
  }

  private func headPairs(_ i: Int, _ year: UInt64, _ out: UnsafeMutablePointer<UInt64>) -> Int {
    let token = set.tokenPointer(i)
    let n = min(NameComparator.longest, set.tokenCount(i))
    guard n > 1 else { return 0 }
    var count = 0
    for p in 0..<(n - 1) {
      for q in (p + 1)..<n {
        let a = head3[Int(token[p])]
        let b = head3[Int(token[q])]
        let key = hash(12, year, UInt64(min(a, b)) << 32 | UInt64(max(a, b)))
        var seen = false
        for k in 0..<count where out[k] == key { seen = true }
        if !seen {
          out[count] = key
          count &+= 1
        }
      }
    }
    return count
  }

  /// A hash of the skeletons of all tokens, in any order.
  @inline(__always) private func nameHash(_ i: Int) -> UInt64 {
    let token = set.tokenPointer(i)
    var sum: UInt64 = 0
    for k in 0..<set.tokenCount(i) { sum &+= skeleton[Int(token[k])] }
    return mixed(sum)
  }

  @inline(__always) private func withSex(
    _ x: MatchRecord, _ out: UnsafeMutablePointer<UInt64>, _ make: (UInt64, UnsafeMutablePointer<UInt64>) -> Int
  ) -> Int {
    guard set.hasSex else { return make(0, out) }
    if x.sex != 0 { return make(UInt64(x.sex), out) }
    let first = make(1, out)
    return first + make(2, out + first)
  }

  @inline(__always) private func bySex(
    _ pass: Pass, _ x: MatchRecord, _ out: UnsafeMutablePointer<UInt64>,
    _ make: (UInt64, UnsafeMutablePointer<UInt64>) -> Int
  ) -> Int {
    pass.sexWhenLarge && settings.sexInKeys ? withSex(x, out, make) : make(0, out)
  }

  @inline(__always) private func withPlaceAndSex(
    _ x: MatchRecord, _ hasDate: Bool, _ out: UnsafeMutablePointer<UInt64>,
    _ make: (UInt64, UnsafeMutablePointer<UInt64>) -> Int
  ) -> Int {
    guard hasDate, x.place != Lexicon.nothing else { return 0 }
    let place = placeHashes[Int(x.place)]
    return withSex(x, out) { sex, out in make(mixed(place &+ sex), out) }
  }
}
