import Documents
import Foundation

/// One page in a headless browser, used as a person does: by keys, clicks and what is to be seen.
package final class BrowserPage {
  package let browser: Browser
  private let session: String

  /// Opens a file and waits until it is loaded.
  package init(_ file: String, in browser: Browser) throws {
    self.browser = browser
    let target = try browser.command("Target.createTarget", ["url": "about:blank"]).text("targetId") ?? ""
    session =
      try browser.command("Target.attachToTarget", ["targetId": target, "flatten": true]).text("sessionId") ?? ""
    for domain in ["Page", "Runtime", "Log", "Network"] { try command(domain + ".enable") }
    let place = browser.events.count
    try command("Page.navigate", ["url": URL(fileURLWithPath: file).absoluteString])
    try browser.wait(for: "Page.loadEventFired", from: place)
  }

  @discardableResult
  package func command(_ method: String, _ parameters: [String: Any] = [:]) throws -> JSONValue {
    try browser.command(method, parameters, session: session)
  }

  // MARK: What it shows

  /// The value of an expression of JavaScript; promises are waited for.
  @discardableResult
  package func value(_ expression: String) throws -> JSONValue {
    let answer = try command(
      "Runtime.evaluate", ["expression": expression, "returnByValue": true, "awaitPromise": true])
    if let fault = answer["exceptionDetails"] {
      throw Browser.Trouble(description: fault["exception"]?.text("description") ?? fault.text("text") ?? expression)
    }
    return answer["result"]?["value"] ?? .null
  }

  package func text(_ expression: String) throws -> String {
    if case .string(let text) = try value(expression) { text } else { "" }
  }

  package func number(_ expression: String) throws -> Int {
    if case .number(let number) = try value(expression) { Int(number) } else { -1 }
  }

  package func texts(_ expression: String) throws -> [String] {
    guard case .array(let items) = try value(expression) else { return [] }
    return items.map { if case .string(let text) = $0 { text } else { "" } }
  }

  package func holds(_ expression: String) throws -> Bool { try value("Boolean(\(expression))") == .boolean(true) }

  /// Waits until an expression holds, ten seconds at most.
  package func wait(until expression: String) throws {
    for _ in 0..<200 {
      if try holds(expression) { return }
      Thread.sleep(forTimeInterval: 0.05)
    }
    throw Browser.Trouble(description: "never so: \(expression)")
  }

  /// Errors, warnings and exceptions of the page, and what its policy refused.
  package var complaints: [String] {
    browser.events.compactMap { event in
      let told = event["params"]
      switch event.text("method") {
      case "Runtime.consoleAPICalled": return "console: \(told?.text("type") ?? "")"
      case "Runtime.exceptionThrown": return told?["exceptionDetails"]?["exception"]?.text("description") ?? "exception"
      case "Log.entryAdded": return told?["entry"]?.text("text") ?? "log"
      default: return nil
      }
    }
  }

  /// What was asked of the network or the disk; blobs of the page's own are neither.
  package var requests: [String] {
    browser.events.filter { $0.text("method") == "Network.requestWillBeSent" }
      .compactMap { $0["params"]?["request"]?.text("url") }.filter { !$0.hasPrefix("blob:") }
  }

  // MARK: What is done to it

  /// Clicks the middle of the first element of a selector.
  package func click(_ selector: String) throws {
    let middle = try value(
      """
      (() => { const node = document.querySelector('\(selector)'); node.scrollIntoView({block: 'center', behavior: 'instant'});
      const box = node.getBoundingClientRect(); return {x: box.x + box.width / 2, y: box.y + box.height / 2}; })()
      """)
    for type in ["mousePressed", "mouseReleased"] {
      try command(
        "Input.dispatchMouseEvent",
        [
          "type": type, "x": middle.number("x") ?? 0, "y": middle.number("y") ?? 0, "button": "left", "clickCount": 1,
        ])
    }
  }

  package enum Key: String {
    case tab = "Tab"
    case enter = "Enter"
    case escape = "Escape"
    case down = "ArrowDown"
    case delete = "Delete"

    fileprivate var code: Int {
      switch self {
      case .tab: 9
      case .enter: 13
      case .escape: 27
      case .down: 40
      case .delete: 46
      }
    }
  }

  package func press(_ key: Key, shift: Bool = false) throws {
    var event: [String: Any] = [
      "key": key.rawValue, "code": key.rawValue, "windowsVirtualKeyCode": key.code, "modifiers": shift ? 8 : 0,
    ]
    if key == .enter { event["text"] = "\r" }
    for type in [key == .enter ? "keyDown" : "rawKeyDown", "keyUp"] {
      try command("Input.dispatchKeyEvent", event.merging(["type": type]) { $1 })
    }
  }

  /// Writes text where the focus is.
  package func type(_ text: String) throws { try command("Input.insertText", ["text": text]) }

  /// Chooses the option of a select by its value.
  package func choose(_ value: String, of selector: String) throws {
    try self.value(
      """
      (() => { const choice = document.querySelector('\(selector)'); choice.value = '\(value)';
      choice.dispatchEvent(new Event('change', {bubbles: true})); })()
      """)
  }

  /// Clicks on something that downloads, into a folder; the path of the file.
  package func download(_ selector: String, into folder: String) throws -> String {
    try browser.command(
      "Browser.setDownloadBehavior", ["behavior": "allow", "downloadPath": folder, "eventsEnabled": true])
    let place = browser.events.count
    try click(selector)
    let begun = try browser.wait(for: "Browser.downloadWillBegin", from: place)
    try browser.wait(for: "Browser.downloadProgress", from: place) { $0.text("state") == "completed" }
    return folder + "/" + (begun.text("suggestedFilename") ?? "")
  }

  // MARK: How it is looked at

  package func show(width: Int, height: Int = 900, dark: Bool = false) throws {
    try command(
      "Emulation.setDeviceMetricsOverride",
      ["width": width, "height": height, "deviceScaleFactor": 1, "mobile": false])
    try command(
      "Emulation.setEmulatedMedia",
      ["features": [["name": "prefers-color-scheme", "value": dark ? "dark" : "light"]]])
    // What the page does about its new size is done two frames later.
    try value("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
  }

  /// The page as it is printed.
  package func pdf() throws -> Data {
    let answer = try command("Page.printToPDF", ["printBackground": false, "preferCSSPageSize": true])
    return Data(base64Encoded: answer.text("data") ?? "") ?? Data()
  }

  /// The page from top to bottom as PNG.
  package func picture(whole: Bool = true) throws -> Data {
    let answer = try command("Page.captureScreenshot", ["format": "png", "captureBeyondViewport": whole])
    return Data(base64Encoded: answer.text("data") ?? "") ?? Data()
  }
}
