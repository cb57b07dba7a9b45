#if OfficeFiles
  /// The distinct paths of an XML document, each a small number: elements and attributes alike, by local name.
  ///
  /// A child is looked for from where the last one was found, so a document that repeats itself costs one comparison an
  /// element. At most `most` paths; a document with more has no columns.
  struct XMLPaths {
    static let most = 4096
    /// A name is cut off here: only values of attributes that name a field can be longer.
    private static let longestName = 200

    struct Node {
      let name: [UInt8]
      /// -1 for a root.
      let parent: Int
      var children: [Int] = []
      /// The child found last, as an index into `children`.
      var last = 0
    }

    private(set) var nodes: [Node] = []
    /// Whether a path was not kept.
    private(set) var isFull = false

    /// Adds a root; the first is 0.
    mutating func addRoot(_ name: [UInt8]) -> Int {
      nodes.append(Node(name: name, parent: -1))
      return nodes.count - 1
    }

    /// The path of `name` below `parent`, new where it was not known.
    mutating func child(_ parent: Int, _ name: UnsafeBufferPointer<UInt8>) -> Int {
      let name = UnsafeBufferPointer(rebasing: name.prefix(Self.longestName))
      let count = nodes[parent].children.count
      let last = nodes[parent].last
      for step in 0..<count {
        let place = (last + step) % count
        let child = nodes[parent].children[place]
        if nodes[child].name.elementsEqual(name) {
          if step > 0 { nodes[parent].last = place }
          return child
        }
      }
      guard nodes.count < Self.most else {
        isFull = true
        return parent
      }
      nodes.append(Node(name: Array(name), parent: parent))
      nodes[parent].children.append(nodes.count - 1)
      nodes[parent].last = count
      return nodes.count - 1
    }

    /// The names from below `root` down to `node`; a root's own name where it is the node itself.
    func words(_ node: Int, below root: Int) -> [String] {
      guard node != root else { return [String(decoding: nodes[node].name, as: UTF8.self)] }
      var words: [String] = []
      var at = node
      while at >= 0, at != root {
        words.append(String(decoding: nodes[at].name, as: UTF8.self))
        at = nodes[at].parent
      }
      return words.reversed()
    }

    /// A header for each path: its last name where no other path ends in it, else all its names with blanks between.
    static func headers(_ paths: [[String]]) -> [String] {
      var ends: [String: Int] = [:]
      for path in paths { ends[path.last?.lowercased() ?? "", default: 0] += 1 }
      return paths.map { path in
        let end = path.last ?? ""
        return ends[end.lowercased()] == 1 ? end : path.joined(separator: " ")
      }
    }
  }

  extension XMLAttributes {
    /// The attribute that names a field in exports that call every element the same, as in
    /// `<field name="nik">…</field>`; nil where the element's own name is the field's.
    func fieldName(_ element: XMLName) -> Int? {
      guard
        element == "field" || element == "column" || element == "kolom" || element == "isian" || element == "property"
      else { return nil }
      return (0..<count).first { self[$0].name == "name" || self[$0].name == "nama" }
    }
  }
#endif
