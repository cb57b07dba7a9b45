import RollModel

/// Flags voters of whom a row stands on the roll of another kabupaten: found by `padan gabung`, or by the case of a province
/// itself, in which the finding stands on the rows of both kabupaten.
struct DuplicateElsewhere: RollRule {
  static let card = RuleCard(
    id: "ganda-antar-kabupaten",
    category: .ganda,
    tmsCode: .duplicate,
    severity: .tms,
    authority: Authority.roll,
    summary: "Satu orang mungkin tercatat pula dalam daftar pemilih kabupaten/kota lain.",
    why: """
      Daftar ganda-luar dibuat oleh 'padan gabung' dari sidik beberapa kabupaten/kota; satu pasangan masuk ke daftar kedua \
      kabupaten dengan nomor pasangan yang sama. Nama dan tanggal lahir yang sama tidak membuktikan apa-apa di antara \
      jutaan pemilih: berapa orang senama dan bertanggal lahir sama yang wajar karena kebetulan disebut di samping temuan. \
      Baris mana yang keluar tidak ditentukan program: orang itu berhak memilih di satu tempat, menurut KTP-elnya. Baris \
      daftar pemilih dikenali dari kuncinya, sehingga baris yang isinya sudah diubah tidak disebut lagi. Kemungkinan \
      kembar dan satu NIK pada dua nama tidak dihitung sebagai ganda. Kasus satu provinsi menemukannya sendiri di antara \
      daftar semua kabupatennya: temuan berdiri pada baris di kedua kabupaten, masing-masing untuk kantornya.
      """,
    verify: """
      Tanyakan alamat menurut KTP-el; cocokkan dengan Bawaslu kabupaten/kota lain menurut nomor pasangan, atau desa dan TPS, \
      yang disebut di sini.
      """,
    action: """
      Verifikasi bersama kabupaten/kota lain; bila satu orang, pertahankan satu baris di tempat tinggal menurut KTP-el.
      """,
    examples: [
      Example(
        """
        [daftar-pemilih]
        ? | nik              | nama           | tanggal_lahir | jenis_kelamin | kode_desa  | tps | keterangan
        ! | 1602051203850001 | HENDRA LESMANA | 1985-03-12    | L             | 1602052001 | 1   |
        ! | 1602054508900003 | RATNA JUWITA   | 1990-08-05    | P             | 1602052001 | 2   |
          | 1602051407700004 | BURHANUDDIN    | 1970-07-14    | L             | 1602052001 | 1   | 4
          | 1602054807710005 | ROHANA         | 1971-07-08    | P             | 1602052001 | 1   |
        [ganda-luar]
          | pasangan         | kunci_baris      | relasi     | keyakinan        | peluang | kabupaten_luar | kode_desa_luar
          | 00000000000000a1 | 966ed3461012c313 | satu-orang | pasti            | 0.9999  | 1671           | 1671031004
          | 00000000000000a2 | 5de3233df9a3d7cd | satu-orang | perlu-verifikasi | 0.71    | 1610           | 1610012003
          | 00000000000000a3 | 6200e55025a86649 | satu-orang | kuat             | 0.99    | 1671           | 1671031004
          | 00000000000000a4 | 0123456789abcdef | satu-orang | kuat             | 0.99    | 1671           | 1671031004
        """)
    ])

  static let lists = [Role.outside]

  let settings: RuleValues

  func findings(in context: RuleContext) -> [Finding] {
    let inside = context.areas.isProvince ? PairsAcross(context).findings(Self.card) : []
    guard !context.data.outside.isEmpty else { return inside }
    let rows = OutsideVoters(context.data)
    return inside
      + context.data.outsidePairs.flatMap { pair in
        rows.rows(of: pair.rowHash).compactMap { row -> Finding? in
          let voter = context.roll[row]
          guard !voter.isStruck else { return nil }
          var finding = context.finding(
            Self.card, on: voter, tier: Self.tier(pair), evidence: Self.evidence(pair), Self.words(pair),
            factHash: mixed(voter.identityHash ^ pair.pair))
          finding.weight = pair.weight
          finding.probability = pair.probability
          return finding
        }
      }
  }

  private static func tier(_ pair: OutsidePair) -> Tier {
    switch pair.relation {
    case .samePerson: pair.tier
    case .possibleTwins: .twin
    case .sameNumberOtherName: .verify
    }
  }

  private static func evidence(_ pair: OutsidePair) -> String {
    "pasangan \(IdentityHash.text(pair.pair)) pada \(PlaceElsewhere.words(pair))"
  }

  private static func words(_ pair: OutsidePair) -> String {
    let place = PlaceElsewhere.words(pair)
    let opening =
      switch pair.relation {
      case .samePerson: "mungkin tercatat pula dalam daftar pemilih \(place)"
      case .possibleTwins: "kemungkinan kembar dari seorang pemilih \(place); tidak diusulkan sebagai ganda"
      case .sameNumberOtherName: "NIK ini tercatat pula atas nama lain dalam daftar pemilih \(place)"
      }
    var parts = [opening]
    if !pair.agreement.isEmpty { parts.append(pair.agreement) }
    if let chance = Namesakes.words(pair.namesakes) {
      parts.append(chance + (pair.population > 0 ? " di antara \(pair.population) pemilih gabungan" : ""))
    }
    return parts.joined(separator: "; ")
  }
}

/// The other kabupaten in words.
private enum PlaceElsewhere {
  static func words(_ pair: OutsidePair) -> String {
    var text =
      pair.otherName.isEmpty ? "kabupaten/kota \(pair.otherKabupaten)" : "\(pair.otherName) (\(pair.otherKabupaten))"
    if !pair.otherDesa.isUnknown { text += ", desa \(pair.otherDesa)" }
    if pair.otherStation > 0 { text += ", TPS " + PlaceWords.padded(pair.otherStation) }
    return text
  }
}
