import Foundation
import SampleRolls

// Makes docs/ablation.md: what each part of the matching is worth, on the project's own samples.
//
//   Ablation [--pemilih N] [--benih A,B] [--keluaran FILE]

var options: [String: String] = [:]
var arguments = CommandLine.arguments.dropFirst()
while let name = arguments.popFirst(), let value = arguments.popFirst() { options[name] = value }
let voters = Int(options["--pemilih"] ?? "") ?? 60_000
let seeds = (options["--benih"] ?? "801,802").split(separator: ",").compactMap { UInt64($0) }
let output = options["--keluaran"] ?? "docs/ablation.md"
let threads = ProcessInfo.processInfo.activeProcessorCount

let scratch = FileManager.default.temporaryDirectory.appendingPathComponent("padan-ablation-\(getpid())")
defer { try? FileManager.default.removeItem(at: scratch) }

do {
  let bench = Bench(scratch: scratch, voters: voters, seeds: seeds, threads: threads) { line in
    FileHandle.standardError.write(Data((line + "\n").utf8))
  }
  let page = try AblationPage(bench: bench).text()
  try Data(page.utf8).write(to: URL(fileURLWithPath: output))
} catch {
  FileHandle.standardError.write(Data("Ablation: \(error)\n".utf8))
  exit(1)
}
