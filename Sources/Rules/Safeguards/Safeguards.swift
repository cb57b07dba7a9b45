import RollModel

/// What stands between a finding and a proposal to strike a voter (domain page, section 10).
///
/// Applied to the findings of all rules at once, in this order: a later sign of life holds a death back; one row is
/// proposed once; a station with far more proposals than this kabupaten makes likely is checked in the field first.
struct Safeguards {
  /// The section of `aturan:` that sets them.
  static let section = "pengaman"

  static let stationChance = Setting(
    "batas_peluang", 0.001, in: 0...1,
    "Peluang yang di bawahnya jumlah usulan satu daftar di satu TPS dianggap di luar kewajaran menurut laju kabupaten; "
      + "usulan itu menunggu verifikasi lapangan.")
  static let stationShare = Setting(
    "batas_tps", 0.0, in: 0...1,
    "Batas keras: bagian pemilih satu TPS yang boleh diusulkan TMS dari pemadanan; 0 berarti tanpa batas keras.")
  static let stationLeast = Setting(
    "batas_tps_minimal", 3, in: 0...1000, "Jumlah usulan per TPS yang selalu boleh, berapa pun pemilihnya.")
  static let settings: [any AnySetting] = [stationChance, stationShare, stationLeast]

  let settings: RuleValues

  /// `removals` says where the findings stand that may propose a voter to go.
  func apply(to findings: inout [Finding], at removals: [Int], in context: RuleContext) -> [StationBound] {
    SignsOfLife(context).apply(to: &findings, at: removals)
    OneProposal().apply(to: &findings, at: removals)
    return StationCap(
      chance: settings[Self.stationChance], share: settings[Self.stationShare], least: settings[Self.stationLeast],
      context: context
    ).apply(to: &findings, at: removals)
  }
}

extension Finding {
  /// Row of the roll that the finding stands on; nil for areas and for persons of other lists.
  var rollRow: Int? {
    guard case .person(let reference) = self.subject, reference.role == .roll else { return nil }
    return reference.row
  }

  /// Holds the proposal back until the field has looked: what is asked changes, how sure the match is does not.
  mutating func holdBack(_ reason: String) {
    self.heldBack = self.heldBack.isEmpty ? reason : self.heldBack + "; " + reason
    self.action = .fieldFirst(self.heldBack)
  }
}

extension String {
  fileprivate static func fieldFirst(_ reason: String) -> String { "Jangan diusulkan dahulu: \(reason)." }
}
