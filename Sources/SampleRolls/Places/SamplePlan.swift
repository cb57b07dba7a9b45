import RollModel

/// Where everything of a sample goes: desa with their codes, sizes and files, worked out before anybody is born.
struct SamplePlan: Sendable {
  struct Desa: Sendable {
    let kecamatan: Int
    /// Ten-digit code.
    let code: Int
    let name: String
    /// Voters born here, and the number of the first of them in the whole kabupaten.
    let voters: Int
    let firstVoter: Int
    /// Place among the desa of its kecamatan, and how many these are: keeps family card numbers apart.
    let ordinal: Int
    let siblings: Int
  }

  let seed: UInt64
  let voters: Int
  let referenceDay: CalendarDay
  let model: ErrorModel
  let numbers: NumberWriting
  /// Whether the roll and the lists of the dead have a column of fathers' names.
  let fathers: Bool
  /// Nothing is planted: people are born, move in and are misspelt as the error model has it, and that is all.
  let isClean: Bool
  let area: SampleArea
  let desa: [Desa]
  /// Desa numbers of each kecamatan.
  let desaOf: [Range<Int>]
  /// In a province: how many voters stand on the roll of another kabupaten too, and where guests from others were born.
  var guests: GuestRates?
  var guestPlaces: [[UInt8]] = []

  /// Mean voters of a desa at full size: 577,241 voters live in 327 (domain page, section 9).
  static let meanDesa = 1765

  init(
    voters: Int, seed: UInt64, model: ErrorModel, referenceDay: CalendarDay, numbers: NumberWriting = .penuh,
    fathers: Bool = false, isClean: Bool = false, kabupaten: Int = Gazetteer.kabupaten, names nameSeed: UInt64? = nil
  ) {
    // Kabupaten of one province share the names of their desa, and that of a kecamatan.
    area = SampleArea(code: kabupaten, sharesName: nameSeed != nil)
    self.isClean = isClean
    self.numbers = numbers
    self.fathers = fathers
    self.voters = voters
    self.seed = seed
    self.model = model
    self.referenceDay = referenceDay
    let base = max(1, voters - (isClean ? 0 : Int((Double(voters) * model.duplicateRate).rounded())))
    let kecamatanCount = max(1, min(Gazetteer.kecamatan.count, base / 40))
    let shares = Gazetteer.kecamatan.prefix(kecamatanCount).map(\.share)
    let wanted = min(max(kecamatanCount, base / Self.meanDesa), kecamatanCount * 320)
    let desaCounts = Self.split(wanted, by: shares, least: 1)
    let sizes = Self.split(base, by: shares, least: 1)
    var random = SeededGenerator(seed: mixed(seed ^ 0xDE5A))
    var names = NamePermutation(seed: mixed((nameSeed ?? seed) ^ 0x2A3E))
    var desa: [Desa] = []
    var ranges: [Range<Int>] = []
    var first = 0
    for k in 0..<kecamatanCount {
      let start = desa.count
      let weights = (0..<desaCounts[k]).map { _ in 0.5 + random.unit() }
      let parts = Self.split(sizes[k], by: weights, least: 1)
      for (i, part) in parts.enumerated() {
        let code = area.region(k) * 10_000 + 2001 + i
        desa.append(
          Desa(
            kecamatan: k, code: code, name: names.next(), voters: part, firstVoter: first, ordinal: i,
            siblings: parts.count))
        first += part
      }
      ranges.append(start..<desa.count)
    }
    self.desa = desa
    desaOf = ranges
  }

  var kecamatanCount: Int { desaOf.count }
  /// Voters that are born, second rows not counted.
  var baseVoters: Int { (desa.last?.firstVoter ?? 0) + (desa.last?.voters ?? 0) }
  /// Desa that are made at one time: a fixed amount of people, so that memory stays within bounds.
  var batchSize: Int { max(2, min(64, 48_000 / max(1, baseVoters / desa.count))) }

  /// Lists of the police and of foreigners bear dates, and the latter is old.
  var datesLists: Bool { !isClean && voters >= 20_000 }

  /// The first of a month so many months before the reference day.
  func day(monthsBefore months: Int) -> CalendarDay {
    let month = referenceDay.year * 12 + referenceDay.month - 1 - months
    return CalendarDay(day: 1, month: month % 12 + 1, year: month / 12)
  }

  /// The desa in which a voter is born.
  func desaHolding(_ voter: Int) -> Int {
    var low = 0
    var high = desa.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if desa[middle].firstVoter <= voter { low = middle } else { high = middle - 1 }
    }
    return low
  }

  /// Number of RT of a desa, and the number of the first of them in the whole kabupaten.
  static func rtCount(voters: Int) -> Int { max(voters > 24 ? 2 : 1, voters / 85) }

  /// A generator for one purpose of one desa.
  func random(desa: Int, _ purpose: UInt64) -> SeededGenerator {
    SeededGenerator(seed: mixed(mixed(seed ^ purpose &* 0x9E37_79B9) ^ UInt64(desa)))
  }

  /// Whole numbers in proportion to `weights` that add up to `total`, each at least `least` where there is enough.
  private static func split(_ total: Int, by weights: [Double], least: Int) -> [Int] {
    let sum = weights.reduce(0, +)
    var parts = [Int]()
    var done = 0
    var upTo = 0.0
    for (i, weight) in weights.enumerated() {
      upTo += weight
      let rest = (weights.count - 1 - i) * least
      let end = i == weights.count - 1 ? total : Int((Double(total) * upTo / sum).rounded())
      let part = max(least, min(end, total - rest) - done)
      parts.append(part)
      done += part
    }
    return parts
  }
}

/// Made-up desa names in a seeded order, without repetition: a Roman number tells later rounds apart.
private struct NamePermutation {
  private let offset: Int
  private var index = 0

  init(seed: UInt64) { offset = Int(seed % 1600) }

  mutating func next() -> String {
    let count = Gazetteer.desaHeads.count * Gazetteer.desaTails.count
    // 1,009 has no common factor with 1,600, so that a round visits each pair of parts once.
    let position = (offset + index * 1009) % count
    let round = index / count
    index += 1
    let head = Gazetteer.desaHeads[position % Gazetteer.desaHeads.count]
    let tail = Gazetteer.desaTails[position / Gazetteer.desaHeads.count]
    let numeral = ["", " II", " III", " IV"][min(round, 3)]
    return head + " " + tail + numeral
  }
}
