import Foundation
import TestSupport
import Testing

@testable import Casework

@Suite("Scoring a run against its truth")
struct ScorecardTests {
  private func card(pairs: String = "", findings: String = "", truth: String) throws -> Scorecard {
    let folder = try Scratch()
    let findingColumns =
      "id,aturan,kategori,kode_tms,keyakinan,bobot,peluang,derajat,kode_desa,kecamatan,desa,tps,rt,rw,nkk,nik,nama,"
      + "tanggal_lahir,berkas,baris,berkas_pembanding,baris_pembanding,bukti,tindakan,penjelasan"
    for (name, text) in [
      ("pasangan.csv", "berkas_a,baris_a,berkas_b,baris_b,bobot,peluang,keyakinan,kelompok\n" + pairs),
      ("temuan.csv", findingColumns + "\n" + findings),
      (
        "kunci.csv",
        "jenis,aturan,berkas,baris,berkas_pembanding,baris_pembanding,kode_desa,rw,rt,tps,catatan\n" + truth
      ),
    ] {
      try Data(text.utf8).write(to: URL(fileURLWithPath: folder.path + "/" + name))
    }
    return try Scorecard(runFolder: folder.path, truth: folder.path + "/kunci.csv")
  }

  /// A row of `temuan.csv`; `place` is TPS, RT and RW, `file` the four columns of the two rows.
  private func finding(
    _ rule: String, _ tier: String, _ p: String = "", place: String = "1,1,1", file: String
  ) -> String {
    "ID,\(rule),x,,\(tier),,\(p),,1602052001,K,D,\(place),,,\"ALI, H\",,\(file),\"akta \"\"x\"\" asli\",,\n"
  }

  private func score(_ card: Scorecard, _ rule: String, _ band: String) throws -> Scorecard.Score {
    let row = try #require(card.rows.first { $0.rule == rule })
    return try #require(row.scores.first { $0.band == band })
  }

  @Test("duplicates are scored pair by pair, unordered, held twins and candidates left out")
  func duplicates() throws {
    let card = try card(
      pairs: """
        daftar-pemilih/a.csv,2,daftar-pemilih/b.csv,9,12.5,0.99,pasti,1
        daftar-pemilih/a.csv,3,daftar-pemilih/a.csv,4,8,0.9,kuat,2
        daftar-pemilih/a.csv,5,daftar-pemilih/a.csv,6,1,0.5,perlu-verifikasi,3
        daftar-pemilih/a.csv,7,daftar-pemilih/a.csv,8,9,0.9,kembar,
        daftar-pemilih/a.csv,10,daftar-pemilih/a.csv,11,-3,0.1,,
        daftar-pemilih/a.csv,2,kematian/m.csv,2,20,1,pasti,
        """,
      truth: """
        pasangan,ganda,daftar-pemilih/b.csv,9,daftar-pemilih/a.csv,2,,,,,
        pasangan,ganda,daftar-pemilih/a.csv,5,daftar-pemilih/a.csv,6,,,,,
        pasangan,ganda,daftar-pemilih/a.csv,10,daftar-pemilih/a.csv,11,,,,,
        kembar,kemungkinan-kembar,daftar-pemilih/a.csv,8,daftar-pemilih/a.csv,7,,,,,
        """)
    let all = try score(card, "ganda", "semua")
    #expect(all.found == 3 && all.correct == 2 && all.planted == 3)
    #expect(all.precision == 2.0 / 3 && all.recall == 2.0 / 3)
    #expect(try score(card, "ganda", "pasti").precision == 1)
    #expect(try score(card, "ganda", "kuat").correct == 0)
    #expect(try score(card, "ganda", "pasti+kuat").meanProbability == (0.99 + 0.9) / 2)
    #expect(try score(card, "kemungkinan-kembar", "semua").f1 == 1)
  }

  @Test("findings on rows, pairs and areas, quoted cells and padded numbers")
  func findings() throws {
    let card = try card(
      findings: [
        finding("meninggal", "pasti", "0.999", file: "daftar-pemilih/a.csv,2,kematian/m.csv,7"),
        finding("di-bawah-umur", "kuat", file: "daftar-pemilih/a.csv,3,,"),
        finding("di-bawah-umur", "kuat", file: "daftar-pemilih/a.csv,4,,"),
        finding("rt-belum-tercoklit", "pasti", place: ",2,1", file: ",,,"),
      ].joined(),
      truth: """
        pasangan,meninggal,daftar-pemilih/a.csv,2,kematian/m.csv,7,1602052001,,,,
        pasangan,meninggal,daftar-pemilih/a.csv,9,kematian/m.csv,8,1602052001,,,,
        baris,di-bawah-umur,daftar-pemilih/a.csv,3,,,1602052001,,,,
        wilayah,rt-belum-tercoklit,,,,,1602052001,001,002,,
        baris,dpk-murni,dpk/d.csv,2,,,,,,,
        """)
    #expect(try score(card, "meninggal", "semua").recall == 0.5)
    #expect(try score(card, "di-bawah-umur", "kuat").precision == 0.5)
    #expect(try score(card, "rt-belum-tercoklit", "pasti").f1 == 1)
    #expect(card.rows.map(\.rule) == ["meninggal", "di-bawah-umur", "rt-belum-tercoklit"])
  }

  @Test("a person is planted once, however many rows tell of him")
  func persons() throws {
    let card = try card(
      findings: finding("meninggal", "pasti", "0.999", file: "daftar-pemilih/a.csv,2,kematian/m.csv,7"),
      truth: """
        pasangan,meninggal,daftar-pemilih/a.csv,2,kematian/m.csv,7,1602052001,,,,
        pasangan,meninggal,daftar-pemilih/a.csv,2,kematian/n.csv,3,1602052001,,,,
        pasangan,meninggal,daftar-pemilih/b.csv,5,kematian/n.csv,3,1602052001,,,,
        pasangan,meninggal,daftar-pemilih/b.csv,9,kematian/n.csv,4,1602052001,,,,
        """)
    let all = try score(card, "meninggal", "semua")
    #expect(all.planted == 2 && all.reached == 1 && all.correct == 1 && all.recall == 0.5)
  }

  @Test("two rows that are both struck as doubles are another rule's")
  func bothStruck() throws {
    let card = try card(
      pairs: """
        daftar-pemilih/a.csv,2,daftar-pemilih/b.csv,9,12.5,0.99,pasti,1
        daftar-pemilih/a.csv,3,daftar-pemilih/a.csv,4,8,0.9,kuat,2
        """,
      truth: """
        pasangan,ganda,daftar-pemilih/b.csv,9,daftar-pemilih/a.csv,2,,,,,
        pasangan,ganda-dicoret-keduanya,daftar-pemilih/a.csv,3,daftar-pemilih/a.csv,4,,,,,
        """)
    let all = try score(card, "ganda", "semua")
    #expect(all.found == 1 && all.precision == 1)
  }

  @Test("a file with other columns is refused with its name")
  func otherColumns() throws {
    let folder = try Scratch()
    for name in ["pasangan.csv", "temuan.csv", "kunci.csv"] {
      try Data("a,b\n1,2\n".utf8).write(to: URL(fileURLWithPath: folder.path + "/" + name))
    }
    #expect(throws: ScoringError.self) {
      try Scorecard(runFolder: folder.path, truth: folder.path + "/kunci.csv")
    }
  }
}
