import RollModel

/// What is said of `ganda-luar` as a whole: how many of its rows mean no row of the roll any more.
enum OutsideNotice {
  static func words(_ data: CaseData) -> String? {
    guard !data.outside.isEmpty else { return nil }
    let voters = OutsideVoters(data)
    let gone = data.outside.count { voters.rows(of: $0.rowHash).isEmpty }
    guard gone > 0 else { return nil }
    return
      "ganda-luar: \(gone) dari \(data.outside.count) baris tidak cocok dengan baris mana pun dalam daftar pemilih ini; "
      + "barisnya sudah diubah atau dikeluarkan sejak sidiknya dibuat."
  }
}
