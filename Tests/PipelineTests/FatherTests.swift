import RollModel
import Testing

@testable import Pipeline

/// Fathers' names tell namesakes apart where there is no number; all persons are made up.
@Suite struct FatherTests {
  private static let names = ["SURYADI", "HARTONO", "MULYANA", "KARTIKA", "BUDIMAN", "SUPARMAN", "WIRANTO", "GUNARSO"]
  private static let header = "nkk,nik,nama,tanggal_lahir,jenis_kelamin,alamat,rt,rw,kode_desa,tps,nama_ayah\n"
  /// Sixty voters, each with a father.
  private static let others = (1...60).map { i in
    "16020501019\(i + 100)01,160205\(10 + i % 18)0\(1 + i % 9)7\(i % 10)00\(i + 10),\(names[i % 8]) \(names[(i / 8 + 3) % 8]),"
      + "19\(70 + i % 10)-0\(1 + i % 9)-\(10 + i % 18),L,JL MELATI \(i),\(1 + i % 4),1,1602052001,1,\(names[(i * 5) % 8])\n"
  }.joined()
  private static let deaths = "nama,tanggal_lahir,jenis_kelamin,kode_desa,tanggal_meninggal,bin\n"

  private static func usman(_ serial: Int, _ name: String = "USMAN", father: String, card: Int = 2) -> String {
    "160205010101000\(card == 2 ? serial : 9),160205070755000\(serial),\(name),1955-07-07,L,DUSUN I,1,1,1602052001,1,\(father)\n"
  }

  /// What is found of the dead: line of the roll, and tier.
  private func deceased(_ roll: String, _ deaths: String) throws -> (lines: [Int], tiers: [Tier], words: String) {
    let office = try OfficeCase(["daftar-pemilih/a.csv": Self.header + roll + Self.others, "kematian/k.csv": deaths])
    let found = office.of("meninggal")
    return (
      found.compactMap { office.data.voter($0.rollReference)?.line }, found.map(\.tier),
      found.map(\.explanation).joined(separator: " | ")
    )
  }

  /// Of two namesakes born on one day in one hamlet the one of that father, whichever row comes first.
  @Test(arguments: [["ALI", "HASAN"], ["HASAN", "ALI"]])
  func theFatherTellsNamesakesApart(_ fathers: [String]) throws {
    let roll = Self.usman(1, father: fathers[0]) + Self.usman(2, father: fathers[1])
    let plain = "USMAN,1955-07-07,L,1602052001,2026-02-01,"
    let with = try deceased(roll, Self.deaths + plain + "ALI\n")
    #expect(with.lines == [fathers[0] == "ALI" ? 2 : 3])
    #expect(with.words.contains(", nama ayah"), "\(with.words)")
    let without = try deceased(roll, Self.deaths + plain + "\n")
    // Without him either could be meant: nobody is more than a case for the field.
    #expect(without.tiers.allSatisfy { $0 <= .verify })
    #expect((with.tiers.max() ?? .candidate) > (without.tiers.max() ?? .candidate))
  }

  /// The father behind BIN is the father of a column.
  @Test func theFatherInTheName() throws {
    let roll = Self.usman(1, "USMAN BIN HASAN", father: "") + Self.usman(2, "USMAN BIN ALI", father: "")
    let found = try deceased(roll, Self.deaths + "ALM. USMAN BIN ALI,1955-07-07,L,1602052001,2026-02-01,\n")
    #expect(found.lines == [3])
    #expect(found.words.contains(", nama ayah"))
  }

  /// Another father speaks against the only namesake, a misspelled one for him.
  @Test func anotherFather() throws {
    func weight(_ father: String) throws -> Double {
      let office = try OfficeCase([
        "daftar-pemilih/a.csv": Self.header + Self.usman(1, father: "MUHAMMAD ALI") + Self.others,
        "kematian/k.csv": Self.deaths + "USMAN,1955-07-07,L,1602052001,2026-02-01,\(father)\n",
      ])
      return office.of("meninggal").first?.weight?.bits ?? 0
    }
    let (same, alike, none, other) = try (weight("MUHAMMAD ALI"), weight("ALI"), weight(""), weight("HASAN"))
    #expect(same > alike && alike > none && none > other, "\(same) \(alike) \(none) \(other)")
  }

  /// Brothers share a father: within one family card his name moves nothing.
  @Test func brothersAreNotDoubles() throws {
    func weights(_ father: String) throws -> [Double] {
      let office = try OfficeCase([
        "daftar-pemilih/a.csv": Self.header + Self.usman(1, "HASAN", father: father, card: 9)
          + Self.usman(3, "HUSEN", father: father, card: 9) + Self.others
      ])
      #expect(office.of("ganda").isEmpty)
      return office.findings.compactMap { $0.weight?.bits }
    }
    let (with, without) = try (weights("ALI"), weights(""))
    #expect(!with.isEmpty && with.count == without.count)
    for (one, other) in zip(with, without) { #expect(abs(one - other) < 0.01, "\(one) \(other)") }
  }
}
