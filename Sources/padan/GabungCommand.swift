import ArgumentParser
import Documents
import Joining
import Pipeline
import RollModel

/// `padan gabung`: persons on the rolls of different kabupaten.
struct GabungCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "gabung",
    abstract: "Cari orang yang tercatat di daftar pemilih kabupaten berbeda, dari sidik hasil-hasilnya.",
    discussion: """
      Sidik dibuat dengan 'padan periksa KASUS --sidik --kunci BERKAS'; semua sidik yang digabung memakai satu kunci. \
      Hasilnya satu folder: ganda-luar-<kode>.csv untuk folder ganda-luar kasus tiap kabupaten, matriks kabupaten, dan \
      ringkasan. Bila terhenti, jalankan lagi perintah yang sama: pekerjaan diteruskan dari bagian yang sudah selesai.
      """,
    aliases: ["join"])

  @Argument(help: ArgumentHelp("Folder hasil yang berisi sidik.padan, atau berkas sidik.", valueName: "hasil"))
  var inputs: [String]

  @Option(
    name: [.customLong("kunci"), .customLong("key")],
    help: ArgumentHelp("Berkas kunci yang dipakai saat sidik dibuat.", valueName: "berkas"))
  var key: String

  @Option(
    name: [.customLong("memori"), .customLong("memory")],
    help: ArgumentHelp("Memori yang boleh dipakai, misalnya 900MiB; bila kosong, 4GiB.", valueName: "ukuran"),
    transform: SizeArgument.read)
  var memory = 4 << 30

  @Option(
    name: [.customLong("keluaran"), .customLong("output")],
    help: ArgumentHelp("Folder keluaran yang belum ada.", valueName: "folder"))
  var output = "gabungan"

  @OptionGroup var common: CommonOptions

  var json: Bool { common.json }

  func validate() throws {
    guard memory >= Joiner.leastMemory else {
      throw ValidationError("--memori paling sedikit \(Joiner.leastMemory >> 20)MiB.")
    }
  }

  func run() throws {
    let run = JoinRun(
      JoinRun.Options(
        inputs: inputs, keyPath: key, output: output, memory: memory, threads: common.threadCount))
    let isWatched = Terminal.isWatched && !common.json
    let result = try run.execute { stage, done, total in
      if isWatched { Terminal.status("  \(stage)  \(done.grouped) dari \(total.grouped)") }
    }
    if isWatched { Terminal.status("") }
    Terminal.say(common.json ? Self.json(result) : Self.words(result))
  }

  private static func words(_ result: JoinRun.Result) -> String {
    var table = TextTable(["keyakinan", "pasangan"])
    for kind in JoinTally.Class.allCases { table.add([kind.label, result.tally.counts[kind.rawValue].grouped]) }
    return [
      "\(result.kabupaten.grouped) kabupaten, \(result.voters.grouped) pemilih digabung.", table.text,
      "Senama dan bertanggal lahir sama di kabupaten berbeda: \(result.found.grouped) pasangan; karena kebetulan saja "
        + "diharapkan \(Int(result.expected.rounded()).grouped).",
      "Hasil: \(Terminal.here(result.folder))",
    ].joined(separator: "\n")
  }

  private static func json(_ result: JoinRun.Result) -> String {
    var json = JSONWriter()
    json.object { json in
      json.string("peristiwa", "selesai")
      json.string("hasil", result.folder)
      json.integer("kabupaten", result.kabupaten)
      json.integer("pemilih", result.voters)
      json.object("pasangan") { json in
        for kind in JoinTally.Class.allCases { json.integer(kind.label, result.tally.counts[kind.rawValue]) }
      }
      json.integer("senama_ditemukan", result.found)
      json.number("senama_diharapkan", result.expected, decimals: 1)
    }
    return json.out.text
  }
}

/// A size in bytes: `4GiB`, `900MiB`, `1,5G`, `512M`.
enum SizeArgument {
  @Sendable static func read(_ text: String) throws -> Int {
    let plain = text.lowercased().filter { !$0.isWhitespace }
    let digits = plain.prefix { !$0.isLetter }
    let shifts = ["g": 30, "gb": 30, "gib": 30, "m": 20, "mb": 20, "mib": 20]
    guard let number = DecimalText.read(digits), (0..<1_048_576).contains(number),
      let shift = shifts[String(plain.dropFirst(digits.count))]
    else {
      throw ValidationError("memori harus berupa bilangan dengan satuan, misalnya 4GiB atau 900MiB")
    }
    return Int(number * Double(1 << shift))
  }
}
