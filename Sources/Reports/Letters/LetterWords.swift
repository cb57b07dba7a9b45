import RollModel

/// The values that a letter's template is filled with: all text, each on one line.
struct LetterWords {
  let values: [String: Any]
  let number: String
  let subject: String
  /// Who gets it, in the files' names: `kpu`, `ppk-160205-kayu-agung`.
  let recipient: String
  /// In the case of a province: the kabupaten of the recipient.
  let kabupaten: String

  /// Every name that a template may use, with what may be used inside a section of that name.
  static let names: [String: Set<String>] = {
    var names: [String: Set<String>] = [:]
    for name in plainNames { names[name] = [] }
    for name in ["dasar", "tembusan", "daftar", "tindak_lanjut"] { names[name] = ["."] }
    names["kelas"] = ["nama", "jumlah", "l", "p", "kategori"]
    names["kategori"] = ["nama", "jumlah", "l", "p", "sumber", "rincian"]
    return names
  }()

  private static let plainNames: Set<String> = [
    "lembaga_kop", "wilayah_kop", "alamat", "kantor", "kota", "tanggal", "nomor", "sifat", "hal", "lampiran", "tujuan",
    "tujuan_singkat", "tempat_tujuan", "kegiatan", "pemilih", "cakupan", "stasiun", "tanggal_acuan", "tanggal_data",
    "tanggal_usia", "jumlah",
    "jumlah_l", "jumlah_p", "tanpa_kelamin", "tenggat", "tenggat_huruf", "tenggat_kalimat", "ketua", "perlu_verifikasi",
    "sudah_ditandai", "nik_lemah", "tidak_diperiksa", "ada_ms", "ada_tms", "ada_ubah", "konsep", "triwulan", "petugas",
    "alasan", "surat_lama", "antar_kabupaten", "antar_disurati", "nihil",
    "tidak_terbaca", "ditahan", "ganda_setara",
  ]

  init(
    _ record: RunRecord, _ selection: LetterSelection, _ table: LetterTable, _ request: LetterWriter.Request,
    _ recipient: LetterWriter.Recipient, inside kecamatan: Int?
  ) {
    let place = LetterPlace(record, recipient, inside: kecamatan)
    let plain = LetterMarkup.plain
    number = LetterNumber.text(record.office, serial: recipient.serial(request), on: request.date)
    subject = plain(Self.subject(record.election.kind, request))
    self.recipient = place.fileName
    kabupaten = place.title
    let (grouped, sum) = (IndonesianNumber.grouped, table.sum)
    // The roll's own date, where its name bears one.
    let issued = record.data.files.filter { $0.role == .roll }.map(\.issued).filter(\.isComplete).max()
    let dataDay = issued ?? request.runDay ?? request.date
    let taken = TakenBack(selection, record, request)
    var values: [String: Any] = [
      "wilayah_kop": plain(place.kabupaten.uppercased()), "alamat": plain(record.office.address),
      "kantor": plain(place.office), "kota": plain(place.town), "tanggal": IndonesianDate.long(request.date),
      "nomor": number, "sifat": request.isDraft ? "Terbatas (konsep, belum dikirim)" : "Terbatas", "hal": subject,
      "lampiran": request.kind.hasAnnex && !selection.isEmpty
        ? "1 (satu) berkas, \(grouped(selection.count)) baris data" : "-",
      "tujuan": plain(place.recipient), "tujuan_singkat": plain(place.recipientShort),
      "tempat_tujuan": plain(place.recipientTown), "kegiatan": Self.activity(record.election.kind),
      "dasar": Self.law(record.election.kind, on: request.date).map(plain), "pemilih": grouped(place.voters),
      "cakupan": plain(place.scope).isEmpty ? "" : " " + plain(place.scope), "stasiun": grouped(place.stations),
      "tanggal_acuan": IndonesianDate.long(record.election.referenceDay), "tanggal_data": IndonesianDate.long(dataDay),
      "jumlah": grouped(selection.count),
      "jumlah_l": grouped(sum.men), "jumlah_p": grouped(sum.women),
      "kelas": Self.classes(selection, table, record), "daftar": Self.lists(record).map(plain),
      "tenggat": String(request.deadline), "tenggat_huruf": IndonesianNumber.word(request.deadline),
      "tenggat_kalimat": Self.deadline(record.election.kind, request),
      "lembaga_kop": place.isInAceh ? "PANITIA PENGAWAS PEMILIHAN" : "BADAN PENGAWAS PEMILIHAN UMUM",
      "ketua": record.office.chair.isEmpty ? "(………………………………)" : plain(record.office.chair),
      "tembusan": place.copies.map(plain), "triwulan": plain(request.schedule.quarter),
      "petugas": request.officer.isEmpty ? "(………………………………)" : plain(request.officer),
      "alasan": plain(taken.reason), "surat_lama": plain(taken.letters),
      "tindak_lanjut": Self.followUp(record, selection, request, inside: kecamatan).map(plain),
    ]
    // What an office's earlier template lists: every reason, whatever its class.
    values["kategori"] = selection.categories.indices.map { Self.category($0, selection, table, record) }
    for one in selection.classes { values["ada_" + one.rawValue] = "ya" }
    if place.unread > 0 { values["tidak_terbaca"] = grouped(place.unread) }
    if sum.unknown > 0 { values["tanpa_kelamin"] = grouped(sum.unknown) }
    if request.isDraft { values["konsep"] = "ya" }
    if selection.isEmpty { values["nihil"] = "ya" }
    let ages = record.election.referenceDay
    if ages != dataDay { values["tanggal_usia"] = IndonesianDate.long(ages) }
    if let across = selection.categories.first(where: { $0.key == LetterSelection.across }) {
      values["antar_kabupaten"] = grouped(across.rows.count)
      let both = AcrossPairs(record).told(across.rows, in: request)
      if both > 0 { values["antar_disurati"] = grouped(both) }
    }
    if selection.needsVerification > 0 {
      values["perlu_verifikasi"] = grouped(selection.needsVerification)
      values["ditahan"] = HeldWords.among(selection.heldBack)
    }
    let equal = selection.equalRows(record)
    if equal > 0 { values["ganda_setara"] = grouped(equal) }
    if selection.alreadyMarked > 0 { values["sudah_ditandai"] = grouped(selection.alreadyMarked) }
    if let sentence = WeakNumbers(record.data).letter { values["nik_lemah"] = sentence }
    if let sentence = UncheckedWords(record.unchecked, record.election.kind).letter {
      values["tidak_diperiksa"] = sentence
    }
    // A template's section on a value holds where the value is there, be it empty.
    for name in ["triwulan", "alasan", "surat_lama"] where (values[name] as? String)?.isEmpty == true {
      values[name] = nil
    }
    self.values = values
  }

  /// What became of earlier letters where this one is about, and how many of its own rows they asked for: KPU is not to take
  /// those for new.
  private static func followUp(
    _ record: RunRecord, _ selection: LetterSelection, _ request: LetterWriter.Request, inside kecamatan: Int?
  ) -> [String] {
    let told = request.followUp.told(
      in: kecamatan.map { LetterTable.name(record.data.lexicon.areas.kecamatanNames[$0]) })
    guard request.kind == .correction, let notes = record.history?.notes else { return told }
    let count = selection.categories.reduce(0) { sum, category in
      sum + category.rows.count { notes[record.findings[$0.finding].id]?.letter.isEmpty == false }
    }
    guard count > 0 else { return told }
    return told + [
      "\(IndonesianNumber.grouped(count)) data dalam surat ini pernah disarankan dan belum ditindaklanjuti; kolom Bukti pada "
        + "lampiran menyebut nomor suratnya."
    ]
  }

  private static func classes(
    _ selection: LetterSelection, _ table: LetterTable, _ record: RunRecord
  ) -> [[String: Any]] {
    selection.classes.map { one in
      let count = table.sum(one)
      return [
        "nama": one.title, "jumlah": IndonesianNumber.grouped(count.total), "l": IndonesianNumber.grouped(count.men),
        "p": IndonesianNumber.grouped(count.women),
        "kategori": selection.categories.indices.filter { selection.categories[$0].letterClass == one }
          .map { category($0, selection, table, record) },
      ]
    }
  }

  private static func category(
    _ index: Int, _ selection: LetterSelection, _ table: LetterTable, _ record: RunRecord
  ) -> [String: Any] {
    let category = selection.categories[index]
    let count = table.sum(index)
    var values: [String: Any] = [
      "nama": category.title, "jumlah": IndonesianNumber.grouped(count.total),
      "l": IndonesianNumber.grouped(count.men), "p": IndonesianNumber.grouped(count.women),
      "sumber": LetterMarkup.plain(sources(category, record)),
    ]
    if category.letterClass == .missing {
      let reasons = tally(category.rows.compactMap { record.findings[$0.finding].missingReason })
      if !reasons.isEmpty { values["rincian"] = LetterMarkup.plain(reasons) }
    }
    return values
  }

  /// The kinds of sources and how many rows rest on each, with the lists that were compared: `data instansi 29 (daftar
  /// kematian)`.
  private static func sources(_ category: LetterCategory, _ record: RunRecord) -> String {
    var counts: [LetterSource: Int] = [:]
    var lists: [LetterSource: Set<String>] = [:]
    for row in category.rows {
      let basis = LetterBasis(record.findings[row.finding], row, record)
      counts[basis.source, default: 0] += 1
      lists[basis.source, default: []].insert(basis.role?.letterWord ?? LetterBasis.ownFields)
    }
    return LetterSource.allCases.compactMap { source in
      guard let count = counts[source] else { return nil }
      return
        "\(source.rawValue) \(IndonesianNumber.grouped(count)) (\((lists[source] ?? []).sorted().joined(separator: ", ")))"
    }.joined(separator: ", ")
  }

  /// `genap 17 tahun 5, DPK pemilihan lalu 2`, the most first.
  private static func tally(_ words: [String]) -> String {
    Dictionary(grouping: words) { $0 }.map { ($0.key, $0.value.count) }
      .sorted { ($1.1, $0.0) < ($0.1, $1.0) }
      .map { "\($0.0) \(IndonesianNumber.grouped($0.1))" }.joined(separator: ", ")
  }

  /// The lists that were compared, each with its rows: what Form A lays open.
  private static func lists(_ record: RunRecord) -> [String] {
    let lists = Role.allCases.compactMap { role -> String? in
      let files = record.data.files.filter { $0.role == role }
      guard !files.isEmpty else { return nil }
      let rows = IndonesianNumber.grouped(files.reduce(0) { $0 + $1.rowsUsed })
      return "\(role.listWord): \(rows) baris dari \(files.count) berkas"
    }
    return lists.enumerated().map { $1 + ($0 == lists.count - 1 ? "." : ";") }
  }
}

// MARK: Number, subject, law, deadline

extension LetterWords {
  /// `Saran Perbaikan Pemutakhiran Data Pemilih Berkelanjutan Triwulan III Tahun 2025`.
  private static func subject(_ kind: ElectionKind, _ request: LetterWriter.Request) -> String {
    let activity = activity(kind).split(separator: " ").map {
      $0 == "dan" ? String($0) : $0.prefix(1).uppercased() + $0.dropFirst()
    }
    let quarter = request.schedule.quarter.isEmpty ? "" : " Triwulan \(request.schedule.quarter)"
    return "\(request.kind.title) \(activity.joined(separator: " "))\(quarter)"
  }

  /// Acts and articles, the last one with a full stop; a line to fill in where none are known of that day.
  static func law(_ kind: ElectionKind, on day: CalendarDay) -> [String] {
    let texts = LetterLaw.citations(kind, on: day).map(\.text)
    guard !texts.isEmpty else { return ["[isi: peraturan yang berlaku pada \(IndonesianDate.long(day))]."] }
    return texts.enumerated().map { $1 + ($0 == texts.count - 1 ? "." : ";") }
  }

  /// Until when: three days are the rule of a stage of the Pemilu; the continuous update is no stage, and there the pleno
  /// is what counts; in a Pilkada the recapitulation (Perbawaslu 10/2024 Pasal 21).
  private static func deadline(_ kind: ElectionKind, _ request: LetterWriter.Request) -> String {
    // A letter behind the pleno is for the next one.
    let stated = request.schedule.plenary
    let plenary = stated.isComplete && stated < request.date ? CalendarDay() : stated
    let day = plenary.isComplete ? " tanggal \(IndonesianDate.long(plenary))" : ""
    switch kind {
    case .pemilu:
      return
        "paling lama \(request.deadline) (\(IndonesianNumber.word(request.deadline))) hari sejak surat ini disampaikan"
    case .pdpb:
      let which = plenary.isComplete ? day : " berikutnya"
      return "sebelum rapat pleno rekapitulasi pemutakhiran data pemilih berkelanjutan\(which)"
    case .pilkada: return "paling lambat sampai batas akhir rekapitulasi daftar pemilih\(day)"
    }
  }

  private static func activity(_ kind: ElectionKind) -> String {
    switch kind {
    case .pdpb: "pemutakhiran data pemilih berkelanjutan"
    case .pemilu: "penyusunan daftar pemilih Pemilihan Umum"
    case .pilkada: "penyusunan daftar pemilih Pemilihan Gubernur, Bupati, dan Wali Kota"
    }
  }
}
