import ArgumentParser
import Pipeline
import RollModel

/// Options that every long verb has.
struct CommonOptions: ParsableArguments {
  @Option(
    name: [.customLong("utas"), .customLong("threads")],
    help: ArgumentHelp("Jumlah utas; bila kosong, sebanyak prosesor. Hasil tidak bergantung padanya.", valueName: "n"))
  var threads: Int?

  @Flag(name: .customLong("json"), help: "Kemajuan dan hasil sebagai JSON di keluaran baku, satu objek sebaris.")
  var json = false

  var threadCount: Int { min(64, threads ?? Terminal.processors) }

  func validate() throws {
    if let threads, threads < 1 { throw ValidationError("--utas harus bilangan bulat 1 atau lebih.") }
  }
}

/// A verb that writes its result as JSON where it is asked to, and so its failure too.
protocol ReportingCommand: ParsableCommand {
  var json: Bool { get }
}

/// A complete date as an argument.
enum DayArgument {
  @Sendable static func read(_ text: String) throws -> CalendarDay {
    if let first = text.split(separator: "-").first, first.utf8.count == 4, let year = Int(first),
      text.utf8.count == 10,
      !CalendarDay.workingYears.contains(year)
    {
      let years = CalendarDay.workingYears
      throw ValidationError("tahunnya harus \(years.lowerBound) sampai \(years.upperBound)")
    }
    guard let day = CalendarDay(iso: text), day.isComplete else {
      throw ValidationError("tanggal harus berbentuk TTTT-BB-HH, misalnya 2026-11-21")
    }
    return day
  }
}

/// One of the three tiers that a finding may have.
enum TierArgument {
  @Sendable static func read(_ text: String) throws -> Tier {
    guard let tier = Tier(label: text), tier != .twin else {
      throw ValidationError("tingkat harus perlu-verifikasi, kuat, atau pasti")
    }
    return tier
  }
}

/// A share between 0 and 1, or in percent.
enum ShareArgument {
  @Sendable static func read(_ text: String) throws -> Double {
    guard let share = Plan.share(of: text) else {
      throw ValidationError(
        "bagian harus bilangan 0 sampai 1, misalnya 0,05, atau persen, misalnya 5%")
    }
    return share
  }
}
