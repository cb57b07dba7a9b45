import RollModel

/// What a row of a list offers as evidence, in words that may be printed.
enum ListEvidence {
  /// The kind of evidence and, where the list writes more than that, what it writes; long numbers are starred.
  static func words(of entry: Voter) -> String {
    let written = PrintedText.masked(entry.evidence)
    guard let kind = kind(of: written) else { return written.isEmpty ? .notStated : written }
    let said = written.lowercased()
    return said == kind || said.isEmpty ? kind : said.contains(kind) ? written : "\(kind): \(written)"
  }

  /// Whether a list's own words name a record of an office: a deed, a decision, a letter.
  static func isOfficial(_ written: String) -> Bool { kind(of: written).map { official.contains($0) } ?? false }

  private static let official: Set<String> = [
    "akta kematian", "putusan pengadilan", "surat keputusan", "surat keterangan", "surat pindah",
  ]

  /// The kind that a list's own words name; nil when they name none that is known.
  static func kind(of written: String) -> String? {
    let words = words(in: written.uppercased())
    return kinds.first { kind in kind.marks.contains { mark in words.starts(anywhere: mark) } }?.name
  }

  /// Runs of letters and digits; plain letters, which most lists are written in, are told by their bytes.
  private static func words(in text: String) -> [String] {
    guard text.utf8.allSatisfy({ $0 < 128 }) else {
      return text.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }
    return text.utf8.split { !(65...90 ~= $0 || 97...122 ~= $0 || 48...57 ~= $0) }.map { String(Substring($0)) }
  }

  /// In order of strength: what is named first counts.
  private static let kinds: [(name: String, marks: [[String]])] = [
    ("akta kematian", [["AKTA"], ["AKTE"], ["KUTIPAN", "AKTA"]]),
    ("putusan pengadilan", [["PUTUSAN"], ["PENGADILAN"]]),
    ("surat keputusan", [["SK"], ["KEPUTUSAN"], ["SKEP"], ["KEP"]]),
    ("surat keterangan", [["SURAT", "KETERANGAN"], ["SUKET"], ["SKM"], ["SURAT", "KET"], ["SURAT", "KEMATIAN"]]),
    ("surat pernyataan kematian", [["SURAT", "PERNYATAAN"], ["PERNYATAAN", "KEMATIAN"]]),
    ("swafoto memegang KTP-el", [["SWAFOTO"], ["SELFIE"]]),
    ("surat pindah", [["SKPWNI"], ["SURAT", "PINDAH"], ["SKP"]]),
    ("daftar instansi", [["DUKCAPIL"], ["DISDUKCAPIL"], ["DINAS"], ["BPJS"], ["KODIM"], ["POLRES"], ["IMIGRASI"]]),
    ("laporan", [["LAPORAN"], ["LAPOR"], ["INFORMASI"], ["KETERANGAN"], ["MASYARAKAT"], ["WARGA"], ["RT"]]),
  ]
}

extension [String] {
  fileprivate func starts(anywhere mark: [String]) -> Bool {
    indices.contains { self[$0...].starts(with: mark) }
  }
}

extension String {
  fileprivate static let notStated = "bukti tidak disebut pada daftar"
}
