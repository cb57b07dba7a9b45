import Platform

/// libFuzzer's own loop: makes inputs, hands them to a harness, keeps those that reach something new.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<Int32>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ harness: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32

// The first argument names the harness, the others are libFuzzer's: options, and the folders of its corpus.
let name = CommandLine.arguments.count > 1 ? CommandLine.arguments[1] : ""
guard let harness = Harness.named(name) else {
  print("Fuzz \(Harness.names.joined(separator: "|")) [libFuzzer options] [folders]")
  exit(64)
}
var count = CommandLine.argc - 1
var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv + 1
// libFuzzer prints its own name and, when it starts workers, runs it again.
arguments?[0] = CommandLine.unsafeArgv[0]
exit(runDriver(&count, &arguments, harness))
