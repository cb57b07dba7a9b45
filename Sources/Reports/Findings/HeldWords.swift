import RollModel

/// What tells two counts of one thing apart: how many a safeguard holds back until the field has looked.
///
/// Page, letters and terminal say it with these words beside a count that holds or leaves out such findings.
package enum HeldWords {
  /// `3 di antaranya ditahan`; nil where none is.
  package static func among(_ held: Int) -> String? {
    held > 0 ? "\(IndonesianNumber.grouped(held)) di antaranya ditahan" : nil
  }

  /// `, 3 di antaranya ditahan`, behind a count and its unit; empty where none is.
  package static func behind(_ held: Int) -> String { among(held).map { ", " + $0 } ?? "" }

  /// `32, dan 1 ditahan`: a count that leaves out what is held back.
  static func beside(_ free: Int, held: Int) -> String {
    IndonesianNumber.grouped(free) + (held > 0 ? ", dan \(IndonesianNumber.grouped(held)) ditahan" : "")
  }

  /// Below tables whose counts leave out what is held back; empty where nothing is.
  static func leftOut(_ held: Int) -> String {
    held > 0
      ? " Tidak termasuk \(IndonesianNumber.grouped(held)) usulan yang ditahan sampai diperiksa di lapangan." : ""
  }

  /// Below tables whose counts hold it; empty where nothing is.
  static func included(_ held: Int) -> String {
    guard held > 0 else { return "" }
    return "Jumlah tiap aturan memuat yang ditahan, seluruhnya \(IndonesianNumber.grouped(held)): pengaman meminta "
      + "pemeriksaan lapangan lebih dahulu, sehingga tidak masuk surat dan tidak dihitung pada bagan dugaan TMS dan "
      + "tabel wilayah."
  }
}
