import RollModel

/// What a code column may hold: nothing, a known code, or something that no table knows.
public enum CodeReading<Value: Sendable>: Sendable {
  case empty
  case value(Value)
  case unknown
}

/// Sex, marital status, card, disability, sticker and TMS marks as written, to codes. Sources: domain page, section 3.
public enum CodeText {
  public static func sex(_ text: FieldBytes) -> CodeReading<Sex> {
    look(up: text, in: sexes)
  }

  public static func marital(_ text: FieldBytes) -> CodeReading<MaritalStatus> {
    look(up: text, in: maritals)
  }

  /// S sudah, B belum (KTP-el).
  public static func hasCard(_ text: FieldBytes) -> CodeReading<Bool> {
    look(up: text, in: cards)
  }

  /// 1–6 as the law lists them, also as `01` (the forms of coklit); 0 is none.
  public static func disability(_ text: FieldBytes) -> CodeReading<Int> {
    let isPadded = text.count == 2 && text[0] == 48
    return look(up: isPadded ? text.part(1..<2) : text, in: disabilities)
  }

  public static func sticker(_ text: FieldBytes) -> CodeReading<Bool> {
    look(up: text, in: stickers)
  }

  /// The TMS reason that a row is marked with, by number in `table` or by label; free words are no mark.
  ///
  /// A number that the table does not have is `unknown`, and so are what looks like a code of another table (`X`, `K.1`)
  /// and `TMS` without a reason.
  public static func mark(_ text: FieldBytes, table: CodeTable) -> CodeReading<TMSCode> {
    let word = withoutLead(key(text.withoutZeroDecimals))
    guard !word.isEmpty, word != "0" else { return .empty }
    if bareMarks.contains(word) { return .unknown }
    if let number = Int(word.prefix { $0.isNumber }) {
      if number == 0 { return .empty }
      guard number < 1000 else { return .empty }
      return table.code(number).map { .value($0) } ?? .unknown
    }
    guard !staying.contains(where: word.hasPrefix) else { return .empty }
    if shortMarks.contains(word) { return .value(.deceased) }
    if let mark = marks.first(where: { word.hasPrefix($0.0) }) { return .value(mark.1) }
    return isCode(word) && !formMarks.contains(word) ? .unknown : .empty
  }

  /// Whether a remark marks its row as TMS and leaves out why.
  public static func isBareMark(_ text: FieldBytes) -> Bool { bareMarks.contains(key(text)) }

  /// A letter alone or before one or two digits.
  private static func isCode(_ word: String) -> Bool {
    guard let first = word.utf8.first, first.isLetter else { return false }
    return word.utf8.count <= 3 && word.utf8.dropFirst().allSatisfy(\.isDigit)
  }

  /// A mark without the words that may stand before it: `TMS 1`, `KODE 4`.
  private static func withoutLead(_ word: String) -> String {
    for lead in ["TMSKODE", "TMS", "KODETMS", "KODE"] where word.hasPrefix(lead) && word != lead {
      return String(word.dropFirst(lead.count))
    }
    return word
  }

  private static func look<Value>(up text: FieldBytes, in table: [String: Value?]) -> CodeReading<Value> {
    let word = key(text.withoutZeroDecimals)
    guard !word.isEmpty, !text.isNothingWord else { return .empty }
    guard let entry = table[word] else { return text.isUnknownWord ? .empty : .unknown }
    return entry.map { .value($0) } ?? .empty
  }

  /// Capital letters and digits only.
  private static func key(_ text: FieldBytes) -> String {
    String(decoding: text.filter { $0.isLetter || $0.isDigit }.map(\.upper), as: UTF8.self)
  }
}

private let sexes: [String: Sex?] = [
  "L": .male, "P": .female, "1": .male, "2": .female, "LK": .male, "PR": .female, "LAKILAKI": .male,
  "PEREMPUAN": .female, "LAKI": .male, "PRIA": .male, "WANITA": .female, "W": .female, "0": nil,
]

private let maritals: [String: MaritalStatus?] = [
  "B": .never, "S": .married, "P": .formerly, "BELUM": .never, "BELUMKAWIN": .never, "BELUMMENIKAH": .never,
  "SUDAH": .married, "SUDAHKAWIN": .married, "SUDAHMENIKAH": .married, "KAWIN": .married, "MENIKAH": .married,
  "KAWINTERCATAT": .married, "KAWINTIDAKTERCATAT": .married, "KAWINBELUMTERCATAT": .married,
  "PERNAH": .formerly, "PERNAHKAWIN": .formerly, "PERNAHMENIKAH": .formerly, "CERAI": .formerly,
  "NIKAH": .married, "SUDAHNIKAH": .married, "BELUMNIKAH": .never, "BELUMPERNAHKAWIN": .never,
  "BELUMPERNAHMENIKAH": .never, "TIDAKKAWIN": .never, "LAJANG": .never,
  "CERAITERCATAT": .formerly, "CERAITIDAKTERCATAT": .formerly, "CERAIBELUMTERCATAT": .formerly,
  "CERAIHIDUPTERCATAT": .formerly, "CERAIMATITERCATAT": .formerly,
  "BBELUM": .never, "SSUDAH": .married, "PPERNAH": .formerly,
  "K": .married, "BK": .never, "CH": .formerly, "CM": .formerly,
  // Numbers as OpenSID keeps them: 1 belum, 2 kawin, 3 cerai hidup, 4 cerai mati.
  "1": .never, "2": .married, "3": .formerly, "4": .formerly,
  "CERAIHIDUP": .formerly, "CERAIMATI": .formerly, "JANDA": .formerly, "DUDA": .formerly, "0": nil,
]

/// Letters of the forms: S has been recorded, B has not; numbers as OpenSID keeps them: 1 belum, 2 KTP-el, 3 KIA.
///
/// A *surat keterangan* is given to who has been recorded and waits for the card, a card can only be printed of who has
/// been. `BELUM CETAK`, `RUSAK`, `HILANG` and `KTP LAMA` say neither.
private let cards: [String: Bool?] = [
  "S": true, "B": false, "SUDAH": true, "BELUM": false, "YA": true, "TIDAK": false, "ADA": true, "SUDAHREKAM": true,
  "BELUMREKAM": false, "0": nil, "1": false, "2": true, "3": false, "KTPEL": true, "KIA": false, "PUNYA": true,
  "SSUDAH": true, "BBELUM": false, "SUDAHPEREKAMAN": true, "BELUMPEREKAMAN": false, "SUDAHMEREKAM": true,
  "BELUMMEREKAM": false, "TELAHREKAM": true, "REKAM": true, "SUDAHREKAMBELUMCETAK": true, "PRR": true,
  "SUDAHCETAK": true,
  "TERCETAK": true, "SUKET": true, "SURATKETERANGAN": true, "EKTP": true, "KTPELEKTRONIK": true, "KTPE": true,
  "MEMILIKI": true, "SUDAHMEMILIKI": true, "SUDAHPUNYA": true, "SUDAHADA": true, "MEMILIKIKTPEL": true,
  "SUDAHKTPEL": true, "SUDAHEKTP": true, "TIDAKADA": false, "BELUMADA": false, "TIDAKPUNYA": false, "BELUMPUNYA": false,
  "TIDAKMEMILIKI": false, "BELUMMEMILIKI": false, "BELUMMEMILIKIKTPEL": false, "BELUMKTPEL": false, "BELUMEKTP": false,
  "NONKTPEL": false, "TIDAKREKAM": false,
]

/// Kinds as the law and SIAK name them; SIAK's kinds of two at once and of none of these have no number.
private let disabilities: [String: Int?] = [
  "0": nil, "1": 1, "2": 2, "3": 3, "4": 4, "5": 5, "6": 6, "TIDAK": nil, "TIDAKADA": nil, "NON": nil, "FISIK": 1,
  "TUNADAKSA": 1, "INTELEKTUAL": 2, "TUNAGRAHITA": 2, "MENTAL": 3, "SENSORIKWICARA": 4, "WICARA": 4, "TUNAWICARA": 4,
  "SENSORIKRUNGU": 5, "RUNGU": 5, "TUNARUNGU": 5, "SENSORIKNETRA": 6, "NETRA": 6, "TUNANETRA": 6,
  "DISABILITASFISIK": 1, "CACATFISIK": 1, "DISABILITASINTELEKTUAL": 2, "DISABILITASMENTAL": 3, "CACATMENTAL": 3,
  "CACATMENTALJIWA": 3, "DISABILITASWICARA": 4, "DISABILITASSENSORIKWICARA": 4, "DISABILITASRUNGU": 5,
  "DISABILITASSENSORIKRUNGU": 5, "DISABILITASNETRA": 6, "DISABILITASSENSORIKNETRA": 6, "CACATNETRA": 6,
  "CACATNETRABUTA": 6, "BUTA": 6, "TULI": 5, "BISU": 4,
  "TIDAKCACAT": nil, "BUKAN": nil, "BUKANDISABILITAS": nil, "NORMAL": nil, "SEHAT": nil, "NONDISABILITAS": nil,
  "TIDAKDISABILITAS": nil, "TANPADISABILITAS": nil, "TIDAKPENYANDANG": nil, "TIDAKMEMILIKI": nil, "TDK": nil,
]

private let stickers: [String: Bool?] = [
  "YA": true, "TIDAK": false, "Y": true, "T": false, "ADA": true, "TIDAKADA": false, "1": true, "0": false,
  "SUDAH": true, "BELUM": false, "TERPASANG": true, "TIDAKTERPASANG": false, "DITEMPEL": true, "TIDAKDITEMPEL": false,
]

/// Marks without a reason.
private let bareMarks: Set<String> = ["TMS", "KODETMS", "TIDAKMEMENUHISYARAT", "TMSTIDAKMEMENUHISYARAT"]

/// Letters that forms of coklit have in this column beside the codes: changed, new, not changed, and a tick.
private let formMarks: Set<String> = ["U", "B", "V"]

/// Words that mean a death where they stand alone.
private let shortMarks: Set<String> = ["MD", "ALM", "ALMH", "ALMARHUM", "ALMARHUMAH", "WAFAT"]

/// Beginnings of remarks on moves whose voter stays on this roll: who votes elsewhere, who came from elsewhere (a class of
/// new voters, practice page, section 2.1), and whose house has another RT or RW now.
private let staying = [
  "PINDAHMEMILIH", "PINDAHPILIH", "PINDAHMASUK", "PINDAHDATANG", "PINDAHDARI", "PINDAHRT", "PINDAHRW", "PINDAHKERT",
  "PINDAHKERW", "PINDAHANTARRT", "PINDAHANTARRW", "PINDAHANDARI", "PINDAHANMASUK", "PINDAHANDATANG", "PINDAHRUMAH",
  // A sport, not a double.
  "GANDAPUTRA", "GANDAPUTRI", "GANDACAMPURAN",
]

/// Beginnings of labels, the longer before the shorter.
private let marks: [(String, TMSCode)] = [
  ("MENINGGAL", .deceased), ("MENINGALDUNIA", .deceased), ("MATI", .deceased), ("GANDA", .duplicate),
  ("DIBAWAHUMUR", .underage), ("BAWAHUMUR", .underage), ("BELUMCUKUPUMUR", .underage), ("BELUMGENAP17", .underage),
  ("PINDAHTPS", .wrongStation), ("PINDAHKETPS", .wrongStation), ("PINDAHANTARTPS", .wrongStation), ("PINDAH", .moved),
  ("WNA", .foreign), ("TNI", .military), ("POLRI", .police), ("TPSTIDAKSESUAI", .wrongStation),
  ("SALAHTPS", .wrongStation),
  ("TIDAKDIKENAL", .unknownPerson), ("HILANGINGATAN", .insane), ("HAKPILIHDICABUT", .revoked),
  ("DICABUTHAKPILIH", .revoked), ("BUKANPENDUDUK", .notResident),
]
