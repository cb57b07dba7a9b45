import Casework
import RollModel
import Rules

extension FoundFinding {
  /// The finding that a row of `temuan.csv` prints, on the rows that its persons stand on; nil of a rule or a tier that this
  /// version does not know.
  func finding(on subject: RowReference, beside counterpart: RowReference?, _ codes: CodeTable) -> Finding? {
    guard let card = self["aturan"].flatMap({ Rulebook.card(id: $0) }),
      let tier = self["keyakinan"].flatMap({ Tier(label: $0) })
    else { return nil }
    var explanation = self["penjelasan"] ?? ""
    let held = Finding.held(heldBack)
    if !heldBack.isEmpty, explanation.hasSuffix(held) { explanation.removeLast(held.count) }
    var finding = Finding(
      card: card, tier: tier, subject: .person(subject), counterpart: counterpart,
      evidence: self["bukti"] ?? "", explanation: explanation, factHash: 0)
    finding.id = self["id"] ?? ""
    // A rule may give one of two reasons: a move within the desa is code 8, out of it 4.
    if let code = self["kode_tms"].flatMap({ Int($0) }).flatMap(codes.code) { finding.tmsCode = code }
    finding.heldBack = heldBack
    return finding
  }
}
