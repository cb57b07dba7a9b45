/// An act of law or a circular that rule cards and letters cite: how it is cited, and where its title was seen.
///
/// This is data, edited here when the law changes; nothing else in the program names an act.
public struct Act: Sendable, Equatable {
  /// As cards cite it: `PKPU 1/2025`.
  public let short: String
  /// As letters cite it, title and all, without articles.
  public let title: String
  /// Where number and title were seen.
  public let source: String

  init(_ short: String, _ title: String, source: String) {
    (self.short, self.title, self.source) = (short, title, source)
  }
}

extension Act {
  private static let election =
    "Pemilihan Gubernur dan Wakil Gubernur, Bupati dan Wakil Bupati, serta Wali Kota dan Wakil Wali Kota"

  public static let electionAct = Act(
    "UU 7/2017",
    "Undang-Undang Nomor 7 Tahun 2017 tentang Pemilihan Umum sebagaimana telah diubah dengan Peraturan Pemerintah "
      + "Pengganti Undang-Undang Nomor 1 Tahun 2022 yang telah ditetapkan menjadi Undang-Undang dengan Undang-Undang "
      + "Nomor 7 Tahun 2023",
    source: "kab-florestimur.kpu.go.id (Perppu 1/2022)")
  public static let regionalElectionAct = Act(
    "UU 1/2015",
    "Undang-Undang Nomor 1 Tahun 2015 tentang Penetapan Peraturan Pemerintah Pengganti Undang-Undang Nomor 1 Tahun "
      + "2014 tentang Pemilihan Gubernur, Bupati, dan Walikota Menjadi Undang-Undang sebagaimana telah beberapa kali "
      + "diubah terakhir dengan Undang-Undang Nomor 6 Tahun 2020",
    source: "SE Bawaslu 80/2024; pembukaan PKPU 6/2021")
  public static let continuousUpdate = Act(
    "PKPU 1/2025",
    "Peraturan Komisi Pemilihan Umum Nomor 1 Tahun 2025 tentang Pemutakhiran Data Pemilih Berkelanjutan",
    source: "kab-magelang.kpu.go.id; pasal.id 7889780")
  public static let rollOfPemilu = Act(
    "PKPU 7/2022",
    "Peraturan Komisi Pemilihan Umum Nomor 7 Tahun 2022 tentang Penyusunan Daftar Pemilih dalam Penyelenggaraan "
      + "Pemilihan Umum dan Sistem Informasi Data Pemilih sebagaimana diubah dengan Peraturan Komisi Pemilihan Umum "
      + "Nomor 7 Tahun 2023",
    source: "pasal.id; parboaboa.id (PKPU 7/2023)")
  public static let calendarOfPilkada = Act(
    "PKPU 2/2024",
    "Peraturan Komisi Pemilihan Umum Nomor 2 Tahun 2024 tentang Tahapan dan Jadwal \(election) Tahun 2024",
    source: "salindia KPU Banyuwangi")
  public static let rollOfPilkada = Act(
    "PKPU 7/2024",
    "Peraturan Komisi Pemilihan Umum Nomor 7 Tahun 2024 tentang Penyusunan Daftar Pemilih dalam Penyelenggaraan "
      + election,
    source: "ngopibareng.id (KPU Malang, November 2024)")
  public static let manualOfPilkada = Act(
    "Keputusan KPU 799/2024",
    "Keputusan Komisi Pemilihan Umum Nomor 799 Tahun 2024 tentang Petunjuk Teknis Penyusunan Daftar Pemilih dalam "
      + "Penyelenggaraan \(election)",
    source: "ngopibareng.id (KPU Malang, November 2024)")
  public static let supervision = Act(
    "Perbawaslu 5/2022",
    "Peraturan Badan Pengawas Pemilihan Umum Nomor 5 Tahun 2022 tentang Pengawasan Penyelenggaraan Pemilihan Umum",
    source: "pasal.id 8030757")
  public static let supervisionOfPemiluRoll = Act(
    "Perbawaslu 4/2023",
    "Peraturan Badan Pengawas Pemilihan Umum Nomor 4 Tahun 2023 tentang Pengawasan Pemutakhiran Data dan Penyusunan "
      + "Daftar Pemilih dalam Pemilihan Umum",
    source: "pasal.id")
  public static let supervisionOfPilkada = Act(
    "Perbawaslu 6/2024",
    "Peraturan Badan Pengawas Pemilihan Umum Nomor 6 Tahun 2024 tentang Pengawasan Penyelenggaraan \(election)",
    source: "pasal.id peraturan-bawaslu-no-6-tahun-2024 (7970560)")
  public static let supervisionOfPilkadaRoll = Act(
    "Perbawaslu 10/2024",
    "Peraturan Badan Pengawas Pemilihan Umum Nomor 10 Tahun 2024 tentang Pengawasan Penyusunan Daftar Pemilih dalam "
      + "Penyelenggaraan \(election)",
    source: "pasal.id peraturan-bawaslu-no-10-tahun-2024 (7971479, 7971580, 7971550, 7971532)")
  public static let supervisionOfUpdate = Act(
    "Perbawaslu 1/2025",
    "Peraturan Badan Pengawas Pemilihan Umum Nomor 1 Tahun 2025 tentang Pengawasan Pemutakhiran Data Pemilih "
      + "Berkelanjutan",
    source: "rembang.bawaslu.go.id: ditetapkan 16 Agustus 2025, diundangkan 4 September 2025")
  public static let circularOfUpdate = Act(
    "SE Bawaslu 29/2025",
    "Surat Edaran Badan Pengawas Pemilihan Umum Nomor 29 Tahun 2025 tentang Pengawasan Penyusunan Pemutakhiran Data "
      + "Pemilih Berkelanjutan",
    source: "kotadepok.bawaslu.go.id")
  public static let circularsOfPemilu = Act(
    "SE Bawaslu 1/2023 dan 15/2023",
    "Surat Edaran Badan Pengawas Pemilihan Umum Nomor 1 Tahun 2023 dan Nomor 15 Tahun 2023",
    source: "alamat tujuan SE 1/2023")
  public static let preventionOfPilkada = Act(
    "SE Bawaslu 80/2024",
    "Surat Edaran Badan Pengawas Pemilihan Umum Nomor 80 Tahun 2024 tentang Pencegahan Dugaan Pelanggaran Tahapan "
      + "Penyusunan Daftar Pemilih dalam \(election)",
    source: "scribd 731994282")
  public static let circularOfPilkada = Act(
    "SE Bawaslu 89/2024",
    "Surat Edaran Badan Pengawas Pemilihan Umum Nomor 89 Tahun 2024 tentang Pencegahan Pelanggaran dan Pengawasan "
      + "Penyusunan Daftar Pemilih dalam \(election)",
    source: "infojambi.com")

  public static let all = [
    electionAct, regionalElectionAct, continuousUpdate, rollOfPemilu, calendarOfPilkada, rollOfPilkada,
    manualOfPilkada, supervision, supervisionOfPemiluRoll, supervisionOfPilkada, supervisionOfPilkadaRoll,
    supervisionOfUpdate, circularOfUpdate, circularsOfPemilu, preventionOfPilkada, circularOfPilkada,
  ]
}
