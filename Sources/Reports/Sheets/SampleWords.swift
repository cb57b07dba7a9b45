import RollModel

/// What the sheets of a sample ask, and what the answers mean.
package enum SampleWords {
  package static let none = "tanpa usulan (uji petik)"

  /// Title of the sheets of a direction, and how they are filled in.
  package static func title(ofList isList: Bool) -> String {
    isList ? "Uji petik daftar ke orang" : "Uji petik orang ke daftar"
  }

  package static let howTo =
    "Isi kolom berlatar kuning; Hasil verifikasi menjawab pertanyaan di kolom Yang ditanyakan. Datangi semua contoh dan "
    + "jangan ganti dengan orang lain; «tidak ditemukan» baru ditulis setelah tiga kunjungan."

  /// Of a row of the roll without a finding.
  package static let row =
    "Apakah baris ini benar? Temui pemilih: orangnya ada, tinggal di sini, memenuhi syarat, datanya sesuai KTP-el."
  /// Of a resident without a finding.
  package static let resident =
    "Terdaftar di TPS setempat? Benar: ya, atau tidak memenuhi syarat. Tidak benar: memenuhi syarat, tetapi tidak "
    + "terdaftar."
  /// Of a household.
  package static let household =
    "Tanyakan penghuninya, lalu cari di daftar. Benar: semua yang memenuhi syarat terdaftar. Tidak benar: ada yang belum."

  /// Of a row with a finding.
  package static func question(_ verify: String) -> String { "Apakah temuan ini benar? " + verify }

  /// Where a household is of which only the place in its RT is known.
  package static func household(place: Int, of count: Int) -> String {
    "rumah ke-\(place) dari \(count) rumah tangga, dihitung dari rumah pertama"
  }

  /// The household of a person of the roll.
  package static func family(of name: String) -> String { "keluarga " + name }
  /// A household that coklit visited and that nobody of the roll belongs to.
  package static let unknownFamily = "keluarga dengan NKK ini; tanyakan kepada ketua RT atau Pantarlih"
}
