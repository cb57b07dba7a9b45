#if OfficeFiles
  /// Why a workbook cannot be read; the words are the reader's.
  public enum WorkbookFault: Error, Equatable, Sendable {
    case archive(ZipFault)
    case xml(part: String, XMLFault)
    /// No relationship leads to a workbook, or it lists no sheet.
    case noSheets
    case missing(part: String)
    case tooManyColumns(row: Int)
    case tooManyRows
    /// Longer than any cell of a spreadsheet program.
    case longCell(row: Int)
    /// Two rows say that they are this one.
    case rowTwice(Int)
    /// A cell names a shared string that the workbook does not have.
    case noSuchString(row: Int)
    /// Under a password.
    case locked
    /// A binary workbook older than BIFF8, or none at all.
    case oldBinary
    /// A compound file that holds no workbook.
    case noWorkbook
    /// Records or chains that lead nowhere.
    case brokenBinary
    case tooManySheets
    /// More text than `Limits` allows.
    case tooLarge(part: String)
  }

  /// What a workbook may hold at most. Excel itself has 1,048,576 rows and cells of 32,767 characters.
  public enum WorkbookLimits {
    public static let rows = 1 << 20
    public static let columns = CSVScanner.maximumFields
    /// Bytes of one cell.
    public static let cell = 1 << 17
    /// Bytes of one row, and of all that come after a later one.
    static let row = 8 << 20
    /// Bytes of all shared strings, and their number.
    static let strings = (bytes: 160 << 20, count: 1 << 24)
    /// Bytes of one sheet as text: a million rows of 250 bytes.
    static let sheet = 256 << 20
    /// Sheets of one workbook, styles of cells, merged ranges that are remembered.
    static let listed = 1 << 16
  }
#endif
