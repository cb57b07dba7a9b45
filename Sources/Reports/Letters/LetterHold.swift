/// Why a finding that could be proposed stays out of letters until the office decides on it again.
package enum LetterHold: String, Sendable, CaseIterable {
  /// Officers contradict each other.
  case conflict = "petugas bertentangan"
  case check = "perlu cek"
  /// Rejected or withdrawn on facts that are others now.
  case reopened = "dibuka lagi"
  /// Another rule that asks the same was rejected or withdrawn for this person.
  case otherRule = "diputuskan pada aturan lain"
  /// One person on two rolls of a province: the finding on his other row is refused or disputed.
  case otherHalf = "pasangannya ditolak atau belum diputuskan"
  /// An earlier letter asks for the other row of the double, which still stands: a letter of withdrawal comes first.
  case otherRow = "baris pasangannya sudah diminta dalam surat sebelumnya dan belum ditarik"
}

extension [LetterHold: Int] {
  /// `3 ditahan sampai diputuskan lagi: petugas bertentangan 1, dibuka lagi 2.`; nothing where none is held.
  package var sentence: String? {
    let sum = values.reduce(0, +)
    guard sum > 0 else { return nil }
    let parts = LetterHold.allCases.compactMap { hold in
      self[hold].map { "\(hold.rawValue) \(IndonesianNumber.grouped($0))" }
    }
    return "\(IndonesianNumber.grouped(sum)) ditahan sampai diputuskan lagi: \(parts.joined(separator: ", "))."
  }
}
