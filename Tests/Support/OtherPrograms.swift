import Foundation

/// Programs that tests borrow where they are installed.
package enum OtherPrograms {
  package static let office = ["/usr/bin/soffice", "/usr/local/bin/soffice", "/opt/libreoffice/program/soffice"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  /// Whether Python has openpyxl.
  package static let hasOpenpyxl = (try? python("import openpyxl").status == 0) ?? false

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
