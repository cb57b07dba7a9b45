/// Fingerprints of the inputs, taken in spare time when they have been read and the run goes on: reading leaves none.
///
/// Nobody waits for them before the end of the run, when whoever waits takes a share of those that are left.
struct InputHashes {
  private let thread: SpareThread
  private let prints: [SpareJob<Fingerprint>]
  /// By place of the file, that of its print: the largest are taken first, so that small ones are left for the end.
  private let places: [Int]

  /// `files` are names inside the case and absolute paths.
  init(_ files: [(name: String, path: String)], on thread: SpareThread) {
    let sizes = files.map { FileSystem.size($0.path) }
    let order = files.indices.sorted { (sizes[$1], $0) < (sizes[$0], $1) }
    self.thread = thread
    prints = order.map { place in
      let file = files[place]
      return thread.add { Fingerprint(of: file.path, name: file.name) }
    }
    var places = Array(repeating: 0, count: files.count)
    for (number, place) in order.enumerated() { places[place] = number }
    self.places = places
  }

  /// The prints in order of the files.
  func finish() -> [Fingerprint] {
    let taken = thread.results(of: prints)
    return places.map { taken[$0] }
  }
}
