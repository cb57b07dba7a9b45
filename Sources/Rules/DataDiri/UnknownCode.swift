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
      let file: String
      let line: Int
    }
    var fields: [Place: [Field]] = [:]
    let files = context.data.files
    for repair in context.data.repairs where repair.deed == .leftUnknown {
      guard let field = repair.field, Self.codes.contains(field) else { continue }
      guard files[Int(repair.file)].role == .roll else { continue }
      fields[Place(file: files[Int(repair.file)].path, line: Int(repair.line)), default: []].append(field)
    }
    guard !fields.isEmpty else { return [] }
    return (0..<context.roll.count).compactMap { row in
      let voter = context.roll[row]
      guard let unknown = fields[Place(file: voter.path, line: voter.line)], !voter.isStruck else { return nil }
      let words = unknown.map { "\($0.rawValue) «\(voter.text($0))»" }.sorted().joined(separator: ", ")
      return context.finding(
        Self.card, on: voter, evidence: "isian pada daftar pemilih", "kode tidak dikenal: \(words)")
    }
  }
}
