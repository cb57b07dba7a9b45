import RollModel

/// What is said of the complaints of a case as a whole: how many of each cluster, and whether many came from one person.
///
/// Clusters are those that posko count: belum terdata, salah penempatan TPS, TMS belum dihapus, lain-lain.
struct Complaints {
  private let roll: Roll
  private static let other = "lain-lain"
  /// Words of a cluster, in the order of counting; the first that fits.
  private static let clusters: [(name: String, words: [String])] = [
    ("belum terdata", ["BELUM TER", "TIDAK TER", "TIDAK ADA", "BELUM ADA", "BELUM MASUK", "TIDAK MASUK"]),
    ("salah penempatan TPS", ["TPS"]),
    ("TMS belum dihapus", ["TMS", "MENINGGAL", "GANDA", "PINDAH", "BELUM DIHAPUS", "TNI", "POLRI", "WNA"]),
  ]

  init?(_ data: CaseData) {
    guard let roll = data.lists[.complaints], roll.count > 0 else { return nil }
    self.roll = roll
  }

  /// One sentence with the counts, and one for each person behind many reports. Nobody is named.
  var notices: [String] {
    var counts: [String: Int] = [:]
    var reporters: [String: (count: Int, first: Int)] = [:]
    for row in 0..<roll.count {
      counts[Self.cluster(roll.text(.cluster, row: row)), default: 0] += 1
      let who = Self.plain(roll.text(.reporter, row: row))
      if !who.isEmpty { reporters[who] = ((reporters[who]?.count ?? 0) + 1, reporters[who]?.first ?? row) }
    }
    let names = Self.clusters.map(\.name) + [Self.other]
    let tally = names.compactMap { name in counts[name].map { "\(name) \($0)" } }.joined(separator: ", ")
    var notices = ["Laporan posko: \(roll.count) laporan (\(tally))."]
    let many = reporters.values.filter { $0.count >= Self.fewestOfOne && $0.count * 5 >= roll.count }
    for one in many.sorted(by: { ($1.count, $0.first) < ($0.count, $1.first) }) {
      notices.append(
        "\(one.count) dari \(roll.count) laporan posko datang dari satu pelapor, yang pertama di "
          + "\(roll[one.first].path) baris \(roll[one.first].line); periksa satu per satu sebelum dipakai.")
    }
    return notices
  }

  /// Reports of one person that are many, where they are a fifth of all.
  private static let fewestOfOne = 5

  static func cluster(_ text: String) -> String {
    let text = plain(text)
    return clusters.first { $0.words.contains { text.contains($0) } }?.name ?? other
  }

  private static func plain(_ text: String) -> String {
    text.uppercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
  }
}
