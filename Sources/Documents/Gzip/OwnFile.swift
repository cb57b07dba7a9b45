import Platform

/// A file that a program writes to read it again: packed as gzip (RFC 1952) in builds that can unpack, plain in others.
///
/// Pieces packed one by one and put one behind the other are one file. It is read whichever build wrote it, where its form
/// can be read at all.
public enum OwnFile {
  #if OfficeFiles
    public static let suffix = ".gz"
  #else
    public static let suffix = ""
  #endif

  /// One piece as it stands in the file. O(length).
  public static func pack(_ piece: borrowing ByteWriter) -> [UInt8] {
    #if OfficeFiles
      piece.withBytes { GzipWriter.pack($0) }
    #else
      piece.withBytes { Array($0) }
    #endif
  }

  /// Where the file lies that is called `path` where it is not packed.
  public static func path(_ path: String) -> String { access(path + suffix, F_OK) == 0 ? path + suffix : path }

  /// The content of the file that lies at `path`; nil where there is none or it cannot be unpacked.
  public static func read(_ path: String) -> FileBytes? {
    guard let file = try? FileBytes(path: path) else { return nil }
    #if OfficeFiles
      if path.hasSuffix(suffix) { return try? Gzip.unpack(file, limit: largest) }
    #endif
    return file
  }

  /// Bytes that a file may have when unpacked; the details of a hundred million voters take less.
  private static let largest = 8 << 30
}
