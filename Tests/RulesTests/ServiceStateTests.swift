import RollModel
import Testing

@testable import Rules

/// Soldiers and police who have retired: entitled, so never proposed to go.
struct ServiceStateTests {
  private static let day = CalendarDay(day: 21, month: 11, year: 2026)

  private static func state(_ text: String, _ event: String = "") -> String {
    switch ServiceState(text, event: CalendarDay(iso: event) ?? CalendarDay(), on: day) {
    case .serving: "serving"
    case .retired(let since): "retired \(since)"
    case .outside(let since, let word): "outside \(since) \(word)"
    case .unclear(let word): word.map { "unclear \($0)" } ?? "unclear"
    }
  }

  @Test(arguments: [
    ("Kodim", "", "serving"), ("PURNAMA SARI", "", "serving"), ("SK pensiun", "2020-04-01", "retired 2020-04-01"),
    ("PENSIUN TMT 01-04-2020", "", "retired 2020-04-01"), ("SERMA (PURN)", "", "retired "),
    ("Purnawirawan", "", "retired "), ("PENSIUN, PENSIUN 2023-04-01", "", "retired 2023-04-01"),
    ("SK 12-03-2020 pensiun TMT 1 Januari 2021", "", "retired 2021-01-01"), ("pensiun 2019", "", "retired 2019-**-**"),
    ("PENSIUN TMT 21-11-2026", "", "retired 2026-11-21"), ("PENSIUN TMT 22-11-2026", "", "serving"),
    ("AKTIF PENSIUN 2031-05-01", "", "serving"), ("pensiun 2026", "", "unclear"),
    ("SK pensiun", "2027-01-01", "serving"),
    ("PERSIAPAN PENSIUN", "", "serving"), ("belum pensiun", "2020-01-01", "unclear"), ("MPP", "", "serving"),
    ("AKTIF, SERMA (PURN)", "", "unclear"), ("TIDAK AKTIF, PENSIUN", "", "retired "),
    ("SK pensiun no 1234/2027", "2020-01-01", "retired 2020-01-01"),
  ])
  func wordsAndDaysAreReadTogether(_ text: String, _ event: String, _ state: String) {
    #expect(Self.state(text, event) == state)
  }

  /// Civil servants, family, and those dismissed are no members; what may be either is asked.
  @Test(arguments: [
    ("PNS", "", "outside  PNS"), ("PNS Polri", "", "outside  PNS"), ("Pangkat PNS III/a", "", "outside  PNS"),
    ("Pegawai Negeri Sipil", "", "outside  Pegawai Negeri Sipil"), ("ASN", "", "outside  ASN"),
    ("Sipil", "", "outside  Sipil"), ("warga sipil", "", "outside  sipil"), ("Pensiunan PNS", "", "outside  PNS"),
    ("Dinas Kependudukan dan Catatan Sipil", "", "serving"), ("S.T. Teknik Sipil", "", "serving"),
    ("bukan PNS", "", "unclear PNS"), ("alih status dari PNS", "", "unclear PNS"),
    ("Keluarga", "", "outside  Keluarga"), ("Kodim; istri anggota", "", "outside  istri"),
    ("istri purnawirawan", "", "outside  istri"), ("Warakawuri", "", "outside  Warakawuri"),
    ("Janda TNI", "", "outside  Janda TNI"), ("JANDA", "", "serving"), ("laporan keluarga", "", "serving"),
    ("istri ybs", "", "serving"), ("Kanit Perempuan dan Anak", "", "serving"), ("Bukan TNI", "", "outside  Bukan TNI"),
    ("PTDH", "", "outside  PTDH"), ("Dipecat", "", "outside  Dipecat"),
    ("mantan anggota", "", "outside  mantan anggota"),
    ("diberhentikan tidak dengan hormat", "", "outside  diberhentikan"),
    ("Tidak Aktif; diberhentikan", "", "outside  diberhentikan"),
    ("PTDH TMT 01-04-2020", "", "outside 2020-04-01 PTDH"), ("PTDH TMT 01-04-2027", "", "serving"),
    ("PTDH", "2027-04-01", "serving"), ("PTDH 2026", "", "unclear PTDH"), ("Usul PTDH", "", "unclear PTDH"),
    ("diberhentikan sementara", "", "unclear diberhentikan"),
    ("diberhentikan dari jabatan", "", "unclear diberhentikan"),
    ("Nonaktif", "", "unclear Nonaktif"), ("Tidak Aktif", "", "unclear Tidak Aktif"),
    ("Siswa Secata", "", "unclear Siswa"),
    ("Meninggal", "", "unclear Meninggal"), ("Penata Tk I", "", "unclear Penata"), ("Karang Taruna", "", "serving"),
    ("Taruna Akmil", "", "unclear Taruna"), ("AKTIF", "", "serving"), ("Kodim 0402", "", "serving"),
  ])
  func otherStatesAreReadFromTheirWords(_ text: String, _ event: String, _ state: String) {
    #expect(Self.state(text, event) == state)
  }

  private func found(_ rows: String) throws -> [Finding] {
    let example = try ExampleCase(
      Example(
        """
        [daftar-pemilih]
        ? | nik              | nama            | tanggal_lahir | jenis_kelamin | kode_desa
          | 1602051203650001 | SUPRIYADI WIRA  | 1965-03-12    | L             | 1602052001
          | 1602051407700004 | BURHANUDDIN     | 1970-07-14    | L             | 1602052001
        [tni]
          | nik              | nama            | tanggal_lahir | jenis_kelamin | kode_desa  | tanggal    | sumber
        \(rows)
        """), rule: "tni")
    return examine(example).filter { $0.rule == "tni" }
  }

  private func row(_ day: String, _ source: String) -> String {
    "  | 1602051203650001 | SUPRIYADI WIRA  | 1965-03-12    | L             | 1602052001 | \(day) | \(source)"
  }

  @Test func aRetireeIsNotProposed() throws {
    #expect(try found(row("2020-04-01", "Kodim")).map(\.tier) == [.certain])
    #expect(try found(row("2020-04-01", "SK pensiun")).isEmpty)
    #expect(try found(row("2027-04-01", "SK pensiun")).map(\.tier) == [.certain])
  }

  @Test func ofTwoRowsTheLaterCountsAndWithoutDaysTheFieldAsks() throws {
    let retired = row("2024-04-01", "SK pensiun")
    #expect(try found(row("2019-04-01", "Kodim") + "\n" + retired).isEmpty)
    for serving in [row("", "Kodim"), row("2025-04-01", "Kodim")] {
      let findings = try found(retired + "\n" + serving)
      #expect(findings.map(\.tier) == [.verify])
      #expect(findings.allSatisfy { $0.explanation.contains("menyebut orang ini pensiun") })
    }
  }

  @Test func theWordOfTheListIsSaid() throws {
    #expect(try found(row("", "PNS")).isEmpty)
    #expect(try found(row("", "PTDH")).isEmpty)
    let open = try found(row("", "Nonaktif"))
    #expect(open.map(\.tier) == [.verify])
    #expect(open.allSatisfy { $0.explanation.contains("daftar itu menyebut «Nonaktif», tetapi tidak jelas apakah") })
    let both = try found(row("", "PNS") + "\n" + row("", "Kodim"))
    #expect(both.map(\.tier) == [.verify])
    #expect(both.allSatisfy { $0.explanation.contains("baris lain pada daftar itu menyebut orang ini «PNS»") })
  }

  @Test func anUnclearRetirementIsVerified() throws {
    let findings = try found(row("", "pensiun 2026"))
    #expect(findings.map(\.tier) == [.verify])
    #expect(findings.allSatisfy { $0.explanation.contains("tidak jelas apakah sudah berlaku") })
  }
}
