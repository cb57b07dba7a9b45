/// Puts the argument parser's own English words into Indonesian; texts of padan itself pass unchanged.
enum HelpWords {
  static func indonesian(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line(String($0)) }.joined(separator: "\n")
  }

  private static func line(_ text: String) -> String {
    var text = text
    // Only counts are read by the argument parser itself, which does not say what is wrong with one.
    if text.hasPrefix("Error: The value '"), text.hasSuffix("'") {
      text += "; tulis bilangan bulat tanpa titik dan koma, misalnya 1000"
    }
    for (english, indonesian) in starts where text.hasPrefix(english) {
      text = indonesian + text.dropFirst(english.count)
      break
    }
    for (english, indonesian) in parts { text = replace(english, indonesian, in: text) }
    return text
  }

  private static func replace(_ old: String, _ new: String, in text: String) -> String {
    var result = ""
    var rest = text[...]
    while let place = place(of: old, in: rest) {
      result += rest[..<place] + new
      rest = rest[rest.index(place, offsetBy: old.count)...]
    }
    return result + rest
  }

  private static func place(of part: String, in text: Substring) -> String.Index? {
    text.indices.first { text[$0...].hasPrefix(part) }
  }

  private static let starts: [(String, String)] = [
    ("OVERVIEW: ", ""),
    ("USAGE: ", "CARA PAKAI: "),
    ("Usage: ", "Cara pakai: "),
    ("ARGUMENTS:", "ARGUMEN:"),
    ("OPTIONS:", "PILIHAN:"),
    ("SUBCOMMANDS:", "PERINTAH:"),
    ("Error: ", "Keliru: "),
    ("Help:  ", "Bantuan: "),
  ]

  private static let parts: [(String, String)] = [
    ("Show help information.", "Tampilkan bantuan ini."),
    ("Show subcommand help information.", "Tampilkan bantuan perintah."),
    ("(default:", "(bawaan:"),
    ("; default:", "; bawaan:"),
    ("(values:", "(nilai:"),
    ("<options>", "<pilihan>"),
    ("<subcommand>", "<perintah>"),
    ("<subcommands>", "<perintah>"),
    ("padan help <", "padan bantuan <"),
    (" --help' for more information.", " --bantuan' untuk keterangan lebih lanjut."),
    ("' for detailed help.", "' untuk bantuan lengkap."),
    ("' for more information.", "' untuk keterangan lebih lanjut."),
    ("  See '", "  Lihat '"),
    ("Unknown option '", "Pilihan tidak dikenal '"),
    ("Did you mean '", "Maksudnya '"),
    ("Missing expected argument '", "Belum disebutkan '"),
    ("Missing value for '", "Belum ada nilai untuk '"),
    ("unexpected arguments: '", "argumen berlebih: '"),
    ("Unexpected argument '", "Argumen berlebih '"),
    ("The value '", "Nilai '"),
    ("' is invalid for '", "' tidak berlaku untuk '"),
    ("Please provide one of the following:", "Pilih salah satu:"),
    ("Please provide one of ", "Pilih salah satu: "),
    (" does not take any value, but '", " tidak menerima nilai, tetapi tertulis '"),
    ("' was specified.", "'."),
    ("The option '", "Pilihan '"),
  ]
}
