import ArgumentParser
import Documents
import RollModel
import SampleRolls

/// `padan contoh`: writes a made-up kabupaten, or a province of several, with planted errors and their truth.
struct ContohCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "contoh",
    abstract: "Buat daftar pemilih rekaan berisi kesalahan yang ditanam, beserta kuncinya.",
    discussion: """
      Hasilnya satu folder kasus lengkap dengan semua daftar dan kunci.csv. Semua nama, nomor, dan alamat dibuat oleh \
      program; bukan data orang. Perintah yang sama selalu menghasilkan berkas yang sama, bita demi bita.

      Model kesalahan:
      \(ErrorModel.all.map { "  \($0.name)  \($0.summary)" }.joined(separator: "\n"))
      """,
    aliases: ["generate"])

  @Argument(help: ArgumentHelp("Folder baru yang akan diisi.", valueName: "folder"))
  var directory: String

  @Option(name: [.customLong("pemilih"), .customLong("voters")], help: "Jumlah pemilih, 50 sampai 300 juta.")
  var voters = 3000

  @Option(name: [.customLong("benih"), .customLong("seed")], help: "Benih: bilangan yang menentukan seluruh isi.")
  var seed: UInt64 = 1602

  @Option(name: .customLong("model"), help: "Model kesalahan: ringan, berat, atau lain.")
  var model = "berat"

  @Option(
    name: [.customLong("nik"), .customLong("id-numbers")],
    help: "Cara daftar pemilih menulis NIK dan NKK: penuh, terpotong (15 angka), atau tersamar (10 angka).")
  var numbers = "penuh"

  @Option(
    name: [.customLong("tekanan"), .customLong("stress")],
    help: "Uji tekan: tanpa, salah-nama (10%), atau nama-keluarga (60%).")
  var stress = "tanpa"

  @Option(
    name: [.customLong("mati"), .customLong("dead")],
    help: "Bagian pemilih yang sudah meninggal, 0 sampai 0,2 atau dalam persen; bawaan menurut model.",
    transform: ShareArgument.read)
  var dead: Double?

  @Flag(
    name: [.customLong("nama-ayah"), .customLong("fathers")],
    help: "Beri daftar pemilih dan daftar kematian kolom nama ayah.")
  var fathers = false

  @Flag(
    name: [.customLong("bersih"), .customLong("clean")],
    help: "Tanpa kesalahan yang ditanam; hanya salah tulis biasa menurut model.")
  var isClean = false

  @Option(
    name: [.customLong("kabupaten"), .customLong("regency")],
    help: "Kode kabupaten empat angka; selain 1602 kecamatannya rekaan.")
  var kabupaten = 1602

  @Option(
    name: [.customLong("provinsi"), .customLong("province")],
    help: "Kode provinsi dua angka: satu kasus dengan beberapa kabupaten dan orang yang tercatat di dua di antaranya.")
  var province: Int?

  @Option(
    name: [.customLong("jumlah-kabupaten"), .customLong("regencies")],
    help: "Jumlah kabupaten/kota provinsi itu, dari kode pertamanya; paling sedikit 2.")
  var regencies = 5

  @Option(name: [.customLong("tanggal"), .customLong("date")], help: "Tanggal acuan umur, TTTT-BB-HH.")
  var referenceDay = "2026-11-21"

  @Flag(name: .customLong("json"), help: "Tulis jumlah baris dan yang ditanam sebagai satu objek JSON.")
  var json = false

  func validate() throws {
    guard (50...300_000_000).contains(voters) else {
      throw ValidationError("Jumlah pemilih harus antara 50 dan 300 juta.")
    }
    guard ErrorModel.named(model) != nil else {
      throw ValidationError(Self.unknown("Model", model, ErrorModel.all.map(\.name)))
    }
    guard NumberWriting(rawValue: numbers) != nil else {
      throw ValidationError(Self.unknown("Cara menulis NIK", numbers, NumberWriting.allCases.map(\.rawValue)))
    }
    guard ErrorModel.Stress(rawValue: stress) != nil else {
      throw ValidationError(Self.unknown("Uji tekan", stress, ErrorModel.Stress.allCases.map(\.rawValue)))
    }
    guard (1101...9699).contains(kabupaten) else {
      throw ValidationError("Kode kabupaten harus empat angka, 1101 sampai 9699.")
    }
    if let province {
      let known = SampleProvince.codes(in: Self.code(province)).count
      guard known > 1 else { throw ValidationError("Kode provinsi \(province) tidak dikenal; tulis seperti 16.") }
      guard (2...known).contains(regencies) else {
        throw ValidationError("Jumlah kabupaten provinsi \(province) harus 2 sampai \(known).")
      }
      guard voters >= 50 * regencies else {
        throw ValidationError("Tiap kabupaten memerlukan paling sedikit 50 pemilih.")
      }
    }
    guard (0...0.2).contains(dead ?? 0) else {
      throw ValidationError("Bagian pemilih yang meninggal harus 0 sampai 0,2.")
    }
    guard let day = CalendarDay(iso: referenceDay), day.isComplete, (2000...2100).contains(day.year) else {
      throw ValidationError("Tanggal \"\(referenceDay)\" tidak terbaca; tulis seperti 2026-11-21.")
    }
  }

  /// What is asked for; nil where the arguments are not valid.
  var sample: SampleKabupaten? {
    guard let model = ErrorModel.named(model), let day = CalendarDay(iso: referenceDay),
      let numbers = NumberWriting(rawValue: numbers), let stress = ErrorModel.Stress(rawValue: stress)
    else { return nil }
    return SampleKabupaten(
      voters: voters, seed: seed, model: model.under(stress).withDead(dead), referenceDay: day, numbers: numbers,
      fathers: fathers, isClean: isClean, kabupaten: kabupaten, threads: Terminal.processors)
  }

  private static func code(_ province: Int) -> AreaCode {
    AreaCode(number: (11...99).contains(province) ? UInt64(province) * 100_000_000 : 0)
  }

  /// The same of a province.
  private func wholeProvince(_ code: Int) -> SampleProvince? {
    guard let model = ErrorModel.named(model), let day = CalendarDay(iso: referenceDay),
      let numbers = NumberWriting(rawValue: numbers), let stress = ErrorModel.Stress(rawValue: stress)
    else { return nil }
    return SampleProvince(
      province: Self.code(code), count: regencies, voters: voters, seed: seed,
      model: model.under(stress).withDead(dead), referenceDay: day, numbers: numbers, fathers: fathers,
      isClean: isClean, threads: Terminal.processors)
  }

  private func write() throws -> SampleSummary? {
    func progress(_ done: Int) {
      if Terminal.isWatched { Terminal.status("  menulis  \(done.grouped) dari \(voters.grouped) pemilih") }
    }
    guard let province else { return try sample?.write(to: directory, progress: progress) }
    return try wholeProvince(province)?.write(to: directory, progress: progress)
  }

  func run() throws {
    guard let summary = try write() else { return }
    if Terminal.isWatched { Terminal.status("") }
    Terminal.say(json ? Self.json(summary, directory) : Self.report(summary, directory))
  }

  // MARK: - Words

  private static func unknown(_ what: String, _ value: String, _ known: [String]) -> String {
    "\(what) \"\(value)\" tidak dikenal; pilih salah satu: \(known.joined(separator: ", "))."
  }

  private static func report(_ summary: SampleSummary, _ directory: String) -> String {
    var lines = ["Folder kasus \(directory) berisi \(summary.voters.grouped) baris pemilih rekaan."]
    for (role, rows) in summary.rows where rows > 0 { lines.append("  \(role.rawValue): \(rows.grouped) baris") }
    lines.append("Yang ditanam (kunci.csv):")
    for (rule, count) in summary.planted { lines.append("  \(rule): \(count.grouped)") }
    return lines.joined(separator: "\n")
  }

  private static func json(_ summary: SampleSummary, _ directory: String) -> String {
    var json = JSONWriter()
    json.object { json in
      json.string("folder", directory)
      json.integer("pemilih", summary.voters)
      json.object("baris") { json in
        for (role, rows) in summary.rows where rows > 0 { json.integer(role.rawValue, rows) }
      }
      json.object("ditanam") { json in for (rule, count) in summary.planted { json.integer(rule, count) } }
    }
    return json.out.text
  }
}
