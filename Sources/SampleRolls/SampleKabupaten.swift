import Foundation
import RollModel

/// A made-up kabupaten with its roll, every list that an office might hold, planted errors, and the truth about them.
///
/// The same arguments give the same bytes, whatever the number of threads. Desa are made one batch at a time, so memory
/// does not grow with the sample but for two bytes a person and a record for each duplicate.
package struct SampleKabupaten: Sendable {
  private let world: World
  private let threads: Int

  /// - Parameters:
  ///   - voters: rows of the roll, to within the rounding of planted duplicates; at least 50.
  ///   - referenceDay: the day on which age counts; complete.
  ///   - numbers: how the roll writes NIK and NKK; the other lists write them in full.
  ///   - isClean: plants nothing; names and numbers are misspelt all the same.
  ///   - kabupaten: four-digit code; any but that of Ogan Komering Ilir is a made-up kabupaten.
  ///   - fathers: whether the roll and the lists of the dead have a column of fathers' names.
  package init(
    voters: Int, seed: UInt64, model: ErrorModel, referenceDay: CalendarDay, numbers: NumberWriting = .penuh,
    fathers: Bool = false, isClean: Bool = false, kabupaten: Int = 1602, threads: Int = 2
  ) {
    precondition(voters >= 50, "a sample has at least fifty voters")
    precondition(referenceDay.isComplete, "ages are counted on a complete date")
    world = World(
      SamplePlan(
        voters: voters, seed: seed, model: model, referenceDay: referenceDay, numbers: numbers, fathers: fathers,
        isClean: isClean, kabupaten: kabupaten))
    self.threads = threads
  }

  /// Writes a ready case folder into `directory`, which must not exist or be empty.
  ///
  /// - Parameter progress: called with the number of voters whose rows are written.
  /// - Throws: `SampleError` where the folder cannot be used or a file not be written.
  package func write(to directory: String, progress: (Int) -> Void = { _ in }) throws -> SampleSummary {
    let folder = try CaseFolder(directory, plan: world.plan)
    var truth = TruthFile()
    _ = try Self.write(world, guests: [], to: folder, &truth, threads: threads, progress: progress)
    if world.plan.datesLists { truth.addOldSource(Gazetteer.kabupaten) }
    truth.finish(paths: folder.paths)
    let settings = CaseFolder.settings(
      world.plan,
      office: ("Bawaslu Kabupaten \(world.plan.area.name)", "Jalan Letnan Darna Jambi, Kayuagung", "K.SS-09"),
      region: "\(world.plan.area.code)")
    return try folder.finish(truth, settings: settings)
  }

  /// Writes the lists of one kabupaten and what is true of it; true where some area of it is out of balance.
  static func write(
    _ world: World, guests: [Guest], to folder: CaseFolder, _ truth: inout TruthFile, threads: Int,
    progress: (Int) -> Void
  ) throws -> Bool {
    var census = Census(world, threads: threads) { _ in }
    if !guests.isEmpty { census.welcome(guests) }
    let writer = RowWriter(world.plan, world.names)
    var unbalanced: Set<Int> = []
    var deaths = DeathTruth(world.plan)
    var done = 0
    for batch in pieces(of: world.plan.desa.count, size: world.plan.batchSize) {
      let counted = census
      let pages = parallelMap(batch.count, threads: threads) { i in
        var scribe = Scribe(desa: batch.lowerBound + i, world: world, writer: writer, census: counted)
        return scribe.pages()
      }
      for (i, page) in pages.enumerated() {
        let desa = batch.lowerBound + i
        deaths.add(page.deaths, desa: desa)
        if page.isOutOfBalance { unbalanced.insert(world.plan.desa[desa].code / 10_000) }
        try folder.append(page, kecamatan: world.plan.desa[desa].kecamatan, truth: &truth)
        done += world.plan.desa[desa].voters
      }
      progress(done)
    }
    for entry in deaths.entries { truth.add(entry, file: "", line: 0, otherFile: "", otherLine: 0) }
    // What a desa lacks its kecamatan and the kabupaten lack.
    for code in unbalanced.sorted() + Set(unbalanced.map { $0 / 100 }) { truth.addUnbalanced(code) }
    return !unbalanced.isEmpty
  }
}

extension TruthFile {
  mutating func addUnbalanced(_ code: Int) {
    add(TruthEntry(kind: .area, rule: "neraca-pemilih", areaCode: code), file: "", line: 0, otherFile: "", otherLine: 0)
  }

  mutating func addOldSource(_ code: Int) {
    add(TruthEntry(kind: .area, rule: "sumber-lama", areaCode: code), file: "", line: 0, otherFile: "", otherLine: 0)
  }
}

/// What was written.
package struct SampleSummary: Sendable {
  /// Rows of the roll.
  package var voters: Int
  /// Data rows by role, in order of the roles.
  package var rows: [(role: Role, rows: Int)]
  /// Planted pairs, rows and areas by rule, sorted by rule.
  package var planted: [(rule: String, count: Int)]
  package var bytes: Int
}

/// Why a sample could not be written: one Indonesian sentence.
package struct SampleError: Error, CustomStringConvertible {
  package let description: String
}
