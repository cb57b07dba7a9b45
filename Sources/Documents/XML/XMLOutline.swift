#if OfficeFiles
  /// An element that may be the row of a list.
  public struct XMLElement: Sendable, Equatable {
    public let name: String
    /// The root element is 1.
    public let depth: Int
    /// How often it holds at least two different fields.
    public let times: Int
    /// Headers of its own fields in order of first appearance: those of elements that repeat inside it are theirs.
    public let headers: [String]
  }

  /// What the first bytes of an XML document show: its root, and which elements hold fields again and again.
  ///
  /// A field is an attribute, or an element without children. O(bytes looked at), at most `reach`.
  public final class XMLOutline: XMLListener {
    /// Bytes looked at.
    public static let reach = 4 << 20

    /// Names of elements and attributes, in order of first appearance.
    public var names: [String] { paths.nodes.map { String(decoding: $0.name, as: UTF8.self) } }
    /// Name of the root element.
    public private(set) var root = ""
    private var paths = XMLPaths()
    /// By path: whether it is a field, how often it held two fields.
    private var isField: [Bool] = [false]
    private var times: [Int] = [0]
    private var frames: [Frame] = []

    private struct Frame {
      let node: Int
      var hasChild = false
      /// The first field inside; -1 while there is none.
      var first = -1
      /// Whether a second, different one was seen. Then all frames above have one too.
      var isRecord = false
    }

    public init(_ file: FileBytes) throws(XMLFault) {
      _ = paths.addRoot([])
      let stream = XMLStream(self)
      let reach = min(file.count, Self.reach)
      try stream.feed(UnsafeBufferPointer(rebasing: file.bytes[..<reach]))
      if reach == file.count { try stream.finish() }
    }

    public func open(_ name: XMLName, _ attributes: XMLAttributes) {
      if frames.isEmpty { root = name.string }
      let parent = frames.last?.node ?? 0
      if !frames.isEmpty { frames[frames.count - 1].hasChild = true }
      let naming = attributes.fieldName(name)
      let node = path(parent, naming.map { attributes[$0].value } ?? name.bytes)
      frames.append(Frame(node: node))
      for index in 0..<attributes.count where index != naming && !attributes.isInstance(index) {
        note(path(node, attributes[index].name.bytes))
      }
    }

    public func text(_ run: UnsafeBufferPointer<UInt8>) {}

    public func close(_ name: XMLName) {
      guard let frame = frames.popLast() else { return }
      if !frame.hasChild { note(frame.node) }
      if frame.isRecord { times[frame.node] += 1 }
    }

    private func path(_ parent: Int, _ name: UnsafeBufferPointer<UInt8>) -> Int {
      let node = paths.child(parent, name)
      if node == times.count {
        isField.append(false)
        times.append(0)
      }
      return node
    }

    /// Counts a field for every open element around it.
    private func note(_ field: Int) {
      isField[field] = true
      for index in frames.indices.reversed() {
        if frames[index].isRecord { return }
        if frames[index].first < 0 {
          frames[index].first = field
        } else if frames[index].first != field {
          frames[index].isRecord = true
        }
      }
    }

    /// Elements below the root that hold fields, those of one name and depth taken together: the commonest first, then
    /// the outermost, then the one that came first.
    public var elements: [XMLElement] {
      var found: [(name: [UInt8], depth: Int, nodes: [Int])] = []
      for node in times.indices where times[node] > 0 {
        let (name, depth) = (paths.nodes[node].name, paths.words(node, below: 0).count)
        guard depth > 1 else { continue }
        if let known = found.firstIndex(where: { $0.name == name && $0.depth == depth }) {
          found[known].nodes.append(node)
        } else {
          found.append((name, depth, [node]))
        }
      }
      let all = found.map { element in
        var own: [[String]] = []
        for node in element.nodes { collect(node, node, &own) }
        return XMLElement(
          name: String(decoding: element.name, as: UTF8.self), depth: element.depth,
          times: element.nodes.reduce(0) { $0 + times[$1] }, headers: XMLPaths.headers(own))
      }
      return all.enumerated().sorted { a, b in
        (-a.element.times, a.element.depth, a.offset) < (-b.element.times, b.element.depth, b.offset)
      }.map(\.element)
    }

    private func collect(_ node: Int, _ root: Int, _ own: inout [[String]]) {
      if isField[node], node != root {
        let words = paths.words(node, below: root)
        if !own.contains(words) { own.append(words) }
      }
      for child in paths.nodes[node].children where times[child] <= times[root] { collect(child, root, &own) }
    }
  }
#endif
