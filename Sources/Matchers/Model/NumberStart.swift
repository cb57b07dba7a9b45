import RollModel

extension NumberChances {
  /// Start values: what the shares of the parts say before any draw.
  struct Start {
    /// By birth group; measured on made-up rolls (matching page, 4.3).
    static let defaults: [[Double]] = [
      [1e-7, 0.02, 0.005, 0.03, 0.55, 0.03, 0.365, 1e-6],
      [1e-7, 1e-5, 0.004, 3e-4, 3e-3, 0.05, 0.94269, 1e-6],
      [1e-8, 3e-6, 4e-4, 3e-5, 2e-3, 0.05, 0.94757, 1e-6],
      [1e-8, 1e-7, 1e-6, 3e-6, 1e-4, 0.05, 0.9499, 1e-6],
    ]

    /// Equal dates: a plain date elsewhere and where the region is shared, then a heaped one. Measured on made-up rolls of
    /// 100,000: small rolls draw too few pairs of one date to learn them.
    static let exactDefaults: [[Double]] = [
      [1e-7, 0.12, 5e-4, 0.009, 0.66, 0.002, 0.2085, 1e-6],
      [1e-7, 0.026, 0.032, 0.58, 0.18, 0.125, 0.057, 1e-6],
      [1e-7, 0.02, 2e-4, 0.009, 0.73, 0.0025, 0.2383, 1e-6],
      [1e-7, 0.004, 0.007, 0.56, 0.195, 0.173, 0.061, 1e-6],
    ]

    private var region = 0.01
    private var regionInKecamatan = 0.01
    private var regionInPlace = 0.5
    private var date = 0.01
    private var serial = 0.01
    /// Square of the share of records whose number carries their own birth date.
    private var bothOwn = 0.0
    private let mode: NumberMode

    init(_ members: Storage<MatchRecord>, _ mode: NumberMode, _ places: RegionPlaces) {
      self.mode = mode
      regionInPlace = places.share
      let count = members.capacity
      var own = 0
      for at in 0..<count where members[at].ownsNumberDate { own += 1 }
      bothOwn = count == 0 ? 0 : (Double(own) / Double(count)) * (Double(own) / Double(count))
      guard count > 200 else { return }
      let pairs = Double(count * count)
      region = Self.squares(members) { $0.nik / 10_000_000_000 } / pairs
      date = Self.squares(members) { UInt64($0.numberDate) } / pairs
      serial = Self.squares(members) { $0.nik % 10_000 } / pairs
      let inKecamatan = Self.squares(members) { $0.kecamatan == 0 ? nil : UInt64($0.kecamatan) }
      let both = Self.squares(members) {
        $0.kecamatan == 0 ? nil : UInt64($0.kecamatan) << 20 | $0.nik / 10_000_000_000
      }
      regionInKecamatan = both / max(1, inKecamatan)
    }

    /// One row of start values; not normalized for groups beyond the first.
    func row(group: Int, stratum: NumberTable.Stratum, heaped: Bool) -> [Double] {
      let r =
        switch stratum {
        case .nothing: region
        case .kecamatan: max(region, regionInKecamatan)
        case .birthplace: max(region, regionInPlace)
        }
      let s = mode == .masked ? 1 : serial
      var far = [1e-8, date * serial * 0.3, r * serial * 1e-3, r * date, date * (1 - r), r, 0, 0]
      if mode.isWeak { far[0] = r * date * s }
      var row: [Double]
      switch group {
      case 0:
        row = Self.exactDefaults[(heaped ? 2 : 0) + (stratum == .nothing ? 0 : 1)]
        if mode.isWeak { row[0] = max(r * 0.8 * s, 0.005) }
      case 1, 2:
        let year = zip(far, mode.isWeak ? [30, 30, 30, 30, 30, 1, 1, 1] : [1, 30, 30, 30, 30, 1, 1, 1]).map { $0 * $1 }
        row = group == 2 ? year : zip(Self.defaults[1], year).map { max($0, $1) }
        if mode.isWeak, group == 1 { row[0] = max(row[0], row[3]) }
      default: row = far
      }
      row[6] = max(1 - row[0..<6].reduce(0, +), 0.01)
      row[7] = 1e-6
      let sum = row.reduce(0, +)
      row = row.map { $0 / sum }
      if group > 0, mode != .masked {
        let bothOwn = min(bothOwn, Self.mostOwnDates)
        for k in 1..<7 { row[k] *= 1 - bothOwn }
        row[7] = max(bothOwn, 1e-6)
      }
      return row
    }

    /// A roll whose every number carries its person's birth date says nothing of the lists that it is compared with: in
    /// real rolls one number in ten does not (domain page, section 4). Without this bound a number that contradicts its
    /// own date is a wonder, worth any number of bits.
    private static let mostOwnDates = 0.9

    /// The other levels of a row that sums to 1 are left at least a tenth.
    static func capOwnDates(_ row: inout [Double]) {
      let own = NumberLevel.ownDates.rawValue
      guard row[own] > mostOwnDates, row[own] < 1 else { return }
      let others = (1 - mostOwnDates) / (1 - row[own])
      for k in row.indices { row[k] = k == own ? mostOwnDates : row[k] * others }
    }

    /// The sum of the squares of how often each value occurs; values of up to 44 bits, nil for none.
    private static func squares(_ members: Storage<MatchRecord>, _ value: (MatchRecord) -> UInt64?) -> Double {
      let values = Storage<UInt64>(members.capacity)
      var count = 0
      for at in 0..<members.capacity {
        guard let value = value(members[at]) else { continue }
        values[count] = value
        count += 1
      }
      RadixSort.sort44(values, count: count, shift: 0)
      var sum = 0.0
      var i = 0
      while i < count {
        var j = i + 1
        while j < count, values[j] == values[i] { j += 1 }
        sum += Double(j - i) * Double(j - i)
        i = j
      }
      return sum
    }
  }
}
