import RollModel

/// Official counts, by station and by desa: some differ from the roll, some do not add up, and in some stations those whom
/// the roll strikes are counted still.
extension Scribe {
  mutating func writeCounts() {
    var sum = (men: 0, women: 0)
    var own = (men: 0, women: 0)
    var slips = 0
    for station in stations.keys.sorted() {
      guard let counted = stations[station] else { continue }
      var (men, women) = counted
      var random = SeededGenerator(seed: mixed(plan.seed ^ UInt64(place.code * 1000 + station)))
      if plan.isClean {
        // Counted right.
      } else if random.chance(0.015) {
        men += 1 + random.below(6)
      } else if random.chance(0.01) {
        women -= min(women, 2)
      }
      let struck = struck[station] ?? ([], 0)
      let all = (men: counted.men + struck.men, women: counted.women + struck.rows.count - struck.men)
      if (men, women) == counted, !struck.rows.isEmpty, random.chance(0.04), !plan.isClean { (men, women) = all }
      // A difference by chance may look just like them.
      let countsStruck = !struck.rows.isEmpty && (men, women) == all
      if countsStruck {
        for row in struck.rows {
          truth.append(TruthEntry(kind: .row, rule: "tms-dihitung", file: .roll, row: row, areaCode: place.code))
        }
      }
      let slip = random.chance(0.004) && !plan.isClean ? 1 : 0
      slips += slip
      writeCount(.counts, station, men, women, men + women + slip)
      if slip > 0 { noteArea("jumlah-tidak-menjumlah", station) }
      if (men, women) != counted && !countsStruck || slip > 0 { noteArea("rekap-tidak-sama", station) }
      if station < 900, counted.men + counted.women > 500 { noteArea("tps-melebihi-kapasitas", station) }
      sum = (sum.men + men, sum.women + women)
      own = (own.men + counted.men, own.women + counted.women)
    }
    var random = SeededGenerator(seed: mixed(plan.seed ^ UInt64(place.code) ^ 0x5EC))
    let slip = random.chance(0.02) && !plan.isClean ? 3 : 0
    writeCount(.villageCounts, 0, sum.men, sum.women, sum.men + sum.women + slip)
    if slip > 0 || slips > 0 { noteArea("jumlah-tidak-menjumlah", 0) }
    let struckMen = struck.values.reduce(0) { $0 + $1.men }
    let struckInAll = struck.values.reduce(0) { $0 + $1.rows.count }
    let countsAllStruck = slip == 0 && sum == (own.men + struckMen, own.women + struckInAll - struckMen)
    if sum != own && !countsAllStruck || slip > 0 { noteArea("rekap-tidak-sama", 0) }
  }

  mutating func noteArea(_ rule: StaticString, _ station: Int) {
    truth.append(TruthEntry(kind: .area, rule: rule, areaCode: place.code, tps: station))
  }

  private mutating func writeCount(_ file: ListFile, _ station: Int, _ men: Int, _ women: Int, _ total: Int) {
    let (_, sink) = newRow(file)
    sink.number(place.code, width: 10)
    sink.byte(44)
    if station > 0 {
      sink.number(station, width: 3)
      sink.byte(44)
    }
    sink.number(men)
    sink.byte(44)
    sink.number(women)
    sink.byte(44)
    sink.number(total)
    sink.byte(10)
  }
}
