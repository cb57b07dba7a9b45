import RollModel
import Testing

/// Columns in which lists of soldiers and police tell of a retirement.
@Suite struct RetireeColumnTests {
  private static let header = "nik,nama,tanggal_lahir,kode_desa,desa,kecamatan,tps\n"

  private static func said(_ columns: String, _ cells: String, _ role: String = "tni") throws -> [String] {
    try OfficeCase([
      "padan.yaml": "wilayah: \"1602\"\n",
      "daftar-pemilih/a.csv": header
        + "1602051403650004,SUPRIYADI WIRA,1965-03-14,1602052001,TANJUNG RANCING,KAYU AGUNG,1\n"
        + "1602052404610010,MARWAN SALEH,1961-04-24,1602052002,CELIKAH,KAYU AGUNG,1\n",
      "\(role)/t.csv": "nik,nama,tanggal_lahir,\(columns)\n1602051403650004,SUPRIYADI WIRA,1965-03-14,\(cells)\n",
    ]).of(role).map(\.tier.label)
  }

  @Test(arguments: [
    ("sumber", "SK pensiun"), ("keterangan", "PENSIUN TMT 01-04-2020"), ("sumber,keterangan", "Kodim,PENSIUN"),
    ("keterangan,sumber", "PENSIUN,Kodim"), ("status,tanggal_pensiun", "PENSIUN,2023-04-01"),
    ("tanggal pensiun", "01/04/2023"), ("pangkat,sumber", "SERMA (PURN),Kodim"), ("Status Dinas", "Purnawirawan"),
  ])
  func aRetireeIsNotProposed(_ columns: String, _ cells: String) throws {
    for role in ["tni", "polri"] { #expect(try Self.said(columns, cells, role) == []) }
  }

  @Test(arguments: [
    ("status,keterangan", "PNS,PNS Polri"), ("keterangan", "Pegawai Negeri Sipil"), ("pangkat", "PNS III/a"),
    ("status,keterangan", "Tidak Aktif,diberhentikan"), ("status", "PTDH"), ("status", "ASN"), ("status", "Sipil"),
    ("status", "Dipecat"), ("keterangan", "Keluarga"), ("status", "Warakawuri"),
  ])
  func whoIsNoMemberIsNotProposed(_ columns: String, _ cells: String) throws {
    for role in ["tni", "polri"] { #expect(try Self.said(columns, cells, role) == []) }
  }

  @Test(arguments: ["Tidak Aktif", "Nonaktif", "Siswa", "Meninggal"])
  func whoMayServeIsAsked(_ status: String) throws {
    #expect(try Self.said("status", status) == ["perlu-verifikasi"])
  }

  @Test(arguments: [
    ("sumber", "Kodim"), ("status,tanggal_pensiun", "AKTIF,2031-04-01"), ("tanggal_pensiun", ""),
    ("keterangan", "PENSIUN TMT 01-04-2027"), ("pangkat,sumber", "SERMA,Kodim"),
  ])
  func whoServesIs(_ columns: String, _ cells: String) throws {
    #expect(try Self.said(columns, cells) == ["pasti"])
  }
}
