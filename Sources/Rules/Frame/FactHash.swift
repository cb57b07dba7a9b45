import RollModel

/// Hashes of what a finding is about: persons and areas by content, never by row, line or file.
enum FactHash {
  static func person(_ voter: Voter) -> UInt64 { voter.identityHash }

  /// The same whichever of the two comes first.
  static func pair(_ a: Voter, _ b: Voter) -> UInt64 {
    let (x, y) = (a.identityHash, b.identityHash)
    return mixed(mixed(min(x, y)) ^ max(x, y))
  }

  /// What the pairs of a group are told by, of all its rows in whatever order: one hash of a group of two; of
  /// larger ones each proposed row has its own, so that what is decided or asked of one row is of no other (0036).
  ///
  /// In the case of a province the rows of each kabupaten are a group by themselves.
  struct Groups {
    private var sums: [Group: (hash: UInt64, rows: Int)] = [:]

    init(_ pairs: [Pair], in roll: Roll) {
      var members: [UInt64] = []
      // By index, for a pair is large to copy.
      for i in pairs.indices where pairs[i].cluster != 0 && pairs[i].relation == .samePerson {
        members.append(UInt64(pairs[i].cluster) << 32 | UInt64(pairs[i].a))
        members.append(UInt64(pairs[i].cluster) << 32 | UInt64(pairs[i].b))
      }
      members.sort()
      sums.reserveCapacity(members.count / 2)
      for (place, member) in members.enumerated() where place == 0 || members[place - 1] != member {
        let voter = roll[Int(member & 0xFFFF_FFFF)]
        let group = Group(Int(member >> 32), voter)
        let sum = sums[group] ?? (0, 0)
        sums[group] = (sum.hash &+ mixed(voter.identityHash), sum.rows + 1)
      }
    }

    /// The hash of a pair, of which `subject` is proposed to go; nil of a pair in no group.
    func hash(_ cluster: Int, _ subject: Voter) -> UInt64? {
      guard let sum = sums[Group(cluster, subject)] else { return nil }
      return sum.rows > 2 ? mixed(sum.hash ^ subject.identityHash) : sum.hash
    }
  }

  struct Group: Hashable {
    let cluster: Int
    let kabupaten: Int

    init(_ cluster: Int, _ voter: Voter) { (self.cluster, kabupaten) = (cluster, voter.area.kabupatenNumber) }
  }

  /// A family card in its desa, whoever of the family is named first.
  static func family(_ nkk: NIK, in area: AreaTable.Entry) -> UInt64 { mixed(mixed(nkk.bits) ^ place(area)) }

  static func area(_ key: AreaKey, in areas: AreaTable) -> UInt64 {
    var hash: UInt64
    if key.desa != 0 {
      hash = place(areas[key.desa])
    } else if key.kabupaten != 0 {
      hash = mixed(areas.kabupatenCode(key.kabupaten).number)
    } else {
      let code = areas.kecamatanCodes.indices.contains(key.kecamatan) ? areas.kecamatanCodes[key.kecamatan].number : 0
      hash = code != 0 ? mixed(code) : text(areas.kecamatanNames[key.kecamatan])
    }
    for part in [key.rw, key.rt, key.tps] { hash = mixed(hash ^ UInt64(part &+ 1)) }
    return hash
  }

  private static func place(_ area: AreaTable.Entry) -> UInt64 {
    guard area.code.isUnknown else { return mixed(area.code.number) }
    // Without a code the name alone does not tell the kabupaten of a province.
    let kabupaten = area.kabupatenNumber == 0 ? "" : "/\(area.kabupatenNumber)"
    return text(area.kecamatan + "/" + area.desa + kabupaten)
  }

  private static func text(_ text: String) -> UInt64 { text.utf8.reduce(mixed(1)) { mixed($0 ^ UInt64($1)) } }
}
