import RollModel

/// What stands between a finding and a proposal to strike a voter (domain page, section 10).
///
/// Applied to the findings of all rules at once, in this order: a later sign of life holds a death back; one row is
/// proposed once; a station with too many proposals is checked in the field first.
struct Safeguards {
  /// The section of `aturan:` that sets them.
  static let section = "pengaman"

  static let stationShare = Setting(
    "batas_tps", 0.02, in: 0...1,
    "Bagian pemilih satu TPS yang boleh diusulkan TMS dari pemadanan sebelum verifikasi lapangan diminta lebih dahulu.")
  static let stationLeast = Setting(
    "batas_tps_minimal", 3, in: 0...1000, "Jumlah usulan per TPS yang selalu boleh, berapa pun pemilihnya.")
  static let settings: [any AnySetting] = [stationShare, stationLeast]

  let settings: RuleValues

  /// `removals` says where the findings stand that may propose a voter to go.
  func apply(to findings: inout [Finding], at removals: [Int], in context: RuleContext) {
    SignsOfLife(context).apply(to: &findings, at: removals)
    OneProposal().apply(to: &findings, at: removals)
    StationCap(share: settings[Self.stationShare], least: settings[Self.stationLeast], context: context)
      .apply(to: &findings, at: removals)
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
