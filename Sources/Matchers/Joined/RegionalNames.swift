import Platform
import RollModel

/// How much commoner each name token is in each province than in all, and where people of each birthplace live.
///
/// Peoples keep their names and their towns: two strangers of one Sundanese name mostly live in one province and were
/// born in it. Taking name, province and birthplace as independent calls namesakes of one people one person; this takes
/// back what was counted twice.
struct RegionalNames: Sendable {
  private let provinces: Int
  /// `token * provinces + province`: log2 of the share in the province over the share in all, in eighths of a bit.
  private let lifts: Storage<Int8>
  /// By place: the province where most people of that birthplace live; 0 where none does clearly.
  private let home: Storage<UInt8>
  /// -log2 of each province's share of all people.
  private let provinceBits: [Float]

  init(_ counts: RegionalCounts) {
    provinces = counts.provinces
    let total = Double(max(1, counts.tokensOf.reduce(0, +)))
    lifts = Storage(repeating: 0, count: counts.vocabulary * counts.provinces)
    let share = counts.tokensOf.map { Double(max(1, $0)) / total }
    for token in 0..<counts.vocabulary {
      let here = counts.tokens.base + token * provinces
      let held = Double((0..<provinces).reduce(0) { $0 + Int(here[$1]) })
      guard held > 0 else { continue }
      for p in 1..<max(1, provinces) {
        // Two bearers may be the pair itself; ten of the general share stand beside what is seen.
        let ratio = (max(Double(here[p]) - 2, 0) + 10 * share[p]) / (max(held - 2, 0) + 10) / share[p]
        lifts[token * provinces + p] = Int8(max(-40, min(120, (log2(ratio) * 8).rounded())))
      }
    }
    home = Storage(repeating: 0, count: counts.places)
    for place in 1..<max(1, counts.places) {
      let here = counts.placesIn.base + place * provinces
      let held = (0..<provinces).reduce(0) { $0 + Int(here[$1]) }
      guard provinces > 1 else { continue }
      let best = (1..<provinces).max { (here[$0], $1) < (here[$1], $0) } ?? 0
      if held > 3, Int(here[best]) * 2 > held { home[place] = UInt8(best) }
    }
    provinceBits = share.map { Float(-log2($0)) }
  }

  /// Takes back from a pair of two areas what its name already said of province and birthplace.
  func refine(_ c: inout Comparison, _ set: RecordSet) {
    let x = set.records[Int(c.a)]
    if c.residenceLevel == 2 {
      c.residenceChance = max(0, c.residenceChance - lift(Int(c.a), Int(c.b), Int(x.kecamatan), set))
    } else if c.placeLevel == 0, Int(x.place) < home.capacity, home[Int(x.place)] != 0 {
      let province = Int(home[Int(x.place)])
      let taken = min(provinceBits[province], lift(Int(c.a), Int(c.b), province, set))
      c.placeChance = max(0, c.placeChance - taken)
    }
  }

  /// log2 of how much commoner the words that both names hold are in a province than in all; never below 0.
  private func lift(_ a: Int, _ b: Int, _ province: Int, _ set: RecordSet) -> Float {
    let x = set.tokenPointer(a)
    let y = set.tokenPointer(b)
    var sum = 0
    for i in 0..<set.tokenCount(a) {
      for j in 0..<set.tokenCount(b) where x[i] == y[j] {
        sum += Int(lifts[Int(x[i]) * provinces + province])
        break
      }
    }
    return max(0, Float(sum) / 8)
  }
}

/// Name tokens and birthplaces by province of residence. Sums of integers.
struct RegionalCounts {
  let vocabulary: Int
  let places: Int
  /// Province numbers, 0 (not known) included.
  let provinces: Int
  fileprivate let tokens: Storage<UInt32>
  fileprivate let placesIn: Storage<UInt32>
  fileprivate var tokensOf: [Int]

  init(vocabulary: Int, places: Int, provinces: Int) {
    (self.vocabulary, self.places, self.provinces) = (vocabulary, places, provinces)
    tokens = Storage(repeating: 0, count: vocabulary * provinces)
    placesIn = Storage(repeating: 0, count: max(1, places) * provinces)
    tokensOf = Array(repeating: 0, count: provinces)
  }

  mutating func add(_ set: RecordSet) {
    for row in 0..<set.rollCount {
      let record = set.records[row]
      let province = Int(record.kecamatan)
      let token = set.tokenPointer(row)
      let count = set.tokenCount(row)
      for k in 0..<count { tokens[Int(token[k]) * provinces + province] += 1 }
      tokensOf[province] += count
      placesIn[Int(record.place) * provinces + province] += 1
    }
  }
}
