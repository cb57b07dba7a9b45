import RollModel

/// What the case's lists cannot say because identity numbers came without their last digit, or masked.
package struct WeakNumbers: Sendable {
  /// One sentence for each file and column whose numbers are not whole, in order of file.
  package let columns: [String]
  /// What therefore is not claimed of the voter roll; empty where its numbers are whole.
  package let ruledOut: [String]
  /// The roll's numbers as letters name them: `NIK`, `NKK`, `NIK dan NKK`; empty where they are whole.
  let subject: String
  private let states: Set<SourceFile.NumberState>

  package init(_ data: CaseData) {
    columns = data.files.flatMap { file -> [String] in
      guard file.role.isPersons || file.role == .visits else { return [] }
      let nik = file.role == .visits ? nil : Self.words(file, "NIK", file.nikState, file.nikColumn)
      return [nik, Self.words(file, "NKK", file.nkkState, file.nkkColumn)].compactMap { $0 }
    }
    let files = data.roll.files.filter { $0.rowsUsed > 0 }
    let nik = files.filter { $0.nikState.isWeak || $0.nikColumn.lost > 0 }
    let nkk = files.filter { $0.nkkState.isWeak || $0.nkkColumn.lost > 0 }
    subject = [nik.isEmpty ? "" : "NIK", nkk.isEmpty ? "" : "NKK"].filter { !$0.isEmpty }.joined(separator: " dan ")
    states = Set(nik.map { $0.nikState == .masked ? .masked : .truncated })
      .union(nkk.map { $0.nkkState == .masked ? .masked : .truncated })
    var claims: [String] = []
    if !nik.isEmpty { claims += Self.claims(nik) }
    if !nkk.isEmpty { claims.append(Self.card) }
    ruledOut = claims
  }

  package var isEmpty: Bool { columns.isEmpty && ruledOut.isEmpty }
}

// MARK: Words

extension WeakNumbers {
  private static func words(
    _ file: SourceFile, _ name: String, _ state: SourceFile.NumberState, _ column: SourceFile.NumberColumn
  ) -> String? {
    guard state.isWeak || column.lost > 0 else { return nil }
    let header = column.header.isEmpty ? name : "«\(column.header)» (\(name))"
    let start = "\(file.path), kolom \(header): "
    let all = IndonesianNumber.grouped(column.written)
    switch state {
    case .masked:
      let count = column.written > 0 ? "\(IndonesianNumber.grouped(column.masked)) dari \(all) nomor " : ""
      return start + "disamarkan; \(count)\(digits(column.shown))."
    case .truncated:
      let count = column.written > 0 ? "\(IndonesianNumber.grouped(column.lost)) dari \(all) nomor " : ""
      return start + "terpotong; \(count)kehilangan angka terakhir, jadi dibandingkan sebagai 15 angka."
    case .full, .absent:
      return start + "sebagian terpotong; \(IndonesianNumber.grouped(column.lost)) dari \(all) nomor kehilangan angka "
        + "terakhir dan tidak dianggap nomor utuh, selebihnya dipakai utuh."
    }
  }

  /// `hanya menampakkan angka ke-1–10`.
  private static func digits(_ shown: UInt16) -> String {
    var runs: [String] = []
    var at = 0
    while at < 16 {
      let start = at
      while at < 16, shown >> UInt16(at) & 1 == 1 { at += 1 }
      if at > start { runs.append(at == start + 1 ? "\(at)" : "\(start + 1)–\(at)") } else { at += 1 }
    }
    return runs.isEmpty ? "tidak menampakkan angkanya" : "hanya menampakkan angka ke-" + runs.joined(separator: ", ")
  }

  /// What the hidden digits of these files' NIK rule out.
  private static func claims(_ files: [SourceFile]) -> [String] {
    var claims = [
      "NIK ganda tidak dinyatakan dari nomor yang demikian, begitu pula satu NIK pada dua orang; kegandaan dinilai dari "
        + "seluruh isian."
    ]
    let masked = files.filter { $0.nikState == .masked }
    guard !masked.isEmpty else {
      return claims + ["Nomor urut NIK tidak diperiksa, dan usulan ganda tidak pernah bertingkat pasti."]
    }
    let shown = masked.reduce(UInt16.max) { $0 & $1.nikColumn.shown }
    func hides(_ range: Range<Int>) -> Bool { range.contains { shown >> UInt16($0) & 1 == 0 } }
    var parts: [String] = []
    if hides(6..<8) { parts.append("hari lahir dan jenis kelamin") }
    if hides(8..<10) { parts.append("bulan lahir") }
    if hides(10..<12) { parts.append("tahun lahir") }
    if !parts.isEmpty {
      claims.append(
        "Ketidaksesuaian \(parts.joined(separator: ", ")) dengan NIK tidak dapat dinyatakan, karena angkanya tersembunyi."
      )
    }
    if hides(0..<6) { claims.append("Kode wilayah dalam NIK tidak dapat diperiksa.") }
    if hides(12..<16) { claims.append("Nomor urut NIK tidak dapat diperiksa.") }
    claims.append("Umur pemilih hanya dapat dinilai bila tahun lahirnya sendiri tidak disamarkan.")
    return claims + ["Usulan ganda paling tinggi bertingkat perlu-verifikasi."]
  }

  private static let card =
    "Kesamaan NKK hanya berarti angka yang ada sama, jadi hanya dihitung bersama desa atau alamatnya; satu KK di beberapa "
    + "TPS tidak dinyatakan."

  /// The sentence of a letter; nil where the roll's numbers are whole.
  var letter: String? {
    guard !subject.isEmpty else { return nil }
    return "\(subject) dalam salinan daftar pemilih yang diterima tidak utuh (\(reason)). Karena itu surat ini tidak "
      + "menyatakan adanya NIK ganda; kegandaan dinilai dari kesesuaian seluruh isian dan agar dicocokkan dengan NIK "
      + "lengkap yang ada pada penyelenggara."
  }

  /// The line above an annex; nil where the roll's numbers are whole.
  var annex: String? {
    guard !subject.isEmpty else { return nil }
    return
      "\(subject) tidak utuh (\(reason)); tanda * adalah angka yang tidak diketahui. Baris bukan NIK ganda; cocokkan "
      + "dengan nomor lengkap pada penyelenggara."
  }

  private var reason: String {
    [
      states.contains(.truncated) ? "digit terakhirnya tidak lengkap" : "",
      states.contains(.masked) ? "sebagian digitnya disamarkan" : "",
    ].filter { !$0.isEmpty }.joined(separator: "; ")
  }
}
