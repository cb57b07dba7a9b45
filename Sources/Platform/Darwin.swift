// macOS: no large pages on request, no mapping that moves, and idle time by quality of service.
#if canImport(Darwin)
  @_exported public import Darwin

  extension Host: HostCalls {
    public typealias Thread = pthread_t

    public static var openFileLimit: Int? {
      var limit = rlimit()
      guard getrlimit(RLIMIT_NOFILE, &limit) == 0 else { return nil }
      return Int(clamping: limit.rlim_cur)
    }

    /// The kernel counts bytes here, not kibibytes.
    public static var peakMemory: Int {
      var usage = rusage()
      getrusage(RUSAGE_SELF, &usage)
      return Int(usage.ru_maxrss)
    }

    public static func preferLargePages(_ start: UnsafeMutableRawPointer, _ length: Int) {}

    public static func growMapping(
      _ start: UnsafeMutableRawPointer, from length: Int, to larger: Int
    ) -> UnsafeMutableRawPointer? {
      let moved = mmap(nil, larger, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANON, -1, 0)
      guard let moved, moved != MAP_FAILED else { return nil }
      moved.copyMemory(from: start, byteCount: length)
      munmap(start, length)
      return moved
    }

    public static func startIdleThread(_ run: @escaping @Sendable () -> Void) -> pthread_t? {
      let body = ThreadBody.give(run)
      var thread: pthread_t?
      let failure = pthread_create(
        &thread, nil,
        { context in
          pthread_set_qos_class_self_np(QOS_CLASS_BACKGROUND, 0)
          ThreadBody.take(context)()
          return nil
        }, body)
      guard failure == 0 else {
        _ = ThreadBody.take(body)
        return nil
      }
      return thread
    }

    /// A thread changes its class by itself only; its priority can be set from outside.
    public static func setIdle(_ thread: pthread_t, _ isIdle: Bool) {
      var parameters = sched_param()
      parameters.sched_priority = isIdle ? sched_get_priority_min(SCHED_OTHER) : 31
      pthread_setschedparam(thread, SCHED_OTHER, &parameters)
    }
  }
#endif
