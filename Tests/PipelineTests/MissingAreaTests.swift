import Casework
import Reports
import RollModel
import Testing

@testable import Pipeline
@testable import Rules

/// A roll of only some areas: nobody of the others is called absent, and the others are said to be missing.
@Suite struct MissingAreaTests {
  private static let header = "nik,nama,tanggal_lahir,jenis_kelamin,kode_desa,status_kawin\n"
  private static let words = ["SITI", "AGUS", "WAYAN", "RINA", "BUDI", "TOHIR", "MARYAM", "SUKIRNO"]

  /// People of a desa, made up, by number.
  private static func people(_ numbers: Range<Int>, _ desa: String, named desaNow: String? = nil) -> String {
    numbers.map { n in
      let day = n % 28 + 1
      let two = (day < 10 ? "0" : "") + "\(day)"
      let name = words[n % 8] + " " + words[(n / 8 + 3) % 8] + " " + words[(n + 5) % 8]
      return "\(desa.prefix(6))\(two)0370\(1000 + n),\(name),1970-03-\(two),L,\(desaNow ?? desa),S\n"
    }.joined()
  }

  private static let (here, there) = ("1602052001", "1602062001")
  private static let before = header + people(0..<8, here) + people(20..<28, there)

  private static func office(_ roll: String, more: [String: String] = [:]) throws -> OfficeCase {
    var files = ["daftar-pemilih/a.csv": header + roll, "daftar-sebelumnya/lama.csv": before]
    files.merge(more) { $1 }
    return try OfficeCase(files)
  }

  private static func unchecked(_ office: OfficeCase) -> [UncheckedRule] {
    Examination.unchecked(office.data, RuleSettings(), VisitPeriod())
  }

  @Test func nobodyOfAMissingKecamatanIsAbsent() throws {
    let lists = [
      "penduduk/p.csv": Self.header + Self.people(0..<10, Self.here) + Self.people(20..<30, Self.there),
      "rekap/r.csv":
        "kode_desa,laki_laki,perempuan,jumlah\n\(Self.here),7,0,7\n\(Self.there),8,0,8\n",
      "dpk/d.csv": Self.header + Self.people(28..<29, Self.there),
    ]
    let partial = try Self.office(Self.people(0..<7, Self.here), more: lists)
    func desa(_ rule: String, _ office: OfficeCase) -> [String] {
      office.of(rule).compactMap { finding in
        guard case .person(let row) = finding.subject else { return nil }
        return office.data.voter(row)?.area.code.description
      }
    }
    #expect(desa("hilang-tanpa-kode", partial) == [Self.here])
    #expect(desa("belum-terdaftar", partial).allSatisfy { $0 == Self.here })
    #expect(!desa("belum-terdaftar", partial).isEmpty)
    #expect(partial.of("rekap-tidak-sama").isEmpty)
    let whole = try #require(partial.accounts.first { $0.key == AreaKey() })
    #expect(whole.before.all == 8 && whole.gone.all == 1)
    #expect(
      !partial.accounts.contains {
        $0.key.desa != 0 && partial.data.lexicon.areas[$0.key.desa].code.description == Self.there
      })
    // With its roll there the rules speak of it again.
    let full = try Self.office(Self.people(0..<7, Self.here) + Self.people(20..<21, Self.there), more: lists)
    #expect(desa("hilang-tanpa-kode", full).count { $0 == Self.there } == 7)
    #expect(desa("belum-terdaftar", full).contains(Self.there))
    #expect(!full.of("rekap-tidak-sama").isEmpty)
    #expect(Self.unchecked(full).allSatisfy { $0.areas.isEmpty })
  }

  @Test func itIsSaidOnceWithNamesAndWhomToAsk() throws {
    let unchecked = Self.unchecked(try Self.office(Self.people(0..<8, Self.here)))
    let told = unchecked.filter { !$0.areas.isEmpty }
    #expect(told.map(\.rule) == ["neraca-pemilih", "hilang-tanpa-kode", "perubahan-tidak-wajar"])
    #expect(told.allSatisfy { $0.areas == ["kecamatan 160206 (1 desa)"] })
    let words = UncheckedWords(unchecked, .pdpb)
    let lines = words.lines.filter { $0.contains("160206") }
    #expect(lines.count == 1 && lines[0].contains("kepada KPU") && lines[0].contains("hilang-tanpa-kode"))
    #expect(words.letter?.contains("belum diterima: kecamatan 160206 (1 desa).") == true)
  }

  /// However few its voters are, a desa without a row is one file that is not there.
  @Test func aSmallDesaOfAKecamatanThatIsThere() throws {
    let small = "1602052002"
    let office = try Self.office(
      Self.people(0..<8, Self.here) + Self.people(20..<28, Self.there),
      more: ["daftar-sebelumnya/lama.csv": Self.before + Self.people(40..<42, small)])
    #expect(office.of("hilang-tanpa-kode").isEmpty && office.of("neraca-pemilih").isEmpty)
    #expect(MissingAreas(office.data).names == ["desa 1602052002"])
  }

  /// Voters who stand under another desa now say that theirs was renamed.
  @Test func aRenamedDesaIsNotMissing() throws {
    let office = try Self.office(Self.people(0..<8, Self.here) + Self.people(20..<27, Self.there, named: "1602062002"))
    #expect(MissingAreas(office.data).isEmpty)
    #expect(office.of("hilang-tanpa-kode").count == 1)
  }

  /// Who stood in a missing area and stands in one that is there counts as come, and the balance closes.
  @Test func whoCameFromAMissingAreaIsNotNew() throws {
    let office = try Self.office(Self.people(0..<8, Self.here) + Self.people(20..<21, Self.there, named: Self.here))
    #expect(MissingAreas(office.data).names == ["kecamatan 160206 (1 desa)"])
    for account in office.accounts {
      #expect(account.before.all == 8 && account.came.all == 1 && account.gone.all == 0)
    }
    #expect(office.of("neraca-pemilih").isEmpty)
  }
}
