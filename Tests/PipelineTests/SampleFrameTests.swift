import Casework
import RollModel
import Rules
import TestSupport
import Testing

@testable import Pipeline

/// What samples of a small case are drawn from.
@Suite struct SampleFrameTests {
  private static let roll = """
    nik,nkk,nama,tanggal_lahir,jenis_kelamin,alamat,rt,rw,kode_desa,tps,keterangan
    1602051203850001,1602050101120001,HENDRA LESMANA,1985-03-12,L,DUSUN I,1,1,1602052001,1,
    1602054508900003,1602050101120002,RATNA JUWITA,1990-08-05,P,DUSUN I,1,1,1602052001,1,4
    1602051407700004,1602050101120003,BURHANUDDIN,1970-07-14,L,DUSUN II,2,1,1602052001,1,
    1602050503810009,1602050101120004,GILANG RAMADAN,1981-03-05,L,DUSUN II,2,1,1602052001,1,

    """
  private static let deaths = """
    nik,nama,tanggal_lahir,kode_desa,tanggal_meninggal,sumber
    1602051407700004,BURHANUDDIN,1970-07-14,1602052001,2026-01-02,akta kematian

    """

  private func record(_ more: [String: String]) throws -> RunRecord {
    var files = ["daftar-pemilih/a.csv": Self.roll, "kematian/a.csv": Self.deaths]
    for (name, text) in more { files[name] = text }
    let made = try OfficeCase(files)
    let day = CalendarDay(day: 21, month: 11, year: 2026)
    return RunRecord(
      toolVersion: "uji", data: made.data, matches: MatchResults(), findings: made.findings, areas: [],
      office: Office(), election: Election(referenceDay: day), visits: VisitPeriod(), cards: Rulebook.cards)
  }

  private func kinds(_ frame: SampleFrame) -> [String: Int] {
    Dictionary(
      zip(frame.kinds, frame.populations).filter { $0.1 > 0 }, uniquingKeysWith: +)
  }

  @Test func struckRowsAreNotDrawnAndProposalsAreAClass() throws {
    let made = SampleFrames.roll(try record([:]))
    #expect(kinds(made.frame) == [SampleFrame.clean: 2, "meninggal": 1])
    #expect(made.subjects.count == 3 && made.findings.count == 1)
  }

  @Test func residentsAndOthersWhoAreMissingAreThePeople() throws {
    let residents = """
      nik,nama,tanggal_lahir,kode_desa,status_ktp_el
      1602051203850001,HENDRA LESMANA,1985-03-12,1602052001,S
      1602054807710005,ROHANA,1971-07-08,1602052001,S

      """
    let earlier = """
      nik,nama,tanggal_lahir,kode_desa,keterangan
      1602051203850001,HENDRA LESMANA,1985-03-12,1602052001,
      1602050503400011,KARSO WIYONO,1940-03-05,1602052001,

      """
    let made = try #require(
      SampleFrames.people(try record(["penduduk/a.csv": residents, "daftar-sebelumnya/a.csv": earlier])))
    #expect(kinds(made.frame) == [SampleFrame.clean: 1, "belum-terdaftar": 1, "hilang-tanpa-kode": 1])
  }

  private static let areas = """
    kode_desa,desa,kecamatan,rt,rw,jumlah_kk
    1602052001,Celikah,Kayu Agung,1,1,3
    1602052001,Celikah,Kayu Agung,2,1,2

    """
  private static let visits = """
    nkk,kode_desa,rt,rw,tps,tanggal_coklit,stiker
    1602050101120001,1602052001,1,1,1,2024-07-01,Ya
    1602050101120001,1602052001,1,1,1,2024-07-02,Ya
    1602050101129999,1602052001,2,1,1,2024-07-02,Ya

    """

  /// Without residents: each household of each RT, which is named by its place.
  @Test func listedHouseholdsStandInForResidents() throws {
    let made = try #require(
      SampleFrames.people(try record(["wilayah/a.csv": Self.areas, "coklit/a.csv": Self.visits])))
    #expect(kinds(made.frame) == [SampleFrame.clean: 5])
    #expect(Set(made.frame.units.map(\.fact)).count == 5)
    let places = made.subjects.compactMap { subject in
      if case .household(let key, let place, let count, _) = subject { "\(key.rt) \(place)/\(count)" } else { nil }
    }
    #expect(places == ["1 1/3", "1 2/3", "1 3/3", "2 1/2", "2 2/2"])
  }

  /// Without those too: each card that coklit visited, once, under the name of a voter where the roll has one.
  @Test func visitedHouseholdsComeLast() throws {
    let record = try record(["coklit/a.csv": Self.visits])
    let made = try #require(SampleFrames.people(record))
    #expect(kinds(made.frame) == [SampleFrame.clean: 2])
    let drawing = try Drawing(made, .count(2), SamplingKey(seed: "x"), in: record)
    #expect(drawing.rows.count == 2 && drawing.sample.rows.allSatisfy { $0.id.hasPrefix("UP-") })
    let none = SampleFrames.people(try self.record([:]))
    #expect(none?.subjects.count == nil)
  }
}
