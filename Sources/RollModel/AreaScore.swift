/// The parts of the index of areas: the indicators of the sub-dimension *Hak Memilih* of the Indeks Kerawanan Pemilu.
public enum RightToVotePart: Int, Sendable, CaseIterable {
  case unlisted, unfit, withoutCard, doubles, inflation, movers

  /// The indicator's name.
  public var label: String {
    switch self {
    case .unlisted: "MS tidak terdaftar"
    case .unfit: "TMS terdaftar"
    case .withoutCard: "tanpa KTP-el"
    case .doubles: "pemilih ganda"
    case .inflation: "penggelembungan jumlah"
    case .movers: "pemilih pindah"
    }
  }

  /// The label as part of a column's name and a setting's key: `ms_tidak_terdaftar`.
  public var key: String {
    label.lowercased().replacing("-", with: "_").split(separator: " ").joined(separator: "_")
  }
}

/// How much attention an area asks for, 0...100, with the interval in which 95 in 100 areas with its chances would lie.
public struct AreaScore: Sendable, Equatable {
  public var value = 0.0
  public var lower = 0.0
  public var upper = 0.0
  /// 0...100 by part; nil where the case has no data for it.
  public var parts: [Double?] = []

  public init(value: Double = 0, lower: Double = 0, upper: Double = 0, parts: [Double?] = []) {
    (self.value, self.lower, self.upper, self.parts) = (value, lower, upper, parts)
  }
}
