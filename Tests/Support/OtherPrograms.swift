import Foundation

/// Programs that tests borrow where they are installed.
package enum OtherPrograms {
  package static let office = ["/usr/bin/soffice", "/usr/local/bin/soffice", "/opt/libreoffice/program/soffice"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  /// Whether Python has openpyxl.
  package static let hasOpenpyxl = (try? python("import openpyxl").status == 0) ?? false

  /// axe-core's script, from the Python package that brings it.
  package static let axe: String? = {
    let program =
      "import axe_playwright_python as a, pathlib; print(pathlib.Path(a.__file__).parent / 'axe.min.js', end='')"
    guard let found = try? python(program), found.status == 0 else { return nil }
    return try? String(contentsOfFile: found.out, encoding: .utf8)
  }()

  package static let pdfText = ["/usr/bin/pdftotext", "/usr/local/bin/pdftotext"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  /// Whether Python has python-docx.
  package static let hasDocx = (try? python("import docx").status == 0) ?? false

  /// Runs a Python program with arguments.
  @discardableResult
  package static func python(_ program: String, _ arguments: [String] = []) throws -> Binary.Result {
    try Binary.run(["python3", "-c", program] + arguments, tool: "/usr/bin/env")
  }

  /// Converts files with LibreOffice into `folder`, all in one go.
  package static func convert(_ files: [String], to form: String, in folder: String, profile: String) throws {
    _ = try Binary.run(
      ["-env:UserInstallation=file://\(profile)", "--headless", "--convert-to", form, "--outdir", folder] + files,
      tool: office ?? "/bin/false")
  }

  /// Converts a file with LibreOffice into `folder`; `form` is as `--convert-to` takes it.
  package static func convert(_ file: String, to form: String, in folder: String, filter: String? = nil) throws {
    var arguments = ["-env:UserInstallation=file://\(folder)/profile", "--headless"]
    if let filter { arguments.append("--infilter=" + filter) }
    _ = try Binary.run(
      arguments + ["--convert-to", form, "--outdir", folder, file], tool: office ?? "/bin/false")
  }
}
