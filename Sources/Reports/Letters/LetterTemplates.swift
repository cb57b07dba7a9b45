import Foundation

/// The wording of the letters, as Mustache templates: compiled in from `Templates/`, or an office's own from a folder.
package struct LetterTemplates: Sendable, Equatable {
  /// Source of each template by the name of its file.
  private var texts: [String: String] = Self.builtIn

  package init() {}

  /// The templates of a folder, where they are, in place of the compiled-in ones of the same name; throws
  /// `LetterError.unreadable` for a folder or a file that cannot be read as UTF-8.
  package init(folder: String) throws {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      throw LetterError.unreadable(folder)
    }
    for name in names.sorted() where name.hasSuffix(Self.ending) {
      guard Self.builtIn[name] != nil else {
        throw LetterError.unknownTemplate(folder + "/" + name, known: Self.builtIn.keys.sorted())
      }
      texts[name] = try Self.read(folder + "/" + name)
    }
  }

  /// The wording in the file of that name.
  package subscript(_ name: String) -> String {
    get { texts[name] ?? "" }
    set { texts[name] = newValue }
  }

  /// The wording in the file of that name, with the parts that it names put in: `{{> bagian-…}}`, one line each, so that lines
  /// keep their numbers. A part that is in no file stays, for `TemplateCheck` to refuse.
  func complete(_ name: String) -> String {
    var text = self[name]
    for part in Self.parts {
      guard let words = texts[part]?.split(whereSeparator: \.isNewline).joined(separator: " ") else { continue }
      for gap in ["", " "] { text = text.replacing("{{>\(gap)\(part.dropLast(Self.ending.count))}}", with: words) }
    }
    return text
  }

  /// Files that hold what several letters say alike.
  private static let parts = ["bagian-tidak-terbaca" + ending]

  package static let kpuFile = "surat-kpu.mustache"
  package static let ppkFile = "surat-ppk.mustache"
  private static let ending = ".mustache"

  /// The compiled-in wording by the name of its file: what an office copies and changes.
  package static let builtIn: [String: String] = [
    kpuFile: text(PackageResources.surat_kpu_mustache), ppkFile: text(PackageResources.surat_ppk_mustache),
    LetterKind.appeal.templateFile: text(PackageResources.imbauan_mustache),
    LetterKind.withdrawal.templateFile: text(PackageResources.penarikan_mustache),
    LetterKind.report.templateFile: text(PackageResources.form_a_mustache),
    parts[0]: text(PackageResources.bagian_tidak_terbaca_mustache),
  ]

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  private static func read(_ path: String) throws -> String {
    guard let data = FileManager.default.contents(atPath: path), let text = String(bytes: data, encoding: .utf8) else {
      throw LetterError.unreadable(path)
    }
    return text
  }
}
