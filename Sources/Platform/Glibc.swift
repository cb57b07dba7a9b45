// Linux with the GNU C library.
#if canImport(Glibc)
  import CIntrinsics
  @_exported public import Glibc

  extension Host: HostCalls {
    public typealias Thread = pthread_t

    public static var openFileLimit: Int? {
      var limit = rlimit()
      guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return nil }
      return Int(clamping: limit.rlim_cur)
    }

    public static var peakMemory: Int {
      var usage = rusage()
      getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
      return Int(usage.ru_maxrss) * 1024
    }

    public static func preferLargePages(_ start: UnsafeMutableRawPointer, _ length: Int) {
      madvise(start, length, MADV_HUGEPAGE)
    }

    public static func growMapping(
      _ start: UnsafeMutableRawPointer, from length: Int, to larger: Int
    ) -> UnsafeMutableRawPointer? {
      padan_move_pages(start, length, larger)
    }

    public static func startIdleThread(_ run: @escaping @Sendable () -> Void) -> pthread_t? {
      let body = ThreadBody.give(run)
      var thread = pthread_t()
      let failure = pthread_create(
        &thread, nil,
        { context in
          guard let context else { return nil }
          Host.setIdle(pthread_self(), true)
          ThreadBody.take(context)()
          return nil
        }, body)
      guard failure == 0 else {
        _ = ThreadBody.take(body)
        return nil
      }
      return thread
    }

    public static func setIdle(_ thread: pthread_t, _ isIdle: Bool) {
      var none = sched_param()
      pthread_setschedparam(thread, isIdle ? whenIdle : SCHED_OTHER, &none)
    }

    /// `SCHED_IDLE` of <sched.h>, which the module of the C library leaves out.
    private static let whenIdle: Int32 = 5
  }
#endif
