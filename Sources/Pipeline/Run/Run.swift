import Casework
import Documents
import Joining
import Matchers
import Readers
import Reports
import RollModel
import Rules

/// One examination of a case, from files to a finished run folder: the one place that knows the order.
package struct Run: Sendable {
  /// What the command decides and the case does not.
  package struct Options: Sendable {
    /// Day of the run: names the folder, and is the reference day of a plan that states none.
    package var day: CalendarDay
    /// Run folder asked for by name, which must not exist; nil is `hasil/<day>` in the case.
    package var output: String?
    package var threads: Int
    /// Overrules `karantina_maks`.
    package var quarantineLimit: Double?
    /// Notes of data stand among the findings, as before they had a file of their own.
    package var notesAmongFindings: Bool
    /// `temuan.jsonl` is written, for other programs.
    package var withJSONL: Bool
    /// The path of the key under which a record file is left beside the run; nil for none.
    package var recordKeyPath: String?

    package init(
      day: CalendarDay, output: String? = nil, threads: Int, quarantineLimit: Double? = nil,
      notesAmongFindings: Bool = false, withJSONL: Bool = false, recordKeyPath: String? = nil
    ) {
      self.recordKeyPath = recordKeyPath
      self.notesAmongFindings = notesAmongFindings
      self.withJSONL = withJSONL
      self.day = day
      self.output = output
      self.threads = threads
      self.quarantineLimit = quarantineLimit
    }
  }

  private let folder: CaseFolder
  private let options: Options
  private let meter: Meter
  private let progress: @Sendable (RunProgress) -> Void

  package init(
    _ folder: CaseFolder, options: Options, meter: Meter, progress: @escaping @Sendable (RunProgress) -> Void = { _ in }
  ) {
    self.folder = folder
    self.options = options
    self.meter = meter
    self.progress = progress
  }

  /// Does all of it; throws one sentence when there is nothing to show, and then leaves everything as it was.
  package func execute() throws -> Outcome {
    let recordKey = try options.recordKeyPath.map { try KeyFile.read($0) }
    let frozen = try folder.frozenModel()
    let caseRegister = CaseRegister(casePath: folder.path)
    // One that cannot be read is told of before all the work; what counts is what it says behind that.
    _ = try caseRegister.read()
    let target = try Target(folder: folder, options: options)
    let output = try RunFolder(parent: target.parent, name: target.name, isFixed: options.output != nil)
    let spare = SpareThread()
    var inputs: InputHashes?
    var stages = StageTable(meter: meter)
    let data = try read(&stages) { inputs = InputHashes(folder.inputs, on: spare) }
    if let misfit = frozen?.misfit(with: data) { throw folder.unfit(misfit) }
    var record = examine(data, frozen, spare, &stages)
    let earlier = EarlierRuns(casePath: folder.path, parents: [folder.path + "/hasil", target.parent])
    let witnesses = RegisterWitnesses(earlier.runs)
    let register = try caseRegister.read()
    let lost = CaseRegister.lost(register, witnesses)
    let registerFault = lost?.sentence ?? CaseRegister.lostLetter(register, witnesses)?.sentence
    if let registerFault { record.data.notices.append(registerFault) }
    if let register {
      try stages.time("tindak lanjut") { _ in
        try bind(&record, to: register, earlier)
      }
    }
    record.complaints = Complaints(record.data)?.recap(record.findings)
    returnFreeMemory()
    var writer = RunWriter(folder: output.path, threads: options.threads, withJSONL: options.withJSONL)
    progress(RunProgress(stage: .write, rows: 0, total: record.findings.count))
    if let recordKey {
      try stages.time("sidik") { _ in try writer.write(recordsOf: record, folder.plan, key: recordKey) }
    }
    let finished = try writer.write(record, stages: &stages)
    let prints = (inputs ?? InputHashes(folder.inputs, on: spare)).finish()
    try writer.write(
      Manifest(
        version: Version.current, day: options.day.description,
        caseFolder: FileSystem.relative(folder.path, from: target.path),
        settings: settings + [lost?.anchor ?? register.map(CaseRegister.anchor)].compactMap(\.self), inputs: prints,
        outputs: writer.outputs))
    var outcome = Outcome(
      folder: try output.commit(), record: finished, tally: writer.tally ?? FindingTally(finished))
    outcome.registerFault = registerFault
    return outcome
  }

  /// Reads all lists of the case; `passed` is called when only what they hold is to be settled.
  private func read(_ stages: inout StageTable, passed: () -> Void) throws -> CaseData {
    let bytes = folder.sources.reduce(0) { $0 + FileSystem.size($1.path) }
    let estimate = bytes / Self.bytesPerRow
    let data = try stages.time("baca", bytes: bytes) { stage in
      let data = try folder.read(
        threads: options.threads, quarantineLimit: options.quarantineLimit, day: options.day,
        progress: { progress(RunProgress(stage: .read, rows: $0, total: max($0, estimate))) }, passed: passed)
      stage.rows = data.files.reduce(0) { $0 + $1.rowsRead }
      return data
    }
    returnFreeMemory()
    return data
  }

  /// Matches and applies the rules.
  private func examine(
    _ data: CaseData, _ frozen: FrozenModel?, _ spare: SpareThread, _ stages: inout StageTable
  ) -> RunRecord {
    let comparison = spare.add(first: true) { RollComparison(data, threads: 1) }
    let groundwork = spare.add(first: true) { AreaGroundwork(data, threads: 1) }
    let matches = match(data, frozen, &stages)
    progress(RunProgress(stage: .examine, rows: 0, total: data.roll.count))
    let election = folder.plan.election.election(today: options.day)
    let (examined, unchecked) = stages.time("periksa") { stage in
      stage.rows = data.roll.count
      let (laid, compared) = spare.results(of: groundwork, comparison)
      let examination = Examination(
        data: data, matches: matches, election: election, visits: folder.plan.visits, settings: folder.plan.rules,
        groundwork: laid, comparison: compared, threads: options.threads)
      return (examination.run(), examination.unchecked)
    }
    var record = RunRecord(
      toolVersion: Version.current, data: data, matches: matches, findings: examined.findings, areas: examined.areas,
      office: folder.plan.office, election: election, visits: folder.plan.visits,
      cards: Rulebook.cards.filter { folder.plan.rules.isActive($0.id) }, stages: stages.stages,
      settings: settings.map { ($0.key, $0.value) })
    record.unchecked = unchecked
    record.bounds = examined.bounds
    record.thresholds = examined.thresholds
    record.accounts = examined.accounts
    if !options.notesAmongFindings { record.partNotes() }
    return record
  }

  /// Matches, with a stage for each part of the matching.
  private func match(_ data: CaseData, _ frozen: FrozenModel?, _ stages: inout StageTable) -> MatchResults {
    let voters = data.roll.count
    progress(RunProgress(stage: .match, rows: 0, total: voters))
    var laps = stages.laps("padan", rows: voters)
    var settings = folder.plan.matching
    settings.frozen = frozen
    let matches = Matcher(settings: settings, threads: options.threads).run(
      data,
      progress: { progress(RunProgress(stage: .match, rows: Int($0 * Double(voters)), total: voters)) },
      stage: { name, pairs in laps.end(name, pairs: pairs) })
    stages.add(laps)
    return matches
  }

  /// Lets the case's decisions bind, and follows its letters up; runs beside this one tell what was done before.
  private func bind(_ record: inout RunRecord, to register: Register, _ earlier: EarlierRuns) throws {
    let done = try earlier.done(until: options.day).union(FollowUpFile.done(in: register))
    Binding(
      register, needsTwo: folder.plan.needsTwoOfficers, day: options.day, doneBefore: done, threads: options.threads
    ).apply(to: &record)
  }

  /// Every setting in force, for the manifest.
  private var settings: [Manifest.Setting] {
    folder.plan.effective(on: options.day, quarantineLimit: options.quarantineLimit)
  }

  /// Bytes of a row of an ordinary list, to guess from the size of the files how many rows there will be.
  private static let bytesPerRow = 130

  /// Where the run folder goes.
  private struct Target {
    let parent: String
    let name: String
    var path: String { parent + "/" + name }

    /// Makes the folder that the run folder will stand in.
    init(folder: CaseFolder, options: Options) throws(RunFailure) {
      guard let output = options.output else {
        parent = folder.path + "/hasil"
        name = options.day.description
        return
      }
      let above = FileSystem.parent(of: output)
      if let role = folder.role(at: output) {
        throw RunFailure(
          "\(output) ada di dalam \(role)/, folder daftar kasus ini, sehingga hasilnya akan dibaca sebagai daftar; sebutkan "
            + "tempat lain, misalnya \(folder.path)/hasil/\(FileSystem.name(of: output)).")
      }
      try FileSystem.makeFolder(above)
      parent = FileSystem.real(above) ?? above
      name = FileSystem.name(of: output)
    }
  }
}
