import Platform
import RollModel

/// Kept pairs of a general roll as expectation sees them, round after round.
///
/// Only the levels of a comparison meet m; what its values are worth by chance stays as it is. Pairs of the same levels are
/// one class, weighed once a round, and a pair is three factors that never change: no logarithm is left in the loop. Sums
/// are gathered by class in fixed point, so neither order nor threads change a bit.
struct PairClasses: Sendable {
  struct Item: BitwiseCopyable, Sendable {
    /// Class of the person's levels, and of the events of the address.
    let person: UInt32
    let address: UInt32
    /// 2^(chances) of the person's values, of the aligned words, and of one place shared by two people
    /// (`GeneralModel.atOnePlace`); the last is 0 where no word is aligned.
    let chance: Double
    let words: Double
    let onePlace: Double
  }

  let items: [Item]
  /// One comparison of each class, without its chances.
  private(set) var persons: [Comparison] = []
  private(set) var addresses: [UInt64] = []

  init(_ pairs: [GeneralComparison]) {
    var personClasses = ClassNumbers()
    var addressClasses = ClassNumbers()
    var items: [Item] = []
    items.reserveCapacity(pairs.count)
    for pair in pairs {
      let c = pair.person
      let person = personClasses.number(c.nameEvents, c.levels)
      if person == persons.count { persons.append(c.withoutChances) }
      let address = addressClasses.number(pair.addressEvents, 0)
      if address == addresses.count { addresses.append(pair.addressEvents) }
      items.append(
        Item(
          person: UInt32(person), address: UInt32(address), chance: exp2(c.chances),
          words: exp2(Double(pair.addressChance)), onePlace: exp2(GeneralModel.atOnePlace(pair))))
    }
    self.items = items
  }

  /// What a model makes of the classes.
  struct Weights: Sendable {
    fileprivate let persons: [Double]
    fileprivate let addresses: [Double]
    fileprivate let neighbours: Double

    /// 2^odds of one person and of one place with two people, each against two strangers.
    @inline(__always) func odds(_ item: Item) -> (person: Double, onePlace: Double) {
      let residence = GeneralModel.moved + (1 - GeneralModel.moved) * addresses[Int(item.address)] * item.words
      return (persons[Int(item.person)] * item.chance * residence, neighbours * residence * item.onePlace)
    }
  }

  func weights(_ model: GeneralModel) -> Weights {
    let tables = model.tables()
    return Weights(
      persons: persons.map { person in
        let parts = tables.weigh(GeneralComparison(person: person))
        return exp2(parts.prior + parts.evidence)
      },
      addresses: addresses.map { exp2(tables.words($0)) }, neighbours: exp2(model.neighbours))
  }

  /// Sums of posteriors by class.
  struct Sums: Sendable {
    var persons: [Int64]
    var addresses: [Int64]

    init(_ classes: PairClasses) {
      persons = Array(repeating: 0, count: classes.persons.count)
      addresses = Array(repeating: 0, count: classes.addresses.count)
    }

    @inline(__always) mutating func add(_ item: Item, _ p: Double) {
      let fixed = Training.Sums.fixed(p)
      persons[Int(item.person)] += fixed
      addresses[Int(item.address)] += fixed
    }

    mutating func add(_ other: Sums) {
      for k in persons.indices { persons[k] += other.persons[k] }
      for k in addresses.indices { addresses[k] += other.addresses[k] }
    }
  }

  /// Sums by level, as training takes them: of persons, and of the words of addresses by `NameEvent`.
  func byLevel(_ sums: Sums) -> (person: Training.Sums, address: [Int64]) {
    var person = Training.Sums()
    for (c, sum) in zip(persons, sums.persons) { person.add(c, fixed: sum) }
    var address = [Int64](repeating: 0, count: 8)
    for (events, sum) in zip(addresses, sums.addresses) {
      for event in 0..<8 { address[event] += sum * Int64(events >> UInt64(event * 8) & 255) }
    }
    return (person, address)
  }
}

extension Comparison {
  /// Every level that a model of a general roll weighs, a byte each: it has no numbers, and fathers are not compared.
  fileprivate var levels: UInt64 {
    func byte(_ level: Int8, _ place: UInt64) -> UInt64 { UInt64(UInt8(bitPattern: level)) << (place * 8) }
    return byte(lengthLevel, 0) | byte(birthLevel, 1) | byte(placeLevel, 2) | byte(sexLevel, 3) | byte(maritalLevel, 4)
  }

  /// The sum of what its values are worth, which no training changes.
  fileprivate var chances: Double {
    Double(nameChance) + Double(lengthChance) + Double(birthChance) + Double(placeChance) + Double(sexChance)
  }

  fileprivate var withoutChances: Comparison {
    var c = self
    (c.nameChance, c.lengthChance, c.birthChance, c.placeChance, c.sexChance) = (0, 0, 0, 0, 0)
    return c
  }
}

/// Numbers distinct pairs of words from 0, in the order in which they are met: open addressing.
private struct ClassNumbers {
  private var slots = [UInt32](repeating: .max, count: 1 << 10)
  private var keys: [(UInt64, UInt64)] = []

  mutating func number(_ a: UInt64, _ b: UInt64) -> Int {
    if keys.count * 2 >= slots.count { grow() }
    let slot = slot(a, b)
    if slots[slot] == .max {
      slots[slot] = UInt32(keys.count)
      keys.append((a, b))
    }
    return Int(slots[slot])
  }

  private func slot(_ a: UInt64, _ b: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: mixed(mixed(a) ^ b)) & (slots.count - 1)
    while slots[slot] != .max, keys[Int(slots[slot])] != (a, b) { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }

  private mutating func grow() {
    slots = [UInt32](repeating: .max, count: slots.count * 2)
    for (number, key) in keys.enumerated() { slots[slot(key.0, key.1)] = UInt32(number) }
  }
}
