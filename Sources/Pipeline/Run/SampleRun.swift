import Casework
import Documents
import Reports
import RollModel

/// Draws a sample of a finished run for uji petik into its folder: `sampel/`, sheets and what anyone needs to repeat it,
/// whole or not at all.
package struct SampleRun: Sendable {
  package struct Request: Sendable {
    package enum Size: Sendable, Equatable {
      /// Rows in each direction.
      case count(Int)
      /// Half the width of the 95 % interval.
      case margin(Double)
    }

    package var size: Size
    /// Nil takes one that the inputs give.
    package var seed: String?
    package var directions: Set<SampleFrame.Direction>

    package init(
      size: Size, seed: String? = nil, directions: Set<SampleFrame.Direction> = Set(SampleFrame.Direction.allCases)
    ) {
      self.size = size
      self.seed = seed
      self.directions = directions
    }
  }

  package struct Result: Sendable {
    package struct Direction: Sendable {
      package let name: String
      package let source: String
      package let population: Int
      package let drawn: Int
      /// Half the width of the 95 % interval at worst.
      package let margin: Double
      /// Classes with rows.
      package let kinds: [(name: String, population: Int, drawn: Int)]
    }

    package let seed: String
    package let directions: [Direction]
    /// Paths inside the run folder.
    package let files: [String]
    /// No list of residents, areas or visits: nobody to look up on the roll.
    package let lacksPeople: Bool
    /// What the register is to be told.
    package let event: SampleEvent
  }

  package static let folder = "sampel"

  private let run: FinishedRun
  private let request: Request
  private let threads: Int

  package init(_ run: FinishedRun, request: Request, threads: Int) {
    self.run = run
    self.request = request
    self.threads = threads
  }

  package func execute() throws -> Result {
    guard FileSystem.kind(run.path + "/" + Self.folder) == nil else {
      throw RunFailure(
        "\(Self.folder)/ sudah ada di folder hasil; contoh yang sudah ditarik tidak diganti. Pindahkan dahulu bila "
          + "hendak menarik yang lain.")
    }
    let record = try run.record(threads: threads) { [.tms, .missing].contains($0.severity) }
    var frames: [SampleFrames.Frame] = []
    if request.directions.contains(.listToPeople) { frames.append(SampleFrames.roll(record)) }
    let people = request.directions.contains(.peopleToList) ? SampleFrames.people(record) : nil
    if let people { frames.append(people) }
    frames = frames.filter { !$0.subjects.isEmpty }
    guard !frames.isEmpty else {
      throw RunFailure("Tidak ada yang dapat ditarik: tidak ada daftar penduduk, wilayah, atau coklit dalam kasus ini.")
    }
    let seed = request.seed ?? run.manifest.seed
    let drawings = try frames.map { try Drawing($0, request.size, SamplingKey(seed: seed), in: record) }
    let (outputs, summary) = try write(drawings, seed, record)
    return Result(
      seed: seed, directions: drawings.map(\.result), files: (outputs + [summary]).map { Self.folder + "/" + $0.name },
      lacksPeople: request.directions.contains(.peopleToList) && people == nil,
      event: event(drawings, seed, summary))
  }

  private func write(
    _ drawings: [Drawing], _ seed: String, _ record: RunRecord
  ) throws -> (outputs: [Fingerprint], summary: Fingerprint) {
    let day = CalendarDay(iso: run.manifest.day) ?? CalendarDay()
    let folder = try RunFolder(parent: run.path, name: Self.folder, isFixed: true)
    var outputs: [Fingerprint] = []
    for drawing in drawings {
      let book = try SampleBook(
        drawing.rows, of: record, day: day, title: SampleWords.title(ofList: drawing.direction == .listToPeople),
        howTo: SampleWords.howTo)
      var sink = try HashingSink(folder: folder.path, name: drawing.direction.rawValue + ".xlsx")
      try sink.write(book.bytes)
      outputs.append(sink.finish())
    }
    var sink = try HashingSink(folder: folder.path, name: DrawnSample.fileName)
    try sink.write(summary(drawings, seed, outputs, record))
    let summary = sink.finish()
    _ = try folder.commit()
    return (outputs, summary)
  }

  /// `sampel.json`.
  private func summary(
    _ drawings: [Drawing], _ seed: String, _ outputs: [Fingerprint], _ record: RunRecord
  ) -> [UInt8] {
    let areas = record.data.lexicon.areas
    let found = run.manifest.outputs.first { $0.name == FindingIndex.fileName }
    var json = JSONWriter(indented: true)
    json.object { json in
      json.string("versi", Version.current)
      json.string("tanggal", run.manifest.day)
      json.string("benih", seed)
      switch request.size {
      case .count(let count): json.integer("ukuran", count)
      case .margin(let margin): json.number("galat", margin)
      }
      json.number("tingkat_kepercayaan", 0.95)
      Self.write("masukan", run.manifest.inputs + [found].compactMap { $0 }, &json)
      Self.write("keluaran", outputs, &json)
      DrawnSample(directions: drawings.map(\.sample)).write(to: &json) { number, json in
        json.array("strata") { json in
          for stratum in drawings[number].draw.strata {
            let area = areas[stratum.area]
            json.object { json in
              json.string("kode_desa", area.code.description)
              json.string("kecamatan", area.kecamatan)
              json.string("desa", area.desa)
              json.string("kelas", drawings[number].kindName(stratum.kind))
              json.integer("populasi", stratum.population)
              json.integer("contoh", stratum.drawn)
            }
          }
        }
      }
    }
    json.newLine()
    return json.out.bytes
  }

  static func write(_ key: String, _ files: [Fingerprint], _ json: inout JSONWriter) {
    json.array(key) { json in
      for file in files {
        json.object { json in
          json.string("berkas", file.name)
          json.integer("bita", file.bytes)
          json.string("sha256", file.sha256)
        }
      }
    }
  }

  private func event(_ drawings: [Drawing], _ seed: String, _ summary: Fingerprint) -> SampleEvent {
    SampleEvent(
      kind: "sampel", findings: drawings.flatMap(\.findings),
      facts: [("benih", seed)] + drawings.map { ($0.direction.rawValue, String($0.draw.units.count)) },
      source: Fingerprint(name: Self.folder + "/" + summary.name, bytes: summary.bytes, sha256: summary.sha256))
  }
}

extension Manifest {
  /// The seed of a sample for which nobody names one: twelve digits of a hash of all inputs, the same for the same files.
  var seed: String {
    Fingerprint.hash(of: inputs.map { $0.name + " " + $0.sha256 + "\n" }.joined()).prefix(12).description
  }
}
