import Documents
import Foundation
import Reports
import RollModel
import Testing

private let office = ["/usr/bin/soffice", "/usr/local/bin/soffice", "/opt/libreoffice/program/soffice"]
  .first { FileManager.default.isExecutableFile(atPath: $0) }

private let browser = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]
  .first { FileManager.default.isExecutableFile(atPath: $0) }

/// The page in a browser; only where one is installed.
@Suite(.enabled(if: browser != nil, "Chromium is not installed"), .serialized)
struct BrowserTests {
  @Test func thePageRunsUnderItsOwnPolicy() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "padan-page-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let page = folder.appending(path: ReportPage.fileName)
    try Data(written(ReportPage.fileName, Sample.record())).write(to: page)
    for name in ["dom", "log"] {
      try #require(FileManager.default.createFile(atPath: folder.appending(path: name).path, contents: nil))
    }
    let process = Process()
    process.executableURL = URL(filePath: browser ?? "")
    process.arguments = [
      "--headless", "--no-sandbox", "--disable-gpu", "--enable-logging=stderr",
      "--user-data-dir=\(folder.path)/profile",
      "--virtual-time-budget=2000", "--dump-dom", page.absoluteString,
    ]
    process.standardOutput = try FileHandle(forWritingTo: folder.appending(path: "dom"))
    process.standardError = try FileHandle(forWritingTo: folder.appending(path: "log"))
    try process.run()
    process.waitUntilExit()
    let dom = try String(contentsOf: folder.appending(path: "dom"), encoding: .utf8)
    let log = try String(decoding: Data(contentsOf: folder.appending(path: "log")), as: UTF8.self)
    #expect(dom.contains("30 temuan sesuai saringan"))
    #expect(dom.contains("=HYPERLINK(\"http://x\";\"klik\")</div>"))
    #expect(!log.contains("CONSOLE"))
  }
}

/// Letters and workbooks in the hands of the program that offices open them with; only where it is installed.
@Suite(.enabled(if: office != nil, "LibreOffice is not installed"), .serialized)
struct OtherProgramTests {
  @Test func lettersAndWorkbooksBecomePages() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "padan-office-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var files = try LetterWriter(.init(date: CalendarDay(day: 24, month: 11, year: 2026))).write(Sample.record())
      .map { (URL(filePath: $0.path).lastPathComponent, $0.bytes) }
    for kind in LetterKind.allCases where kind != .correction {
      var request = LetterWriter.Request(date: CalendarDay(day: 24, month: 11, year: 2026), kind: kind)
      if kind == .withdrawal { request.filter.ids = [Sample.record().findings[0].id] }
      files += try LetterWriter(request).write(Sample.record()).map {
        (URL(filePath: $0.path).lastPathComponent, $0.bytes)
      }
    }
    files.append((FindingsXLSX.fileName, try written(FindingsXLSX.fileName, Sample.record())))
    for (name, bytes) in files { try Data(bytes).write(to: folder.appending(path: name)) }
    let process = Process()
    process.executableURL = URL(filePath: office ?? "")
    process.arguments =
      ["-env:UserInstallation=file://\(folder.path)/profile", "--headless", "--convert-to", "pdf", "--outdir"]
      + [folder.path] + files.map { folder.appending(path: $0.0).path }
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    for (name, _) in files {
      let pdf = folder.appending(path: name).deletingPathExtension().appendingPathExtension("pdf")
      let bytes = try #require(FileManager.default.contents(atPath: pdf.path), "\(name) was not converted")
      #expect(bytes.count > 4_000 && bytes.starts(with: Array("%PDF".utf8)))
    }
  }
}
