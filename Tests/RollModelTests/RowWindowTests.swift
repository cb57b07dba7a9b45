import RollModel
import Testing

/// A window on made-up files against the files themselves.
@Suite struct RowWindowTests {
  private final class MadeUpFile {
    let bytes: [UInt8]
    var readings = 0

    init(_ seed: UInt64, count: Int) {
      var random = SeededGenerator(seed: seed)
      bytes = (0..<count).map { _ in UInt8(random.below(255) + 1) }
    }

    func copy(from offset: Int, into buffer: UnsafeMutableRawBufferPointer) -> Int {
      readings += 1
      let part = bytes[offset..<min(bytes.count, offset + buffer.count)]
      buffer.copyBytes(from: part)
      return part.count
    }
  }

  /// What the window lends is what stands there, as long as was asked for; behind the end of the file are zeros.
  private func expectSame(_ window: inout RowWindow, _ file: MadeUpFile, _ offset: Int, _ length: Int) {
    let lent = window.bytes(of: file, from: offset, atLeast: length) { file.copy(from: $0, into: $1) }
    #expect(lent.count >= min(length, file.bytes.count - offset))
    #expect(lent.elementsEqual(file.bytes[offset..<(offset + lent.count)]))
    guard offset + lent.count == file.bytes.count, let end = lent.baseAddress?.advanced(by: lent.count) else { return }
    #expect(UnsafeRawBufferPointer(start: end, count: RowWindow.slack).allSatisfy { $0 == 0 })
  }

  @Test(arguments: [UInt64](1...4)) func lendsWhatStandsInTheFiles(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let files = [MadeUpFile(seed, count: 90_000), MadeUpFile(seed + 9, count: 300)]
    var window = RowWindow()
    for _ in 0..<3_000 {
      let file = files[random.below(8) == 0 ? 1 : 0]
      expectSame(&window, file, random.below(file.bytes.count), [1, 192, 960, 1 << 16][random.below(4)])
    }
  }

  @Test func rowsThatStandTogetherCostFewReadings() {
    let file = MadeUpFile(7, count: 1 << 20)
    var window = RowWindow()
    for offset in stride(from: 0, to: file.bytes.count - 192, by: 850) { expectSame(&window, file, offset, 192) }
    #expect(file.readings < 30)
  }

  @Test func rowsThatStandApartAreReadAlone() {
    let file = MadeUpFile(8, count: 1 << 20)
    var window = RowWindow()
    for offset in stride(from: 0, to: file.bytes.count - 192, by: 9_000) {
      let lent = window.bytes(of: file, from: offset, atLeast: 192) { file.copy(from: $0, into: $1) }
      #expect(lent.count == 256)
    }
  }
}
