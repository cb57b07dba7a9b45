import RollModel
import Testing

@testable import Pipeline

/// Rows that cannot be read say who and what they are about all the same: nothing is claimed against them.
@Suite struct UnreadRowTests {
  private static let plan = [
    "padan.yaml":
      "pemilihan: { jenis: pdpb, tanggal_acuan: 2026-11-21 }\nwilayah: \"1602\"\nkarantina_maks: 0.9\n"
  ]
  private static let header = "kode_desa,nik,nama,tanggal_lahir,jenis_kelamin,tps,keterangan\n"
  private static let names = ["HENDRA LESMANA", "RATNA JUWITA", "BURHANUDDIN", "ROHANA", "SUTRISNO", "MARYAM"]

  private static func nik(_ i: Int) -> String { "16020512038\(i)000\(i + 1)" }

  /// Six voters of one desa, three to a station; `cells` of one are another row.
  private static func roll(_ other: [Int: String] = [:]) -> String {
    header
      + names.indices.map { i in
        other[i] ?? "1602052001,\(nik(i)),\(names[i]),198\(i)-03-12,L,\(i / 3 + 1),\n"
      }.joined()
  }

  private static func office(_ files: [String: String]) throws -> OfficeCase {
    try OfficeCase(files.merging(plan) { a, _ in a })
  }

  /// A line without its last cells, which no reading puts right.
  private static func cut(_ i: Int) -> String { "1602052001,\(nik(i)),\(names[i])\n" }

  @Test func whoStandsOnAnUnreadRowIsNotSurelyGone() throws {
    let files = [
      "daftar-sebelumnya/b.csv": Self.roll(),
      "daftar-pemilih/a.csv": Self.roll([1: Self.cut(1), 4: ""]),
    ]
    let office = try Self.office(files)
    let gone = Dictionary(grouping: office.of("hilang-tanpa-kode"), by: \.tier)
    #expect(gone[.certain]?.count == 1 && gone[.verify]?.count == 1)
    #expect(
      gone[.verify]?.allSatisfy {
        $0.explanation.hasSuffix(
          "NIK ini ada pada baris 3 berkas daftar-pemilih/a.csv, yang tidak terbaca dan dikarantina: perbaiki baris itu, "
            + "lalu jalankan lagi")
      } == true)
    // Two are gone, and one row is not read.
    let balance = office.of("neraca-pemilih").filter {
      if case .area(let key) = $0.subject { key.tps == 0 } else { false }
    }
    #expect(
      !balance.isEmpty && balance.allSatisfy { $0.tier == .certain && $0.explanation.contains("; 1 baris daftar-p") })
  }

  @Test func unreadRowsMayMakeADifferenceOfCounts() throws {
    let recap = "kode_desa,tps,laki_laki,perempuan,jumlah\n1602052001,1,3,0,3\n1602052001,2,3,0,3\n"
    var files = [
      "daftar-sebelumnya/b.csv": Self.roll(), "daftar-pemilih/a.csv": Self.roll([1: Self.cut(1)]), "rekap/r.csv": recap,
    ]
    var office = try Self.office(files)
    #expect(Set(office.of("neraca-pemilih").map(\.tier)) == [.verify])
    #expect(office.of("rekap-tidak-sama").map(\.tier) == [.verify])
    // More than the rows that are not read, or the other way round.
    files["daftar-pemilih/a.csv"] = Self.roll([1: Self.cut(1), 2: ""])
    office = try Self.office(files)
    #expect(Set(office.of("neraca-pemilih").map(\.tier)) == [.certain])
    #expect(office.of("rekap-tidak-sama").map(\.tier) == [.certain])
    files["daftar-pemilih/a.csv"] = Self.roll([1: Self.cut(1)])
    files["rekap/r.csv"] = recap.replacing("2,3,0,3", with: "2,2,0,2")
    office = try Self.office(files)
    #expect(office.of("rekap-tidak-sama").map(\.tier).sorted() == [.verify, .certain])
  }

  @Test func residentsOnUnreadRowsAreNotSurelyMissing() throws {
    let office = try Self.office([
      "penduduk/p.csv": Self.roll(), "daftar-pemilih/a.csv": Self.roll([1: Self.cut(1), 4: ""]),
    ])
    let told = office.of("belum-terdaftar").sorted { $0.tier < $1.tier }
    #expect(told.count == 2 && told.first?.tier == .verify && (told.last?.tier ?? .twin) > .verify)
    #expect(told.first?.explanation.contains("NIK ini ada pada baris 3 berkas") == true)
    #expect(told.last?.explanation.contains("NIK ini ada pada baris") == false)
  }

  @Test func aReturnIsNotSureWhereTheEarlierRowIsUnread() throws {
    let struck = "1602052001,\(Self.nik(1)),\(Self.names[1]),1981-03-12,L,1,1\n"
    let earlier = Self.roll([1: struck])
    func tiers(_ text: String) throws -> [Tier] {
      try Self.office(["daftar-sebelumnya/b.csv": text, "daftar-pemilih/a.csv": Self.roll()]).of("tms-muncul-lagi")
        .map(\.tier)
    }
    #expect(try tiers(earlier) == [.certain])
    #expect(try tiers(earlier + Self.cut(1)) == [.verify])
  }

  private static let recap = """
    kode_desa,tps,laki_laki,perempuan,jumlah
    1602052001,1,3,0,3
    1602052001,2,3,0,3
    1602052001,,6,0,6

    """

  @Test func sumsOverUnreadRowsOfARecapAreNotSure() throws {
    var files = ["daftar-pemilih/a.csv": Self.roll(), "rekap/r.csv": Self.recap]
    #expect(try Self.office(files).findings.filter { $0.category == .rekap }.isEmpty)
    files["rekap/r.csv"] = Self.recap.replacing("1,3,0,3", with: "1,3,O,3")
    let office = try Self.office(files)
    #expect(office.data.rejections.count == 1)
    #expect(office.of("jumlah-tidak-menjumlah").map(\.tier) == [.verify])
    #expect(office.of("wilayah-tidak-dikenal").isEmpty)
    // What is missing makes a sum no smaller.
    files["rekap/r.csv"] = Self.recap.replacing("1,3,0,3", with: "1,3,O,3").replacing(",,6,0,6", with: ",,2,0,2")
    #expect(try Self.office(files).of("jumlah-tidak-menjumlah").map(\.tier) == [.certain])
    // A row of another desa is none of the parts.
    files["rekap/r.csv"] =
      Self.recap.replacing("2001,1,3,0,3\n", with: "2001,1,2,0,2\n") + "1602052002,1,3,O,3\n1602052002,2,1,0,1\n"
    files["daftar-pemilih/a.csv"] = Self.roll() + "1602052002,1602051203790009,KARSO WIYONO,1979-03-12,L,2,\n"
    #expect(try Self.office(files).of("jumlah-tidak-menjumlah").map(\.tier) == [.certain])
  }

  @Test func stationsOfAnUnreadRecapRowAreNotSurelyUnknown() throws {
    let cut = Self.recap.replacing("1602052001,1,3,0,3", with: "1602052001,1")
    let office = try Self.office(["daftar-pemilih/a.csv": Self.roll(), "rekap/r.csv": cut])
    #expect(office.data.rejections.count == 1)
    #expect(office.of("wilayah-tidak-dikenal").map(\.tier) == [.verify])
  }

  /// A station by letters is kept on the roll without its number; so is its row of a recap, which is part of the sum.
  @Test func stationsByLettersCountOnRecapsAsOnRolls() throws {
    let recap = Self.recap.replacing("2001,1,3", with: "2001,1A,3")
    let office = try Self.office([
      "daftar-pemilih/a.csv": Self.roll().replacing(",L,1,", with: ",L,1A,"), "rekap/r.csv": recap + "JUMLAH,,6,0,6\n",
    ])
    #expect(office.data.rejections.isEmpty)
    #expect(office.findings.filter { $0.category == .rekap }.map(\.explanation).isEmpty)
    #expect(office.data.repairs.contains { $0.field == .tps })
    // The station that the recap does not number may be the one that it seems to lack.
    let numbered = try Self.office(["daftar-pemilih/a.csv": Self.roll(), "rekap/r.csv": recap])
    #expect(numbered.of("wilayah-tidak-dikenal").map(\.tier) == [.verify])
    #expect(numbered.of("jumlah-tidak-menjumlah").isEmpty)
  }
}
