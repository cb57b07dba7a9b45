import Documents
import Matchers
import Platform
import RollModel

/// Finds persons on the rolls of different kabupaten, out of core.
///
/// For each key of `JoinedKey` the records are parted on disk so that a part fits into memory, each part is compared by
/// itself with the engine of a single case, and what it kept stays on disk until all is done. Then every pair stands once,
/// the model is trained on all of them, and tiers are decided for the whole population. See docs/decisions/0026.
package struct Joiner {
  package struct Options: Sendable {
    /// Bytes that the join may use.
    package var memory: Int
    package var threads: Int
    package var seed: UInt64 = 1
    /// Parts of each key; nil for as many as the memory asks for.
    package var parts: Int?
    /// Names the program in the work folder: another version starts anew.
    package var version: String

    package init(memory: Int, threads: Int, version: String) {
      self.memory = memory
      self.threads = threads
      self.version = version
    }
  }

  /// The least memory that a join can be held to.
  package static let leastMemory = 512 << 20

  private let rolls: JoinedRolls
  private let options: Options
  private let progress: (String, Int, Int) -> Void

  /// `progress` is told the name of a stage, and how much of how much is done.
  package init(_ rolls: JoinedRolls, options: Options, progress: @escaping (String, Int, Int) -> Void = { _, _, _ in })
  {
    self.rolls = rolls
    self.options = options
    self.progress = progress
  }

  /// Does all of it; `workPath` is made, and left to the caller to remove when the result is safe.
  package func run(workPath: String) throws -> JoinOutcome {
    let population = try census()
    let parts = try options.parts ?? partCount(population)
    let work = try WorkFolder(workPath, plan: plan(parts: parts))
    var outcome = JoinOutcome(rolls: rolls, possible: population.possible)
    var pairs = JoinedPairs()
    for key in JoinedKey.allCases {
      let missing = (0..<parts).filter { PartResult.read(resultPath(work.path, key, $0)) == nil }
      if !missing.isEmpty { try scan(key, missing, of: parts, population, in: work.path) }
      var looked = key.passNames.map { _ in 0 }
      for part in 0..<parts {
        guard let result = PartResult.read(resultPath(work.path, key, part)) else {
          throw JoiningFault("\(resultPath(work.path, key, part)) tidak dapat dibaca kembali; ulangi perintahnya.")
        }
        pairs.append(result.pairs)
        outcome.add(result)
        for pass in looked.indices { looked[pass] += result.looked[pass] }
      }
      outcome.looked += looked
      guard pairs.count * JoinedPairs.stride * 3 < options.memory else {
        throw JoiningFault(
          "\(pairs.count) pasangan calon tidak muat dalam --memori yang diberikan; naikkan --memori lalu ulangi.")
      }
    }
    pairs.settle()
    outcome.kept = pairs.count
    try judge(pairs, population, into: &outcome)
    return outcome
  }

  // MARK: - Counting

  /// One reading of all files: shares of every value, and the rows of some family cards.
  private func census() throws(JoiningFault) -> JoinedPopulation {
    var census = JoinedCensus(rolls.lexicon, states: rolls.states, threads: options.threads)
    let weight = max(1, rolls.count / Self.sampleRows)
    var sample = JoinedColumns()
    for (k, part) in rolls.parts.enumerated() {
      progress("hitung", k, rolls.parts.count)
      var own = JoinedColumns()
      try rolls.forEachRow(of: part) { (number, row, words) throws(JoiningFault) in
        let area = part.kabupaten[Int(row.area)]
        own.add(number, row, area: area, words)
        let card = row.nkk.isMissing ? row.nik.bits : row.nkk.bits
        if weight == 1 || mixed(card ^ 0x5A) % UInt64(weight) == 0 { sample.add(number, row, area: area, words) }
      }
      census.add(own.roll(rolls.lexicon))
    }
    return census.finish(sample: sample.roll(rolls.lexicon), weight: weight, seed: options.seed)
  }

  private static let sampleRows = 1_000_000

  /// How many parts keep each of them within the memory: half of it, for the other half holds what all share.
  private func partCount(_ population: JoinedPopulation) throws(JoiningFault) -> Int {
    let shared = rolls.lexicon.tokens.count * 400 + (64 << 20)
    let room = options.memory - shared
    guard room > 64 << 20 else {
      throw JoiningFault("--memori terlalu kecil untuk \(rolls.lexicon.tokens.count) kata nama; naikkan lalu ulangi.")
    }
    let perPart = room * 2 / 3 / JoinedPopulation.bytesPerRecord
    // Dates are not spread evenly: a quarter more.
    let parts = max(1, (rolls.count + rolls.count / 4 + perPart - 1) / perPart)
    guard parts <= 900 else {
      throw JoiningFault("--memori terlalu kecil untuk \(rolls.count) baris; naikkan lalu ulangi.")
    }
    return parts
  }

  /// What a work folder must have been made for.
  private func plan(parts: Int) -> String {
    var lines = ["padan gabung 1", options.version, "bagian \(parts)", "benih \(options.seed)"]
    for part in rolls.parts {
      lines.append("\(part.reader.head.kabupaten) \(part.reader.head.rows) \(part.reader.mark)")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func resultPath(_ work: String, _ key: JoinedKey, _ part: Int) -> String {
    "\(work)/\(key.rawValue)-\(part).hasil"
  }

  // MARK: - Parts

  /// Writes the missing parts of a key to disk, and compares one after another.
  private func scan(
    _ key: JoinedKey, _ missing: [Int], of parts: Int, _ population: JoinedPopulation, in work: String
  ) throws {
    let paths = missing.map { "\(work)/\(key.rawValue)-\($0).bagian" }
    do {
      for path in paths { unlink(path) }
      var files = [PartFile?](repeating: nil, count: parts)
      for (part, path) in zip(missing, paths) { files[part] = try PartFile(path) }
      for (k, part) in rolls.parts.enumerated() {
        progress("bagi menurut \(key.rawValue)", k, rolls.parts.count)
        var failure: (any Error)?
        try rolls.forEachRow(of: part) { (number, row, words) throws(JoiningFault) in
          guard failure == nil,
            let value = population.value(key, nik: row.nik, birth: row.birth, tokens: words),
            let file = files[Int((value >> 20) % UInt64(parts))]
          else { return }
          do { try file.add(number, row, area: part.kabupaten[Int(row.area)], words) } catch { failure = error }
        }
        if let failure { throw failure }
      }
      for file in files { try file?.flush() }
    }
    for (k, (part, path)) in zip(missing, paths).enumerated() {
      progress("bandingkan menurut \(key.rawValue)", k, missing.count)
      var rows = try PartFile.read(path)
      let numbers = rows.numbers
      rows.numbers = []
      let result = population.scan(
        rows.roll(rolls.lexicon), numbers: numbers, key: key, threads: options.threads)
      try PartResult.write(result, to: resultPath(work, key, part))
      unlink(path)
      returnFreeMemory()
    }
  }

  // MARK: - Deciding

  private func judge(
    _ pairs: consuming JoinedPairs, _ population: JoinedPopulation, into outcome: inout JoinOutcome
  ) throws(JoiningFault) {
    progress("nilai", 0, 1)
    var numbers: [UInt32] = []
    numbers.reserveCapacity(pairs.count * 2)
    pairs.forEachRecord { numbers.append($0) }
    numbers.sort()
    var rows = JoinedColumns()
    var next = 0
    for (k, part) in rolls.parts.enumerated() {
      try rolls.forEachRow(of: part) { (number, row, words) throws(JoiningFault) in
        while next < numbers.count, numbers[next] < number { next += 1 }
        guard next < numbers.count, numbers[next] == number else { return }
        rows.add(number, row, area: part.kabupaten[Int(row.area)], words)
        rows.columns.file.append(UInt16(k))
        rows.columns.line.append(row.line)
        rows.columns.tps.append(row.station)
        outcome.sources.append(
          JoinOutcome.Source(part: k, area: Int(row.area), file: Int(row.file), hash: identity(row, words, part)))
      }
    }
    let bearers = try bearers(of: rows, population)
    let gathered = rows.numbers
    rows.numbers = []
    let files = rolls.parts.map { part in
      var file = SourceFile(path: part.reader.path, role: .roll, format: "sidik", bytes: 0)
      file.issued = part.reader.head.files.map(\.issued).max() ?? CalendarDay()
      return file
    }
    let roll = rows.roll(rolls.lexicon, files: files)
    outcome.verdict = population.judge(pairs, roll, numbers: gathered, bearers: bearers, threads: options.threads)
    outcome.roll = roll
  }

  private func identity(_ row: RecordRow, _ words: UnsafeBufferPointer<UInt32>, _ part: JoinedRolls.Part) -> UInt64 {
    var hash = IdentityHash(row.nik)
    for word in words { hash.add(token: rolls.lexicon.tokens.contentHash(Int(word))) }
    return hash.value(birth: row.birth, area: part.reader.head.areas[Int(row.area)])
  }

  /// How many people of the population bear each of the names of these rows.
  private func bearers(of rows: JoinedColumns, _ population: JoinedPopulation) throws(JoiningFault) -> [UInt64: Int] {
    var counts: [UInt64: Int] = [:]
    var filter = [UInt64](repeating: 0, count: 1 << 18)
    for row in 0..<rows.columns.nik.count {
      let range = Int(rows.columns.tokenStart[row])..<Int(rows.columns.tokenStart[row + 1])
      let hash = rows.columns.tokens.withUnsafeBufferPointer {
        population.nameHash(UnsafeBufferPointer(rebasing: $0[range]))
      }
      counts[hash] = 0
      filter[Int(hash >> 46)] |= 1 << (hash >> 40 & 63)
    }
    for part in rolls.parts {
      try rolls.forEachRow(of: part) { (_, _, words) throws(JoiningFault) in
        let hash = population.nameHash(words)
        guard filter[Int(hash >> 46)] >> (hash >> 40 & 63) & 1 != 0 else { return }
        if let count = counts[hash] { counts[hash] = count + 1 }
      }
    }
    return counts
  }
}
