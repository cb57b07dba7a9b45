#if OfficeFiles
  /// One sheet of a workbook as delimited text: line N is row N.
  public struct SheetText: Sendable {
    public let name: String
    public let isHidden: Bool
    public let text: FileBytes
    /// Rows that hold anything, and those of them that the workbook hides.
    public let rows: Int
    public let hiddenRows: Int
  }

  /// Reads workbooks saved by Excel as "XML Spreadsheet 2003" (`urn:schemas-microsoft-com:office:spreadsheet`).
  ///
  /// One pass, sheet by sheet; what is not in a cell's `Data` is not read. Rows are padded to the widest before them.
  /// O(bytes).
  public enum SpreadsheetML {
    /// The largest number of rows that Excel has.
    static let mostRows = 1 << 20

    /// Whether a document is such a workbook, by what its first bytes show.
    public static func claims(_ outline: XMLOutline) -> Bool {
      outline.root == "Workbook" && outline.names.contains("Worksheet")
    }

    /// Hands the sheets to `take`, in their order.
    public static func read(_ file: FileBytes, take: (SheetText) -> Void) throws(XMLTableFault) {
      try withoutActuallyEscaping(take) { take throws(XMLTableFault) in
        try XMLTable.read(file, SheetListener(limit: XMLTable.textLimit(file), take: take))
      }
    }
  }
#endif
