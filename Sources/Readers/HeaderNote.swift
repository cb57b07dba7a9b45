import Normalizers
import RollModel

/// What a form says in brackets behind a header about the way to fill a column: `TANGGAL LAHIR (DD|MM|YYYY)`,
/// `STATUS PERKAWINAN (B/S/P)`, `NAMA (sesuai KTP-el)`.
enum HeaderNote {
  /// Words and letters of which such notes are made. A note with any other word may tell one column from another, as
  /// `NAMA (AYAH)` does.
  private static let words: Set<String> = [
    "DD", "D", "MM", "M", "YYYY", "YY", "HH", "BB", "TTTT", "TT", "TGL", "BLN", "THN", "L", "P", "B", "S", "LK", "PR",
    "LAKI", "PEREMPUAN", "BELUM", "SUDAH", "PERNAH", "KAWIN", "SESUAI", "MENURUT", "DENGAN", "DI", "KTP", "EL", "KK",
    "DAN", "ATAU", "ANGKA", "DIGIT", "WAJIB", "DIISI", "LENGKAP", "JALAN", "DUKUH", "TAHUN", "Y", "T", "YA", "TIDAK",
  ]

  /// Age for the key of a header that names the day it was counted on: `Umur Pada 27 November 2024`.
  static func ageOnADay(_ key: String) -> Field? {
    let word = key.uppercased()
    return ["UMURPADA", "USIAPADA"].contains { word.hasPrefix($0) } ? .age : nil
  }

  /// Whether the key is of a column of birth years: all of the date that village lists often know.
  static func isBirthYear(_ key: String) -> Bool {
    let word = key.uppercased()
    return ["TAHUN", "THN", "TH"].contains { start in ["LAHIR", "KELAHIRAN"].contains { word == start + $0 } }
  }

  /// The header without its note; nil where it has none, or one that says more.
  static func without(_ header: String) -> String? {
    guard let open = header.firstIndex(of: "("), let close = header.lastIndex(of: ")"), open < close else { return nil }
    let folded = withFieldBytes(String(header[open...close])) { TextDecoding.folded($0) }
    let note = folded.split { !$0.isLetter }.map { String(decoding: $0, as: UTF8.self) }
    guard note.allSatisfy(words.contains) else { return nil }
    let bare = header[..<open] + " " + header[header.index(after: close)...]
    return bare.contains(where: \.isLetter) ? String(bare) : nil
  }
}
