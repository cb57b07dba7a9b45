import Foundation
import TestSupport
import Testing

/// The page before every reader: by day and by night, on a telephone, on paper, by keyboard, through a screen reader.
@Suite(.enabled(if: Browser.path != nil, "Chromium is not installed"), .serialized)
struct PageLookTests {
  struct Screen: Sendable {
    var width: Int
    var dark = false
  }

  static let screens = [Screen(width: 1280), Screen(width: 1280, dark: true), Screen(width: 400)]

  /// No serious fault, contrast of colours among them, with and without a finding open.
  @Test(.enabled(if: OtherPrograms.axe != nil, "axe-core is not installed"), arguments: screens)
  func nobodyIsShutOut(_ screen: Screen) throws {
    let page = try Self.page()
    try page.show(width: screen.width, dark: screen.dark)
    try page.value(try #require(OtherPrograms.axe) + ";0")
    #expect(try Self.faults(page) == [])
    try page.click("#tabel .buka")
    try page.wait(until: "document.querySelector('dialog').open")
    try page.click("dialog input[value=tolak]")
    #expect(try Self.faults(page) == [])
    #expect(page.complaints == [])
  }

  @Test(arguments: [1280, 768, 400, 320]) func nothingRunsOffTheScreen(_ width: Int) throws {
    let page = try Self.page()
    try page.show(width: width)
    #expect(try page.number("document.documentElement.scrollWidth") <= width)
    try page.click("#tabel .buka")
    try page.wait(until: "document.querySelector('dialog').open")
    #expect(try page.holds("(d => d.scrollWidth <= d.clientWidth)(document.querySelector('dialog'))"))
  }

  /// Every control is reached by the tab key in its turn, shows that it has the focus, and nothing covers it.
  @Test(arguments: [1280, 400]) func everythingIsReachedByKeyboard(_ width: Int) throws {
    let page = try Self.page()
    try page.show(width: width)
    try page.value(Self.focusHelpers)
    let reachable = try page.number("window.reachable().length")
    try #require(reachable > 50)
    let there = try (0..<reachable).map { place in
      try page.press(.tab)
      return try page.text("window.focusFault(\(place))")
    }
    let back = try (0..<reachable - 1).reversed().prefix(60).map { place in
      try page.press(.tab, shift: true)
      return try page.text("window.focusFault(\(place))")
    }
    #expect((there + back).filter { !$0.isEmpty } == [])
    try page.value("document.querySelectorAll('#tabel .buka')[1].focus()")
    try page.press(.enter)
    try page.wait(until: "document.querySelector('dialog').open")
    #expect(try page.text("document.activeElement.textContent") == "Tutup")
    try page.press(.tab)
    try page.press(.down)
    #expect(try page.text("document.querySelector('dialog input:checked').value") == "sah")
    try page.press(.tab)
    try page.type("akta ada")
    try page.press(.escape)
    try page.wait(until: "document.activeElement === document.querySelectorAll('#tabel .buka')[1]")
    #expect(try page.text("document.getElementById('putusan').textContent") == "1 keputusan belum diunduh")
    #expect(page.complaints == [])
  }

  @Test(.enabled(if: OtherPrograms.pdfText != nil, "poppler is not installed"))
  func paperHoldsTheHeadlines() throws {
    let page = try Self.page()
    let tiles = try page.texts("[...document.querySelectorAll('.ubin b')].map(b => b.textContent)")
    let labels = try page.texts("[...document.querySelectorAll('.ubin span')].map(b => b.textContent)")
    try #require(tiles.count >= 6)
    let scratch = try Scratch()
    try scratch.write([UInt8](try page.pdf()), to: "laporan.pdf")
    let text = try Binary.run(["-layout", scratch["laporan.pdf"], "-"], tool: OtherPrograms.pdfText).out
    #expect(tiles.filter { !text.contains($0) } == [])
    let words = Set(text.split { !$0.isLetter })
    #expect(labels.filter { !words.isSuperset(of: $0.split { !$0.isLetter }) } == [])
    #expect(!text.contains("Unduh keputusan") && text.contains("meninggal"))
  }

  // MARK: The page

  /// The second week of a case, with all that a page can hold: letters, decisions, complaints.
  private static let made = Result { () throws -> LoopCase in
    let loop = try LoopCase.sample(voters: 900)
    try loop.examine("2026-11-21")
    try loop.letter("2026-11-21", number: "25", on: "2026-11-24")
    let ids = try loop.rows("2026-11-21").compactMap { $0["id"] }
    try loop.decide("2026-11-21", LoopCase.decisions(ids.prefix(9), "sah"))
    try loop.decide("2026-11-21", LoopCase.decisions(ids.dropFirst(9).prefix(5), "tolak"), file: "tolak.csv")
    let complaints = (1...6).map { "\($0);belum terdata;ORANG \($0);A" }.joined(separator: "\n")
    try loop.files.scratch.write("Nomor;Kelompok;Nama;Pelapor\n" + complaints + "\n", to: "kasus/laporan/posko.csv")
    try loop.examine("2026-11-28")
    return loop
  }

  private static func page() throws -> BrowserPage {
    try BrowserPage(try made.get().run("2026-11-28") + "/laporan.html", in: Browser())
  }

  /// Faults that axe calls serious or critical, each with where it is.
  private static func faults(_ page: BrowserPage) throws -> [String] {
    try page.texts(
      """
      axe.run(document, {resultTypes: ['violations']}).then((found) => found.violations
        .filter((fault) => ['serious', 'critical'].includes(fault.impact))
        .flatMap((fault) => fault.nodes.slice(0, 3).map((node) => `${fault.id}: ${node.target} ${node.failureSummary}`)))
      """)
  }

  /// `focusFault(n)`: what is wrong with the focus when the n-th control should have it; empty where nothing is.
  private static let focusHelpers = """
    window.reachable = () => [...document.querySelectorAll(
      'a[href], button:not(:disabled), input, select, textarea, summary, [tabindex="0"]')]
      .filter((node) => node.checkVisibility() && !node.closest('dialog'));
    window.focusFault = (place) => {
      const node = document.activeElement, style = getComputedStyle(node), box = node.getBoundingClientRect();
      const name = `${node.tagName} ${node.id || node.textContent.slice(0, 30)}`;
      if (node !== window.reachable()[place]) return `${name} has the focus out of turn`;
      if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) return `${name} does not show the focus`;
      const y = box.height > innerHeight - 90 ? Math.max(box.y + 8, 90) : box.y + Math.min(8, box.height / 2);
      const top = document.elementFromPoint(box.x + Math.min(8, box.width / 2), y);
      return node.contains(top) ? '' : `${name} is out of sight`;
    }; 0
    """
}
