#if OfficeFiles
  /// The shared strings of a workbook, one behind the other in one piece of memory.
  ///
  /// Runs of rich text are joined; how a word is pronounced (`rPh`) is left out.
  final class SharedStrings: XMLListener, @unchecked Sendable {
    // Written while the part is read, by one thread; only read afterwards.
    private let bytes = GrowingBytes(limit: WorkbookLimits.strings.bytes)
    private var ends: [UInt32] = []
    private var start = 0
    private var isText = false
    private var isPhonetic = false

    /// Whether there are more than are taken.
    var isFull: Bool { bytes.isFull || ends.count > WorkbookLimits.strings.count }

    var count: Int { ends.count }

    /// String `index`; nil where there is none.
    @inline(__always)
    func string(_ index: Int) -> UnsafeBufferPointer<UInt8>? {
      guard index >= 0, index < ends.count else { return nil }
      let start = index == 0 ? 0 : Int(ends[index - 1])
      return UnsafeBufferPointer(rebasing: bytes.bytes[start..<Int(ends[index])])
    }

    func open(_ name: XMLName, _ attributes: XMLAttributes) {
      if name == "t" {
        isText = !isPhonetic
      } else if name == "rPh" {
        isPhonetic = true
      }
    }

    func text(_ run: UnsafeBufferPointer<UInt8>) {
      if isText { bytes.append(clean: run) }
    }

    func close(_ name: XMLName) {
      if name == "t" {
        isText = false
      } else if name == "si" {
        bytes.unescape(from: start)
        start = bytes.count
        if ends.count <= WorkbookLimits.strings.count { ends.append(UInt32(start)) }
      } else if name == "rPh" {
        isPhonetic = false
      }
    }
  }
#endif
