import Documents
import RollModel

/// What the first block of a record file says of the roll that it was made from.
package struct RecordHead: Sendable {
  /// A file of the roll: its path in the case, and the day that its data are of.
  package struct SourceName: Sendable {
    package var path: String
    package var issued: CalendarDay
  }

  /// Code, kecamatan and desa by the number that rows give; 0 is not known.
  package var areas: [AreaTable.Entry]
  package var files: [SourceName]
  package var rows: Int
  /// Rows that the roll itself strikes: they are left out.
  package var struck: Int
  package var numbers: SourceFile.NumberState
  /// The kabupaten of rows whose desa is not known.
  package var kabupaten: AreaCode
  package var kabupatenName: String

  var json: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.string("kabupaten", kabupaten.description)
      json.string("nama", kabupatenName)
      json.integer("baris", rows)
      json.integer("sudah_tms", struck)
      json.string("nik", numbers.rawValue)
      json.array("berkas") { json in
        for file in files {
          json.object { json in
            json.string("nama", file.path)
            json.string("tanggal", file.issued.description)
          }
        }
      }
      json.array("wilayah") { json in
        for area in areas.dropFirst() {
          json.object { json in
            json.string("kode", area.code.description)
            json.string("kecamatan", area.kecamatan)
            json.string("desa", area.desa)
          }
        }
      }
    }
    return json.out.bytes
  }

  init?(_ bytes: [UInt8]) {
    guard let value = try? JSONValue(bytes), let rows = value.number("baris"), let struck = value.number("sudah_tms"),
      let state = value.text("nik").flatMap(SourceFile.NumberState.init(rawValue:)), rows >= 0, rows < 1e9
    else { return nil }
    self.rows = Int(rows)
    self.struck = Int(struck)
    numbers = state
    kabupaten = value.text("kabupaten").flatMap { AreaCode($0) } ?? AreaCode(number: 0)
    kabupatenName = value.text("nama") ?? ""
    files = value.items("berkas").map { file in
      SourceName(path: file.text("nama") ?? "", issued: CalendarDay(iso: file.text("tanggal") ?? "") ?? CalendarDay())
    }
    areas = [AreaTable.empty[0]]
    for area in value.items("wilayah") {
      areas.append(
        AreaTable.Entry(
          code: area.text("kode").flatMap { AreaCode($0) } ?? AreaCode(number: 0), desa: area.text("desa") ?? "",
          kecamatan: area.text("kecamatan") ?? "", kecamatanNumber: 0))
    }
  }

  init(
    areas: [AreaTable.Entry], files: [SourceName], rows: Int, struck: Int, numbers: SourceFile.NumberState,
    kabupaten: AreaCode, kabupatenName: String
  ) {
    self.areas = areas
    self.files = files
    self.rows = rows
    self.struck = struck
    self.numbers = numbers
    self.kabupaten = kabupaten
    self.kabupatenName = kabupatenName
  }
}

/// The fixed part of one record, 37 bytes; four more for each word of the name follow.
struct RecordRow: Sendable {
  var nik = NIK()
  var nkk = NIK()
  var birth = CalendarDay()
  var place: UInt32 = 0
  var area: UInt16 = 0
  var station: UInt16 = 0
  /// Sex and marital status, `VoterCodes` bits 0–3.
  var codes: UInt16 = 0
  var file: UInt16 = 0
  var line: UInt32 = 0
  var words: UInt8 = 0

  static let bytes = 37
  static let mostWords = 64

  func write(to out: inout ByteWriter) {
    out.appendRaw(nik.bits)
    out.appendRaw(nkk.bits)
    out.appendRaw(birth.bits)
    out.appendRaw(place)
    out.appendRaw(area)
    out.appendRaw(station)
    out.appendRaw(codes)
    out.appendRaw(file)
    out.appendRaw(line)
    out.append(words)
  }

  /// The row at `at`, 37 bytes that must be there.
  @inline(__always) init(_ bytes: UnsafeRawBufferPointer, at: Int) {
    nik = NIK(bits: bytes.raw(at))
    nkk = NIK(bits: bytes.raw(at + 8))
    birth = CalendarDay(bits: bytes.raw(at + 16))
    place = bytes.raw(at + 20)
    area = bytes.raw(at + 24)
    station = bytes.raw(at + 26)
    codes = bytes.raw(at + 28)
    file = bytes.raw(at + 30)
    line = bytes.raw(at + 32)
    words = bytes[at + 36]
  }

  init() {}
}

extension ByteWriter {
  mutating func appendRaw<Value: FixedWidthInteger>(_ value: Value) {
    withUnsafeBytes(of: value.littleEndian) { append($0) }
  }
}

extension UnsafeRawBufferPointer {
  @inline(__always) func raw<Value: FixedWidthInteger & BitwiseCopyable>(_ at: Int) -> Value {
    Value(littleEndian: loadUnaligned(fromByteOffset: at, as: Value.self))
  }
}
