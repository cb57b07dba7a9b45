/// Words of names that are not given names, or that stand for another spelling. Source: matching page, section 1.1.
struct NameTables: Sendable {
  struct Kind: OptionSet, Sendable {
    let rawValue: UInt8
    static let title = Kind(rawValue: 1)
    /// A title that is read as an initial when it does not come first: R, H, DT.
    static let initialInside = Kind(rawValue: 2)
    /// BIN, BINTI: what follows is the father's name.
    static let patronym = Kind(rawValue: 4)
    /// NI, I, NYI before a Balinese birth-order name.
    static let balineseArticle = Kind(rawValue: 8)
    static let balineseName = Kind(rawValue: 16)
    /// An abbreviation that is spelled out only when another word stands beside it.
    static let onlyInCompany = Kind(rawValue: 32)
    static let deceased = Kind(rawValue: 64)
  }

  /// Spellings of the tables, with their kinds and what they are spelled out to.
  let kinds: [String: Kind]
  let expansions: [String: String]
  /// All spellings in a fixed order.
  let words: [String]

  static let standard = NameTables()

  private init() {
    var kinds: [String: Kind] = [:]
    func mark(_ list: String, _ kind: Kind) {
      for word in list.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
        kinds[String(word), default: []].insert(kind)
      }
    }
    mark(titles, .title)
    mark("R H DT", .initialInside)
    mark("BIN BINTI BINTE BT", .patronym)
    mark("NI I NYI", .balineseArticle)
    mark(balinese, .balineseName)
    mark("M MD ST NR PT KM", .onlyInCompany)
    mark("ALM ALMH ALMARHUM ALMARHUMAH", .deceased)
    var expansions: [String: String] = [:]
    for line in abbreviations.split(separator: "\n") {
      let parts = line.split(separator: " ")
      for short in parts.dropFirst() { expansions[String(short)] = String(parts[0]) }
    }
    for spelling in Self.muhammads { expansions[spelling] = "MUHAMMAD" }
    self.kinds = kinds
    self.expansions = expansions
    words = Set(kinds.keys).union(expansions.keys).sorted()
  }

  /// Every spelling M(U|O|OE)(H|CH|KH)A?M+[AE]D with up to three M.
  private static var muhammads: [String] {
    var all: [String] = []
    for vowel in ["U", "O", "OE"] {
      for consonant in ["H", "CH", "KH"] {
        for a in ["", "A"] {
          for m in ["M", "MM", "MMM"] {
            for e in ["A", "E"] { all.append("M" + vowel + consonant + a + m + e + "D") }
          }
        }
      }
    }
    return all
  }
}

private let titles = """
  H HJ HAJI HAJJAH KH KHJ DRS DRA DR IR PROF SPD SPDI SAG SE SH SHI SIP SSOS SKOM SKM SSI SP SPT SKEP NERS MSI MPD MM MH
  MAG MKES MKOM AMD AMDKEB AMK SST LC ALM ALMH ALMARHUM ALMARHUMAH UST USTAZ USTAD USTADZ SDR SDRI NY NYONYA TN BAPAK IBU
  R RA RR RADEN DT
  """

private let balinese = "WAYAN WY MADE MD NYOMAN NYM KETUT KT PUTU PT GEDE GD KOMANG KM KADEK LUH GUSTI DEWA"

/// The full form, then what is spelled out to it.
private let abbreviations = """
  MUHAMMAD M MUH MOH MOCH MUCH MHD MOHD MOECH MOEH MD
  ABDUL ABD ABDL ABDOEL
  SITI ST SITTI SITY
  NUR NR NOER NOOR
  AHMAD ACHMAD AKHMAD ACH AKH AHMD
  ABDURRAHMAN ABDR
  WAYAN WY
  NYOMAN NYM
  KETUT KT
  PUTU PT
  GEDE GD
  KOMANG KM
  SYAIFUL SYAEFUL SAIFUL
  """
