import Reports
import RollModel
import Testing

@testable import Pipeline
@testable import Rules

/// Files of one list of which some tell a field and others do not.
@Suite struct UntoldFieldTests {
  private static func roll(_ name: String, _ day: String, _ tps: String) -> String {
    "nik,nama,tanggal_lahir,kode_desa,tps\n160205\(day)600009,\(name),1960-03-23,1602052001,\(tps)\n"
  }

  private static func unchecked(_ second: String) throws -> [UncheckedRule] {
    let office = try OfficeCase([
      "daftar-pemilih/a.csv": roll("PARMAN HIDAYAT", "230360", "1"),
      "daftar-pemilih/b.csv": roll("MARWAN SALEH", "230361", second),
    ])
    return Examination.unchecked(office.data, RuleSettings(), VisitPeriod())
  }

  @Test func aFileThatTellsNothingIsNamed() throws {
    let stations = try Self.unchecked("").filter { $0.rule == "tps-melebihi-kapasitas" }
    #expect(stations.map(\.file) == ["daftar-pemilih/b.csv"] && stations.map(\.column) == ["tps"])
    #expect(try Self.unchecked("2").allSatisfy { $0.rule != "tps-melebihi-kapasitas" })
  }

  @Test func thePageAndTheLetterSayWhomToAsk() throws {
    let words = UncheckedWords(try Self.unchecked("2"), .pdpb)
    #expect(
      words.lines.contains(
        "Kolom status_ktp_el tidak ada atau kosong pada semua berkas daftar-pemilih: belum-ktp-el. "
          + "Minta daftar pemilih yang memuat status KTP-el kepada KPU."))
    #expect(words.letter?.contains("kolomnya tidak terisi: ") == true)
    #expect(words.letter?.contains("status KTP-el pada daftar pemilih") == true)
  }

  /// A list of two rows, neither of which can be used, stops no run and is not passed over either.
  @Test func aListWithoutAUsableRowIsNamed() throws {
    let office = try OfficeCase([
      "daftar-pemilih/a.csv": Self.roll("PARMAN HIDAYAT", "230360", "1"), "tni/kodim.csv": "nama,nik\n,1\n,2\n",
    ])
    let notice = office.data.notices.first { $0.hasPrefix("tni/kodim.csv: ") }
    #expect(notice?.contains("tidak satu pun dari 2 barisnya dapat dipakai") == true, "\(office.data.notices)")
    let unchecked = Examination.unchecked(office.data, RuleSettings(), VisitPeriod()).filter { $0.missing == .military }
    #expect(!unchecked.isEmpty && unchecked.allSatisfy { $0.file == "tni/kodim.csv" })
    #expect(
      UncheckedWords(unchecked, .pdpb).lines == [
        "Tidak ada baris daftar tni yang dapat dipakai (tni/kodim.csv): tni. Perbaiki berkasnya menurut karantina.csv."
      ])
  }

  /// The words of folders and columns are the office's own: a letter to KPU has none of them.
  @Test func aLetterNamesNoFolderAndNoColumn() throws {
    let missing = Role.allCases.map { UncheckedRule(rule: "aturan", missing: $0, unused: []) }
    let untold = Field.allCases.map { UncheckedRule(rule: "aturan", untold: $0, of: .outside) }
    let letter = try #require(UncheckedWords(missing + untold, .pdpb).letter)
    let own =
      Role.allCases.map(\.rawValue).filter { $0.contains("-") }
      + Field.allCases.map(\.rawValue).filter { $0.contains("_") }
    for word in own + ["sidik", "padan"] { #expect(!letter.contains(word), "\(word)") }
    #expect(letter.contains("daftar pemilih kabupaten/kota lain"))
  }
}
