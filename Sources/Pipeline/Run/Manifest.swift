import Documents
import Platform
import RollModel

/// `manifest.json`: which tool, settings and inputs gave which outputs; lets anyone check one against the other.
package struct Manifest: Sendable, Equatable {
  package static let fileName = "manifest.json"

  package struct Setting: Sendable, Equatable {
    package var key: String
    package var value: String

    package init(key: String, value: String) {
      self.key = key
      self.value = value
    }
  }

  package var version: String
  /// Day of the run, as the command was told it.
  package var day: String
  /// The way from the run folder to its case.
  package var caseFolder: String
  package var settings: [Setting]
  package var inputs: [Fingerprint]
  package var outputs: [Fingerprint]

  package init(
    version: String, day: String, caseFolder: String, settings: [Setting], inputs: [Fingerprint],
    outputs: [Fingerprint]
  ) {
    self.version = version
    self.day = day
    self.caseFolder = caseFolder
    self.settings = settings
    self.inputs = inputs
    self.outputs = outputs
  }

  /// The text of the file; the same manifest gives the same bytes.
  package var json: [UInt8] {
    var json = JSONWriter(indented: true)
    json.object { json in
      json.string("versi", version)
      json.string("tanggal", day)
      json.string("kasus", caseFolder)
      json.object("pengaturan") { json in for setting in settings { json.string(setting.key, setting.value) } }
      Self.write("masukan", inputs, &json)
      Self.write("keluaran", outputs, &json)
    }
    json.newLine()
    return json.out.bytes
  }

  private static func write(_ key: String, _ files: [Fingerprint], _ json: inout JSONWriter) {
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

  /// Reads the manifest of a run folder.
  package init(runFolder: String) throws(RunFailure) {
    let path = runFolder + "/" + Self.fileName
    guard FileSystem.target(path) == .file else {
      let isCase = FileSystem.target(runFolder + "/hasil") == .folder
      throw RunFailure(
        "\(runFolder) bukan folder hasil: \(Self.fileName) tidak ada di dalamnya; sebutkan "
          + (isCase ? "salah satu folder di hasil/ di dalamnya." : "folder yang ditulis 'padan periksa'."))
    }
    try self.init(path: path)
  }

  /// Reads a manifest, of a run or of a letter.
  init(path: String) throws(RunFailure) {
    let bytes = try FileSystem.read(path, limit: 16 << 20)
    guard let value = try? JSONValue(bytes), let version = value.text("versi"), let day = value.text("tanggal"),
      let folder = value.text("kasus"), case .object(let settings)? = value["pengaturan"],
      let inputs = Self.files(value.items("masukan")), let outputs = Self.files(value.items("keluaran"))
    else { throw RunFailure("\(path) tidak dapat dibaca; berkas ini mungkin terpotong atau diubah.") }
    self.init(
      version: version, day: day, caseFolder: folder,
      settings: settings.compactMap { member in
        if case .string(let text) = member.value { Setting(key: member.key, value: text) } else { nil }
      }, inputs: inputs, outputs: outputs)
  }

  private static func files(_ values: [JSONValue]) -> [Fingerprint]? {
    var files: [Fingerprint] = []
    for value in values {
      guard let name = value.text("berkas"), let bytes = value.number("bita"), let hash = value.text("sha256"),
        bytes >= 0, bytes < 1e15
      else { return nil }
      files.append(Fingerprint(name: name, bytes: Int(bytes), sha256: hash))
    }
    return files
  }
}
