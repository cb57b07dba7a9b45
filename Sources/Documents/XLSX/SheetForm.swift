/// A sheet that is filled in by hand: protected without a password, so that only cells of the style `open` change.
public struct SheetForm: Sendable {
  /// A column whose cells are chosen from a list.
  public struct Choice: Sendable {
    /// From 0.
    public var column: Int
    /// Head of the message that a wrong value meets; at most 32 characters.
    public var title: String
    /// No comma or quote in any; together at most 200 characters, for spreadsheets take 255 with the words around them.
    public var values: [String]

    public init(column: Int, title: String, values: [String]) {
      let list = values.joined(separator: ",")
      precondition(list.count <= 200 && !values.contains { $0.contains(",") || $0.contains("\"") }, "a list of choices")
      precondition(title.count <= 32, "a title that spreadsheets show")
      self.column = column
      self.title = title
      self.values = values
    }
  }

  /// Columns that are not shown, from 0; locked columns cannot be shown again while the sheet is protected.
  public var hidden: Set<Int>
  public var choices: [Choice]

  public init(hidden: Set<Int> = [], choices: [Choice] = []) {
    self.hidden = hidden
    self.choices = choices
  }

  /// Narrow columns have titles of two words.
  static let headerLines = 2

  /// Rows may be made higher and filtered; everything else that is locked stays.
  static let protection =
    "<sheetProtection sheet=\"1\" objects=\"1\" scenarios=\"1\" formatRows=\"0\" sort=\"0\" autoFilter=\"0\"/>"

  /// The lists of choices for these rows.
  func validations(_ rows: ClosedRange<Int>) -> String {
    guard !choices.isEmpty else { return "" }
    return "<dataValidations count=\"\(choices.count)\">"
      + choices.map { choice in
        let column = Workbook.columnName(choice.column)
        let title = XMLText(choice.title).markup
        let list = XMLText(choice.values.joined(separator: ",")).markup
        let words = XMLText("Pilih: " + choice.values.joined(separator: ", ") + ".").markup
        return
          "<dataValidation type=\"list\" allowBlank=\"1\" showInputMessage=\"1\" showErrorMessage=\"1\" "
          + "errorTitle=\"\(title)\" error=\"\(words)\" promptTitle=\"\(title)\" prompt=\"\(words)\" "
          + "sqref=\"\(column)\(rows.lowerBound):\(column)\(rows.upperBound)\">"
          + "<formula1>&quot;\(list)&quot;</formula1></dataValidation>"
      }.joined() + "</dataValidations>"
  }
}
