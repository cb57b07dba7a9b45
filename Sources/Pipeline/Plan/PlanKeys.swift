import Matchers
import Readers
import RollModel
import Yams

/// The keys of `padan.yaml`, section by section: what is not in these tables is an unknown key.
enum PlanKeys {
  static let office: [PlanKey<Office>] = [
    .text("nama", \.name, "Nama kantor sebagaimana tertulis di kop surat."),
    .text("alamat", \.address, "Alamat kantor di kop surat."),
    .text("kode_surat", \.letterCode, "Bagian tengah nomor surat, misalnya K.SS-09; diisi oleh kantor."),
    .text("kelas_surat", \.letterClass, "Kelas surat di nomor surat: PM.00.02, atau PM.02.02 di sebagian kantor."),
    .text("ketua", \.chair, "Nama Ketua di bawah tanda tangan; kosong berarti dibiarkan kosong di surat."),
    .scalar(
      "nomor_surat", \.numberTemplate,
      form: "teks yang dalam kurung kurawalnya hanya \(Office.marks.joined(separator: " "))",
      summary: "Pola nomor surat; \(Office.marks.joined(separator: " ")) diisi oleh program.", show: { $0 },
      parse: { Office.isTemplate($0) ? $0 : nil }),
    .text("tempat", \.town, "Kota di depan tanggal surat; kosong berarti nama kabupaten."),
  ]

  static let election: [PlanKey<ElectionPlan>] = [
    .choice("jenis", \.kind, "Jenis pemilihan: menentukan istilah, dasar hukum, dan kode TMS di surat."),
    .day("tanggal_acuan", \.referenceDay, "Hari yang menentukan usia pemilih; bila kosong, tanggal hari pemeriksaan."),
    .scalar(
      "kapasitas_tps", \.stationCapacity, form: "bilangan bulat 1 sampai 5000",
      summary: "Batas jumlah pemilih satu TPS; bila kosong 300 untuk pemilu, 600 untuk pilkada dan pdpb.",
      show: { $0.map { String($0) } ?? "" },
      parse: { text in Int(text).flatMap { (1...5000).contains($0) ? .some($0) : nil } }),
    .choice("kode_tms", \.codeTable, "Tabel kode TMS di kolom keterangan: 2023 (1–8, 91, 96, 97) atau 2018 (1–10)."),
  ]

  static let visits: [PlanKey<VisitPeriod>] = [
    .day("mulai", \.first, "Hari pertama coklit."),
    .day("selesai", \.last, "Hari terakhir coklit."),
    .share("ambang_cakupan", \.coverageThreshold, "Bagian KK tercoklit; wilayah di bawahnya dilaporkan."),
  ]

  static let schedule: [PlanKey<Schedule>] = [
    .text("triwulan", \.quarter, "Triwulan yang disebut di hal surat, misalnya \"III Tahun 2026\"."),
    .day("pleno", \.plenary, "Hari rapat pleno rekapitulasi: batas tindak lanjut di surat."),
    .day("kunci_sidalih", \.registerLock, "Hari Sidalih dikunci: surat sesudahnya diperingatkan terlambat."),
  ]

  static let matching: [PlanKey<MatchSettings>] = [
    .share("pasti", \.thresholds.certain, "Ganda: peluang terkecil untuk pasti bila NIK sama."),
    .share("pasti_tanpa_nik", \.thresholds.certainWithoutNumber, "Ganda: peluang terkecil untuk pasti bila NIK lain."),
    .share("kuat", \.thresholds.strong, "Ganda: peluang terkecil untuk kuat."),
    .share("perlu_verifikasi", \.thresholds.verify, "Ganda: peluang terkecil untuk perlu-verifikasi."),
    .share("tercatat", \.thresholds.listed, "Peluang terkecil agar pasangan dicatat di pasangan.csv."),
    .share("tautan_kuat", \.thresholds.linkStrong, "Daftar (kematian, pindah, …): peluang terkecil untuk kuat."),
    .share("tautan_perlu_verifikasi", \.thresholds.linkVerify, "Daftar: peluang terkecil untuk perlu-verifikasi."),
    .truth("latih", \.trains, "Bobot dipelajari dari kasus ini sendiri; 'tidak' memakai bobot bawaan."),
  ]

  /// Keys of the file itself that hold one value.
  static let root: [PlanKey<Plan>] = [
    .scalar(
      "wilayah", \.kabupaten,
      form: "kode kabupaten/kota empat angka, misalnya \"1602\", atau kode provinsi dua angka, misalnya \"16\"",
      summary: "Kabupaten/kota yang diperiksa, atau provinsi yang semua kabupaten/kotanya diperiksa bersama.",
      show: \.description, parse: kabupaten),
    .scalar(
      "model", \.model, form: "jalur di dalam folder kasus, tanpa '..' dan tidak diawali '/'",
      summary: "model.json dari pemeriksaan terdahulu yang dipakai apa adanya; kosong berarti dilatih dari kasus ini.",
      show: { $0 }, parse: insidePath),
    .share("karantina_maks", \.quarantineLimit, "Bagian baris satu berkas yang boleh dikarantina sebelum berhenti."),
    .truth(
      "dua_orang", \.needsTwoOfficers,
      "Temuan baru sah bila dua petugas yang berbeda menyatakannya; 'tidak' berarti cukup satu."),
  ]

  static let source: [PlanKey<SourceRule>] = [
    .scalar(
      "berkas", \.pattern, form: "jalur di dalam folder kasus, tanpa '..' dan tidak diawali '/'",
      summary: "Berkas atau pola (* dan ?) di dalam folder kasus.", show: { $0 }, parse: insidePath),
    PlanKey(
      "peran", form: RoleKeys.form,
      summary: "Peran berkas; bila kosong, nama foldernya. Berkas penduduk boleh disebut beberapa perannya: baris yang "
        + "berstatus mati, pindah, TNI, Polri, atau WNA menjadi isi daftar itu.", show: { $0.role?.rawValue ?? "" },
      read: RoleKeys.read),
    PlanKey(
      "kolom", form: "kelompok bidang: judul kolom",
      summary: "Judul kolom untuk tiap bidang: satu judul, daftar judul yang digabung, atau {kolom: …, bentuk: …}.",
      show: { _ in "" }, read: ColumnKeys.read),
    .scalar(
      "bentuk_tanggal", \.dateForm, form: "salah satu dari " + ColumnKeys.dateForms.joined(separator: ", "),
      summary: "Bentuk semua tanggal berkas ini; 'bentuk' pada satu kolom mendahuluinya. Biasanya dikenali sendiri.",
      show: { $0 ?? "" }, parse: { ColumnKeys.isDateForm($0) ? .some($0) : nil }),
    .scalar(
      "pemisah", \.delimiter, form: "satu tanda, atau tab",
      summary: "Pemisah bidang CSV; 'tab' untuk tabulasi. Biasanya dikenali sendiri.", show: { $0 ?? "" },
      parse: { Source.delimiter(named: $0) == nil ? nil : .some($0) }),
    .scalar(
      "enkoding", \.encoding, form: "utf-8 atau windows-1252",
      summary: "utf-8 atau windows-1252. Biasanya dikenali sendiri.", show: { $0 ?? "" },
      parse: { Source.encoding(named: $0) == nil ? nil : .some($0) }),
    .optionalText("lembar", \.sheet, "Nama lembar di buku kerja. Biasanya dikenali dari judul kolomnya."),
    .optionalText("elemen", \.element, "Nama elemen XML yang menjadi satu baris. Biasanya dikenali sendiri."),
    .scalar(
      "baris_judul", \.headerRow, form: "bilangan bulat 0 sampai 1000",
      summary: "Baris judul kolom, mulai 1; 0 berarti tanpa judul.", show: { $0.map { String($0) } ?? "" },
      parse: { text in Int(text).flatMap { (0...1000).contains($0) ? .some($0) : nil } }),
    .scalar(
      "wilayah", \.area, form: "kode wilayah, misalnya \"16.02.05\"",
      summary: "Wilayah semua baris berkas yang tidak punya kolom wilayah.", show: { $0?.description ?? "" },
      parse: { text in AreaCode(text).map { .some($0) } }),
    .scalar(
      "kode_tms", \.codeTable,
      form: "salah satu dari " + CodeTable.allCases.map(\.rawValue).joined(separator: ", "),
      summary: "Tabel kode TMS berkas ini, bila lain dari pemilihan.kode_tms.", show: { $0?.rawValue ?? "" },
      parse: { text in CodeTable(rawValue: text).map { .some($0) } }),
  ]

  @Sendable private static func kabupaten(_ text: String) -> AreaCode? {
    guard let code = AreaCode(text), code == code.kabupaten, !code.isUnknown else { return nil }
    return code
  }

  @Sendable private static func insidePath(_ text: String) -> String? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    return text.isEmpty || parts.contains("..") || parts.contains("") || text.contains("\0") ? nil : text
  }
}

/// Reads `kolom:` of a source.
enum ColumnKeys {
  @Sendable static func read(_ node: Node, into rule: inout SourceRule) -> [PlanKey<SourceRule>.Complaint] {
    guard case .mapping(let mapping) = node else { return [.init(words: "harus kelompok bidang: judul kolom.")] }
    var complaints: [PlanKey<SourceRule>.Complaint] = []
    for (key, value) in mapping {
      let name = key.plainText ?? ""
      guard let field = Field(rawValue: name) else {
        let hint = Suggestion.hint(for: name, among: Field.allCases.map(\.rawValue))
        complaints.append(.init(line: key.line, words: "bidang '\(name)' tidak dikenal\(hint)"))
        continue
      }
      guard let column = column(field, value) else {
        let words = "\(name) harus judul kolom, daftar judul, atau {kolom: judul, bentuk: DD/MM/YYYY}."
        complaints.append(.init(line: value.line, words: words))
        continue
      }
      if let form = column.dateForm, !isDateForm(form) {
        let words = "\(name): bentuk '\(form.prefix(40))' tidak dikenal; pakai \(dateForms.joined(separator: ", "))."
        complaints.append(.init(line: value.line, words: words))
      }
      rule.columns.append(column)
    }
    return complaints
  }

  /// Forms of dates by their letters; what stands between them is free.
  static let dateForms = ["DD/MM/YYYY", "MM/DD/YYYY", "YYYY-MM-DD", "DD/MM/YY", "YYYYMMDD", "DDMMYYYY", "serial"]

  @Sendable static func isDateForm(_ text: String) -> Bool {
    let letters = text.uppercased().filter(\.isLetter)
    return dateForms.contains { $0.uppercased().filter(\.isLetter) == letters }
  }

  private static func column(_ field: Field, _ node: Node) -> ColumnRule? {
    if let headers = headers(node) { return ColumnRule(field: field, headers: headers) }
    guard case .mapping(let mapping) = node else { return nil }
    var column = ColumnRule(field: field, headers: [])
    for (key, value) in mapping {
      switch key.plainText {
      case "kolom": column.headers = headers(value) ?? []
      case "bentuk": column.dateForm = value.plainText
      default: return nil
      }
    }
    return column.headers.isEmpty || column.dateForm == "" ? nil : column
  }

  private static func headers(_ node: Node) -> [String]? {
    if let text = node.plainText { return text.isEmpty ? nil : [text] }
    guard case .sequence(let items) = node else { return nil }
    let headers = items.compactMap(\.plainText)
    return headers.isEmpty || headers.count != items.count ? nil : headers
  }
}
