#if OfficeFiles
  /// A compound file: a small file system in a file, in which old office documents keep their parts.
  ///
  /// Chains of sectors are followed at most as far as the file is long, so that none goes round. Source: [MS-CFB].
  struct CompoundFile {
    private let file: FileBytes
    private let sectorSize: Int
    private let table: [UInt32]
    private let streams: [(name: String, start: UInt32, size: Int)]
    private let smallTable: [UInt32]
    private let small: [UInt8]
    private let smallLimit: Int

    private static let end: UInt32 = 0xFFFF_FFFE
    private static let smallSector = 64

    init(_ file: FileBytes) throws(WorkbookFault) {
      self.file = file
      let bytes = file.bytes
      guard bytes.count >= 512, [9, 12].contains(bytes.word(30)) else { throw .brokenBinary }
      sectorSize = 1 << Int(bytes.word(30))
      smallLimit = Int(bytes.long(56))
      let most = bytes.count / sectorSize + 1
      // The first 109 sectors of the table stand in the header, the others in a chain of their own.
      var places: [UInt32] = (0..<109).map { bytes.long(76 + 4 * $0) }
      var next = bytes.long(68)
      var steps = 0
      while next < Self.end - 1, steps < most, let sector = Self.sector(next, of: bytes, size: sectorSize) {
        for i in 0..<(sectorSize / 4 - 1) { places.append(sector.long(4 * i)) }
        next = sector.long(sectorSize - 4)
        steps += 1
      }
      var table: [UInt32] = []
      for place in places.prefix(Int(bytes.long(44))) {
        guard let sector = Self.sector(place, of: bytes, size: sectorSize) else { throw .brokenBinary }
        for i in 0..<(sectorSize / 4) { table.append(sector.long(4 * i)) }
        guard table.count <= 2 * most + sectorSize else { throw .brokenBinary }
      }
      self.table = table
      let directory = try Self.chain(bytes.long(48), table, bytes, sectorSize, limit: bytes.count)
      var streams: [(name: String, start: UInt32, size: Int)] = []
      directory.withUnsafeBufferPointer { entries in
        for at in stride(from: 0, to: entries.count - 127, by: 128) where [2, 5].contains(entries[at + 66]) {
          let length = min(max(0, Int(entries.word(at + 64)) - 2), 62)
          let units = stride(from: 0, to: length, by: 2).map { entries.word(at + $0) }
          let name = entries[at + 66] == 5 ? "" : String(decoding: units, as: UTF16.self)
          streams.append((name, entries.long(at + 116), Int(entries.long(at + 120))))
        }
      }
      self.streams = streams
      if let root = streams.first(where: { $0.name.isEmpty }), root.start < Self.end {
        small = try Self.chain(root.start, table, bytes, sectorSize, limit: root.size)
        let chain = try Self.chain(bytes.long(60), table, bytes, sectorSize, limit: bytes.count)
        smallTable = chain.withUnsafeBufferPointer { part in (0..<part.count / 4).map { part.long(4 * $0) } }
      } else {
        (small, smallTable) = ([], [])
      }
    }

    func has(_ name: String) -> Bool { streams.contains { $0.name == name } }

    /// The bytes of a stream; nil where there is none of the name.
    func stream(_ name: String) throws(WorkbookFault) -> [UInt8]? {
      guard let entry = streams.first(where: { $0.name == name }) else { return nil }
      guard entry.size <= file.count else { throw .brokenBinary }
      if entry.size >= smallLimit {
        return try Self.chain(entry.start, table, file.bytes, sectorSize, limit: entry.size)
      }
      return try small.withUnsafeBufferPointer { bytes throws(WorkbookFault) in
        try Self.chain(entry.start, smallTable, bytes, Self.smallSector, limit: entry.size, hasHeader: false)
      }
    }

    /// The sectors of a chain, one behind the other, cut to `limit` bytes.
    private static func chain(
      _ start: UInt32, _ table: [UInt32], _ bytes: UnsafeBufferPointer<UInt8>, _ size: Int, limit: Int,
      hasHeader: Bool = true
    ) throws(WorkbookFault) -> [UInt8] {
      var result: [UInt8] = []
      var next = start
      while next < end - 1, result.count < limit {
        guard let sector = sector(next, of: bytes, size: size, hasHeader: hasHeader), Int(next) < table.count,
          result.count <= bytes.count
        else { throw .brokenBinary }
        result += sector
        next = table[Int(next)]
      }
      return Array(result.prefix(limit))
    }

    private static func sector(
      _ number: UInt32, of bytes: UnsafeBufferPointer<UInt8>, size: Int, hasHeader: Bool = true
    ) -> UnsafeBufferPointer<UInt8>? {
      let start = (Int(number) + (hasHeader ? 1 : 0)) * size
      guard start < bytes.count else { return nil }
      // The last sector of a file may be cut short.
      guard start + size <= bytes.count || !hasHeader else { return nil }
      return UnsafeBufferPointer(rebasing: bytes[start..<min(start + size, bytes.count)])
    }
  }

  extension UnsafeBufferPointer<UInt8> {
    /// Two and four bytes, the lowest first; 0 where they are not there.
    @inline(__always)
    func word(_ at: Int) -> UInt16 { at >= 0 && at + 2 <= count ? UInt16(self[at]) | UInt16(self[at + 1]) << 8 : 0 }
    @inline(__always)
    func long(_ at: Int) -> UInt32 { UInt32(word(at)) | UInt32(word(at + 2)) << 16 }
    @inline(__always)
    func double(_ at: Int) -> Double { Double(bitPattern: UInt64(long(at)) | UInt64(long(at + 4)) << 32) }
  }
#endif
