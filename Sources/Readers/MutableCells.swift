import RollModel

/// What columns of rolls and arrays of visits have in common.
protocol MutableCells {
  associatedtype Element
  var count: Int { get }
  subscript(index: Int) -> Element { get set }
}

extension Array: MutableCells {}
extension Column: MutableCells {}

extension MutableCells where Element == UInt32 {
  /// Puts in place of each number what stands under it.
  mutating func renumber(_ numbers: [UInt32]) {
    for i in 0..<count { self[i] = numbers[Int(self[i])] }
  }
}
