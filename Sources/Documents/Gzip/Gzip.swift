#if OfficeFiles
  /// Why a gzip file cannot be unpacked.
  public enum GzipFault: Error, Equatable, Sendable {
    case cutOff
    /// Not deflate, or a check number or length that does not hold.
    case damaged
    /// Bytes behind the last member that are no member.
    case rest
    case bomb, tooLarge
  }

  /// Unpacks gzip files (RFC 1952): members one after the other are one file, and zeros behind the last are padding.
  public enum Gzip {
    /// The content of `file` in memory of its own, at most `limit` bytes. O(bytes).
    public static func unpack(_ file: FileBytes, limit: Int) throws(GzipFault) -> FileBytes {
      var inflater = Inflater(file.bytes, .gzip)
      let memory = GrowingBytes(limit: limit)
      while true {
        var outcome = Inflater.Outcome.more
        memory.append(upTo: min(Unpacking.step, max(1, limit - memory.count))) { room in
          let filled = inflater.fill(room)
          outcome = filled.outcome
          return filled.written
        }
        if memory.isFull { throw .tooLarge }
        if Unpacking.isBomb(unpacked: memory.count, consumed: inflater.consumed) { throw .bomb }
        switch outcome {
        case .more: break
        case .cutOff: throw .cutOff
        case .damaged: throw .damaged
        case .end:
          let rest = file.bytes[inflater.consumed...]
          if rest.allSatisfy({ $0 == 0 }) { return FileBytes(memory) }
          guard rest.starts(with: [0x1F, 0x8B]) else { throw .rest }
          inflater.restart()
        }
      }
    }
  }
#endif
