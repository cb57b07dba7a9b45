import RollModel

/// What a change recap of one desa counts, while its rolls are written.
struct ChangeCounts: Sendable {
  struct Count: Sendable {
    var men = 0
    var women = 0
    var all: Int { men + women }
    mutating func add(_ sex: Sex) { if sex == .male { men += 1 } else { women += 1 } }
  }

  /// Unstruck rows of the earlier roll, and of this one those whom the earlier one lacks.
  var before = Count()
  var new = Count()
  var now = Count()
  /// By the code that this roll strikes them with, of voters who stood on the earlier one.
  var struck = [Count](repeating: Count(), count: 9)
  /// Gone without a code: the office counts them as moved.
  var gone = Count()
  /// Struck on either roll, or on one of them only: what may be counted otherwise.
  var doubtful = 0
}

/// The recap of changes: voters before, new, struck by code, now, of each desa. Some do not close, some say more than the
/// rolls show.
extension Scribe {
  static let changeHeader: [UInt8] = {
    let codes = ["Meninggal", "Ganda", "Di Bawah Umur", "Pindah Domisili"].flatMap { ["\($0) L", "\($0) P"] }
    let parts = ["Pemilih Sebelumnya", "Pemilih Baru", "TMS"].flatMap { ["\($0) L", "\($0) P", "\($0)"] }
    let now = ["Pemilih Sekarang L", "Pemilih Sekarang P", "Pemilih Sekarang"]
    return Array((["Kode Desa"] + parts + codes + now).joined(separator: ",").utf8) + [10]
  }()

  mutating func writeChanges() {
    let struck = changes.struck
    var new = changes.new
    var codes = (1...4).map { struck[$0] }
    (codes[3].men, codes[3].women) = (codes[3].men + changes.gone.men, codes[3].women + changes.gone.women)
    var random = plan.random(desa: desa, 0xC4A)
    let lot = plan.isClean ? 1 : random.unit()
    // Beyond everything that may be counted in two ways.
    let more = changes.doubtful + 2 + random.below(5)
    if lot < 0.03 {
      new.men += more
      if !isOutOfBalance { noteArea("neraca-pemilih", 0) }
    } else if lot < 0.06 {
      new.women += more
      codes[0].women += more
    }
    if lot < 0.06 { noteArea("rekap-tidak-sama", 0) }
    let (_, sink) = newRow(.villageChanges)
    sink.number(place.code, width: 10)
    func write(_ numbers: Int...) {
      for number in numbers {
        sink.byte(44)
        sink.number(number)
      }
    }
    let all = codes.reduce(into: ChangeCounts.Count()) { ($0.men, $0.women) = ($0.men + $1.men, $0.women + $1.women) }
    for count in [changes.before, new, all] { write(count.men, count.women, count.all) }
    for count in codes { write(count.men, count.women) }
    write(changes.now.men, changes.now.women, changes.now.all)
    sink.byte(10)
  }
}
