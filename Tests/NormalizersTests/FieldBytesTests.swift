import RollModel
import Testing

@testable import Normalizers

struct FieldBytesTests {
  @Test("plain text is what lies between blank and tilde, whatever stands beside it", arguments: 0...40)
  func plain(length: Int) {
    var random = SeededGenerator(seed: UInt64(900 + length))
    let edges: [UInt8] = [0, 1, 10, 31, 32, 33, 95, 126, 127, 128, 159, 160, 200, 254, 255]
    var seen = [0, 0]
    for _ in 0..<2_000 {
      var bytes = (0..<length).map { _ in UInt8(32 + random.below(95)) }
      if length > 0, random.below(2) == 0 { bytes[random.below(length)] = edges[random.below(edges.count)] }
      let expected = bytes.allSatisfy { (32...126).contains($0) }
      #expect(withPaddedBytes(bytes) { $0.isPlainASCII } == expected, "\(bytes)")
      seen[expected ? 1 : 0] += 1
    }
    #expect(length == 0 || seen[0] > 300 && seen[1] > 300)
  }
}
