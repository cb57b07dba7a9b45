import RollModel

/// Flags a row in which a code was written that no table knows: the field was left unknown, the voter is counted.
struct UnknownCode: RollRule {
  static let card = RuleCard(
    id: "kode-tidak-dikenal",
    category: .dataDiri,
    severity: .data,
    field: .remark,
    authority: Authority.roll,
    summary: "Kode status, jenis kelamin, disabilitas, KTP-el, atau keterangan TMS tidak dikenal.",
    why: """
      Kode di luar tabel tidak dapat dibaca, jadi isian itu dianggap tidak diketahui dan pemilihnya tetap dihitung. \
      Keterangan TMS yang tidak dikenal dapat berarti pemilih yang semestinya sudah dikeluarkan, atau catatan biasa.
      """,
    verify: "Tanyakan arti kode itu kepada pembuat daftar.",
    action: "Ganti dengan kode baku.",
    examples: [
      Example(
        """
        ? | nama | keterangan | jenis_kelamin
          | ANI  | 1          | P
        ! | ANA  | ?99        | P
          | ANU  |            | L
        ! | INA  |            | ?X
          | INI  | 4          | L
        """)
    ])

  let settings: RuleValues

  private static let codes: Set<Field> = [.remark, .marital, .sex, .disability, .cardStatus]

  func findings(in context: RuleContext) -> [Finding] {
    struct Place: Hashable {
      let file: Int
      let line: Int
    }
    let roll = context.roll
    let numbers = Dictionary(uniqueKeysWithValues: roll.files.enumerated().map { ($1.path, $0) })
    let files = context.data.files
    var fields: [Place: [Field]] = [:]
    for repair in context.data.repairs where repair.deed == .leftUnknown {
      guard let field = repair.field, Self.codes.contains(field) else { continue }
      let file = files[Int(repair.file)]
      guard file.role == .roll, let number = numbers[file.path] else { continue }
      fields[Place(file: number, line: Int(repair.line)), default: []].append(field)
    }
    guard let last = fields.keys.map(\.line).max() else { return [] }
    // Few rows bear one: most are passed over at a look at their line.
    var lines = [Bool](repeating: false, count: last + 1)
    for place in fields.keys { lines[place.line] = true }
    return (0..<roll.count).compactMap { row in
      let line = Int(roll.columns.line[row])
      guard line <= last, lines[line] else { return nil }
      let voter = roll[row]
      guard let unknown = fields[Place(file: voter.fileNumber, line: voter.line)], !voter.isStruck else { return nil }
      let words = unknown.map { "\($0.rawValue) «\(PrintedText.masked(voter.text($0)))»" }.sorted().joined(
        separator: ", ")
      var finding = context.finding(
        Self.card, on: voter, evidence: "isian pada daftar pemilih", "kode tidak dikenal: \(words)")
      finding.field = unknown.min { $0.rawValue < $1.rawValue }
      return finding
    }
  }
}
