import RollModel

/// What was not checked and why, for people: one sentence for each list that is missing, for each field that a
/// list does not tell, and for each rule and reason.
package struct UncheckedWords {
  package let lines: [String]
  /// Which lists, and which columns in all files of a list, were not there to go by; nil where all were.
  package let letter: String?

  private static let mostFiles = 3
  private static let mostAreas = 30

  package init(_ unchecked: [UncheckedRule], _ kind: ElectionKind) {
    let untold = Self.untold(unchecked)
    let areas = unchecked.first { !$0.areas.isEmpty }?.areas ?? []
    lines = Self.areas(areas, unchecked) + Self.missing(unchecked, kind) + untold.map(\.line) + Self.columns(unchecked)
    let missing = Role.allCases.filter { role in unchecked.contains { $0.missing == role && $0.field == nil } }
    let sentences = [
      ("daftarnya tidak tersedia", missing.map(\.listWord)), ("kolomnya tidak terisi", untold.map(\.name)),
    ].filter { !$1.isEmpty }.map { "Belum dapat diperiksa karena \($0): \($1.joined(separator: ", "))." }
    let unread = areas.isEmpty ? [] : ["Daftar pemilih wilayah ini belum diterima: \(Self.named(areas))."]
    let words = unread + sentences
    letter = words.isEmpty ? nil : words.joined(separator: " ")
  }

  /// `Daftar pemilih kini tidak memuat satu baris pun dari kecamatan CENGAL (7 desa): hilang-tanpa-kode, … Minta …`
  private static func areas(_ areas: [String], _ unchecked: [UncheckedRule]) -> [String] {
    guard !areas.isEmpty else { return [] }
    let rules = unchecked.filter { !$0.areas.isEmpty }.map(\.rule)
    return [
      "Daftar pemilih kini tidak memuat satu baris pun dari \(named(areas)), padahal daftar sebelumnya, daftar wilayah, atau "
        + "rekapitulasi menyebutnya; di sana tidak ada orang yang disebut hilang atau belum terdaftar, dan jumlahnya tidak "
        + "dibandingkan (\(rules.joined(separator: ", "))). Minta daftar pemilih wilayah itu kepada KPU."
    ]
  }

  private static func named(_ areas: [String]) -> String {
    let rest = areas.count > mostAreas ? ", dan \(areas.count - mostAreas) wilayah lain" : ""
    return areas.prefix(mostAreas).joined(separator: ", ") + rest
  }

  /// `Tidak ada daftar kematian: meninggal, senama-dicoret. Minta …`
  private static func missing(_ unchecked: [UncheckedRule], _ kind: ElectionKind) -> [String] {
    Role.allCases.compactMap { role in
      let own = unchecked.filter { $0.missing == role && $0.field == nil }
      guard let first = own.first else { return nil }
      let list = "\(role.rawValue.hasPrefix("daftar") ? "" : "daftar ")\(role.rawValue)"
      let rules = own.map(\.rule).joined(separator: ", ")
      guard first.file.isEmpty else {
        return "Tidak ada baris \(list) yang dapat dipakai (\(first.file)): \(rules). "
          + "Perbaiki berkasnya menurut karantina.csv."
      }
      return "Tidak ada \(list): \(rules). " + (role.request(in: kind).map { "Minta \($0)." } ?? "")
    }
  }

  /// `Kolom tanggal_lahir tidak ada atau kosong pada semua berkas daftar-pemilih: di-bawah-umur. Minta …`
  private static func untold(_ unchecked: [UncheckedRule]) -> [(name: String, line: String)] {
    struct Group: Hashable {
      let role: Role
      let field: Field
    }
    var rules: [Group: [String]] = [:]
    var order: [Group] = []
    for item in unchecked {
      guard let role = item.missing, let field = item.field else { continue }
      let group = Group(role: role, field: field)
      if rules[group] == nil { order.append(group) }
      rules[group, default: []].append(item.rule)
    }
    return order.map { group in
      let (role, field) = (group.role, group.field)
      let request = role.request(with: field).map { "Minta \($0)." } ?? ""
      return (
        "\(field.letterWord) pada \(role.listWord)",
        "Kolom \(field.columnName) tidak ada atau kosong pada semua berkas \(role.rawValue): "
          + "\((rules[group] ?? []).joined(separator: ", ")). \(request)"
      )
    }
  }

  private static func columns(_ unchecked: [UncheckedRule]) -> [String] {
    struct Group: Hashable { let rule, column, reason: String }
    var files: [Group: [String]] = [:]
    var order: [Group] = []
    for item in unchecked where item.missing == nil && item.areas.isEmpty {
      let group = Group(rule: item.rule, column: item.column, reason: item.reason)
      if files[group] == nil { order.append(group) }
      files[group, default: []].append(item.file)
    }
    return order.map { group in
      let named = files[group] ?? []
      let rest = named.count > Self.mostFiles ? " dan \(named.count - Self.mostFiles) berkas lain" : ""
      return "\(group.rule): \(named.prefix(Self.mostFiles).joined(separator: ", "))\(rest), kolom «\(group.column)»: "
        + "\(group.reason)."
    }
  }
}

extension Role {
  /// What to ask whom for where the list does not tell a field; nil where nobody is asked for the list.
  package func request(with field: Field) -> String? {
    let giver: String
    switch self {
    case .roll: giver = "KPU"
    case .moves: giver = "Disdukcapil"
    case .visits: giver = "Pantarlih atau PPS"
    default: return nil
    }
    return
      "\(self == .visits ? "data" : "daftar") \(self == .roll ? "pemilih" : rawValue) yang memuat \(field.letterWord) kepada \(giver)"
  }

  /// The same in an election of this kind: the continuous update has no coklit door by door and no Pantarlih.
  fileprivate func request(in kind: ElectionKind) -> String? {
    self == .visits && kind == .pdpb ? "hasil coklit terbatas triwulan ini kepada KPU, bila dilakukan" : request
  }

  /// What to ask whom for where the list is missing.
  package var request: String? {
    switch self {
    case .previousRoll: "daftar pemilih sebelumnya (DPT pemilihan terakhir atau PDPB triwulan lalu) kepada KPU"
    case .deaths: "daftar akta kematian kepada Disdukcapil dan buku kematian kepada pemerintah desa"
    case .moves: "daftar pindah keluar, pindah datang, dan pindah antardesa, dengan desa tujuannya, kepada Disdukcapil"
    case .military: "daftar anggota dan purnawirawan kepada Kodim"
    case .police: "daftar anggota dan purnawirawan kepada Polres"
    case .foreigners: "daftar WNA pemegang KTP-el kepada Disdukcapil atau kantor imigrasi"
    case .revoked: "daftar putusan pencabutan hak pilih kepada pengadilan negeri atau kejaksaan"
    case .visits: "hasil coklit per keluarga kepada Pantarlih atau PPS, atau formulir A1.DP-1 kepada Panwaslu kecamatan"
    case .residents: "daftar penduduk pemegang KTP-el (atau DP4) kepada Disdukcapil atau pemerintah desa"
    case .specialList: "DPK pemilihan terakhir kepada KPU"
    case .officialCounts: "rekapitulasi jumlah pemilih per TPS dan per desa (Model A-Rekap) kepada KPU"
    case .areas: "daftar RT dan RW beserta jumlah keluarganya kepada pemerintah desa"
    case .signsOfLife: "daftar hadir pemilih kepada KPU atau daftar perekaman KTP-el kepada Disdukcapil"
    case .movedVoters: "daftar pemilih pindah memilih (DPTb) kepada KPU"
    case .outside: "daftar ganda-luar dari penggabungan sidik ('padan gabung') kepada Bawaslu provinsi atau Bawaslu RI"
    case .roll, .complaints: nil
    }
  }
}
