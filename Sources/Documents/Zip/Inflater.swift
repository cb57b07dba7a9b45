#if OfficeFiles
  import CZlib

  /// zlib's inflate over bytes that lie in memory, a buffer at a time.
  struct Inflater: ~Copyable {
    /// What the packed bytes look like.
    enum Wrapping: Int32 {
      case none = -15
      case gzip = 31
    }

    enum Outcome { case more, end, cutOff, damaged }

    // zlib keeps the address of its state: it must not move.
    private let stream: UnsafeMutablePointer<z_stream>
    private let input: UnsafeBufferPointer<UInt8>
    private let isReady: Bool
    /// Bytes of the input that are used up.
    private(set) var consumed = 0

    /// The input outlives the inflater.
    init(_ input: UnsafeBufferPointer<UInt8>, _ wrapping: Wrapping) {
      self.input = input
      stream = .allocate(capacity: 1)
      stream.initialize(to: z_stream())
      isReady = inflateInit2_(stream, wrapping.rawValue, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    }

    deinit {
      inflateEnd(stream)
      stream.deinitialize(count: 1)
      stream.deallocate()
    }

    /// Fills `buffer` as far as the input reaches.
    mutating func fill(_ buffer: UnsafeMutableBufferPointer<UInt8>) -> (written: Int, outcome: Outcome) {
      guard isReady, let target = buffer.baseAddress else { return (0, .damaged) }
      var written = 0
      while written < buffer.count {
        let rest = min(input.count - consumed, Self.longestStep)
        let room = min(buffer.count - written, Self.longestStep)
        stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress.map { $0 + consumed })
        stream.pointee.avail_in = UInt32(rest)
        stream.pointee.next_out = target + written
        stream.pointee.avail_out = UInt32(room)
        let status = inflate(stream, Z_NO_FLUSH)
        let made = room - Int(stream.pointee.avail_out)
        let used = rest - Int(stream.pointee.avail_in)
        consumed += used
        written += made
        switch status {
        case Z_STREAM_END: return (written, .end)
        case Z_OK where made + used > 0: continue
        case Z_OK, Z_BUF_ERROR: return (written, consumed == input.count ? .cutOff : .damaged)
        default: return (written, .damaged)
        }
      }
      return (written, .more)
    }

    /// Goes on with another packed stream behind the one that ended.
    mutating func restart() { inflateReset(stream) }

    private static let longestStep = 1 << 30
  }

  /// Tells a bomb from a file: how much may come out of how little.
  public enum Unpacking {
    /// Bytes out for each byte in; deflate can reach 1,032, sheets of blank cells 60.
    public static let ratio = 200
    /// Bytes that may come out of anything.
    public static let free = 32 << 20
    /// Bytes unpacked at a time.
    static let step = 1 << 18

    static func isBomb(unpacked: Int, consumed: Int) -> Bool { unpacked > free && unpacked / ratio > consumed }
  }
#endif
