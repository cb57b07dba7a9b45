import ArgumentParser
import CIntrinsics
import Casework
import Documents
import Joining
import Pipeline
import Platform
import Reports
import SampleRolls

/// Where the process starts and ends: arguments in, exit status out.
@main
enum Launch {
  static func main() {
    padan_tune_allocator(8 << 20)
    padan_end_with_words()
    guard padan_has_room(leastRoom) != 0 else {
      Terminal.warn("padan: memori atau utas yang diizinkan sistem terlalu sedikit; naikkan batasnya lalu ulangi.")
      exit(2)
    }
    // Not of the main thread.
    padan_end_when_asked { @Sendable number in Launch.stop(by: number) }
    let arguments = UnknownVerb.spoken(Array(CommandLine.arguments.dropFirst()))
    // Who asks for JSON reads of a wrong word there too: no command knows of it yet.
    var isReporting = arguments.contains("--json")
    if let fault = UnknownVerb.fault(arguments) { end(with: fault, EX_USAGE, isReporting) }
    if Padan.asksVersion(arguments) {
      Padan.sayVersion()
      Terminal.end(0)
    }
    do {
      var command = try Padan.parseAsRoot(arguments)
      isReporting = (command as? any ReportingCommand)?.json ?? false
      try command.run()
      Terminal.end(0)
    } catch {
      end(with: error, isReporting)
    }
  }

  private static func stop(by number: Int32) {
    Stopping.stop {
      // Not through what waits for the end.
      let wipe = Terminal.isWatched ? "\r\u{1B}[K" : ""
      Terminal.put(wipe + "padan: dihentikan sebelum selesai; yang sudah tersimpan tetap utuh.\n", STDERR_FILENO)
    } ending: {
      padan_end_by(number)
    }
  }

  /// Bytes beside the program itself without which nothing can be read: two threads and the smallest buffers.
  private static let leastRoom = 48 << 20

  /// Says what went wrong in one place and one language, and as JSON too where that was asked for; ends the process.
  private static func end(with error: any Error, _ isReporting: Bool) -> Never {
    let (message, status) = outcome(of: error)
    end(with: message, status, isReporting)
  }

  private static func end(with message: String, _ status: Int32, _ isReporting: Bool) -> Never {
    if isReporting, !message.isEmpty, status != 0 { Terminal.say(RunSummary.json((message, status))) }
    if !message.isEmpty { status == 0 ? Terminal.say(message) : Terminal.warn(message) }
    Terminal.end(status)
  }

  /// Statuses: 0 done; 1 findings or differences that were asked to fail; 2 the run failed; 64 wrong usage or plan.
  static func outcome(of error: any Error) -> (message: String, status: Int32) {
    switch error {
    case let status as ExitCode: ("", status.rawValue)
    case let faults as PlanFaults: (faults.message, EX_USAGE)
    case CaseFailure.faults(let faults): (faults.message, EX_USAGE)
    case CaseFailure.failure(let failure): ("padan: " + failure.sentence, 2)
    case let failure as RunFailure: ("padan: " + failure.sentence, failure.isWrongUsage ? EX_USAGE : 2)
    case let failure as ScoringError: ("padan: " + failure.description, 2)
    case let failure as FindingIndexError: ("padan: " + failure.description, 2)
    case let failure as JoiningFault: ("padan: " + failure.description, 2)
    case let failure as LetterError: ("padan: " + failure.description, 2)
    case let failure as SampleError: ("padan: " + failure.description, 2)
    case let failure as FileSinkError: ("padan: " + failure.description, 2)
    default: (HelpWords.indonesian(Padan.fullMessage(for: error)), parserStatus(error))
    }
  }

  /// What the argument parser throws is help (0) or wrong usage (64); any other error is a failed run.
  private static func parserStatus(_ error: any Error) -> Int32 {
    let status = Padan.exitCode(for: error).rawValue
    return status == EXIT_FAILURE ? 2 : status
  }
}
