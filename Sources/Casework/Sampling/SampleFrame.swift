/// What a sample is drawn from in one direction: every row, with its desa and the class that it falls into.
package struct SampleFrame: Sendable {
  package enum Direction: String, Sendable, CaseIterable {
    /// Rows of the roll, whose voters are visited.
    case listToPeople = "daftar-ke-orang"
    /// People or households, who are looked up on the roll.
    case peopleToList = "orang-ke-daftar"
  }

  package struct Unit: Sendable {
    /// Hash of what the row says.
    package var fact: UInt64
    /// Tells rows that say the same apart, where anything does.
    package var tie: UInt64
    /// Number of the desa.
    package var area: UInt32
    /// Number of the class.
    package var kind: UInt16

    package init(fact: UInt64, tie: UInt64, area: Int, kind: Int) {
      self.fact = fact
      self.tie = tie
      self.area = UInt32(area)
      self.kind = UInt16(kind)
    }
  }

  /// Class of rows of which no finding proposes anything.
  package static let clean = "tanpa usulan"

  package var direction: Direction
  /// In words: what the rows are.
  package var source: String
  /// Names of the classes: `clean`, then ids of rules.
  package var kinds: [String]
  package var units: [Unit]

  package init(_ direction: Direction, source: String, kinds: [String], units: [Unit]) {
    self.direction = direction
    self.source = source
    self.kinds = kinds
    self.units = units
  }

  /// Rows by class.
  package var populations: [Int] {
    units.reduce(into: Array(repeating: 0, count: kinds.count)) { $0[Int($1.kind)] += 1 }
  }
}
