import RollModel

/// Flags a row without an address, where its file has addresses at all.
struct MissingAddress: RollRule {
  static let card = RuleCard(
    id: "alamat-kosong",
    category: .alamat,
    severity: .data,
    field: .address,
    authority: Authority.roll,
    summary: "Alamat pemilih tidak terisi.",
    why: """
      Tanpa alamat pemilih sukar didatangi dan ditempatkan. Berkas yang sama sekali tidak memuat alamat tidak dinilai, \
      begitu pula TPS lokasi khusus (bernomor 901 ke atas). RT dan RW dinilai aturan rt-rw-kosong.
      """,
    verify: "Cocokkan alamat dengan KTP-el atau KK.",
    action: "Lengkapi alamat.",
    examples: [
      Example(
        """
        ? | nama | alamat    | tps
          | ANI  | JL MAWAR  | 1
        ! | ANA  |           | 1
          | ANU  |           | 901
        ! | INA  |           | 2
          | INI  | DUSUN I   | 2
        """),
      Example(
        """
        ? | nama | tps
          | ANI  | 1
          | ANA  | 1
        """),
    ])

  static let fields = FieldNeed.of(.roll, .address)

  let settings: RuleValues

  func findings(in context: RuleContext) -> [Finding] {
    let roll = context.roll
    var hasAddresses = [Bool](repeating: false, count: roll.files.count)
    var empty: [Int] = []
    for row in 0..<roll.count {
      if roll.columns.address[row] == Lexicon.nothing {
        empty.append(row)
      } else {
        hasAddresses[Int(roll.columns.file[row])] = true
      }
    }
    return empty.compactMap { row in
      let voter = roll[row]
      guard hasAddresses[voter.fileNumber], !SpecialStation.contains(voter.tps), !voter.isStruck else { return nil }
      return context.finding(Self.card, on: voter, evidence: "alamat pada daftar pemilih", "alamat tidak terisi")
    }
  }
}
