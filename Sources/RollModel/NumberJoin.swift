/// Numbers of a list, asked which of them another number may be, on the digits that both show.
///
/// Lists have numbers of one or two shapes, so a table for each pair of shapes serves any asking; O(1) an asking. Only
/// what answers those who will ask is kept, and most rows are passed over at one look.
public struct NumberJoin: Sendable {
  /// Rows of one shape for those who ask with another.
  private struct Lane: Sendable {
    let list: SharedDigits
    let asking: SharedDigits
    /// The digits that both show, and by which they are compared.
    let shared: SharedDigits
    let filter: KeyFilter
    var table: [UInt64: [Int32]] = [:]
  }

  private var lanes: [Lane] = []

  /// - Parameters:
  ///   - numbers: of the list; missing ones are passed over.
  ///   - asking: the numbers that will be asked for.
  ///   - least: digits that two numbers must share to be compared at all.
  public init(_ numbers: Column<NIK>, asking: [NIK], least: Int) {
    var asked: [SharedDigits: [NIK]] = [:]
    for number in asking { asked[SharedDigits(number), default: []].append(number) }
    guard !asked.isEmpty else { return }
    let askers = asked.sorted { $0.key.bits < $1.key.bits }
    var met: [SharedDigits: Range<Int>] = [:]
    // Rows of one shape mostly follow one another.
    var shape = SharedDigits(bits: 0)
    var own = 0..<0
    for place in 0..<numbers.count {
      let number = numbers[place]
      guard !number.isMissing else { continue }
      let shown = SharedDigits(number)
      if shown != shape {
        shape = shown
        if met[shown] == nil { met[shown] = add(shown, askers, least) }
        own = met[shown] ?? 0..<0
      }
      for lane in own {
        guard let key = lanes[lane].shared.key(number), lanes[lane].filter.mayHold(key) else { continue }
        lanes[lane].table[key, default: []].append(Int32(place))
      }
    }
  }

  /// Makes the lanes of rows of one shape, one for each shape that asks.
  private mutating func add(
    _ shape: SharedDigits, _ askers: [(key: SharedDigits, value: [NIK])], _ least: Int
  ) -> Range<Int> {
    let first = lanes.count
    for (asking, numbers) in askers {
      let shared = shape.intersection(asking)
      guard shared.count >= least else { continue }
      let keys = numbers.compactMap { shared.key($0) }
      lanes.append(Lane(list: shape, asking: asking, shared: shared, filter: KeyFilter(keys)))
    }
    return first..<lanes.count
  }

  /// Places in the list of the numbers that agree with `number`, and on how many digits, ascending by place.
  public func matches(_ number: NIK) -> [(place: Int, digits: Int)] {
    let shown = SharedDigits(number)
    var found: [(place: Int, digits: Int)] = []
    for lane in lanes where lane.asking == shown {
      guard let key = lane.shared.key(number) else { continue }
      for place in lane.table[key] ?? [] { found.append((Int(place), lane.shared.count)) }
    }
    return found.sorted { $0.place < $1.place }
  }
}
