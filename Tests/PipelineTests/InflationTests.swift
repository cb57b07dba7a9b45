import RollModel
import Testing

@testable import Pipeline

/// What a finding says of new voters stands in the index of the area as well.
@Suite struct InflationTests {
  private static let header = "nik,nama,tanggal_lahir,jenis_kelamin,kode_desa\n"

  private static func voters(_ desa: Int, _ range: Range<Int>) -> String {
    range.map { i in
      let letters = [i % 26, i / 5 % 26, (i + desa) % 26].map { String(UnicodeScalar(65 + UInt8($0))) }
      let (day, month) = (1 + i % 28, 1 + i % 12)
      func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
      return "160205\(two(day))\(two(month))7\(desa)\(1000 + i),SU\(letters[0])A\(letters[1])O DAR\(letters[2])I,"
        + "197\(desa)-\(two(month))-\(two(day)),L,160205200\(desa)\n"
    }.joined()
  }

  @Test func newVotersBeyondTheUsual() throws {
    let earlier = (0..<9).map { Self.voters($0, 0..<120) }.joined()
    let now = (0..<9).map { Self.voters($0, 0..<($0 == 4 ? 169 : 121)) }.joined()
    let office = try OfficeCase([
      "padan.yaml": "wilayah: \"1602\"\n", "daftar-sebelumnya/a.csv": Self.header + earlier,
      "daftar-pemilih/a.csv": Self.header + now,
    ])
    let told = office.of("perubahan-tidak-wajar").compactMap { finding -> Int? in
      guard case .area(let key) = finding.subject, finding.explanation.hasPrefix("pemilih baru: 49") else { return nil }
      return key.desa
    }
    #expect(told.count == 1)
    for area in office.summaries where area.key.desa != 0 && area.key.tps == 0 {
      let part = area.index.parts[RightToVotePart.inflation.rawValue] ?? -1
      #expect(told.contains(area.key.desa) ? part == 100 : part == 0, "\(area.key) \(part)")
    }
    let kecamatan = office.summaries.filter { $0.key.kecamatan != 0 && $0.key.desa == 0 }
    #expect(kecamatan.allSatisfy { $0.index.parts[RightToVotePart.inflation.rawValue] ?? 0 > 0 })
  }
}
