import Foundation

/// A roll as the office that keeps it holds it: rows that stay the same row whatever becomes of their line.
package struct StoryRoll {
  package struct Row {
    package let number: Int
    package var cells: [String: String]
  }

  package struct File {
    /// Without its ending.
    package let name: String
    package let header: [String]
    package var rows: [Row]
  }

  package private(set) var files: [File] = []
  private var next = 0

  /// Reads the CSV files of a folder.
  package init(_ folder: String) throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() {
      let table = try ListTable(folder + "/" + name)
      let rows = table.rows.map { cells in
        next += 1
        return Row(number: next, cells: cells)
      }
      files.append(File(name: String(name.prefix { $0 != "." }), header: table.header, rows: rows))
    }
  }

  /// The row of this number, while it is on the roll; setting nil takes it out.
  package subscript(_ number: Int) -> [String: String]? {
    get { place(number).map { files[$0.file].rows[$0.row].cells } }
    set {
      guard let place = place(number) else { return }
      if let newValue {
        files[place.file].rows[place.row].cells = newValue
      } else {
        files[place.file].rows.remove(at: place.row)
      }
    }
  }

  /// Puts a row at the end of a file of the roll; its number.
  package mutating func add(_ cells: [String: String], to file: String) -> Int? {
    guard let place = files.firstIndex(where: { $0.name == file }) else { return nil }
    next += 1
    files[place].rows.append(Row(number: next, cells: cells))
    return next
  }

  private func place(_ number: Int) -> (file: Int, row: Int)? {
    for file in files.indices {
      if let row = files[file].rows.firstIndex(where: { $0.number == number }) { return (file, row) }
    }
    return nil
  }

  package func file(of number: Int) -> String? { place(number).map { files[$0.file].name } }

  /// Numbers of rows by `daftar-pemilih/<file>:<line>`.
  package func numbers(ending: String) -> [String: Int] {
    var numbers: [String: Int] = [:]
    for file in files {
      for (line, row) in file.rows.enumerated() {
        numbers["daftar-pemilih/\(file.name).\(ending):\(line + 2)"] = row.number
      }
    }
    return numbers
  }

  /// Writes every file anew as CSV, and takes away what else is in the folder.
  package func write(into folder: String, except: Set<String> = []) throws {
    try? FileManager.default.removeItem(atPath: folder)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for file in files where !except.contains(file.name) {
      let lines = [file.header] + file.rows.map { row in file.header.map { row.cells[$0] ?? "" } }
      let text = lines.map { $0.map(ListTable.quoted).joined(separator: ",") + "\n" }.joined()
      try text.write(toFile: "\(folder)/\(file.name).csv", atomically: true, encoding: .utf8)
    }
  }
}

/// A CSV file with a header, its rows by column.
package struct ListTable {
  package let header: [String]
  package let rows: [[String: String]]

  package init(_ path: String) throws {
    let data = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    let mark = [UInt8](";#,".utf8).first(where: data.prefix { $0 != 10 }.contains) ?? 44
    let lines = Self.lines(data, mark)
    let header = lines.first ?? []
    self.header = header
    rows = lines.dropFirst().map { cells in Dictionary(zip(header, cells)) { first, _ in first } }
  }

  /// The row on a physical line.
  package subscript(line line: Int) -> [String: String]? { rows.indices.contains(line - 2) ? rows[line - 2] : nil }

  /// Cells by line; quotes as spreadsheets write them.
  private static func lines(_ data: [UInt8], _ mark: UInt8) -> [[String]] {
    var (lines, cells, cell, isQuoted) = ([[String]](), [String](), [UInt8](), false)
    func end() {
      cells.append(String(decoding: cell, as: UTF8.self))
      cell = []
    }
    for (place, byte) in data.enumerated() {
      switch byte {
      case 34:
        if !isQuoted, place > 0, data[place - 1] == 34 { cell.append(34) }
        isQuoted.toggle()
      case mark where !isQuoted: end()
      case 10 where !isQuoted:
        end()
        lines.append(cells)
        cells = []
      default: cell.append(byte)
      }
    }
    return lines
  }

  static func quoted(_ cell: String) -> String {
    guard cell.contains(where: { ",\"\n".contains($0) }) else { return cell }
    return "\"" + cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }
}
