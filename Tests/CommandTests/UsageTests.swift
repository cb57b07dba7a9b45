import Documents
import TestSupport
import Testing

@Suite struct UsageTests {
  struct Usage: Sendable {
    var arguments: [String]
    var status: Int32
    var says: String
  }

  @Test(arguments: [
    Usage(arguments: [], status: 0, says: "CARA PAKAI: padan"),
    Usage(arguments: ["--bantuan"], status: 0, says: "PERINTAH:"),
    Usage(arguments: ["--help"], status: 0, says: "Tampilkan bantuan ini."),
    Usage(arguments: ["periksa", "--help"], status: 0, says: "ARGUMEN:"),
    Usage(arguments: ["check", "--help"], status: 0, says: "CARA PAKAI: padan periksa"),
    Usage(arguments: ["--versi"], status: 0, says: "swift-crypto"),
    Usage(arguments: ["--version"], status: 0, says: "padan "),
    Usage(arguments: ["periksa", "--versi"], status: 0, says: "swift-crypto"),
    Usage(arguments: ["jelaskan", "--version"], status: 0, says: "swift-crypto"),
    Usage(arguments: ["periksaa", "--versi"], status: 64, says: "Maksudnya 'periksa'?"),
    Usage(arguments: ["bantuan"], status: 0, says: "Lihat 'padan bantuan <perintah>' untuk bantuan lengkap."),
    Usage(arguments: ["bantuan", "periksa"], status: 0, says: "CARA PAKAI: padan periksa"),
    Usage(arguments: ["bantuan", "periksaa"], status: 64, says: "Maksudnya 'periksa'?"),
    Usage(arguments: ["bantaun"], status: 64, says: "Maksudnya 'bantuan'?"),
    Usage(arguments: ["aturan", "meningal"], status: 64, says: "Tidak ada aturan 'meningal'; maksudnya 'meninggal'?"),
    Usage(arguments: ["aturan", "muncul"], status: 64, says: "mungkin 'tms-muncul-lagi'."),
    Usage(arguments: ["aturan", "antar"], status: 64, says: "'ganda-antar-kabupaten' atau 'pindah-antar-desa'."),
    Usage(arguments: ["aturan", "xyzzy"], status: 64, says: "lihat daftarnya dengan 'padan aturan'."),
    Usage(arguments: ["contoh", "x", "--mati", "0,3"], status: 64, says: "harus 0 sampai 0,2."),
    Usage(arguments: ["contoh", "x", "--mati", "banyak"], status: 64, says: "misalnya 0,05, atau persen"),
    Usage(arguments: ["contoh", "/dev/null/x", "--mati", "0,1"], status: 2, says: "/dev/null"),
    Usage(arguments: ["periksa", "tidak/ada", "--karantina-maks", "0,1"], status: 2, says: "tidak/ada tidak ada."),
    Usage(arguments: ["periksa", "tidak/ada", "--karantina-maks", "2,5%"], status: 2, says: "tidak/ada tidak ada."),
    Usage(arguments: ["sampel", "tidak/ada", "--galat", "2,5%"], status: 2, says: "tidak/ada"),
    Usage(
      arguments: ["gabung", "tidak/ada", "--kunci", "x", "--memori", "0,001GiB"], status: 64,
      says: "--memori paling sedikit"),
    Usage(arguments: ["gabung", "tidak/ada", "--kunci", "x", "--memori=-1GiB"], status: 64, says: "dengan satuan"),
    Usage(arguments: ["periksaa"], status: 64, says: "padan: 'periksaa' bukan perintah padan. Maksudnya 'periksa'?"),
    Usage(arguments: ["help", "zzz"], status: 64, says: "padan: 'zzz' bukan perintah padan. Yang ada: mulai,"),
    Usage(arguments: ["help", "periksaa"], status: 64, says: "Maksudnya 'periksa'?"),
    Usage(arguments: ["help", "periksa"], status: 0, says: "CARA PAKAI: padan periksa"),
    Usage(arguments: ["chekc", "kasus"], status: 64, says: "Maksudnya 'check'?"),
    Usage(
      arguments: ["1602051203850001"], status: 64,
      says: "padan: '????????????????' bukan perintah padan. Yang ada: mulai,"),
    Usage(arguments: ["periksa", "--tidak-ada"], status: 64, says: "Pilihan tidak dikenal '--tidak-ada'"),
    Usage(arguments: ["periksa", "--utas", "nol"], status: 64, says: "tidak berlaku untuk '--utas"),
    Usage(
      arguments: ["contoh", "x", "--pemilih", "1.000"], status: 64,
      says: "tidak berlaku untuk '--pemilih <pemilih>'; tulis bilangan bulat tanpa titik dan koma"),
    Usage(arguments: ["aturan", "meningal"], status: 64, says: "Cara pakai: padan aturan [<id>]"),
    Usage(arguments: ["periksa", "--threads", "0"], status: 64, says: "1 atau lebih"),
    Usage(arguments: ["periksa", "--utas"], status: 64, says: "Belum ada nilai untuk"),
    Usage(arguments: ["periksa", "tidak/ada"], status: 2, says: "padan: Folder kasus tidak/ada tidak ada."),
  ])
  func statusAndWords(_ usage: Usage) throws {
    let result = try Binary.run(usage.arguments)
    #expect(result.status == usage.status, "\(result.err)")
    let text = usage.status == 0 ? result.out : result.err
    #expect(text.contains(usage.says), "\(text)")
    #expect(usage.status == 0 ? result.err.isEmpty : result.out.isEmpty)
  }

  /// Who reads the result as JSON reads there, too, that it was asked for wrongly.
  @Test(arguments: [["periksa", "--json", "--tidak-ada"], ["banding", "--json"], ["periksaa", "kasus", "--json"]])
  func wrongUsageIsJSONWhereThatIsAsked(_ arguments: [String]) throws {
    let result = try Binary.run(arguments)
    #expect(result.status == 64 && !result.err.isEmpty)
    let said = try JSONValue(Array(result.out.utf8))
    #expect(said.text("peristiwa") == "gagal" && said.number("status") == 64, "\(result.out)")
    #expect(said.text("pesan")?.isEmpty == false)
  }

  @Test func faultsOfThePlanComeTogetherAndNothingRuns() throws {
    let scratch = try Scratch()
    try scratch.write("nama,nik\nA,1\n", to: "daftar-pemilih/a.csv")
    try scratch.write("wilaya: 1602\npemilihan:\n  jenis: x\n", to: "padan.yaml")
    let result = try Binary.run(["periksa", scratch.path])
    #expect(result.status == 64)
    #expect(result.err.contains("baris 1: kunci 'wilaya' tidak dikenal"))
    #expect(result.err.contains("baris 3: pemilihan.jenis"))
    #expect(!scratch.names().contains("hasil"))
  }

  /// The help of every verb, by its name and by its English alias, is Indonesian throughout.
  @Test(arguments: [
    ["periksa", "check"], ["surat", "letter"], ["jelaskan", "explain"], ["banding", "compare"], ["aturan", "rules"],
    ["contoh", "generate"], ["nilai", "score"],
  ])
  func helpIsIndonesian(_ names: [String]) throws {
    let texts = try names.map { try Binary.run([$0, "--help"]) }
    #expect(texts.allSatisfy { $0.status == 0 })
    #expect(texts[0].out == texts[1].out)
    #expect(texts[0].out.contains("CARA PAKAI: padan \(names[0])"))
    let english = ["OVERVIEW", "USAGE", "OPTIONS:", "ARGUMENTS", "Show ", "default", " the ", "values:", "See '"]
    for word in english { #expect(!texts[0].out.contains(word), "\(names[0]) says \(word)") }
  }

  /// Options answer to their English names too.
  @Test(arguments: [
    ["periksa", "--output", "--date", "--fail-if", "--max-quarantine", "--threads"],
    ["surat", "--number", "--templates", "--per-district", "--date", "--threads"],
    ["banding", "--strict", "--details"],
    ["contoh", "--voters", "--seed", "--date", "--fathers", "--dead", "--id-numbers", "--stress", "--regency"],
  ])
  func optionsHaveEnglishNames(_ words: [String]) throws {
    let help = try Binary.run([words[0], "--help"]).out
    for word in words.dropFirst() { #expect(help.contains(word), "\(word)") }
  }
}
