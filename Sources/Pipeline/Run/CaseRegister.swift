import Casework
import Documents

/// The register of a case as the verbs use it: where it is, who writes to it, and whether it is still the one that a run saw.
package struct CaseRegister: Sendable {
  /// What the command hands in to write with.
  package struct Writer: Sendable {
    package var stamp: RegisterStamp
    /// The key of a register that is begun now.
    package var secret: KeyedHash

    package init(stamp: RegisterStamp, secret: KeyedHash) {
      self.stamp = stamp
      self.secret = secret
    }
  }

  /// The setting of a manifest that says which register a run saw.
  static let anchorKey = "register"

  let path: String

  /// - Parameter casePath: absolute.
  package init(casePath: String) { path = casePath + "/" + Register.fileName }

  /// All of it; nil where the case has none.
  package func read() throws(RunFailure) -> Register? {
    do throws(RegisterFault) { return try Register.read(path) } catch { throw RunFailure(error.description) }
  }

  /// Takes it for writing; others wait until it is let go.
  func open(_ writer: Writer) throws(RunFailure) -> RegisterFile {
    do throws(RegisterFault) {
      return try RegisterFile(path, stamp: writer.stamp, secret: writer.secret)
    } catch {
      throw RunFailure(error.description)
    }
  }

  static func append(_ events: [RegisterEvent], to file: RegisterFile) throws(RunFailure) {
    do throws(RegisterFault) { try file.append(events) } catch { throw RunFailure(error.description) }
  }

  /// What a run notes of the register that it saw: the number of its lines and the hash of the last.
  static func anchor(_ register: Register) -> Manifest.Setting {
    Manifest.Setting(key: anchorKey, value: "\(register.events.count) \(register.head)")
  }

  /// The same, read back; nil of a run that saw none.
  static func anchor(of manifest: Manifest) -> (count: Int, head: String)? {
    manifest.settings.first { $0.key == anchorKey }.flatMap { anchor($0.value) }
  }

  static func anchor(_ text: String) -> (count: Int, head: String)? {
    let parts = text.split(separator: " ")
    guard parts.count == 2, let count = Int(parts[0]), count > 0 else { return nil }
    return (count, String(parts[1]))
  }

  /// How many lines of the register a run saw.
  static func linesSeen(by manifest: Manifest) -> Int { anchor(of: manifest)?.count ?? 0 }

  /// Of runs that saw more of the register than is there, or that wrote more into it, the one that knows of most; nil
  /// where it is whole.
  ///
  /// - Parameter register: read after the witnesses were asked.
  static func lost(_ register: Register?, _ witnesses: RegisterWitnesses) -> LostLines? {
    let hashes = register?.hashes ?? []
    let lost = witnesses.anchors.compactMap { run, count, head -> LostLines? in
      guard hashes.count < count || hashes[count - 1] != head else { return nil }
      return LostLines(run: run, count: count, head: head, found: hashes.count)
    }
    return lost.max { ($0.count, $0.run) < ($1.count, $1.run) }
  }

  /// A letter that lies in one of the runs, as sent, and that the register does not name; nil where it names them all.
  ///
  /// - Parameter register: read after the witnesses were asked.
  static func lostLetter(_ register: Register?, _ witnesses: RegisterWitnesses) -> LostLetter? {
    let told = Set(
      (register?.events ?? []).filter { $0.kind == .letter }.map { [$0.text("macam"), $0.text("tanggal")] })
    // One that could not be entered was taken away again meanwhile.
    return witnesses.letters.first { !told.contains([$0.kind, $0.day]) && FileSystem.kind($0.path) == .file }
      .map { LostLetter(run: $0.run, name: $0.name) }
  }

  /// A letter of which the register lost the line.
  struct LostLetter {
    let run: String
    let name: String

    /// What is so, without what to do.
    var words: String { "tidak memuat surat/\(name) yang tersimpan di hasil \(run)" }

    var sentence: String { "\(Register.fileName) \(words)" + LostLines.advice }
  }

  /// Lines of the register that a run saw and that are there no more.
  struct LostLines {
    let run: String
    let count: Int
    let head: String
    let found: Int

    /// What the run notes in the stead of the register that it saw, so that nobody writes letters by it.
    var anchor: Manifest.Setting { Manifest.Setting(key: anchorKey, value: "\(count) \(head)") }

    var sentence: String {
      "\(Register.fileName) bukan lagi yang dilihat hasil \(run) (\(count) baris, kini \(found))" + Self.advice
    }

    fileprivate static let advice =
      ", jadi keputusan, surat, dan penarikan di dalamnya mungkin tidak berlaku di hasil ini; kembalikan salinan cadangannya "
      + "lalu periksa lagi. Sampai itu, surat dan putusan dari hasil ini tidak dibuat."
  }

  /// All of it, nil where the case has none. Refuses a register that lacks lines which this run or one beside it saw, or
  /// letters that lie in them: a chain cut short at its end is whole in itself.
  func read(for runFolder: String, _ manifest: Manifest) throws(RunFailure) -> Register? {
    let own = (path: runFolder, manifest: manifest)
    let casePath = FileSystem.parent(of: path)
    let runs =
      [own] + EarlierRuns(casePath: casePath, parents: [casePath + "/hasil", FileSystem.parent(of: runFolder)]).runs
    let (itself, all) = (RegisterWitnesses([own]), RegisterWitnesses(runs))
    let register = try read()
    if let lost = Self.lost(register, itself) ?? Self.lost(register, all) {
      let who = lost.run == FileSystem.name(of: runFolder) ? "pemeriksaan ini" : "hasil \(lost.run)"
      throw RunFailure(
        "\(path) bukan lagi register yang dilihat \(who) (\(lost.count) baris, kini \(lost.found)); kembalikan "
          + "salinan cadangan yang utuh.")
    }
    guard let lost = Self.lostLetter(register, all) else { return register }
    throw RunFailure("\(path) \(lost.words); kembalikan salinan cadangan yang utuh.")
  }
}

extension Manifest {
  /// The case of a run folder, absolute.
  func casePath(of runFolder: String) throws(RunFailure) -> String {
    guard let path = FileSystem.real(runFolder + "/" + caseFolder), FileSystem.target(path) == .folder else {
      throw RunFailure("Folder kasus dari hasil \(runFolder) tidak ditemukan; kembalikan keduanya ke tempat semula.")
    }
    return path
  }

  /// The same, for what writes to the case or reads its lists: a run folder that was copied elsewhere has none, whatever
  /// folder stands where its case would be.
  func standingCase(of runFolder: String) throws(RunFailure) -> String {
    let path = try casePath(of: runFolder)
    let signs = [CaseFolder.planName, Register.fileName] + inputs.map(\.name)
    guard signs.contains(where: { FileSystem.target(path + "/" + $0) == .file }) else {
      throw RunFailure(
        "\(path) bukan folder kasus dari hasil \(runFolder): tidak ada \(CaseFolder.planName) ataupun berkas yang "
          + "diperiksa di sana. Pakai folder hasil yang asli di dalam kasusnya, bukan salinannya.")
    }
    return path
  }
}
