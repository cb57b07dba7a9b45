#if OfficeFiles
  /// The bytes of one entry of an archive, a quarter mebibyte at a time; its length and check number are tested at the end.
  public struct ZipStream: ~Copyable {
    private let archive: ZipArchive
    private let entry: ZipArchive.Entry
    private var inflater: Inflater
    private let buffer: UnsafeMutableBufferPointer<UInt8>
    private var unpacked = 0
    private var check: UInt32 = 0
    private var isAtEnd = false

    /// Bytes come out of `entry`, which is one of the archive's.
    public init(_ archive: ZipArchive, _ entry: ZipArchive.Entry) {
      self.archive = archive
      self.entry = entry
      inflater = Inflater(UnsafeBufferPointer(rebasing: archive.file.bytes[entry.packed]), .none)
      buffer = .allocate(capacity: Unpacking.step)
    }

    deinit { buffer.deallocate() }

    /// The next bytes, valid until the next call; nil when all are read and hold.
    public mutating func next() throws(ZipFault) -> UnsafeBufferPointer<UInt8>? {
      guard !isAtEnd else { return nil }
      let piece = entry.isDeflated ? try inflated() : stored()
      check = CRC32.of(UnsafeRawBufferPointer(piece), after: check)
      unpacked += piece.count
      guard unpacked <= entry.size else { throw .damaged(entry: entry.name) }
      if isAtEnd, unpacked != entry.size || check != entry.check { throw .damaged(entry: entry.name) }
      return piece
    }

    /// The whole entry in memory of its own.
    public consuming func all() throws(ZipFault) -> FileBytes {
      let memory = GrowingBytes(limit: entry.size)
      while let piece = try next() { memory.append(piece) }
      guard !memory.isFull else { throw .tooLarge(entry: entry.name) }
      return FileBytes(memory)
    }

    private mutating func inflated() throws(ZipFault) -> UnsafeBufferPointer<UInt8> {
      let (written, outcome) = inflater.fill(buffer)
      switch outcome {
      case .more: break
      case .end:
        isAtEnd = true
        guard inflater.consumed == entry.packed.count else { throw .damaged(entry: entry.name) }
      case .cutOff: throw .cutOff(entry: entry.name)
      case .damaged: throw .damaged(entry: entry.name)
      }
      if Unpacking.isBomb(unpacked: unpacked + written, consumed: inflater.consumed) {
        throw .bomb(entry: entry.name)
      }
      return UnsafeBufferPointer(rebasing: buffer[0..<written])
    }

    private mutating func stored() -> UnsafeBufferPointer<UInt8> {
      let start = entry.packed.lowerBound + unpacked
      let end = min(entry.packed.upperBound, start + Unpacking.step)
      isAtEnd = end == entry.packed.upperBound
      return UnsafeBufferPointer(rebasing: archive.file.bytes[start..<end])
    }
  }
#endif
