import RollModel

/// The values that a letter's template is filled with: all text, each on one line.
struct LetterWords {
  let values: [String: Any]
  let number: String
  let subject: String
  /// Middle part of the files' names: `kpu`, `ppk-160205-kayu-agung`.
  let fileName: String

  init(
    _ record: RunRecord, _ selection: LetterSelection, _ request: LetterWriter.Request,
    _ recipient: LetterWriter.Recipient
  ) {
    let place = Place(record, recipient)
    let plain = LetterMarkup.plain
    number = plain(Self.number(record.office, request, recipient))
    subject = "Saran Perbaikan"
    fileName = place.fileName
    let categories = selection.categories.map { code, rows in
      [
        "nama": code.label.prefix(1).uppercased() + code.label.dropFirst(),
        "jumlah": IndonesianNumber.grouped(rows.count), "sumber": plain(Self.sources(rows, record)),
      ]
    }
    var values: [String: Any] = [
      "wilayah_kop": plain(place.kabupaten.uppercased()), "alamat": plain(record.office.address),
      "kantor": plain(place.office), "kota": plain(place.town), "tanggal": IndonesianDate.long(request.date),
      "nomor": number, "sifat": "Terbatas", "hal": subject,
      "lampiran": "1 (satu) berkas, \(IndonesianNumber.grouped(selection.count)) baris data",
      "tujuan": plain(place.recipient), "tujuan_singkat": plain(place.recipientShort),
      "tempat_tujuan": plain(place.recipientTown), "kegiatan": Self.activity(record.election.kind),
      "dasar": Self.law(record.election.kind, on: request.date).map(plain),
      "pemilih": IndonesianNumber.grouped(place.voters), "cakupan": plain(place.scope).isEmpty ? "" : " " + place.scope,
      "stasiun": IndonesianNumber.grouped(place.stations),
      "tanggal_acuan": IndonesianDate.long(record.election.referenceDay),
      "jumlah": IndonesianNumber.grouped(selection.count), "kategori": categories, "tenggat": String(request.deadline),
      "tenggat_huruf": IndonesianNumber.word(request.deadline),
      "tenggat_kalimat": Self.deadline(record.election.kind, days: request.deadline),
      "lembaga_kop": place.isInAceh ? "PANITIA PENGAWAS PEMILIHAN" : "BADAN PENGAWAS PEMILIHAN UMUM",
      "ketua": record.office.chair.isEmpty ? "(………………………………)" : plain(record.office.chair),
      "tembusan": place.copies.map(plain),
    ]
    if selection.needsVerification > 0 {
      values["perlu_verifikasi"] = IndonesianNumber.grouped(selection.needsVerification)
    }
    if selection.alreadyMarked > 0 {
      values["sudah_ditandai"] = IndonesianNumber.grouped(selection.alreadyMarked)
    }
    if let sentence = WeakNumbers(record.data).letter { values["nik_lemah"] = sentence }
    self.values = values
  }

  /// The office's number template filled in; what is not known stays visible in brackets.
  private static func number(
    _ office: Office, _ request: LetterWriter.Request, _ recipient: LetterWriter.Recipient
  ) -> String {
    let isFirst = if case .kpu = recipient { true } else { false }
    let serial = isFirst ? request.number ?? "" : ""
    var text = office.numberTemplate
    for (mark, value) in [
      ("{nomor}", serial.isEmpty ? "[nomor]" : serial),
      ("{kelas}", office.letterClass), ("{kode}", office.letterCode.isEmpty ? "[kode surat]" : office.letterCode),
      ("{bulan}", IndonesianDate.month(request.date)), ("{bulan_romawi}", IndonesianDate.romanMonth(request.date)),
      ("{tahun}", String(request.date.year)),
    ] { text.replace(mark, with: value) }
    return text
  }

  /// Acts and articles, the last one with a full stop.
  private static func law(_ kind: ElectionKind, on day: CalendarDay) -> [String] {
    let texts = LetterLaw.citations(kind, on: day).map(\.text)
    return texts.enumerated().map { $1 + ($0 == texts.count - 1 ? "." : ";") }
  }

  /// Until when: three days are the rule of a stage of the Pemilu; the continuous update is no stage, and there the pleno
  /// is what counts; in a Pilkada the recapitulation (Perbawaslu 10/2024 Pasal 21).
  private static func deadline(_ kind: ElectionKind, days: Int) -> String {
    switch kind {
    case .pemilu: "paling lama \(days) (\(IndonesianNumber.word(days))) hari sejak surat ini disampaikan"
    case .pdpb: "sebelum rapat pleno rekapitulasi pemutakhiran data pemilih berkelanjutan berikutnya"
    case .pilkada: "paling lambat sampai batas akhir rekapitulasi daftar pemilih"
    }
  }

  /// The lists that a reason's rows were compared with, in words.
  private static func sources(_ rows: [LetterSelection.Row], _ record: RunRecord) -> String {
    var roles: Set<Role> = []
    var hasOwn = false
    for row in rows {
      if let other = record.findings[row.finding].counterpart {
        roles.insert(other.role)
      } else {
        hasOwn = true
      }
    }
    let words = Role.allCases.filter(roles.contains).map(sourceWord)
    return (words + (hasOwn ? ["isian daftar pemilih"] : [])).joined(separator: ", ")
  }
}

/// Who writes to whom, about which area.
private struct Place {
  var office: String
  var kabupaten: String
  var town: String
  var recipient: String
  var recipientShort: String
  var recipientTown: String
  var scope = ""
  var voters: Int
  var stations: Int
  var copies: [String]
  var fileName: String
  /// Aceh has a Panwaslih and a KIP.
  let isInAceh: Bool

  init(_ record: RunRecord, _ recipient: LetterWriter.Recipient) {
    let areas = record.data.lexicon.areas
    let name = record.office.name
    isInAceh = areas.kabupatenCode.isInAceh
    let (supervisor, commission) = isInAceh ? ("Panwaslih", "KIP") : ("Bawaslu", "KPU")
    office = name.isEmpty ? "\(supervisor) \(unknownKabupaten)" : name
    kabupaten = name
    for title in ["bawaslu ", "panwaslih "] where name.lowercased().hasPrefix(title) {
      kabupaten = String(name.dropFirst(title.count))
    }
    if kabupaten.isEmpty { kabupaten = areas.kabupatenName.isEmpty ? unknownKabupaten : areas.kabupatenName }
    town = [record.office.town, townOf(record.office.address), areas.kabupatenName].first { !$0.isEmpty } ?? "[kota]"
    voters = record.data.roll.count
    let province = Provinces.name(areas.kabupatenCode).map { " " + $0 } ?? ""
    copies = [isInAceh ? "Ketua Panwaslih Aceh;" : "Ketua Bawaslu Provinsi\(province);"]
    switch recipient {
    case .kpu:
      self.recipient = "Ketua \(commission) \(kabupaten)"
      recipientShort = "\(commission) \(kabupaten)"
      recipientTown = town
      fileName = "kpu"
    case .ppk(let number):
      let kecamatan = areas.kecamatanNames[number]
      self.recipient = "Ketua PPK Kecamatan " + kecamatan
      recipientShort = "PPK Kecamatan " + kecamatan
      recipientTown = kecamatan
      scope = "Kecamatan " + kecamatan
      fileName = ["ppk", areas.kecamatanCodes[number].description, String(number), slug(kecamatan)]
        .filter { !$0.isEmpty }.joined(separator: "-")
      copies.append("Ketua \(commission) \(kabupaten);")
    }
    copies.append("Arsip.")
    let level = record.areas.filter { $0.key.tps != 0 && $0.key.rt == 0 && $0.key.rw == 0 }
    if case .ppk(let number) = recipient {
      let inside = level.filter { $0.key.kecamatan == number }
      stations = inside.count
      voters = inside.reduce(0) { $0 + $1.voters }
    } else {
      stations = level.count
    }
  }
}

private let unknownKabupaten = "[nama kabupaten/kota]"

/// The last part of an address with commas, where it looks like a town: a word without digits.
private func townOf(_ address: String) -> String {
  let parts = address.split(separator: ",")
  guard parts.count > 1, let last = parts.last, !last.contains(where: \.isNumber) else { return "" }
  return LetterMarkup.plain(String(last))
}

/// Lower-case letters and digits with hyphens: safe in any file name.
private func slug(_ text: String) -> String {
  text.lowercased().split { !("a"..."z").contains($0) && !("0"..."9").contains($0) }.joined(separator: "-")
}

extension LetterWords {
  private static func activity(_ kind: ElectionKind) -> String {
    switch kind {
    case .pdpb: "pemutakhiran data pemilih berkelanjutan"
    case .pemilu: "penyusunan daftar pemilih Pemilihan Umum"
    case .pilkada: "penyusunan daftar pemilih Pemilihan Gubernur, Bupati, dan Wali Kota"
    }
  }

  private static func sourceWord(_ role: Role) -> String {
    switch role {
    case .roll: "perbandingan antarbaris daftar pemilih"
    case .previousRoll: "daftar pemilih sebelumnya"
    case .deaths: "daftar kematian"
    case .moves: "daftar pindah domisili"
    case .military: "daftar anggota TNI"
    case .police: "daftar anggota Polri"
    case .foreigners: "daftar WNA"
    case .revoked: "daftar pencabutan hak pilih"
    case .visits: "hasil coklit"
    case .residents: "data penduduk"
    case .specialList: "daftar pemilih khusus"
    case .officialCounts: "rekapitulasi resmi"
    case .areas: "daftar wilayah"
    case .signsOfLife: "daftar bukti hidup"
    case .movedVoters: "daftar pemilih pindah memilih"
    }
  }
}
