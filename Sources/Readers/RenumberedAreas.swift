import Normalizers
import RollModel

/// Desa that stand under two codes in one case, because they were renumbered when a kecamatan or kabupaten was divided.
///
/// A code that the roll never says, and one that it does say, are one desa where both bear the same name in the same
/// kabupaten, no other code there bears it, and no kind of list says both: a list that keeps the two apart knows them as
/// two. Where the kecamatan have different names, the roll must moreover cover half of the kecamatan that the lists name,
/// so that the list of one kecamatan does not draw in a namesake from the next. The reference of codes changes by decree
/// (Kepmendagri on codes and data of regions), and offices take it over at different times.
struct RenumberedAreas: Sendable {
  /// What one spelling of an area says: its code, key of its names, and the kinds of lists that say it.
  struct Saying {
    var code: AreaCode
    var kecamatan: String
    var desa: String
    var roles: Set<Role>
  }

  private struct Known {
    var names: Set<String> = []
    var kecamatan: Set<String> = []
    var roles: Set<Role> = []
    var display = ""
  }

  /// The code of the roll by the other one.
  private(set) var codes: [UInt64: UInt64] = [:]
  /// One sentence for each desa, in order of its code.
  private(set) var notices: [String] = []

  init(_ sayings: [Saying]) {
    var known: [UInt64: Known] = [:]
    for said in sayings where !said.code.isUnknown {
      var area = known[said.code.number] ?? Known()
      area.roles.formUnion(said.roles)
      if !said.kecamatan.isEmpty { area.kecamatan.insert(AreaText.key(said.kecamatan)) }
      if !said.desa.isEmpty {
        area.names.insert(AreaText.key(said.desa))
        area.display = max(area.display, said.desa)
      }
      known[said.code.number] = area
    }
    guard known.contains(where: { !$0.value.roles.contains(.roll) && !$0.value.names.isEmpty }) else { return }
    struct Place: Hashable {
      var kabupaten: AreaCode
      var name: String
    }
    var places: [Place: [UInt64]] = [:]
    for (code, area) in known {
      let kabupaten = AreaCode(number: code).kabupaten
      for name in area.names { places[Place(kabupaten: kabupaten, name: name), default: []].append(code) }
    }
    let covered = Self.coverage(known)
    for (place, sharing) in places where sharing.count == 2 {
      let own = sharing.filter { known[$0]?.roles.contains(.roll) == true }
      let other = sharing.filter { known[$0]?.roles.contains(.roll) != true }
      guard own.count == 1, other.count == 1, let a = known[own[0]], let b = known[other[0]],
        a.roles.isDisjoint(with: b.roles)
      else { continue }
      let isOneKecamatan = a.kecamatan.isEmpty || b.kecamatan.isEmpty || !a.kecamatan.isDisjoint(with: b.kecamatan)
      if isOneKecamatan || covered.contains(place.kabupaten) { codes[other[0]] = own[0] }
    }
    notices = codes.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map { other, own in
      let roles = (known[other]?.roles ?? []).map(\.rawValue).sorted().joined(separator: ", ")
      return "Desa \(known[own]?.display ?? "") berkode \(AreaCode(number: own)) di daftar pemilih dan "
        + "\(AreaCode(number: other)) di \(roles): dibaca sebagai satu desa yang kodenya berganti (pemekaran atau "
        + "penataan kode wilayah)."
    }
  }

  /// The kabupaten in which the roll says at least half of the kecamatan that any list says.
  private static func coverage(_ known: [UInt64: Known]) -> Set<AreaCode> {
    var all: [AreaCode: Set<AreaCode>] = [:]
    var own: [AreaCode: Set<AreaCode>] = [:]
    for (number, area) in known {
      let code = AreaCode(number: number)
      all[code.kabupaten, default: []].insert(code.kecamatan)
      if area.roles.contains(.roll) { own[code.kabupaten, default: []].insert(code.kecamatan) }
    }
    return Set(all.filter { 2 * (own[$0.key]?.count ?? 0) >= $0.value.count }.keys)
  }
}
