import RollModel
import Testing

/// Columns against arrays.
@Suite struct ColumnTests {
  @Test func growsAsAnArrayDoes() {
    var column = Column<UInt32>()
    var array: [UInt32] = []
    for value in UInt32(0)..<100_000 {
      column.append(value &* 2_654_435_761)
      array.append(value &* 2_654_435_761)
    }
    #expect(column.count == array.count)
    #expect(column.elementsEqual(array))
  }

  @Test func aCopyThatGrowsLeavesTheOtherAsItIs() {
    var first: Column<UInt64> = [1, 2, 3]
    var second = first
    second.append(4)
    first.append(5)
    #expect(Array(first) == [1, 2, 3, 5])
    #expect(Array(second) == [1, 2, 3, 4])
  }

  @Test(arguments: [0, 10, 100_000]) func newRoomIsZero(room: Int) {
    var column: Column<UInt16> = [7]
    let start = column.extend(by: 1_000, room: room)
    start[999] = 9
    #expect(column.count == 1_001)
    #expect(column[0] == 7 && column[1] == 0 && column[999] == 0 && column[1_000] == 9)
  }
}
