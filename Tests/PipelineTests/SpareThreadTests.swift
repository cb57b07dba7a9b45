import Dispatch
import Synchronization
import Testing

@testable import Pipeline

struct SpareThreadTests {
  @Test("each job is done once, whoever does it, and its result is that job's", .timeLimit(.minutes(1)))
  func onceEach() {
    let spare = SpareThread()
    let done = Mutex<[Int]>([])
    let jobs = (0..<200).map { k in
      spare.add { () -> Int in
        done.withLock { $0.append(k) }
        return k * k
      }
    }
    #expect(spare.results(of: jobs) == (0..<200).map { $0 * $0 })
    #expect(done.withLock { $0.sorted() } == Array(0..<200))
  }

  @Test("a job that is to come first comes before those that have not begun", .timeLimit(.minutes(1)))
  func firstComesFirst() {
    let spare = SpareThread()
    let gate = DispatchSemaphore(value: 0)
    let began = DispatchSemaphore(value: 0)
    let order = Mutex<[String]>([])
    let held = spare.add {
      began.signal()
      gate.wait()
    }
    began.wait()
    let ended = DispatchSemaphore(value: 0)
    @Sendable func note(_ name: String) {
      order.withLock { $0.append(name) }
      ended.signal()
    }
    let late = spare.add { note("late") }
    let soon = spare.add(first: true) { note("soon") }
    gate.signal()
    // No result is asked for before both are done, so the thread's own order is seen.
    for _ in 0..<2 { ended.wait() }
    #expect(order.withLock { $0 } == ["soon", "late"])
    _ = spare.results(of: [held, late, soon])
  }

  @Test("what is asked for at once does not wait for the jobs before it", .timeLimit(.minutes(1)))
  func callerHelps() {
    let spare = SpareThread()
    let gate = DispatchSemaphore(value: 0)
    let held = spare.add { gate.wait() }
    let other = spare.add { 7 }
    let word = spare.add { "delapan" }
    let (number, text) = spare.results(of: other, word)
    #expect(number == 7 && text == "delapan")
    gate.signal()
    _ = spare.results(of: [held])
  }

  @Test("a thread that nobody owns any more forgets the jobs that have not begun", .timeLimit(.minutes(1)))
  func ownerGone() {
    let gate = DispatchSemaphore(value: 0)
    let began = DispatchSemaphore(value: 0)
    let ended = DispatchSemaphore(value: 0)
    let done = Mutex(0)
    do {
      let spare = SpareThread()
      _ = spare.add {
        began.signal()
        gate.wait()
        ended.signal()
      }
      for _ in 0..<50 { _ = spare.add { done.withLock { $0 += 1 } } }
      began.wait()
    }
    gate.signal()
    ended.wait()
    #expect(done.withLock { $0 } == 0)
  }
}
