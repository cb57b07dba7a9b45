import RollModel
import Testing

@testable import Pipeline

/// Coklit lists of some desa of a kecamatan: what is missing may be the list, not the visit.
@Suite struct PartialVisitTests {
  private static let desa = 4
  private static let households = 24

  private static func card(_ desa: Int, _ i: Int) -> String { "160205030311\(desa)\(String(100 + i))" }

  private static let roll: String =
    "nkk,nama,jenis_kelamin,kode_desa,rt,rw,tps\n"
    + (1...desa).flatMap { desa in
      (0..<households).map { i in
        let letters = String(UnicodeScalar(65 + UInt8(i))) + String(UnicodeScalar(65 + UInt8(desa + i / 2)))
        return "\(card(desa, i)),SU\(letters) WARDO\(letters),L,160205200\(desa),\(1 + i % 2),1,1\n"
      }
    }.joined()

  /// Visits of the first desa, but for the last RT of the first.
  private static func office(visited: Int) throws -> OfficeCase {
    let rows = (1...visited).flatMap { desa in
      (0..<households).filter { desa != 1 || $0 % 2 == 0 }.map {
        "\(card(desa, $0)),160205200\(desa),\(1 + $0 % 2),1,2024-07-01,Ya\n"
      }
    }
    return try OfficeCase([
      "padan.yaml": "wilayah: \"1602\"\n", "daftar-pemilih/a.csv": roll,
      "coklit/c.csv": "nkk,kode_desa,rt,rw,tanggal_coklit,stiker\n" + rows.joined(),
    ])
  }

  private static func desa(_ finding: Finding, _ office: OfficeCase) -> String {
    guard case .area(let key) = finding.subject else { return "" }
    return office.data.lexicon.areas[key.desa].code.description
  }

  @Test func aListOfOneDesaSaysNothingOfTheOthers() throws {
    let office = try Self.office(visited: 1)
    #expect(office.of("rt-belum-tercoklit").map { Self.desa($0, office) } == ["1602052001"])
    let coverage = office.of("cakupan-coklit-rendah")
    #expect(Set(coverage.filter { $0.tier == .certain }.map { Self.desa($0, office) }) == ["1602052001"])
    let kecamatan = coverage.filter { $0.explanation.hasPrefix("data coklit memuat 1 dari 4 desa") }
    #expect(kecamatan.count == 1 && kecamatan.allSatisfy { $0.tier == .verify })
  }

  /// One desa without a visit among visited ones is what the rules are for.
  @Test func aDesaThatWasNeverVisited() throws {
    let office = try Self.office(visited: 3)
    #expect(office.of("rt-belum-tercoklit").filter { Self.desa($0, office) == "1602052004" }.count == 2)
    let coverage = office.of("cakupan-coklit-rendah")
    #expect(coverage.contains { Self.desa($0, office) == "1602052004" && $0.tier == .certain })
    #expect(!coverage.contains { $0.explanation.hasPrefix("data coklit memuat") })
  }
}
