#if OfficeFiles
  /// Reads the strings of a binary workbook, which may go on in the records behind: there the first byte says anew how
  /// wide the letters are. Source: [MS-XLS], 2.5.293 and 2.4.265.
  struct XLSText {
    /// The record and those that continue it.
    private let parts: [Range<Int>]
    private let bytes: UnsafeBufferPointer<UInt8>
    private var part = 0
    private var at: Int

    init(_ parts: [Range<Int>], in bytes: UnsafeBufferPointer<UInt8>) {
      (self.parts, self.bytes) = (parts, bytes)
      at = parts.first?.lowerBound ?? 0
    }

    private var end: Int { part < parts.count ? parts[part].upperBound : at }
    var isAtEnd: Bool { part >= parts.count || at >= end && part + 1 >= parts.count }

    mutating func byte() -> UInt8? {
      while at >= end {
        guard part + 1 < parts.count else { return nil }
        part += 1
        at = parts[part].lowerBound
      }
      defer { at += 1 }
      return bytes[at]
    }

    mutating func word() -> UInt16? {
      guard let low = byte(), let high = byte() else { return nil }
      return UInt16(low) | UInt16(high) << 8
    }

    mutating func skip(_ count: Int) {
      for _ in 0..<count where byte() == nil { return }
    }

    /// A string with its flags, runs and extension; `count` letters. nil where the record ends before it.
    mutating func string(_ count: Int) -> [UInt8]? {
      guard var flags = byte() else { return nil }
      let hasRuns = flags & 8 != 0
      let hasMore = flags & 4 != 0
      var runs = 0
      var more = 0
      if hasRuns {
        guard let stated = word() else { return nil }
        runs = Int(stated)
      }
      if hasMore {
        guard let low = word(), let high = word() else { return nil }
        more = Int(low) | Int(high) << 16
      }
      var units: [UInt16] = []
      units.reserveCapacity(min(count, 1 << 15))
      while units.count < count {
        if at >= end {
          guard part + 1 < parts.count else { return nil }
          part += 1
          at = parts[part].lowerBound
          guard let fresh = byte() else { return nil }
          flags = fresh
        }
        if flags & 1 == 0 {
          units.append(UInt16(bytes[at]))
          at += 1
        } else {
          guard at + 1 < end else { return nil }
          units.append(UInt16(bytes[at]) | UInt16(bytes[at + 1]) << 8)
          at += 2
        }
      }
      skip(4 * runs)
      skip(min(more, bytes.count))
      return Array(String(decoding: units, as: UTF16.self).utf8)
    }
  }
#endif
