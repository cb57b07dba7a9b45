/// A row that was used after a part of it was repaired, because exactly one reading was possible. Holds no personal value.
public struct Repair: Sendable {
  /// Number of the file in `CaseData.files`.
  public var file: UInt32
  /// Physical line (the first is 1).
  public var line: UInt32
  /// What was read of a part of the row, or where its cells were put right.
  public var field: Field?
  public var deed: Deed

  public init(file: UInt32, line: UInt32, field: Field?, deed: Deed) {
    self.file = file
    self.line = line
    self.field = field
    self.deed = deed
  }

  /// What was done. Columns count from 1.
  public enum Deed: Sendable, Equatable, BitwiseCopyable {
    /// A number written with words or signs was read as this.
    case readAs(UInt16)
    /// A field that says nothing about who the row is could not be read; it reads as not known, and the row is used.
    case leftUnknown
    /// So many cells from this one on were one, cut by a stray delimiter.
    case joined(column: UInt16, cells: UInt16)
    /// A cell was missing here; it reads empty.
    case inserted(column: UInt16)
    /// An empty cell too many stood here; what lies behind it moves one to the left.
    case removed(column: UInt16)
    /// The cell goes on in so many rows below, which hold nothing else.
    case continued(column: UInt16, rows: UInt16)

    /// Whether the row's cells were moved, not just one of them read.
    public var isShift: Bool {
      switch self {
      case .readAs, .leftUnknown, .continued: false
      case .joined, .inserted, .removed: true
      }
    }
    /// Whether the row's cells are not read as they stand.
    public var changesCells: Bool {
      if case .continued = self { true } else { isShift }
    }
  }
}
