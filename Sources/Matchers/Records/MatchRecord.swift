import RollModel

/// One person as comparing sees them: 64 bytes, one cache line, made once from the columns of a roll.
struct MatchRecord: BitwiseCopyable, Sendable {
  /// The name tokens when there are at most two; of a longer name the first says where they start in
  /// `RecordSet.tokens`.
  var token0: UInt32 = .max
  var token1: UInt32 = .max
  /// What an equal place of birth is worth to somebody of the same desa, and of the same kecamatan: -log2 u.
  var placeInAreaBits: Float = 0
  var placeInKecamatanBits: Float = 0
  /// The NIK as its file allows it to be compared (see `NumberMode`); 0 when there is none.
  var nik: UInt64 = 0
  var nkk: UInt64 = 0
  /// `CalendarDay.bits`.
  var birth: UInt32 = 0
  var place: UInt32 = 0
  var area: UInt32 = 0
  var address: UInt32 = 0
  /// The most that a wholly equal name can be worth, in bits.
  var nameBits: Float = 0
  /// What an equal birth date is worth, in bits: -log2 u.
  var birthBits: Float = 0
  /// Day | month << 5 | (two digits of the year) << 9 as the NIK writes them, + 1 << 16; 0 when it shows none.
  var numberDate: UInt32 = 0
  var kecamatan: UInt16 = 0
  var tokenCount: UInt8 = 0
  /// Sex (2 bits), marital status (2), NIK date is the own full birth date (1), place in the name of the given name (3).
  var codes: UInt8 = 0

  /// Names of more tokens do not fit into the record.
  static let mostTokensInside = 2
  @inline(__always) var holdsTokens: Bool { tokenCount <= Self.mostTokensInside }
  @inline(__always) var sex: UInt8 { codes & 3 }
  @inline(__always) var marital: UInt8 { codes >> 2 & 3 }
  @inline(__always) var ownsNumberDate: Bool { codes & 16 != 0 }
  @inline(__always) var givenIndex: Int { Int(codes >> 5) }
  @inline(__always) var dayMonth: UInt32 { birth & 511 }
  @inline(__always) var day: UInt32 { birth & 31 }
  @inline(__always) var month: UInt32 { birth >> 5 & 15 }
  @inline(__always) var year: UInt32 { birth >> 9 }
  @inline(__always) var hasDayMonth: Bool { birth & 31 != 0 && birth & 480 != 0 }
  /// The year is reckoned from an age, so that the true one may be a year earlier or later. Written as a month 15.
  @inline(__always) var isBornAbout: Bool { birth & Self.about == Self.about }
  static let about: UInt32 = 15 << 5
  @inline(__always) var hasFullDate: Bool { hasDayMonth && birth >> 9 != 0 }
}

extension UnsafePointer<MatchRecord> {
  /// The record's name tokens, the first fifteen; those of a longer name stand in `all`.
  @inline(__always) func tokens(in all: Storage<UInt32>) -> UnsafePointer<UInt32> {
    pointee.holdsTokens
      ? UnsafeRawPointer(self).assumingMemoryBound(to: UInt32.self)
      : UnsafePointer<UInt32>(all.base + Int(pointee.token0))
  }
}

/// How the identity numbers of a set of records can be compared (matching page, sections 1.4 and 4.3).
enum NumberMode: String, Sendable {
  case full
  /// Fifteen digits: the last one was lost.
  case truncated
  /// The first ten digits alone.
  case masked

  var isWeak: Bool { self != .full }

  /// A NIK brought to this mode; 0 when it shows too little, or is written where there is none.
  func value(_ nik: NIK) -> UInt64 { nik.isPlaceholder ? 0 : shown(nik) }

  private func shown(_ nik: NIK) -> UInt64 {
    switch self {
    case .full: nik.isFull ? nik.number : 0
    case .truncated: nik.visiblePrefix >= 15 ? nik.number / 10 * 10 : 0
    case .masked: nik.visiblePrefix >= 10 ? nik.number / 1_000_000 * 1_000_000 : 0
    }
  }

  /// A family card brought to this mode; 0 when it shows too little.
  ///
  /// Cards that lost digits are shared by strangers, so they count together with the desa, and masked ones with the
  /// address too (matching page, section 5). Such a number has no digits of its own any more.
  func card(_ nkk: NIK, area: UInt32, address: UInt32) -> UInt64 {
    let shown = shown(nkk)
    guard shown != 0, self != .full else { return shown }
    let home = UInt64(area) << 32 | UInt64(self == .masked ? address : 0)
    return mixed(shown ^ mixed(home)) | 1
  }

  /// The mode that most rows of the rolls allow.
  init(of rolls: [Roll]) {
    var rows: [SourceFile.NumberState: Int] = [:]
    for roll in rolls {
      for file in roll.files { rows[file.nikState, default: 0] += file.rowsUsed }
    }
    let masked = rows[.masked, default: 0]
    let truncated = rows[.truncated, default: 0]
    let full = rows[.full, default: 0]
    if masked > truncated + full { self = .masked } else if truncated > full { self = .truncated } else { self = .full }
  }
}
