/// Where lines end: at a line feed, at one behind a carriage return or two, and at a carriage return alone.
public enum LineEnds {
  /// Whether the carriage return at `at` belongs to no line feed. Two bytes behind it can be read.
  @inline(__always)
  static func isAlone(_ at: UnsafePointer<UInt8>) -> Bool { at[1] != 10 && (at[1] != 13 || at[2] != 10) }
}

extension FileBytes {
  /// Whether a line ends right before byte `at`, 1 or more; in quotes or not.
  @inlinable public func endsLine(before at: Int) -> Bool {
    base[at - 1] == 10 || base[at - 1] == 13 && base[at] != 10 && (base[at] != 13 || base[at + 1] != 10)
  }
}
