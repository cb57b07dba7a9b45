#if OfficeFiles
  /// The sheets that `workbook.xml` lists, and its calendar.
  final class SheetList: XMLListener {
    private(set) var sheets: [(name: String, isHidden: Bool, relation: String)] = []
    private(set) var startsIn1904 = false

    func open(_ name: XMLName, _ attributes: XMLAttributes) {
      if name == "sheet", sheets.count < WorkbookLimits.listed {
        let state = attributes.text("state") ?? "visible"
        sheets.append((attributes.text("name") ?? "", state != "visible", attributes.text("id") ?? ""))
      } else if name == "workbookPr" {
        startsIn1904 = ["1", "true", "on"].contains(attributes.text("date1904") ?? "")
      }
    }

    func text(_ run: UnsafeBufferPointer<UInt8>) {}
    func close(_ name: XMLName) {}
  }

  /// Where the parts of a package lie that one part refers to.
  final class Relations: XMLListener {
    struct Relation {
      /// Last word of its type: `worksheet`, `styles`.
      let kind: String
      /// Path in the archive.
      let target: String
    }

    private(set) var byID: [String: Relation] = [:]
    private var order: [Relation] = []
    private let folder: [Substring]

    /// Reads the relations of `part`, the package itself when empty; none where it has no such file.
    init(_ archive: ZipArchive, of part: String) throws(WorkbookFault) {
      let steps = part.split(separator: "/")
      folder = Array(steps.dropLast())
      let place = (folder + ["_rels", (steps.last ?? "") + ".rels"]).joined(separator: "/")
      if let entry = archive[place] { try XMLPart.read(archive, entry, self) }
    }

    /// The first target of a kind.
    func target(_ kind: String) -> String? { order.first { $0.kind == kind }?.target }

    func open(_ name: XMLName, _ attributes: XMLAttributes) {
      guard name == "Relationship", order.count < WorkbookLimits.listed, attributes.text("TargetMode") != "External",
        let id = attributes.text("Id"), let type = attributes.text("Type"), let target = attributes.text("Target")
      else { return }
      var path = target.hasPrefix("/") ? [] : folder
      for step in target.split(separator: "/") where step != "." {
        if step == ".." { path = Array(path.dropLast()) } else { path.append(step) }
      }
      let relation = Relation(
        kind: type.split(separator: "/").last.map(String.init) ?? "", target: path.joined(separator: "/"))
      if byID[id] == nil { byID[id] = relation }
      order.append(relation)
    }

    func text(_ run: UnsafeBufferPointer<UInt8>) {}
    func close(_ name: XMLName) {}
  }

  extension XMLAttributes {
    fileprivate func text(_ name: StaticString) -> String? { value(name).map { String(decoding: $0, as: UTF8.self) } }
  }
#endif
