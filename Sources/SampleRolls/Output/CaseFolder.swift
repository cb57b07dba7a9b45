import Foundation
import RollModel

/// The files of a case folder while they are written, with the physical line that each has reached.
final class CaseFolder {
  /// Paths inside the folder by number: each list file, or one for each kecamatan.
  let paths: [String]
  private let directory: URL
  private let firstPath: [Int]
  private var handles: [FileHandle] = []
  private var truthHandle: FileHandle?
  private var nextLine: [Int]
  private var rowsByFile: [Int]
  private var bytes = 0
  private let fathers: Bool
  /// In a province: who leaves for another roll, and the rows of those who come from one.
  private(set) var departures: [Guest] = []
  private(set) var arrivals: [(guest: Int, path: String, line: Int)] = []

  /// - Parameters:
  ///   - kabupaten: of a province: the folder that its files stand in, within that of each role.
  ///   - isFirst: whether nothing has been written into the directory.
  init(_ directory: String, plan: SamplePlan, kabupaten: String? = nil, isFirst: Bool = true) throws {
    self.directory = URL(fileURLWithPath: directory, isDirectory: true)
    fathers = plan.fathers
    var paths: [String] = []
    var first: [Int] = []
    let slugs = plan.area.kecamatan.prefix(plan.kecamatanCount).map { Self.slug($0.name) }
    for file in ListFile.allCases {
      first.append(paths.count)
      if file.isByKecamatan {
        paths += slugs.map { file.path.replacingOccurrences(of: "{}", with: $0) }
      } else {
        paths.append(file.path(plan))
      }
    }
    let inside = kabupaten.map { "/" + $0 + "/" } ?? "/"
    self.paths = paths.map { $0.replacing("/", with: inside, maxReplacements: 1) }
    firstPath = first
    nextLine = Array(repeating: 2, count: paths.count)
    rowsByFile = Array(repeating: 0, count: ListFile.allCases.count)
    try open(isFirst: isFirst)
  }

  private static func slug(_ name: String) -> String { name.lowercased().replacingOccurrences(of: " ", with: "-") }

  private func open(isFirst: Bool) throws {
    let manager = FileManager.default
    var isFolder: ObjCBool = false
    if isFirst, manager.fileExists(atPath: directory.path, isDirectory: &isFolder), !isFolder.boolValue {
      throw SampleError.notAFolder(directory.path)
    }
    if isFirst, let names = try? manager.contentsOfDirectory(atPath: directory.path), !names.isEmpty {
      throw SampleError.notEmpty(directory.path)
    }
    for file in ListFile.allCases {
      let start = firstPath[file.rawValue]
      let end = file.rawValue + 1 < firstPath.count ? firstPath[file.rawValue + 1] : paths.count
      for path in paths[start..<end] {
        let url = directory.appendingPathComponent(path)
        do {
          try manager.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
          let handle = try Self.create(url)
          handles.append(handle)
          try handle.write(contentsOf: Data(file.header(fathers: fathers)))
        } catch {
          throw SampleError.unwritable(url.path)
        }
      }
    }
    do {
      let truth = directory.appendingPathComponent(Self.truthName)
      truthHandle = isFirst ? try Self.create(truth) : try FileHandle(forWritingTo: truth)
      try truthHandle?.seekToEnd()
    } catch {
      throw SampleError.unwritable(Self.truthName)
    }
  }

  private static func create(_ url: URL) throws -> FileHandle {
    guard FileManager.default.createFile(atPath: url.path, contents: nil) else {
      throw SampleError.unwritable(url.path)
    }
    return try FileHandle(forWritingTo: url)
  }

  private func number(_ file: ListFile, _ kecamatan: Int) -> Int {
    firstPath[file.rawValue] + (file.isByKecamatan ? kecamatan : 0)
  }

  /// Appends the pages of one desa and turns their rows into physical lines for the truth.
  func append(_ pages: Scribe.Pages, kecamatan: Int, truth: inout TruthFile) throws {
    for entry in pages.truth {
      let (file, line) = location(entry.file, entry.row, kecamatan)
      let (other, otherLine) = location(entry.otherFile, entry.otherRow, kecamatan)
      truth.add(entry, file: file, line: line, otherFile: other, otherLine: otherLine)
    }
    for row in pages.groupRows {
      let path = number(row.file, kecamatan)
      truth.keep(row, path: path, line: nextLine[path] + row.row)
    }
    let roll = number(.roll, kecamatan)
    for one in pages.departures {
      departures.append(
        Guest(
          kind: one.kind, record: one.record, place: one.place, household: one.household, path: paths[roll],
          line: nextLine[roll] + one.row))
    }
    for (guest, row) in pages.arrivals { arrivals.append((guest, paths[roll], nextLine[roll] + row)) }
    for file in ListFile.allCases {
      let path = number(file, kecamatan)
      nextLine[path] += pages.rows[file.rawValue]
      rowsByFile[file.rawValue] += pages.rows[file.rawValue]
      try write(pages.sinks[file.rawValue], to: handles[path], path: paths[path])
    }
    try write(truth)
  }

  /// Writes what the truth has gathered so far.
  private func write(_ truth: TruthFile) throws {
    guard let truthHandle else { return }
    try write(truth.sink, to: truthHandle, path: Self.truthName)
    truth.sink.removeAll()
  }

  private static let truthName = "kunci.csv"

  private func location(_ file: ListFile?, _ row: Int, _ kecamatan: Int) -> (String, Int) {
    guard let file else { return ("", 0) }
    let path = number(file, kecamatan)
    return (paths[path], nextLine[path] + row)
  }

  private func write(_ sink: Page, to handle: FileHandle, path: String) throws {
    guard sink.count > 0 else { return }
    bytes += sink.count
    do { try sink.withBytes { try handle.write(contentsOf: Self.view($0)) } } catch {
      throw SampleError.unwritable(path)
    }
  }

  /// The bytes without a copy, for the time of one call.
  private static func view(_ bytes: UnsafeRawBufferPointer) -> Data {
    guard let start = bytes.baseAddress else { return Data() }
    return Data(bytesNoCopy: UnsafeMutableRawPointer(mutating: start), count: bytes.count, deallocator: .none)
  }

  /// Writes the rest of the truth and the plan of the case, and closes everything.
  ///
  /// - Parameter settings: the plan; nil where more is to come.
  func finish(_ truth: TruthFile, settings: String?) throws -> SampleSummary {
    try write(truth)
    let settings = Data((settings ?? "").utf8)
    do {
      for handle in handles + [truthHandle].compactMap({ $0 }) { try handle.close() }
      if !settings.isEmpty { try settings.write(to: directory.appendingPathComponent("padan.yaml")) }
    } catch {
      throw SampleError.unwritable("padan.yaml")
    }
    bytes += settings.count
    var rows: [(role: Role, rows: Int)] = []
    // Nobody makes up complaints.
    for role in Role.allCases where role != .complaints {
      let files = ListFile.allCases.filter { $0.path.hasPrefix(role.rawValue + "/") }
      rows.append((role, files.reduce(0) { $0 + rowsByFile[$1.rawValue] }))
    }
    return SampleSummary(
      voters: rowsByFile[ListFile.roll.rawValue], rows: rows,
      planted: truth.counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }, bytes: bytes)
  }

  // MARK: - Words

  /// The plan of a case; `office`: name, address and letter code.
  static func settings(
    _ plan: SamplePlan, office: (name: String, address: String, code: String), region: String
  ) -> String {
    """
    # Contoh rekaan: semua nama, nomor, dan alamat dibuat oleh program, bukan data orang.
    kantor:
      nama: \(office.name)
      alamat: \(office.address)
      kode_surat: \(office.code)
      ketua: ""
    pemilihan:
      jenis: pdpb
      tanggal_acuan: \(plan.referenceDay)
      kapasitas_tps: 500
    wilayah: "\(region)"
    coklit: { mulai: 2024-06-24, selesai: 2024-07-24, ambang_cakupan: 0.95 }
    sumber: []
    aturan: {}

    """
  }
}

extension SampleError {
  fileprivate static func notEmpty(_ path: String) -> SampleError {
    SampleError(description: "Folder \(path) sudah ada isinya; pilih folder baru atau kosongkan lebih dahulu.")
  }

  fileprivate static func notAFolder(_ path: String) -> SampleError {
    SampleError(description: "\(path) adalah berkas; sebut folder baru atau folder kosong.")
  }

  fileprivate static func unwritable(_ path: String) -> SampleError {
    SampleError(description: "Berkas \(path) tidak dapat ditulis; periksa izin dan ruang penyimpanan.")
  }
}
