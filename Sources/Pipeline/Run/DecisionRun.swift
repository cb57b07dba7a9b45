import Casework
import Reports
import RollModel
import Rules

/// Records what came back from the office, the field and the KPU, and takes back what is to be taken back.
package struct DecisionRun: Sendable {
  package struct Request: Sendable {
    package var runFolder: String
    package var files: [String]
    /// Ids to take back, and why.
    package var withdrawals: [String]
    package var reason: String
    /// Day of the decisions.
    package var day: CalendarDay

    package init(runFolder: String, files: [String], withdrawals: [String], reason: String, day: CalendarDay) {
      self.runFolder = runFolder
      self.files = files
      self.withdrawals = withdrawals
      self.reason = reason
      self.day = day
    }
  }

  /// What became of one file; it has a fault or verdicts.
  package struct FileResult: Sendable {
    package var name: String
    package var sha256 = ""
    package var fault = ""
    package var verdicts: [DecisionIntake.Verdict] = []
    /// Rows filled in on sheets of struck voters, of which nothing can be recorded.
    package var unrecorded: [(sheet: String, row: Int)] = []

    /// Sah of findings that no letter ever asks about, by rule.
    package var outsideLetters: [(rule: String, count: Int)] {
      var counts: [String: Int] = [:]
      for verdict in verdicts where verdict.word == DecisionWord.valid.rawValue && verdict.outcome == .saved {
        guard let card = Rulebook.card(id: verdict.rule), LetterClass.of(card.id, card.severity) == nil else {
          continue
        }
        counts[card.id, default: 0] += 1
      }
      return counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// Whether rows were refused and none was taken, now or earlier: the file was of no use.
    package var isRefused: Bool {
      verdicts.contains { $0.outcome == .refused } && !verdicts.contains { [.saved, .known].contains($0.outcome) }
    }
  }

  package struct Result: Sendable {
    package var files: [FileResult] = []
    /// What became of each id that was to be taken back; an empty reason is done.
    package var withdrawals: [(id: String, reason: String)] = []
    /// Of those that are done, the ones where an officer's decision alone was taken back.
    package var ownDecisions: Set<String> = []
    /// Suggestions of letters that were rejected or taken back since, and that no letter of withdrawal tells of yet.
    package var awaitingWithdrawal: [String] = []
    package var conflicts: [(id: String, opinions: [Opinion])] = []
    /// Findings that wait for a second officer.
    package var waiting = 0
    /// Events that are on the disk now.
    package var saved = 0
    /// Lines of the register; 0 where there is none.
    package var lines = 0
    package var registerPath = ""
    /// Day of the run whose findings came back; unknown where its manifest tells none.
    package var runDay = CalendarDay()
    /// Where a torn last line of the register was put.
    package var setAside: String?
  }

  private let request: Request
  private let writer: CaseRegister.Writer

  package init(_ request: Request, writer: CaseRegister.Writer) {
    self.request = request
    self.writer = writer
  }

  package func execute() throws -> Result {
    guard let runFolder = FileSystem.real(request.runFolder), FileSystem.target(runFolder) == .folder else {
      throw RunFailure("Folder hasil \(request.runFolder) tidak ada; sebutkan folder yang ditulis 'padan periksa'.")
    }
    let manifest = try Manifest(runFolder: runFolder)
    let casePath = try manifest.standingCase(of: runFolder)
    let runDay = CalendarDay(iso: manifest.day) ?? CalendarDay()
    let needsTwo = try CaseFolder.open(casePath).plan.needsTwoOfficers
    var read: [(path: String, result: Swift.Result<ReturnedFile, ReturnedFault>)] = []
    for path in request.files {
      do throws(ReturnedFault) { read.append((path, .success(try ReturnedFile(path)))) } catch {
        read.append((path, .failure(error)))
      }
    }
    let register = CaseRegister(casePath: casePath)
    let found = try register.read(for: runFolder, manifest)
    // A first look without the lock: a register is not begun for nothing.
    var work = try self.work(read, runFolder, found ?? Register(key: writer.secret), needsTwo)
    work.result.runDay = runDay
    guard !work.events.isEmpty else {
      finish(&work.result, found, needsTwo, register)
      return work.result
    }
    let file = try register.open(writer)
    work = try self.work(read, runFolder, file.register, needsTwo)
    work.result.runDay = runDay
    try Stopping.settle { () throws(RunFailure) in
      try CaseRegister.append(work.events, to: file)
      RegisterWitness.note(file.register, in: runFolder)
    }
    work.result.saved = work.events.count
    work.result.setAside = file.setAside
    finish(&work.result, file.register, needsTwo, register)
    return work.result
  }

  /// What is to be written, and what is to be said of it, after all that a register holds.
  private func work(
    _ read: [(path: String, result: Swift.Result<ReturnedFile, ReturnedFault>)], _ runFolder: String,
    _ register: Register, _ needsTwo: Bool
  ) throws -> (events: [RegisterEvent], result: Result) {
    let book = DecisionBook(register, needsTwo: needsTwo)
    var intake = try DecisionIntake(
      read.compactMap { try? $0.result.get() }, runFolder: runFolder, register: register, book: book,
      stamp: writer.stamp, day: request.day.description)
    var result = Result()
    for (path, file) in read {
      switch file {
      case .success(let file):
        result.files.append(
          FileResult(
            name: file.name, sha256: file.sha256, verdicts: intake.take(file), unrecorded: file.unrecorded))
      case .failure(let fault):
        result.files.append(FileResult(name: FileSystem.name(of: path), fault: fault.description))
      }
    }
    var events = intake.events
    var taken: Set<String> = []
    for id in request.withdrawals {
      let event = try Withdrawal.event(
        of: id, reason: request.reason, runFolder: runFolder, register: register, book: book, stamp: writer.stamp,
        day: request.day.description)
      switch event {
      case .success(let event):
        result.withdrawals.append((event.findings[0], ""))
        if Withdrawal.isOfOneOfficer(event) { result.ownDecisions.insert(event.findings[0]) }
        if taken.insert(event.findings[0]).inserted { events.append(event) }
      case .failure(let refusal): result.withdrawals.append((id, refusal.reason))
      }
    }
    return (events, result)
  }

  private func finish(_ result: inout Result, _ register: Register?, _ needsTwo: Bool, _ place: CaseRegister) {
    result.registerPath = place.path
    guard let register else { return }
    let book = DecisionBook(register, needsTwo: needsTwo)
    result.lines = register.events.count
    result.conflicts = book.conflicts
    result.awaitingWithdrawal = book.toTakeBack
    result.waiting = book.decidedIDs.count { book.standing(of: $0) == .waiting }
  }
}
