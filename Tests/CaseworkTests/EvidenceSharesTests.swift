import Documents
import Platform
import RollModel
import Testing

/// What a file of details leaves out is told by what it keeps.
struct EvidenceSharesTests {
  /// A line as it is read back: what four digits and four decimals leave of it.
  private static func printed(share: Double) throws -> Double {
    var out = ByteWriter()
    out.append(share: share)
    return try #require(Double(String(decoding: out.bytes, as: UTF8.self)))
  }

  @Test func chanceFollowsFromWhatIsPrinted() throws {
    var random = SystemRandomNumberGenerator()
    var told = 0
    for _ in 0..<20_000 {
      let m = Double.random(in: 0.001...1, using: &random)
      let u = exp2(-Double.random(in: 0...50, using: &random))
      let bits = MatchWeight(log2(m / u))
      let line = EvidenceLine(comparison: "nama", level: "sama", m: m, u: u, weight: bits)
      guard line.chanceIsTold else { continue }
      told += 1
      let read = EvidenceLine.chance(m: try Self.printed(share: m), MatchWeight((bits.bits * 1e4).rounded() / 1e4))
      #expect(read == (try Self.printed(share: u)))
    }
    #expect(told > 10_000)
  }

  @Test func otherBitsKeepTheirChance() {
    let plain = EvidenceLine(comparison: "NIK", level: "sama", m: 0.5, u: 0.25, weight: MatchWeight(1))
    #expect(plain.chanceIsTold)
    for (m, u, bits) in [(0.5, 0.25, 0.9), (0.5, nil, 1), (nil, 0.25, 1), (0.5, 0, 1), (0.5, 1e-30, 98.6)]
      as [(Double?, Double?, Double)]
    {
      let line = EvidenceLine(comparison: "NIK", level: "sama", m: m, u: u, weight: MatchWeight(bits))
      #expect(!line.chanceIsTold)
    }
  }
}
