import Foundation
import Testing

@testable import Documents

/// Bytes that are copied from a file are those of its mapping, wherever they stand.
@Suite struct FileBytesTests {
  private static let content = (0..<10_000).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) }

  @Test(arguments: [0, 1, 4095, 4096, 9_900, 9_999, 10_000, 10_001], [0, 1, 64, 192, 20_000])
  func aCopyIsWhatTheMappingShows(offset: Int, length: Int) throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("bytes-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data(Self.content).write(to: URL(fileURLWithPath: path))
    for file in [try FileBytes(path: path), FileBytes(Self.content)] {
      var copy = [UInt8](repeating: 7, count: length)
      let count = copy.withUnsafeMutableBytes { file.copy(from: offset, into: $0) }
      #expect(count == max(0, min(length, Self.content.count - offset)))
      #expect(copy[..<count].elementsEqual(Self.content.dropFirst(offset).prefix(count)))
      #expect(copy[count...].allSatisfy { $0 == 7 })
    }
  }
}
