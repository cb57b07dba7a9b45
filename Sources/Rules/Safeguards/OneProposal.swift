import RollModel

/// One row of the roll is proposed to go once: later findings on it stay, and say which one proposes it.
struct OneProposal {
  func apply(to findings: inout [Finding], at removals: [Int]) {
    var proposing: [Int: Int] = Dictionary(minimumCapacity: removals.count)
    for i in removals {
      guard let row = findings[i].rollRow, findings[i].proposedReason != nil else { continue }
      guard let first = proposing[row] else {
        proposing[row] = i
        continue
      }
      guard let earlier = findings[first].tmsCode?.label, let later = findings[i].tmsCode?.label else { continue }
      findings[first].explanation += .alsoFound(later)
      findings[i].heldBack = .alreadyProposed(earlier)
    }
    hintAtTheDead(&findings, removals, proposing)
  }

  /// Says of a duplicate whose other row is found dead that the pair may be one dead person, entered twice.
  private func hintAtTheDead(_ findings: inout [Finding], _ removals: [Int], _ proposing: [Int: Int]) {
    for i in removals where findings[i].rule == DuplicateVoter.card.id {
      guard let other = findings[i].counterpart, other.role == .roll, let first = proposing[other.row] else { continue }
      if findings[first].rule == DeceasedVoter.card.id { findings[i].explanation += .otherRowDead }
    }
  }
}

extension String {
  fileprivate static func alreadyProposed(_ reason: String) -> String {
    "baris ini sudah diusulkan dengan alasan \(reason)"
  }

  fileprivate static func alsoFound(_ reason: String) -> String {
    "; baris ini juga ditemukan dengan alasan \(reason)"
  }

  fileprivate static let otherRowDead =
    "; baris pembandingnya cocok dengan daftar kematian, jadi periksa apakah keduanya orang yang sama"
}
