import Documents
import Pipeline
import Synchronization

/// Shows how far a run is: a line that rewrites itself on a terminal, objects with `--json`, nothing in a pipe.
final class ProgressLine: Sendable {
  private struct State {
    var stage: RunProgress.Stage?
    var stageStart = 0.0
    var lastShown = -1.0
  }

  private enum Form { case none, line, json }

  private let form: Form
  private let state = Mutex(State())

  init(json: Bool) {
    form = json ? .json : Terminal.isWatched ? .line : .none
  }

  /// Takes note of progress; shows it at most eight times a second. May be called from any thread.
  func show(_ progress: RunProgress) {
    guard form != .none else { return }
    let now = Terminal.now()
    let text: String? = state.withLock { state in
      if state.stage != progress.stage {
        state.stage = progress.stage
        state.stageStart = now
      } else if now - state.lastShown < 0.125 {
        return nil
      }
      state.lastShown = now
      return form == .json ? Self.json(progress) : Self.line(progress, seconds: now - state.stageStart)
    }
    guard let text else { return }
    form == .json ? Terminal.say(text) : Terminal.status(text)
  }

  /// Wipes the line.
  func end() { if form == .line { Terminal.status("") } }

  private static func line(_ progress: RunProgress, seconds: Double) -> String {
    var text = "  \(progress.stage.words)"
    guard progress.rows > 0 else { return text + " …" }
    text += "  \(progress.rows.grouped) baris"
    guard seconds > 0.2 else { return text }
    let rate = Double(progress.rows) / seconds
    text += "  \(Int(rate).grouped) baris/detik"
    guard progress.total > progress.rows else { return text }
    return text + "  sisa sekitar \(Int((Double(progress.total - progress.rows) / rate).rounded(.up))) detik"
  }

  private static func json(_ progress: RunProgress) -> String {
    var json = JSONWriter()
    json.object { json in
      json.string("peristiwa", "kemajuan")
      json.string("tahap", progress.stage.rawValue)
      json.integer("baris", progress.rows)
      json.integer("jumlah", progress.total)
    }
    return json.out.text
  }
}
