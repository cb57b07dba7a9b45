import Documents
import Foundation
import Reports
import RollModel
import TestSupport
import Testing

private let office = ["/usr/bin/soffice", "/usr/local/bin/soffice", "/opt/libreoffice/program/soffice"]
  .first { FileManager.default.isExecutableFile(atPath: $0) }

/// The page of the shared sample in a browser; only where one is installed.
@Suite(.enabled(if: Browser.path != nil, "Chromium is not installed"), .serialized)
struct BrowserTests {
  @Test func thePageRunsUnderItsOwnPolicy() throws {
    let scratch = try Scratch()
    try scratch.write(written(ReportPage.fileName, Sample.record()), to: ReportPage.fileName)
    let page = try BrowserPage(scratch[ReportPage.fileName], in: Browser())
    #expect(try page.text("document.getElementById('jumlah').textContent") == "30 temuan sesuai saringan")
    #expect(
      try page.texts("[...document.querySelectorAll('#tabel .jepit')].map(n => n.innerHTML)")
        .contains("=HYPERLINK(\"http://x\";\"klik\")"))
    #expect(page.complaints == [])
    // A whole number is looked for as the page shows it, and that this tells nobody for sure is said.
    try page.value(
      "(f => { f.value = '1602051203850001'; f.dispatchEvent(new Event('input')); })(document.getElementById('cari'))")
    try page.wait(until: "document.getElementById('jumlah').textContent.includes('tersamar')")
    #expect(!(try page.text("document.getElementById('jumlah').textContent").hasPrefix("0 temuan")))
    // What the policy does not name is refused, and the refusal is told.
    try page.value(
      "document.body.append(Object.assign(document.createElement('script'), {textContent: 'window.hostile = 1'}))")
    #expect(try !page.holds("window.hostile"))
    #expect(page.complaints.contains { $0.contains("Content Security Policy") })
  }

  /// A page of many findings holds them packed, and shows the same.
  @Test func aPackedPageShowsWhatAPlainOneShows() throws {
    let scratch = try Scratch()
    var shown: [[String]] = []
    for most in [30, 29] {
      var sink = MemorySink()
      try ReportPage(tally: nil, notes: nil, mostUnpacked: most).write(Sample.record(), to: &sink)
      #expect(sink.text.contains("application/gzip\"") == (most < 30))
      #expect(sink.text.contains("\"temuan\":[[") == (most == 30))
      try scratch.write(sink.bytes, to: "\(most).html")
      let page = try BrowserPage(scratch["\(most).html"], in: Browser())
      try page.wait(until: "document.getElementById('jumlah').textContent == '30 temuan sesuai saringan'")
      shown.append(try page.texts("[...document.querySelectorAll('#tabel td')].map(n => n.innerHTML)"))
      #expect(page.complaints == [])
    }
    #expect(shown[0] == shown[1])
    #expect(shown[0].count > 100)
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
