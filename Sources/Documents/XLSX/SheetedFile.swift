#if OfficeFiles
  /// A file of several sheets, each of which can be had as delimited text.
  public protocol SheetedFile: Sendable {
    /// Names of the sheets in the order of their tabs, and whether each is hidden.
    var tabs: [SheetTab] { get }
    /// Whether its days are counted from 1904 rather than 1900.
    var startsIn1904: Bool { get }
    /// The sheet as delimited text; see `WorkbookFile.text(of:delimiter:headOnly:)`.
    func text(
      ofTab index: Int, delimiter: UInt8, headOnly: Bool
    ) throws(WorkbookFault) -> (text: FileBytes, facts: SheetFacts)
  }

  extension SheetedFile {
    public var startsIn1904: Bool { false }
  }

  public struct SheetTab: Sendable, Equatable {
    public let name: String
    public let isHidden: Bool

    public init(name: String, isHidden: Bool) { (self.name, self.isHidden) = (name, isHidden) }
  }

  extension WorkbookFile: SheetedFile {
    public var tabs: [SheetTab] { sheets.map { SheetTab(name: $0.name, isHidden: $0.isHidden) } }

    public func text(
      ofTab index: Int, delimiter: UInt8, headOnly: Bool
    ) throws(WorkbookFault) -> (text: FileBytes, facts: SheetFacts) {
      try text(of: sheets[index], delimiter: delimiter, headOnly: headOnly)
    }
  }
#endif
