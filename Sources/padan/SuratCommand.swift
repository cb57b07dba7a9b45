import ArgumentParser
import Documents
import Pipeline
import Reports
import RollModel

/// `padan surat`: letters to the KPU, with annexes, from a finished run.
struct SuratCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "surat",
    abstract: "Tulis surat (DOCX) dan lampirannya (XLSX) dari satu hasil: saran perbaikan, imbauan, penarikan, Form A.",
    discussion: """
      Surat hanya memuat jumlah menurut kelas, L dan P; nama dan alamat ada di lampiran, yang memuat NIK dan NKK \
      lengkap: simpan dan kirim dengan hati-hati. Yang masuk hanya temuan berkeyakinan pasti dan kuat yang tidak \
      ditahan, dan yang diputuskan sah; yang diputuskan tolak tidak masuk, dan yang bertentangan, perlu cek, atau \
      dibuka lagi menunggu diputuskan lagi. Berkas kasus dibaca ulang dan harus sama dengan saat diperiksa. Surat \
      yang sudah ada tidak ditimpa; jenis atau pilihan lain mendapat nama lain.
      """,
    aliases: ["letter"])

  @Argument(help: ArgumentHelp("Folder hasil.", valueName: "hasil"))
  var runFolder: String?

  @Option(
    name: [.customLong("jenis"), .customLong("kind")],
    help: ArgumentHelp("Jenis surat: \(LetterKindArgument.known); bila kosong, saran-perbaikan.", valueName: "jenis"),
    transform: LetterKindArgument.read)
  var kind = LetterKind.correction

  @Option(
    name: [.customLong("nomor"), .customLong("number")],
    help: ArgumentHelp("Nomor urut surat; bila kosong, tempatnya dibiarkan untuk diisi.", valueName: "nomor"))
  var number: String?

  @Option(
    name: [.customLong("templat"), .customLong("templates")],
    help: ArgumentHelp(
      "Folder templat surat milik kantor (\(LetterTemplates.builtIn.keys.sorted().joined(separator: ", "))).",
      valueName: "folder"))
  var templates: String?

  @Option(
    name: [.customLong("salin-templat"), .customLong("copy-templates")],
    help: ArgumentHelp("Tulis susunan kata bawaan ke folder ini untuk disunting, lalu selesai.", valueName: "folder"))
  var copiesTo: String?

  @Flag(
    name: [.customLong("per-kecamatan"), .customLong("per-district")],
    help: "Juga satu surat untuk PPK tiap kecamatan; hanya pada tahapan Pemilu atau Pilkada."
  )
  var perKecamatan = false

  @Flag(
    name: [.customLong("per-kabupaten"), .customLong("per-regency")],
    help: "Kasus provinsi: satu surat untuk KPU tiap kabupaten/kota; --nomor menjadi nomor surat pertama.")
  var perKabupaten = false

  @Option(
    name: [.customLong("kabupaten"), .customLong("regency")],
    help: ArgumentHelp("Kasus provinsi: hanya kabupaten/kota ini, kode atau namanya.", valueName: "kabupaten"))
  var kabupaten: String?

  @Option(
    name: [.customLong("tanggal"), .customLong("date")],
    help: ArgumentHelp("Tanggal surat, TTTT-BB-HH; bila kosong, hari ini.", valueName: "tanggal"),
    transform: DayArgument.read)
  var day: CalendarDay?

  @Flag(
    name: [.customLong("konsep"), .customLong("draft")], help: "Konsep saja: surat tidak dicatat di register kasus.")
  var isDraft = false

  @Option(
    name: [.customLong("petugas"), .customLong("officer")],
    help: ArgumentHelp("Nama petugas yang dicatat di register, dan pelaksana pengawasan di Form A.", valueName: "nama"))
  var officer = ""

  @Option(
    name: [.customLong("alasan"), .customLong("reason")],
    help: ArgumentHelp("Alasan penarikan, sebagaimana tertulis di suratnya.", valueName: "teks"))
  var reason = ""

  @Option(
    name: [.customLong("surat-lama"), .customLong("earlier")],
    help: ArgumentHelp("Nomor surat yang ditarik.", valueName: "nomor"))
  var earlier = ""

  @OptionGroup var selection: LetterOptions
  @OptionGroup var common: CommonOptions

  var json: Bool { common.json }

  func validate() throws {
    guard runFolder != nil || copiesTo != nil else { throw ValidationError("Belum disebutkan '<hasil>'") }
  }

  func run() throws {
    if let copiesTo {
      let files = try LetterRun.copyTemplates(to: copiesTo).map { copiesTo + "/" + $0 }
      return Terminal.say(common.json ? Self.json(copied: files) : files.joined(separator: "\n"))
    }
    var request = LetterWriter.Request(
      date: day ?? Terminal.today(), number: number,
      templates: try templates.map { try LetterTemplates(folder: $0) } ?? LetterTemplates(), kind: kind,
      filter: selection.filter, toEachKecamatan: perKecamatan)
    request.toEachKabupaten = perKabupaten
    request.kabupaten = kabupaten
    request.isDraft = isDraft
    request.officer = officer
    request.reason = reason
    request.earlierLetter = earlier
    let finished = try FinishedRun(runFolder ?? "")
    let result = try LetterRun(
      finished, request: request, threads: common.threadCount, register: isDraft ? nil : Terminal.writer(officer)
    ).execute()
    Terminal.say(common.json ? Self.json(result) : Self.words(result, in: finished.path))
    for warning in result.warnings { Terminal.warn("padan: " + warning) }
  }
}

/// Which rows a letter takes.
struct LetterOptions: ParsableArguments {
  @Option(
    name: [.customLong("kelas"), .customLong("class")],
    help: ArgumentHelp("Kelas yang masuk surat: tms, ms, atau ubah; boleh diulang. Bawaan: semua.", valueName: "kelas"),
    transform: LetterClassArgument.read)
  var classes: [LetterClass] = []

  @Option(
    name: [.customLong("kecamatan"), .customLong("district")],
    help: ArgumentHelp("Hanya kecamatan ini, nama atau kode.", valueName: "nama"))
  var kecamatan: String?

  @Option(
    name: [.customLong("keyakinan"), .customLong("tier")],
    help: ArgumentHelp("Keyakinan terendah: kuat (bawaan) atau pasti.", valueName: "tingkat"),
    transform: TierArgument.read)
  var tier = Tier.strong

  @Option(
    name: [.customLong("temuan"), .customLong("finding")],
    help: ArgumentHelp(
      "Hanya temuan dengan id ini; boleh diulang. Yang belum boleh masuk surat hanya masuk konsep.", valueName: "id"))
  var ids: [String] = []

  func validate() throws {
    if tier < .strong {
      throw ValidationError(
        "temuan perlu-verifikasi masuk surat hanya setelah diputuskan sah; --keyakinan harus kuat atau pasti")
    }
    if let kecamatan, !kecamatan.contains(where: \.isLetter), kecamatan.count(where: \.isWholeNumber) != 6 {
      throw ValidationError("--kecamatan harus nama atau kode kecamatan, misalnya \"Kayu Agung\" atau 16.02.05")
    }
  }

  var filter: LetterFilter {
    var filter = LetterFilter()
    if !classes.isEmpty { filter.classes = Set(classes) }
    filter.kecamatan = kecamatan
    filter.leastTier = tier
    if !ids.isEmpty { filter.ids = Set(ids.map { $0.uppercased() }) }
    return filter
  }
}

/// One of the kinds of letters.
enum LetterKindArgument {
  static let known = LetterKind.allCases.map(\.rawValue).joined(separator: ", ")

  @Sendable static func read(_ text: String) throws -> LetterKind {
    guard let kind = LetterKind(rawValue: text) else { throw ValidationError("jenis harus salah satu dari \(known)") }
    return kind
  }
}

/// One of the classes of a letter.
enum LetterClassArgument {
  @Sendable static func read(_ text: String) throws -> LetterClass {
    guard let letterClass = LetterClass(rawValue: text.lowercased()) else {
      throw ValidationError("kelas harus tms, ms, atau ubah")
    }
    return letterClass
  }
}

extension SuratCommand {
  /// One line a kabupaten of a province.
  private static func kabupaten(_ result: LetterRun.Result, in folder: String) -> String {
    var table = TextTable(["surat kepada KPU", "nomor", "MS", "TMS", "di antaranya ganda antar-kabupaten", "ubah"])
    for letter in result.toCommissions {
      let classes = [LetterClass.missing, .tms, .edits].map { one in letter.rows.count { $0.letterClass == one }.grouped
      }
      let across = letter.rows.count { $0.category == "ganda-antar-kabupaten" }.grouped
      table.add([letter.kabupaten, letter.number, classes[0], classes[1], across, classes[2]])
    }
    return
      ([table.text, result.held.sentence].compactMap(\.self) + result.repeated
      + result.files.map { Terminal.here(folder + "/" + $0) }).joined(separator: "\n")
  }

  private static func words(_ result: LetterRun.Result, in folder: String) -> String {
    if result.letters.first?.kabupaten.isEmpty == false { return kabupaten(result, in: folder) }
    var table = TextTable(["kelas dan uraian", "L", "P", "baris lampiran"])
    for count in result.counts {
      table.add([
        "\(count.letterClass.label): \(count.label)", count.men.grouped, count.women.grouped, count.rows.grouped,
      ])
    }
    let (men, women) = (result.counts.reduce(0) { $0 + $1.men }, result.counts.reduce(0) { $0 + $1.women })
    table.add(["jumlah", men.grouped, women.grouped, result.counts.reduce(0) { $0 + $1.rows }.grouped])
    var lines = [table.text]
    if result.needsVerification > 0 {
      let held = HeldWords.among(result.heldBack).map { " (\($0) sampai diperiksa di lapangan)" } ?? ""
      lines.append(
        "\(result.needsVerification.grouped) baris lain menunggu verifikasi faktual\(held) dan tidak dilampirkan.")
    }
    if let held = result.held.sentence { lines.append(held) }
    lines += result.repeated
    lines += result.files.map { Terminal.here(folder + "/" + $0) }
    return lines.joined(separator: "\n")
  }

  private static func json(_ result: LetterRun.Result) -> String {
    var json = JSONWriter()
    json.object { json in
      json.string("peristiwa", "selesai")
      json.array("berkas") { json in for file in result.files { json.string(nil, file) } }
      json.object("disarankan") { json in
        for count in result.counts { json.integer(count.label, count.rows) }
      }
      json.array("surat") { json in
        for letter in result.letters { json.object { json in write(letter, to: &json) } }
      }
      json.integer("menunggu_verifikasi", result.needsVerification)
      json.object("ditahan") { json in
        for hold in LetterHold.allCases {
          json.integer(hold.rawValue.split(separator: " ").joined(separator: "_"), result.held[hold] ?? 0)
        }
      }
      json.array("sudah_diminta") { json in for sentence in result.repeated { json.string(nil, sentence) } }
      json.array("peringatan") { json in for warning in result.warnings { json.string(nil, warning) } }
    }
    return json.out.text
  }

  private static func json(copied files: [String]) -> String {
    var json = JSONWriter()
    json.object { json in
      json.string("peristiwa", "selesai")
      json.array("berkas") { json in for file in files { json.string(nil, file) } }
    }
    return json.out.text
  }

  /// A letter without its rows: ids stand in the annex.
  private static func write(_ letter: WrittenLetter, to json: inout JSONWriter) {
    json.string("jenis", letter.kind.rawValue)
    json.string("penerima", letter.recipient)
    if !letter.kabupaten.isEmpty { json.string("kabupaten", letter.kabupaten) }
    json.string("nomor", letter.number)
    json.string("tanggal", letter.date.description)
    json.boolean("konsep", letter.isDraft)
    json.object("kelas") { json in
      for one in LetterClass.allCases {
        let rows = letter.rows.filter { $0.letterClass == one }
        if rows.isEmpty { continue }
        json.object(one.rawValue) { json in
          for sex in [Sex.male.code, Sex.female.code] { json.integer(sex, rows.count { $0.sex == sex }) }
          json.integer("L+P", rows.count)
        }
      }
    }
  }
}
