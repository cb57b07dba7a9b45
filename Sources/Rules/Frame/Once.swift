import Synchronization

/// Something worked out when it is first asked for, and once: rules run side by side and may ask for the same.
final class Once<Value: Sendable>: Sendable {
  private let made = Mutex<Value?>(nil)

  /// Whoever asks while it is being made waits for it.
  func value(_ make: () -> Value) -> Value {
    made.withLock { made in
      if let made { return made }
      let value = make()
      made = value
      return value
    }
  }
}
