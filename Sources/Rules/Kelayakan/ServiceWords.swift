/// What a row of a list of soldiers or police says of a person besides a retirement, in the list's own words.
///
/// The first phrase of a kind counts. A word of `outside` says that he never served: a civil servant of the force, one of
/// the family. One of `ending` says that the service ended otherwise than by retirement, from a day on. One of `open` may
/// mean either.
struct ServiceWords {
  private(set) var outside: Substring?
  private(set) var ending: Substring?
  private(set) var open: Substring?

  private let written: [Substring]
  private let words: [String]
  /// Of words that begin a cell, or a part of one.
  private let starts: Set<Int>

  init(_ text: String) {
    let written = text.split { !$0.isLetter && !$0.isNumber }
    let words = written.map { $0.uppercased() }
    let starts = Set(
      written.indices.filter { place in
        let before = place == 0 ? text.startIndex : written[place - 1].endIndex
        return place == 0 || text[before..<written[place].startIndex].contains { ",;/|()-".contains($0) }
      })
    (self.written, self.words, self.starts) = (written, words, starts)
    var doubted: Substring?
    var outside = first(Self.civilians) { place, _ in
      if isDoubted(place) {
        doubted = doubted ?? written[place]
        return false
      }
      return words[place] != "SIPIL" || starts.contains(place) || Self.beforeSipil.contains(words[place - 1])
    }
    if outside == nil { outside = first(Self.family) { place, end in starts.contains(place) && !isInformant(end) } }
    if outside == nil { outside = first(Self.widows) { _, _ in true } }
    if outside == nil { outside = first(Self.noMember) { _, _ in true } }
    let ending = first(Self.endings) { place, end in
      if isDoubted(place) || words[end...].prefix(3).contains(where: Self.lasting.contains) {
        doubted = doubted ?? written[place]
        return false
      }
      return true
    }
    self.outside = outside
    self.ending = ending
    open =
      doubted
      ?? first(Self.openPhrases) { place, _ in
        place == 0 || words[place] != "TARUNA" || words[place - 1] != "KARANG"
      }
  }

  /// The first of the phrases in the text that passes, as the list writes it.
  private func first(_ phrases: [[String]], where passes: (_ place: Int, _ end: Int) -> Bool) -> Substring? {
    for place in words.indices {
      for phrase in phrases where words[place...].starts(with: phrase) {
        let end = place + phrase.count
        guard passes(place, end), let first = written[place...].first, let last = written[..<end].last else { continue }
        return first.base[first.startIndex..<last.endIndex]
      }
    }
    return nil
  }

  /// Whether the word before takes back what is said, or says that it is still to come.
  private func isDoubted(_ place: Int) -> Bool { place > 0 && Self.doubts.contains(words[place - 1]) }

  /// `istri ybs` says who told of it; `anak buah` is none of the family.
  private func isInformant(_ end: Int) -> Bool {
    end < words.count && ["YBS", "YANG", "BERENCANA", "BUAH"].contains(words[end])
  }

  private static let civilians: [[String]] = [
    ["PEGAWAI", "NEGERI", "SIPIL"], ["PNS"], ["CPNS"], ["ASN"], ["PPPK"], ["P3K"], ["SIPIL"], ["HONORER"], ["PHL"],
    ["THL"], ["SATPOL"], ["PAMONG", "PRAJA"], ["BANPOL"],
  ]
  /// Behind other words it is none of a person's: `Catatan Sipil`, `Teknik Sipil`.
  private static let beforeSipil: Set<String> = [
    "WARGA", "PEGAWAI", "ORANG", "MASYARAKAT", "KARYAWAN", "TENAGA", "ANGGOTA", "SUDAH", "STATUS",
  ]
  private static let family: [[String]] = [["KELUARGA"], ["ISTRI"], ["ISTERI"], ["SUAMI"], ["ANAK"]]
  private static let widows: [[String]] =
    [["WARAKAWURI"], ["PERSIT"], ["BHAYANGKARI"], ["JALASENASTRI"]] + of(["JANDA", "DUDA"])
  private static let noMember = of(["BUKAN"])
  private static let endings: [[String]] =
    [
      ["PTDH"], ["PDTH"], ["DIPECAT"], ["PECATAN"], ["PEMECATAN"], ["DIBERHENTIKAN"], ["PEMBERHENTIAN"], ["BERHENTI"],
      ["MENGUNDURKAN", "DIRI"],
    ] + of(["MANTAN", "EKS", "BEKAS"])

  /// The words before a word for one who serves.
  private static func of(_ words: [String]) -> [[String]] {
    words.flatMap { word in
      ["ANGGOTA", "TNI", "POLRI", "MILITER", "PRAJURIT", "POLISI", "PERSONEL", "PURNAWIRAWAN"].map { [word, $0] }
    }
  }

  /// Who loses a post, or leaves for a time, serves still.
  private static let lasting: Set<String> = ["SEMENTARA", "JABATAN"]
  private static let doubts: Set<String> = [
    "BUKAN", "BELUM", "TIDAK", "AKAN", "USUL", "USULAN", "DIUSULKAN", "PROSES", "SIDANG", "RENCANA", "BATAL", "BANDING",
    "MANTAN", "EKS", "BEKAS", "DARI",
  ]
  private static let openPhrases: [[String]] = [
    ["NONAKTIF"], ["DINONAKTIFKAN"], ["INAKTIF"], ["NON", "AKTIF"], ["TIDAK", "AKTIF"], ["TAK", "AKTIF"],
    ["BELUM", "AKTIF"], ["TIDAK", "LAGI"], ["TIDAK", "BERDINAS"], ["TIDAK", "DINAS"], ["DESERSI"], ["DESERTIR"],
    ["SKORSING"], ["DISKORS"], ["SISWA"], ["SISWI"], ["TARUNA"], ["TARUNI"], ["CASIS"], ["CATAR"], ["CATAM"],
    ["MENINGGAL"], ["WAFAT"], ["GUGUR"], ["TEWAS"], ["ALM"], ["ALMARHUM"], ["ALMARHUMAH"],
    // Ranks of the civil servants of the force.
    ["PENATA"], ["PENGATUR"], ["PENDA"], ["PENGDA"],
  ]
}
