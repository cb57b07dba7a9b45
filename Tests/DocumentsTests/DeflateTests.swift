import RollModel
import Testing

@testable import Documents

@Suite struct DeflateTests {
  @Test(arguments: DeflateTests.inputs)
  func whatIsPackedComesBack(_ input: Sample) throws {
    let packed = input.bytes.withUnsafeBytes { Deflate.compress($0) }
    #expect(try Inflate.decompress(packed[...], limit: input.bytes.count) == input.bytes)
    #expect(packed.count <= input.bytes.count + 5 * (input.bytes.count / 32_768 + 2))
  }

  @Test(arguments: DeflateTests.inputs)
  func piecesMakeOneStream(_ input: Sample) throws {
    let cuts = [0, input.bytes.count / 3, input.bytes.count / 2, input.bytes.count]
    var stream: [UInt8] = []
    var crc: UInt32 = 0
    for (number, start) in cuts.dropLast().enumerated() {
      let piece = Array(input.bytes[start..<cuts[number + 1]])
      let part = piece.withUnsafeBytes { DeflatedPart($0, isLast: number == 2) }
      stream += part.bytes
      crc = CRC32.joined(crc, part.crc, length: part.length)
    }
    #expect(try Inflate.decompress(stream[...], limit: input.bytes.count) == input.bytes)
    #expect(crc == CRC32.of(input.bytes))
  }

  @Test func repetitionIsPackedSmall() {
    let text = Array(String(repeating: "<c t=\"str\"><v>KAYU AGUNG</v></c>", count: 10_000).utf8)
    #expect(text.withUnsafeBytes { Deflate.compress($0) }.count < text.count / 100)
  }

  @Test func brokenStreamsAreRefused() {
    let text = Array(String(repeating: "pemilih ", count: 300).utf8)
    let packed = text.withUnsafeBytes { Deflate.compress($0) }
    #expect(throws: InflateError.cutOff) { try Inflate.decompress(packed.dropLast(3), limit: 10_000) }
    #expect(throws: InflateError.tooLong) { try Inflate.decompress(packed[...], limit: 100) }
    #expect(throws: InflateError.badBlock) { try Inflate.decompress([7], limit: 100) }
    #expect(throws: InflateError.badDistance) { try Inflate.decompress([0x4B, 0x04, 0x12, 0], limit: 100) }
  }

  @Test func checkNumberOfAKnownText() {
    #expect(CRC32.of(Array("123456789".utf8)) == 0xCBF4_3926)
    #expect(CRC32.of([]) == 0)
    // Long runs are folded where the processor can: any length, cut anywhere.
    let bytes = (0..<1_500).map { UInt8(truncatingIfNeeded: $0 &* 193 ^ $0 >> 3) }
    for length in Array(0...400) + [511, 512, 513, 1_023, 1_500] {
      let text = Array(bytes[..<length])
      let slow = text.withUnsafeBytes { CRC32.ofTables($0, after: 0x1234_5678) }
      #expect(text.withUnsafeBytes { CRC32.of($0, after: 0x1234_5678) } == slow)
    }
  }

  @Test func codesStayWithinTheirLimit() {
    // Fibonacci counts make the deepest tree there is.
    var counts: [UInt32] = [1, 1]
    while counts.count < 40 { counts.append(counts[counts.count - 1] &+ counts[counts.count - 2]) }
    let bytes = counts.indices.flatMap { Array(repeating: UInt8($0), count: Int(min(counts[$0], 20_000))) }
    let packed = bytes.withUnsafeBytes { Deflate.compress($0) }
    #expect(throws: Never.self) { try Inflate.decompress(packed[...], limit: bytes.count) }
  }

  struct Sample: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let bytes: [UInt8]
  }

  static let inputs: [Sample] = {
    var generator = SeededGenerator(seed: 7)
    let noise = (0..<200_000).map { _ in UInt8(truncatingIfNeeded: generator.next()) }
    let skewed = (0..<150_000).map { _ in UInt8(generator.below(generator.below(64) + 1)) }
    let mixed = (0..<40_000).flatMap { _ in
      generator.below(3) == 0 ? Array("1602051234".utf8) : [UInt8(generator.below(256))]
    }
    return [
      Sample(testDescription: "nothing", bytes: []), Sample(testDescription: "one byte", bytes: [0]),
      Sample(testDescription: "seven bytes", bytes: [1, 2, 3, 4, 5, 6, 7]),
      Sample(testDescription: "zeros", bytes: Array(repeating: 0, count: 100_000)),
      Sample(testDescription: "noise", bytes: noise), Sample(testDescription: "skewed", bytes: skewed),
      Sample(testDescription: "mixed", bytes: mixed),
      Sample(testDescription: "far repeat", bytes: Array(noise[..<33_000] + noise[..<33_000])),
      Sample(testDescription: "window", bytes: Array(noise[..<32_768] + noise[..<300])),
    ]
  }()
}
