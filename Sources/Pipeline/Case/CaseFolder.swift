import RollModel

/// A case on disk: its plan and the files that it offers, before any of them is read.
package struct CaseFolder: Sendable {
  /// Absolute, links resolved.
  package let path: String
  package let plan: Plan
  /// Whether `padan.yaml` is there.
  package let hasPlan: Bool
  package let sources: [CaseSource]
  /// What cannot be offered, one sentence each.
  package let refusals: [String]
  /// Tables in the case that no role takes, inside the case, and folders that hold them with a `/` behind.
  package let unread: [String]
  /// What is said of lists of `padan gabung` that were made for another kabupaten.
  let joinedNotice: String?
}

/// One file of a case, with what the folder and the plan say about it.
package struct CaseSource: Sendable {
  /// Absolute.
  package var path: String
  /// Inside the case, `/` between parts.
  package var name: String
  package var role: Role
  /// The entry of `sumber:` that names the file; an empty one where none does.
  package var rule: SourceRule
}

/// Why a case could not be opened.
package enum CaseFailure: Error, Sendable {
  case faults(PlanFaults)
  case failure(RunFailure)
}

extension CaseFolder {
  static let planName = "padan.yaml"
  /// `padan.yaml` is written by hand: a mebibyte is far beyond any.
  static let planLimit = 1 << 20

  /// Hidden files, lock files of office programs and what systems leave in folders.
  static func isIgnored(_ name: String) -> Bool {
    name.hasPrefix(".") || name.hasPrefix("~$") || ["Thumbs.db", "desktop.ini"].contains(name)
  }

  /// Opens the case at `folder`, checking its whole plan first.
  package static func open(_ folder: String) throws(CaseFailure) -> CaseFolder {
    guard let path = FileSystem.real(folder) else { throw .failure(RunFailure("Folder kasus \(folder) tidak ada.")) }
    guard FileSystem.target(path) == .folder else {
      throw .failure(RunFailure("\(folder) bukan folder; sebutkan folder kasus yang berisi daftar-pemilih."))
    }
    let (plan, hasPlan) = try readPlan(path)
    var finder = SourceFinder(root: path, plan: plan)
    finder.find()
    let lists = JoinedLists.own(finder.sources, plan.kabupaten)
    return CaseFolder(
      path: path, plan: plan, hasPlan: hasPlan, sources: lists.used, refusals: finder.refusals.sorted(),
      unread: UnreadFiles.find(in: path, beside: finder.sources), joinedNotice: lists.notice)
  }

  /// The role folder of the case that a path, there or not, lies in or is; nil for any other place.
  func role(at path: String) -> String? {
    var known = path
    var rest: [String] = []
    while FileSystem.real(known.isEmpty ? "." : known) == nil, !known.isEmpty {
      rest.insert(FileSystem.name(of: known), at: 0)
      let above = FileSystem.parent(of: known)
      guard above != known else { return nil }
      known = above
    }
    guard let real = FileSystem.real(known.isEmpty ? "." : known) else { return nil }
    let whole = ([real] + rest).joined(separator: "/")
    guard whole.hasPrefix(self.path + "/") else { return nil }
    let first = whole.dropFirst(self.path.count + 1).split(separator: "/").first.map(String.init) ?? ""
    return Role.allCases.contains { $0.isNamed(by: first) } ? first : nil
  }

  private static func readPlan(_ folder: String) throws(CaseFailure) -> (plan: Plan, found: Bool) {
    let path = folder + "/" + planName
    guard FileSystem.kind(path) != nil else { return (Plan(), false) }
    let bytes: [UInt8]
    do throws(RunFailure) {
      guard let real = FileSystem.real(path), real.hasPrefix(folder + "/") else {
        throw RunFailure("\(planName) adalah tautan ke luar folder kasus; letakkan berkasnya di folder kasus.")
      }
      bytes = try FileSystem.read(path, limit: planLimit)
    } catch {
      throw .failure(error)
    }
    // Notepad may put a byte-order mark before UTF-8.
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let content = bytes.starts(with: mark) ? bytes.dropFirst(mark.count) : bytes[...]
    guard let text = String(validating: content, as: UTF8.self) else {
      let fault = PlanFault(line: 1, sentence: "bukan teks UTF-8; simpan ulang berkas sebagai UTF-8.")
      throw .faults(PlanFaults(file: planName, faults: [fault]))
    }
    do {
      return (try PlanReader.read(text, file: planName), true)
    } catch {
      throw .faults(error)
    }
  }
}

/// Walks a case for source files: role folders first, then what `sumber:` names elsewhere.
private struct SourceFinder {
  let root: String
  let plan: Plan
  var sources: [CaseSource] = []
  var refusals: [String] = []
  private var found: Set<String> = []
  private var used: Set<Int> = []
  /// By entry of `sumber:` all of whose files others take: the line of one of those.
  private var takers: [Int: Int] = [:]

  init(root: String, plan: Plan) {
    self.root = root
    self.plan = plan
  }

  mutating func find() {
    let names = FileSystem.names(in: root) ?? []
    for role in Role.allCases { for name in names where role.isNamed(by: name) { visit(name, role: role) } }
    for (index, rule) in plan.sources.enumerated() { lookFor(rule, index) }
    for (index, rule) in plan.sources.enumerated() where !used.contains(index) {
      let why =
        takers[index].map { "semua berkas yang cocok dengan '\(rule.pattern)' sudah diambil baris \($0)." }
        ?? "tidak ada berkas yang cocok dengan '\(rule.pattern)' di folder kasus."
      refusals.append("padan.yaml baris \(rule.line): \(why)")
    }
    sources.sort { ($0.role.order, $0.name) < ($1.role.order, $1.name) }
  }

  private mutating func visit(_ folder: String, role: Role) {
    let path = root + "/" + folder
    guard FileSystem.kind(path) != nil else { return }
    guard isInside(path) else { return refuse(folder) }
    guard FileSystem.target(path) == .folder else {
      refusals.append("\(folder): ada berkas di tempat folder peran; pindahkan ke dalam folder \(folder)/.")
      return
    }
    guard let names = FileSystem.names(in: path) else {
      refusals.append("\(folder): folder tidak dapat dibaca; periksa izinnya.")
      return
    }
    for name in names where !CaseFolder.isIgnored(name) {
      let inside = folder + "/" + name
      // A province keeps the files of each kabupaten in a folder of their own.
      if plan.kabupaten.isProvince, FileSystem.kind(root + "/" + inside) == .folder {
        visit(inside, role: role)
      } else {
        offer(inside, role: role)
      }
    }
  }

  private mutating func lookFor(_ rule: SourceRule, _ index: Int) {
    let glob = Glob(rule.pattern)
    let steps = rule.pattern.split(separator: "/")
    var folders = [""]
    for (depth, step) in steps.enumerated() {
      var next: [String] = []
      for folder in folders {
        for name in FileSystem.names(in: root + "/" + folder) ?? [] where !CaseFolder.isIgnored(name) {
          guard Glob(String(step)).matches(name) else { continue }
          let path = folder.isEmpty ? name : folder + "/" + name
          guard isInside(root + "/" + path) else {
            refuse(path)
            used.insert(index)
            continue
          }
          next.append(path)
        }
      }
      folders = next
      if depth == steps.count - 1 {
        for path in next where glob.matches(path) { offer(path, role: nil) }
      }
    }
  }

  /// Takes a file into the case once, under the entry of `sumber:` that is its name, else the first whose pattern names it.
  private mutating func offer(_ name: String, role: Role?) {
    guard found.insert(name).inserted else { return }
    guard isInside(root + "/" + name) else { return refuse(name) }
    let naming = plan.sources.indices.filter { Glob(plan.sources[$0].pattern).matches(name) }
    let taker = naming.first { plan.sources[$0].pattern == name } ?? naming.first
    var rule = taker.map { plan.sources[$0] } ?? SourceRule()
    // A pattern all of whose files have entries of their own is no mistake; one behind another that takes them is.
    for other in naming {
      if let taker, other > taker { takers[other] = rule.line } else { used.insert(other) }
    }
    if rule.area == nil, plan.kabupaten.isProvince {
      rule.area = KabupatenOfPath.find(in: name, province: plan.kabupaten)
    }
    guard let role = rule.role ?? role else {
      refusals.append("padan.yaml baris \(rule.line): 'peran' wajib ada untuk \(name), di luar folder peran.")
      return
    }
    sources.append(CaseSource(path: root + "/" + name, name: name, role: role, rule: rule))
  }

  private mutating func refuse(_ name: String) {
    let sentence = "\(name): tautan ke luar folder kasus atau ke yang tidak ada; salin berkasnya ke folder kasus."
    if !refusals.contains(sentence) { refusals.append(sentence) }
  }

  private func isInside(_ path: String) -> Bool {
    guard let real = FileSystem.real(path) else { return false }
    return real == root || real.hasPrefix(root + "/")
  }
}

extension Role {
  /// Whether a folder's name is this role's, however its letters are written: `Kematian`, `Daftar Pemilih`, `DAFTAR_PEMILIH`.
  func isNamed(by folder: String) -> Bool {
    String(folder.lowercased().map { $0 == " " || $0 == "_" ? "-" : $0 }) == rawValue
  }

  /// Place in the order of declaration: in this order sources are read and listed.
  fileprivate var order: Int { Role.allCases.firstIndex(of: self) ?? 0 }
}
