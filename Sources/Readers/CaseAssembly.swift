import Dispatch
import Documents
import Normalizers
import RollModel

/// Joins pieces into rolls and lists, in order of file and place.
struct CaseAssembly {
  let contexts: [PieceContext]
  /// Whether no file of the roll has a column of identity or family card numbers.
  let isGeneral: Bool
  private(set) var rows = 0

  private let opened: [OpenedFile]
  private let options: ReadingOptions
  private var files: [SourceFile]
  private var rejections: [Rejection] = []
  private var unread = UnreadAssembly()
  /// In order of file and line, as pieces are joined.
  private var repairs: [Repair] = []
  /// For each file: what was done to rows whose cells were put right, by the byte at which they start.
  private var deeds: [[Int: Repair.Deed]]
  private var shifts: [ShiftTally]
  private var faults: [[String: Int]]
  /// For each file: where its next row must start, and the physical line there.
  private var nextStart: [Int]
  private var nextLine: [Int]
  private var numbers: [(nik: NumberTally, nkk: NumberTally)]
  /// For each file of persons or visits: its rows in its list.
  private var spans: [Range<Int>]
  /// For each file: its number among the files of its role.
  private var numberInRole: [Int]

  private var lexicon: Lexicon
  private var areas = AreaKeys()
  private var joinedCodes: JoinedAreaCodes
  private var rolls: [Role: RollColumns] = [:]
  /// Rows that are being written into columns: a column moves only when there are none.
  private let fills = DispatchGroup()
  private var visits = VisitLog()
  private var areaLists = AreaAssembly()
  private var outside: [OutsidePair] = []

  init(_ opened: [OpenedFile], options: ReadingOptions) {
    self.opened = opened
    self.options = options
    joinedCodes = JoinedAreaCodes(opened)
    let isGeneral = Self.isGeneral(opened)
    self.isGeneral = isGeneral
    var codes: [CodeTable: CodeColumns] = [:]
    for table in Set(opened.map { $0.source.codeTable ?? options.codeTable }) { codes[table] = CodeColumns(table) }
    let scope = ProvinceScope(options.kabupaten, named: options.namedKabupaten)
    contexts = opened.map { file in
      let table = file.source.codeTable ?? options.codeTable
      return PieceContext(
        file, codes[table] ?? CodeColumns(table), isGeneral: isGeneral, scope: scope,
        home: options.kabupaten)
    }
    files = opened.map { file in
      var record = SourceFile(
        path: file.source.name, role: file.source.role, format: file.format, bytes: file.file.count)
      record.reading = file.reading
      record.issued = IssueDate.find(in: file.source.name)
      return record
    }
    faults = Array(repeating: [:], count: opened.count)
    deeds = Array(repeating: [:], count: opened.count)
    shifts = Array(repeating: ShiftTally(), count: opened.count)
    nextStart = opened.map(\.dataStart)
    nextLine = opened.map(\.dataLine)
    numbers = Array(repeating: (NumberTally(), NumberTally()), count: opened.count)
    spans = Array(repeating: 0..<0, count: opened.count)
    var inRole: [Role: Int] = [:]
    numberInRole = opened.map { file in
      inRole[file.source.role, default: 0] += 1
      return inRole[file.source.role, default: 1] - 1
    }
    lexicon = Lexicon()
    lexicon.addressesAreWords = isGeneral
    _ = lexicon.places.intern("")
    _ = lexicon.addresses.intern("")
    _ = lexicon.notes.intern("")
    for file in opened where file.source.role.isPersons { rolls[file.source.role] = RollColumns() }
  }

  private static func isGeneral(_ opened: [OpenedFile]) -> Bool {
    let roll = opened.filter { $0.source.role == .roll }
    return !roll.isEmpty && roll.allSatisfy { !$0.map.has(.nik) && !$0.map.has(.nkk) }
  }

  /// Joins the next piece, and says where its persons go; one that began at a wrong place is read again from the right
  /// one.
  mutating func join(_ piece: Piece, _ guess: PieceOutcome, _ desk: ReadingDesk) -> RowPlaces? {
    let file = piece.file
    var outcome = guess
    if guess.start != nextStart[file] {
      if contexts[file].role.isPersons { desk.forget() }
      outcome = PieceOutcome(piece, opened[file], contexts[file], desk, from: nextStart[file])
    }
    defer {
      nextStart[file] = outcome.end
      nextLine[file] += outcome.lines
    }
    record(outcome.tally, file)
    switch outcome {
    case .persons(let persons): return join(persons.rows, desk, file)
    case .visits(let visits): join(visits.rows, file)
    case .areas(let areas):
      areaLists.join(areas.rows, addAreas(areas.rows.areas, file), file: file, line: nextLine[file])
    case .outside(let pairs):
      for var pair in pairs.rows.rows {
        pair.file = numberInRole[file]
        pair.line += nextLine[file]
        outside.append(pair)
      }
    }
    return nil
  }

  /// Numbers the words of persons on the desk, and makes room for them in the columns of their role.
  private mutating func join(_ rows: PersonTallies, _ desk: ReadingDesk, _ file: Int) -> RowPlaces? {
    let role = contexts[file].role
    guard var roll = rolls.removeValue(forKey: role) else { return nil }
    defer { rolls[role] = roll }
    desk.memory.settle(&lexicon)
    let areaNumbers = addAreas(rows.areas, file)
    numbers[file].nik.add(rows.nik)
    numbers[file].nkk.add(rows.nkk)
    let start = roll.nik.count
    let count = (rows: desk.records.count, tokens: desk.tokens.count)
    spans[file] = (spans[file].isEmpty ? start : spans[file].lowerBound)..<start + count.rows
    guard count.rows > 0 else { return nil }
    if !roll.hasRoom(count) { fills.wait() }
    let room = roll.nik.isEmpty ? room(for: role, count) : (rows: 0, tokens: 0)
    fills.enter()
    return RowPlaces(
      &roll, count, room: room, areas: areaNumbers, file: UInt16(numberInRole[file]), line: UInt32(nextLine[file]),
      fills)
  }

  /// Rows and words that the role's files are likely to have in all, by the lines at the start of each file and the words
  /// of the rows at hand. A little more does no harm: room that is never used costs no memory.
  private func room(for role: Role, _ known: (rows: Int, tokens: Int)) -> (rows: Int, tokens: Int) {
    let files = opened.indices.filter { contexts[$0].role == role }
    let rows = Int(files.reduce(0) { $0 + opened[$1].likelyRows } * 1.05)
    return (rows, rows * known.tokens / max(known.rows, 1) + known.tokens)
  }

  private mutating func record(_ tally: RowTally, _ file: Int) {
    rows += tally.read
    files[file].rowsRead += tally.read
    files[file].rowsUsed += tally.used
    files[file].rowsRepaired += tally.repaired
    files[file].rowsOfFurniture += tally.furniture
    files[file].rowsQuarantined += tally.rejections.count
    shifts[file].add(tally.shifts)
    for (field, count) in tally.unknown { files[file].unknownFields[field, default: 0] += count }
    files[file].bareMarks += tally.bareMarks
    for repair in tally.repairs {
      if repair.deed.changesCells { deeds[file][Int(repair.offset)] = repair.deed }
      repairs.append(
        Repair(
          file: UInt32(file), line: repair.line + UInt32(nextLine[file]), field: repair.field, deed: repair.deed))
    }
    for rejection in tally.rejections {
      let field = rejection.field?.rawValue ?? ""
      faults[file][field.isEmpty ? rejection.reason.rawValue : "\(field) \(rejection.reason.rawValue)", default: 0] += 1
      rejections.append(
        Rejection(
          file: files[file].path, line: nextLine[file] + rejection.line, field: field,
          reason: rejection.reason.rawValue, value: rejection.value))
      unread.join(rejection, file: file, line: nextLine[file])
    }
  }

  /// The numbers of a piece's areas in the case.
  private mutating func addAreas(_ memo: AreaMemo, _ file: Int) -> [UInt32] {
    let numbers = areas.add(memo, role: contexts[file].role)
    joinedCodes.note(memo, numbers, file: file)
    return numbers
  }

  private mutating func join(_ rows: VisitRows, _ file: Int) {
    let part = rows.records
    if spans[file].isEmpty { spans[file] = visits.count..<visits.count }
    let surveyors = lexicon.notes.add(rows.surveyors.notes)
    let results = lexicon.notes.add(rows.results.notes)
    let areaNumbers = addAreas(rows.areas, file)
    let line = UInt32(nextLine[file])
    visits.nkk.append(contentsOf: part.lazy.map(\.nkk))
    visits.area.append(contentsOf: part.lazy.map { areaNumbers[Int($0.area)] })
    visits.rt.append(contentsOf: part.lazy.map(\.rt))
    visits.rw.append(contentsOf: part.lazy.map(\.rw))
    visits.tps.append(contentsOf: part.lazy.map(\.tps))
    visits.date.append(contentsOf: part.lazy.map(\.date))
    visits.sticker.append(contentsOf: part.lazy.map(\.sticker))
    visits.surveyor.append(contentsOf: part.lazy.map { surveyors[Int($0.surveyor)] })
    visits.result.append(contentsOf: part.lazy.map { results[Int($0.result)] })
    visits.file.append(contentsOf: repeatElement(UInt16(numberInRole[file]), count: part.count))
    visits.line.append(contentsOf: part.lazy.map { $0.line + line })
    spans[file] = spans[file].lowerBound..<visits.count
    numbers[file].nkk.add(rows.nkkTally)
  }

  /// Settles what only the whole can settle — areas, states of numbers — and hands everything over.
  consuming func finish(refusals: [String], notices: [String]) throws(ReadingError) -> CaseData {
    for file in files {
      precondition(
        file.rowsRead == file.rowsUsed + file.rowsQuarantined + file.rowsOfFurniture,
        "rows read are rows used, rows quarantined and page furniture")
    }
    try checkQuarantine()
    settleNumbers()
    let resolver = AreaResolver(areas, kabupaten: options.kabupaten)
    let hasLate = Self.late.contains { rolls[$0] != nil }
    let voters = hasLate && !isGeneral ? rolls[.roll] : nil
    let ((table, areaNumbers), numbers) = parallelPair(threads: options.threads) {
      resolver.resolve()
    } _: {
      voters.map { NumberIndex($0) }
    }
    lexicon.areas = table
    rolls[.roll]?.markStationMoves()
    rolls[.previousRoll]?.markStationMoves()
    let stayed = takeStayed(numbers, areaNumbers)
    var withWords: [Role: [Int32]] = [:]
    for role in Self.late { withWords[role] = readLateWords(of: role, numbers) }
    // Cut and hidden numbers need the names beside them.
    rolls[.previousRoll]?.markStationMoves()
    visits.area.renumber(areaNumbers)
    var persons: [Role: Roll] = [:]
    for role in Role.allCases where role.isPersons {
      guard var columns = rolls.removeValue(forKey: role) else { continue }
      columns.area.renumber(areaNumbers)
      let members = opened.indices.filter { contexts[$0].role == role }
      persons[role] = Roll(
        role: role, lexicon: lexicon, files: members.map { files[$0] }, columns: columns,
        texts: members.map { SourceTexts(opened[$0], deeds: deeds[$0]) },
        rowsWithWords: withWords[role])
    }
    guard let roll = persons.removeValue(forKey: .roll) else {
      let words =
        refusals.isEmpty
        ? "Letakkan berkasnya di folder daftar-pemilih/ di dalam folder kasus, atau jalankan 'padan mulai' pada folder itu."
        : refusals.joined(separator: " ")
      throw ReadingError("Tidak ada daftar pemilih yang dapat dibaca. \(words)")
    }
    guard roll.count > 0 else {
      throw ReadingError(
        "Daftar pemilih tidak berisi satu pun baris yang dapat dipakai. Periksa berkas di folder daftar-pemilih.")
    }
    // Rows that stand on the list of another role were read all the same.
    let filled = Set(zip(files, opened).filter { $0.rowsRead > 0 && $1.source.isServed }.map(\.1.source.name))
    let blank = zip(files, opened).filter { file, opened in
      file.rowsRead == 0 && !opened.source.isServed && !filled.contains(opened.source.name)
    }.map(\.0).map {
      "\($0.path): hanya berisi judul, tidak ada baris data."
    }
    let counted = areaLists.settleStations(areaNumbers) { contexts[$0].role }
    let placeless = areaLists.placelessStations(table, areaNumbers) { contexts[$0].role }
    let lists = areaLists.settled(table, areaNumbers) { contexts[$0].role }
    let unclear = KecamatanCounts.unclear(lists.counts, opened)
    visits.files = opened.indices.filter { contexts[$0].role == .visits }.map { files[$0] }
    let told =
      notices + unclear.sorted().map { KecamatanCounts.notice(opened[$0]) }
      + counted.map { StationCounts.notice(opened[$0]) }
      + placeless.sorted { $0.key < $1.key }.map { StationCounts.notice(placeless: $0.value, in: opened[$0.key]) }
      + areaLists.filesElsewhere.sorted().map { KecamatanCounts.noticeElsewhere(opened[$0]) } + blank
      + resolver.renumbered.notices
      + joinedCodes.notices(opened, table, areaNumbers) + UnknownFields.notices(files, opened)
      + UnknownFields.places(roll) + StruckSheet.notices(roll, files, opened)
    var data = CaseData(
      lexicon: lexicon, roll: roll, lists: persons, visits: visits, expectedAreas: lists.expected,
      officialCounts: lists.counts.filter { !unclear.contains($0.file) }, files: files, rejections: rejections,
      refusals: refusals, notices: told)
    data.visitTotals = lists.visitTotals
    data.unnumberedCounts = lists.unnumbered.filter { !unclear.contains($0.file) }
    data.recapSums = areaLists.sums(table, areaNumbers, without: unclear, beside: data.officialCounts)
    data.outside = outside
    data.repairs = repairs
    data.unread = unread.settled(table, files)
    data.numbers = numbers
    data.stayed = stayed
    return data
  }

  /// Takes those out of the earlier roll who stayed on this one, where both show whole numbers.
  private mutating func takeStayed(_ numbers: NumberIndex?, _ areas: [UInt32]) -> StayedVoters {
    let members = [Role.roll, .previousRoll].map { role in opened.indices.filter { contexts[$0].role == role } }
    guard let numbers, let voters = rolls[.roll], var earlier = rolls.removeValue(forKey: .previousRoll) else {
      return StayedVoters()
    }
    defer { rolls[.previousRoll] = earlier }
    guard members.allSatisfy({ $0.map { files[$0] }.nikState == .full }) else { return StayedVoters() }
    return StayedRows(areas: areas, voters: voters, numbers: numbers, threads: options.threads).take(from: &earlier)
  }

  /// Lists as long as the roll, of whose words few are needed.
  private static let late: [Role] = [.residents, .previousRoll]

  /// Reads the words of those of such a list of whom they are needed, and returns these rows; nil where all have theirs.
  private mutating func readLateWords(of role: Role, _ numbers: NumberIndex?) -> [Int32]? {
    guard let numbers, var list = rolls.removeValue(forKey: role) else { return nil }
    let members = opened.indices.filter { contexts[$0].role == role }
    let late = LateWords(opened: opened, contexts: contexts, deeds: deeds, threads: options.threads)
    let rows = late.read(
      of: &list, files: members, state: members.map { files[$0] }.nikState, numbers, into: &lexicon)
    rolls[role] = list
    return rows
  }

  /// Stops where a file's columns were misread.
  private func checkQuarantine() throws(ReadingError) {
    let check = QuarantineCheck(limit: options.quarantineLimit)
    let words = opened.indices.compactMap { file in
      let path = files[file].path
      let found = QuarantineCheck.Findings(
        faults: faults[file], shifts: shifts[file], rejection: rejections.first { $0.file == path },
        mendedLine: repairs.first { $0.file == file && $0.deed.isShift }.map { Int($0.line) })
      return check.words(files[file], opened[file], found)
    }
    if !words.isEmpty { throw ReadingError(words.joined(separator: " ")) }
  }

  /// Decides each file's state of numbers, and hides the sixteenth digit where it is not the person's.
  private mutating func settleNumbers() {
    for file in opened.indices {
      let role = contexts[file].role
      if contexts[file].isVisitTotals || role == .outside { continue }
      let (nik, nkk) = numbers[file]
      files[file].settle(nik, nkk, opened[file])
      if role == .visits {
        visits.nkk.settle(spans[file], nkk)
      } else if role.isPersons {
        rolls[role]?.nik.settle(spans[file], nik)
        rolls[role]?.nkk.settle(spans[file], nkk)
      }
    }
  }
}
