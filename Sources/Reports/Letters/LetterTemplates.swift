import Foundation

/// The wording of the letters, as Mustache templates: compiled in, or an office's own from a folder.
package struct LetterTemplates: Sendable, Equatable {
  /// Letter to the KPU of the kabupaten or kota.
  package var toKPU = Self.kpu
  /// Letter to the PPK of one kecamatan.
  package var toPPK = Self.ppk

  package init() {}

  /// The files `surat-kpu.mustache` and `surat-ppk.mustache` of a folder, where they are, in place of the compiled-in
  /// ones; throws `LetterError.unreadable` for a folder or a file that cannot be read as UTF-8.
  package init(folder: String) throws {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      throw LetterError.unreadable(folder)
    }
    if names.contains(Self.kpuFile) { toKPU = try Self.read(folder + "/" + Self.kpuFile) }
    if names.contains(Self.ppkFile) { toPPK = try Self.read(folder + "/" + Self.ppkFile) }
  }

  package static let kpuFile = "surat-kpu.mustache"
  package static let ppkFile = "surat-ppk.mustache"

  private static func read(_ path: String) throws -> String {
    guard let data = FileManager.default.contents(atPath: path), let text = String(bytes: data, encoding: .utf8) else {
      throw LetterError.unreadable(path)
    }
    return text
  }
}

// Words of the letters. What each name stands for is explained in the guide; a line in double braces is a value.

extension LetterTemplates {
  private static let head = """
    ::kop
    {{lembaga_kop}}
    {{wilayah_kop}}
    {{alamat}}
    ::tanggal
    {{kota}}, {{tanggal}}
    ::perihal
    Nomor: {{nomor}}
    Sifat: {{sifat}}
    Lampiran: {{lampiran}}
    Hal: {{hal}}
    ::tujuan

    Yth. {{tujuan}}
    di -
          {{tempat_tujuan}}

    ::isi
    Dalam rangka melaksanakan tugas pengawasan {{kegiatan}}, {{kantor}} menyampaikan hal-hal sebagai berikut.
    ::judul
    A. Dasar hukum
    ::nomor
    {{#dasar}}
    {{.}}
    {{/dasar}}
    ::judul
    B. Uraian hasil pengawasan
    ::isi
    Pengawasan dilakukan dengan mencocokkan {{pemilih}} data pemilih{{cakupan}} pada {{stasiun}} TPS \
    dengan keadaan per {{tanggal_acuan}}, melalui perbandingan antarbaris dalam daftar pemilih dan dengan daftar \
    pembanding yang diterima. Hasil pencocokan merupakan dugaan administratif atas data, bukan penilaian terhadap orang.

    Terdapat {{jumlah}} data yang perlu dicocokkan kembali, dan diperbaiki bila terbukti tidak sesuai, dengan rincian:
    ::nomor
    {{#kategori}}
    {{nama}}: {{jumlah}} data; sumber: {{sumber}}.
    {{/kategori}}
    ::isi
    Rincian menurut kecamatan:
    ::tabel
    ::isi
    Rincian menurut nama dan alamat termuat dalam lampiran.
    {{#perlu_verifikasi}}
    Di luar lampiran terdapat {{perlu_verifikasi}} data lain yang masih memerlukan verifikasi faktual dan tidak \
    dimintakan perbaikan melalui surat ini.
    {{/perlu_verifikasi}}
    {{#sudah_ditandai}}
    Sebanyak {{sudah_ditandai}} data yang sudah ditandai TMS dalam daftar pemilih tidak dihitung lagi.
    {{/sudah_ditandai}}
    {{#nik_lemah}}

    {{nik_lemah}}
    {{/nik_lemah}}

    """

  private static let tail = """
    ::isi
    Tindak lanjut saran perbaikan ini agar disampaikan secara tertulis kepada {{kantor}}, disertai keterangan untuk \
    setiap data yang diperbaiki maupun yang tidak diperbaiki.
    ::judul
    D. Penutup
    ::isi
    Demikian saran perbaikan ini disampaikan. Atas perhatian dan kerja samanya diucapkan terima kasih.
    ::ttd

    Ketua,



    {{ketua}}
    ::tembusan
    {{#tembusan}}
    {{.}}
    {{/tembusan}}
    """

  static let kpu =
    head + """
      ::judul
      C. Saran perbaikan
      ::isi
      Berdasarkan uraian di atas, {{kantor}} menyarankan agar {{tujuan_singkat}}:
      ::nomor
      mencocokkan data dalam lampiran dengan dokumen kependudukan dan keadaan di lapangan;
      memperbaiki daftar pemilih atas data yang terbukti tidak sesuai; dan
      mempertahankan data pemilih yang terbukti memenuhi syarat.
      ::isi
      Saran perbaikan dilaksanakan {{tenggat_kalimat}}.

      """ + tail

  static let ppk =
    head + """
      ::judul
      C. Saran perbaikan
      ::isi
      Berdasarkan uraian di atas, {{kantor}} menyarankan agar {{tujuan_singkat}} bersama PPS:
      ::nomor
      mencocokkan data dalam lampiran dengan dokumen kependudukan dan keadaan di lapangan;
      menyampaikan hasil pencocokan kepada KPU sesuai tingkatannya; dan
      mempertahankan data pemilih yang terbukti memenuhi syarat.
      ::isi
      Saran perbaikan dilaksanakan {{tenggat_kalimat}}.

      """ + tail
}
