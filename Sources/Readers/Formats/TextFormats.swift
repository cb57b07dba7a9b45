import Documents

extension FormatReader {
  /// "Unicode Text" of Excel and other text in pairs of bytes.
  static let wideText = FormatReader(.utf16) { file, _, _ throws(Refusal) in
    guard let text = WideText.utf8(file) else {
      throw Refusal("tersimpan sebagai teks UTF-16 yang terlalu besar. Simpan sebagai CSV UTF-8 lalu ulangi.")
    }
    guard text.count > 0 else { throw Refusal("hanya berisi tanda UTF-16. Minta salinan yang utuh.") }
    return OpenedText(text: text, format: "CSV UTF-16")
  }

  /// Text with a few NUL bytes: padding behind its end, as old programs leave it, or one that slipped into a cell.
  static let textWithZeros = FormatReader(.binary) { file, _, _ throws(Refusal) in
    let zeros = file.bytes.count { $0 == 0 }
    let length = file.bytes.lastIndex { $0 != 0 && $0 != TextEnd.controlZ }.map { $0 + 1 } ?? 0
    let inside = file.bytes[..<length].count { $0 == 0 }
    guard length > 0, inside * 1000 <= length, !file.bytes[..<length].contains(where: { $0 < 9 && $0 != 0 }) else {
      throw Refusal("berisi bita NUL, jadi bukan berkas teks. Simpan sebagai CSV UTF-8 lalu ulangi.")
    }
    var notices: [String] = []
    if zeros > inside { notices.append("\(zeros - inside) bita NUL di akhir berkas diabaikan.") }
    if inside > 0 { notices.append("\(inside) bita NUL di dalam isian dibaca sebagai tanda tanya.") }
    // One pass over a damaged file; what it was is told by the notice.
    return OpenedText(
      text: FileBytes(file.bytes[..<length].map { $0 == 0 ? UInt8(ascii: "?") : $0 }), format: "CSV", notices: notices)
  }
}

/// What programs of DOS put behind the end of a text.
enum TextEnd {
  static let controlZ: UInt8 = 0x1A

  /// Bytes at the end of a file that are no text: NUL and Ctrl-Z.
  static func padding(_ file: FileBytes) -> Int {
    var end = file.count
    while end > 0, file.bytes[end - 1] == 0 || file.bytes[end - 1] == controlZ { end -= 1 }
    return file.count - end
  }
}
