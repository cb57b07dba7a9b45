import RollModel

/// Files that hold the list of another file of their role once more: sent again corrected, or in another format.
///
/// Known by content: a file of whose rows at least four in five are found in another. Of two such files the newer is used,
/// and a part of a larger file gives way to the larger, unless its name says that it is newer (`NewerParts`). Files that
/// share a few rows stay as they are. A short list gives way only where its name says that it repeats voters, as lists of
/// those who vote elsewhere do.
struct Reissues {
  /// A file that is not read, and the file that is read in its place.
  struct LeftOut {
    let file: Int
    let instead: Int
    let rows: Int
    /// Share of the file's distinct rows that the other has, 0...1.
    let share: Double
    /// What makes the other the one to use.
    let reason: Reason
    /// How many files are read in its place.
    var files = 1
  }

  enum Reason { case dated, later, numbered, longer, named, larger, replaced }

  /// What to leave out, or what cannot be settled: a sentence each.
  struct Found {
    var leftOut: [LeftOut] = []
    var clashes: [String] = []
  }

  /// Share of rows from which a file is another one once more.
  static let enough = 0.8
  /// With fewer rows than `few` the share has to be `nearlyAll`, both ways.
  private static let few = 20
  static let nearlyAll = 0.95
  /// Keys kept of all files of a role together, about.
  private static let sampleSize = 400_000
  private static let bytesPerRow = 100
  private static let mostFiles = 256

  private let opened: [OpenedFile]
  private let threads: Int

  /// Files of `opened` to leave out, in order of number.
  static func find(_ opened: [OpenedFile], threads: Int) -> Found {
    let search = Reissues(opened: opened, threads: threads)
    var all = Found()
    for role in Role.allCases {
      let found = search.find(among: opened.indices.filter { opened[$0].source.role == role })
      all.leftOut += found.leftOut
      all.clashes += found.clashes
    }
    all.leftOut.sort { $0.file < $1.file }
    return all
  }

  private func find(among files: [Int]) -> Found {
    guard files.count > 1 else { return Found() }
    let areas = parallelMap(files.count, threads: threads) { AreaSample(opened[files[$0]]) }
    let compared = files.indices.filter { a in
      files.indices.contains { $0 != a && areas[a].mayShare(areas[$0]) }
    }
    guard compared.count > 1 else { return Found() }
    let bytes = compared.reduce(0) { $0 + opened[files[$1]].file.count }
    var shift = 0
    while bytes / Self.bytesPerRow >> shift > Self.sampleSize { shift += 1 }
    let kept = shift
    let members = compared.map { files[$0] }
    let keys = parallelMap(members.count, threads: threads) { RowKeys(opened[members[$0]], shift: kept) }
    return decide(members, keys, compared.map { areas[$0] })
  }

  private func decide(_ members: [Int], _ keys: [RowKeys], _ areas: [AreaSample]) -> Found {
    let shared = Self.shared(keys)
    func share(_ a: Int, of b: Int) -> Double {
      let common = shared[a < b ? Pair(a: a, b: b) : Pair(a: b, b: a)] ?? 0
      return Double(common) / Double(max(1, keys[a].keys.count))
    }
    let newestFirst = members.indices.sorted { age($0, members, keys) > age($1, members, keys) }
    var kept: [Int] = []
    var leftOut: [LeftOut] = []
    for file in newestFirst {
      let newer = kept.first { other in
        let least = limit(keys[file], keys[other])
        return share(file, of: other) >= least && share(other, of: file) >= least
      }
      if let newer {
        leftOut.append(
          LeftOut(
            file: members[file], instead: members[newer], rows: keys[file].rows, share: share(file, of: newer),
            reason: age(newer, members, keys).reason(over: age(file, members, keys))))
      } else {
        kept.append(file)
      }
    }
    let parts = NewerParts(kept, keys, areas, role: opened[members[0]].source.role) { part, larger in
      share(part, of: larger) >= Self.enough && age(part, members, keys).isSurelyNewer(than: age(larger, members, keys))
    }
    for one in parts.replaced {
      kept.removeAll { $0 == one.larger }
      leftOut.append(
        LeftOut(
          file: members[one.larger], instead: members[one.parts[0]], rows: keys[one.larger].rows, share: one.share,
          reason: .replaced, files: one.parts.count))
    }
    let clashes = parts.open.map { NewerParts.words(opened[members[$0.larger]], $0.parts.map { opened[members[$0]] }) }
    let whole = kept
    for file in whole
    where keys[file].keys.count >= Self.few || MovedVoterGuess.isNamed(opened[members[file]].source.name) {
      let larger = kept.first { other in
        other != file && keys[other].keys.count > keys[file].keys.count && share(file, of: other) >= Self.enough
      }
      guard let larger else { continue }
      kept.removeAll { $0 == file }
      leftOut.append(
        LeftOut(
          file: members[file], instead: members[larger], rows: keys[file].rows, share: share(file, of: larger),
          reason: .larger))
    }
    return Found(leftOut: leftOut, clashes: clashes)
  }

  private func limit(_ a: RowKeys, _ b: RowKeys) -> Double {
    min(a.keys.count, b.keys.count) < Self.few ? Self.nearlyAll : Self.enough
  }

  /// Two files by number, the smaller first.
  private struct Pair: Hashable {
    let a: Int
    let b: Int
  }

  /// How many keys each two files have in common. O(k log k) for k keys in all, and the pairs that share one.
  private static func shared(_ keys: [RowKeys]) -> [Pair: Int] {
    var all: [(key: UInt64, file: Int)] = []
    all.reserveCapacity(keys.reduce(0) { $0 + $1.keys.count })
    for (file, list) in keys.enumerated() { for key in list.keys { all.append((key, file)) } }
    all.sort { ($0.key, $0.file) < ($1.key, $1.file) }
    var counts: [Pair: Int] = [:]
    var start = 0
    while start < all.count {
      var end = start + 1
      while end < all.count, all[end].key == all[start].key { end += 1 }
      // A key of very many files tells none of them apart.
      for a in start..<end where end - start <= mostFiles {
        for b in all[(a + 1)..<end] { counts[Pair(a: all[a].file, b: b.file), default: 0] += 1 }
      }
      start = end
    }
    return counts
  }

  // MARK: Which is newer

  /// By the date in the name, else its month or quarter, else its number, else the rows, else the name.
  private func age(_ file: Int, _ members: [Int], _ keys: [RowKeys]) -> Age {
    let name = opened[members[file]].source.name
    let day = IssueDate.find(in: name)
    let issue = IssueName(name)
    return Age(
      issued: day.isComplete ? day.year * 10_000 + day.month * 100 + day.day : 0, period: issue.period,
      number: issue.number, rows: keys[file].rows, name: name)
  }

  private struct Age: Comparable {
    let issued: Int
    let period: Int
    let number: Int
    let rows: Int
    let name: String

    /// The first that tells the two apart.
    func reason(over other: Age) -> Reason {
      if issued != other.issued { return .dated }
      if period != other.period { return .later }
      if number != other.number { return .numbered }
      return rows != other.rows ? .longer : .named
    }

    /// Whether the names of both say when, and this one is of a later day or month.
    func isSurelyNewer(than other: Age) -> Bool {
      if issued != 0, other.issued != 0 { return issued > other.issued }
      return issued == 0 && other.issued == 0 && min(period, other.period) > 9999 && period > other.period
    }

    static func < (a: Age, b: Age) -> Bool {
      (a.issued, a.period, a.number, a.rows, a.name) < (b.issued, b.period, b.number, b.rows, b.name)
    }
  }
}

// MARK: Words

extension Reissues.LeftOut {
  /// What the reader of the report must know.
  func notice(_ opened: [OpenedFile]) -> String {
    let name = opened[file].source.name
    let other = opened[instead].source.name
    let percent = Int((share * 100).rounded(.down))
    let what = opened[file].source.role.isPersons ? "orangnya" : "barisnya"
    let choice =
      switch reason {
      case .dated: "Keduanya daftar yang sama; yang dipakai \(other) karena tanggal di namanya lebih baru"
      case .later: "Keduanya daftar yang sama; yang dipakai \(other) karena bulan atau triwulan di namanya lebih akhir"
      case .numbered: "Keduanya daftar yang sama; yang dipakai \(other) karena nomor kirimannya lebih besar"
      case .longer: "Keduanya daftar yang sama tanpa tanggal; yang dipakai \(other) karena barisnya lebih banyak"
      case .named: "Keduanya daftar yang sama tanpa tanggal; yang dipakai \(other) karena urutan namanya terakhir"
      case .larger: "Berkas ini bagian dari \(other), yang dipakai"
      case .replaced: "Yang dipakai berkas yang tanggal di namanya lebih baru"
      }
    let place = files > 1 ? "\(files) berkas, di antaranya \(other)" : other
    return "\(name): \(percent)% \(what) ada juga di \(place). \(choice), "
      + "dan \(rows) baris \(name) tidak dibaca agar tidak terhitung dua kali."
  }
}
