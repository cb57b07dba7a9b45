#if OfficeFiles
  /// Makes a line of delimited text of every row element: told once to find the columns, then again to write.
  ///
  /// Fields are the attributes and texts inside the row element; those of the elements around it (below the root), as far
  /// as they came before it, are fields as well: `<desa kode="…">` around its voters. No allocation a row.
  final class XMLRowWriter: XMLTableListener {
    private let element: [UInt8]
    private let wanted: Int?
    private let limit: Int

    /// Paths from the document, and from the row: fields of rows in different places are the same.
    private var paths = XMLPaths()
    private let document: Int
    private let row: Int
    /// By path: its column, -1 where it is none.
    private var columnOf: [Int] = [-1, -1]
    /// By column: its path.
    private(set) var columns: [Int] = []
    private var values = RowValues()
    private var timesRepeated: [Int] = []

    private struct Frame {
      let node: Int
      /// Number of the element in the document: parts of one text are joined, a second text is a repetition.
      let serial: Int
      var hasChild = false
    }

    private var frames: [Frame] = []
    private var serial = 0
    /// Depth of the open row element; 0 outside of rows.
    private var rowDepth = 0
    private var rowLine = 0
    private var around = SurroundingValues()
    /// Text since the last tag.
    private var pending: [UInt8] = []

    private var text: GrowingBytes?
    /// Line of the text that is written next.
    private var line = 1
    private(set) var rows = 0
    private(set) var keepsLines = true
    /// Whether the text cannot be used: a column or a line came that it was not laid out for.
    private(set) var isStale = false
    private(set) var fault: XMLTableFault?
    weak var stream: XMLStream?

    init(element: [UInt8], depth: Int?, limit: Int) {
      self.element = element
      wanted = depth
      self.limit = limit
      document = paths.addRoot([])
      row = paths.addRoot(element)
    }

    /// Forgets what was written and read, but not the columns; from now on text is made.
    func restart() {
      frames.removeAll()
      pending.removeAll()
      around.removeAll()
      timesRepeated = columns.map { _ in 0 }
      (rowDepth, rows, line, isStale) = (0, 0, 1, false)
      let text = GrowingBytes(limit: limit)
      for (index, header) in headers.enumerated() {
        if index > 0 { text.append(GrowingBytes.delimiter) }
        var header = header
        header.withUTF8 { text.append(cell: $0) }
      }
      text.append(10)
      line = 2
      self.text = text
    }

    func takeText() -> GrowingBytes { text ?? GrowingBytes(limit: 0) }

    private var headers: [String] {
      XMLPaths.headers(columns.map { paths.words($0, below: isInRow($0) ? row : document) })
    }

    var repeated: [String] { zip(headers, timesRepeated).filter { $1 > 0 }.map(\.0) }

    private func isInRow(_ node: Int) -> Bool {
      var at = node
      while paths.nodes[at].parent >= 0 { at = paths.nodes[at].parent }
      return at == row
    }

    // MARK: The document

    func open(_ name: XMLName, _ attributes: XMLAttributes) {
      guard fault == nil else { return }
      takePending(isLast: false)
      let parent = frames.last?.node ?? document
      if !frames.isEmpty { frames[frames.count - 1].hasChild = true }
      serial += 1
      let naming = attributes.fieldName(name)
      let depth = frames.count + 1
      if rowDepth == 0, wanted ?? depth == depth, name.bytes.elementsEqual(element) {
        begin(at: depth)
        frames.append(Frame(node: row, serial: serial))
      } else {
        frames.append(Frame(node: path(parent, naming.map { attributes[$0].value } ?? name.bytes), serial: serial))
      }
      let node = frames[frames.count - 1].node
      for index in 0..<attributes.count where index != naming || node == row {
        if attributes.isInstance(index) { continue }
        let (name, value) = attributes[index]
        give(path(node, name.bytes), value, owner: depth)
      }
      if paths.isFull { fail(.tooManyNames) }
    }

    func text(_ run: UnsafeBufferPointer<UInt8>) {
      guard fault == nil else { return }
      guard pending.count + run.count <= XMLTable.longestValue else { return fail(.tooLong(line: stream?.line ?? 0)) }
      pending.append(contentsOf: run)
    }

    func close(_ name: XMLName) {
      guard fault == nil, let frame = frames.last else { return }
      if rowDepth == 0 { around.drop(from: frames.count) }
      takePending(isLast: true)
      if rowDepth > 0, !frame.hasChild, frame.node != row { _ = column(frame.node) }
      if rowDepth == frames.count { end() }
      frames.removeLast()
    }

    private func path(_ parent: Int, _ name: UnsafeBufferPointer<UInt8>) -> Int {
      let node = paths.child(parent, name)
      if node == columnOf.count { columnOf.append(-1) }
      return node
    }

    private func column(_ node: Int) -> Int {
      if columnOf[node] >= 0 { return columnOf[node] }
      guard columns.count < XMLTable.mostColumns else {
        fail(.tooManyColumns)
        return 0
      }
      columnOf[node] = columns.count
      columns.append(node)
      values.addColumn()
      timesRepeated.append(0)
      isStale = true
      return columns.count - 1
    }

    private func fail(_ fault: XMLTableFault) { if self.fault == nil { self.fault = fault } }

    // MARK: Values

    /// The text since the last tag belongs to the innermost open element.
    private func takePending(isLast: Bool) {
      guard !pending.isEmpty else { return }
      defer { pending.removeAll(keepingCapacity: true) }
      guard let frame = frames.last else { return }
      guard rowDepth > 0 || (isLast && !frame.hasChild) else { return }
      pending.withUnsafeBufferPointer { give(frame.node, $0, owner: frames.count - 1, serial: frame.serial) }
    }

    /// A value of the row, or of an element around the rows to come.
    private func give(_ node: Int, _ value: UnsafeBufferPointer<UInt8>, owner: Int, serial: Int = 0) {
      if rowDepth == 0 {
        if owner > 1 { around.set(node, owner, value.trimmedOfBlanks) }
        return
      }
      let column = column(node)
      guard fault == nil else { return }
      switch values.set(column, value.trimmedOfBlanks, serial) {
      case .taken: break
      case .repeated: timesRepeated[column] += 1
      case .tooLong: fail(.tooLong(line: stream?.line ?? 0))
      }
    }

    // MARK: Rows

    private func begin(at depth: Int) {
      rowDepth = depth
      rowLine = stream?.line ?? 0
      values.removeAll()
      for value in around.all {
        let column = column(value.node)
        guard fault == nil else { return }
        value.bytes.withUnsafeBufferPointer {
          if values.set(column, $0, -1) == .tooLong { fail(.tooLong(line: rowLine)) }
        }
      }
    }

    private func end() {
      rowDepth = 0
      rows += 1
      guard fault == nil else { return }
      let target = keepsLines ? rowLine : rows + 1
      // While columns are looked for, `line` is where the text would stand.
      guard target >= max(2, line) else {
        keepsLines = false
        isStale = true
        return
      }
      guard let text, !isStale else {
        line = target + 1
        return
      }
      guard !values.isEmpty else { return }
      text.append(repeating: 10, count: target - line)
      values.write(to: text)
      text.append(10)
      line = target + 1
      if text.isFull { fail(.tooMuchText) }
    }
  }
#endif
