internal import AssetFiles
internal import AssetJSON
package import Assets

/// What stands above a page's fields: the type's name on a line of its own or in a code fence, before it a title and a
/// description.
package struct PageHeading {
  package let name: TypeName
  package var title: String?
  package var description: String?

  /// - Parameter file: what the input is called, for a page that doesn't name its type: `k8s.pods.dataset.md`.
  package init(_ lines: ArraySlice<TextLine>, file: String) throws {
    let found = lines.indices.reversed().lazy.compactMap { index in
      Self.typeName(lines[index]).map { (index, $0) }
    }.first
    guard let name = found?.1 ?? Self.typeName(ofFile: file) else {
      throw Fault(
        .input, what: file, why: "the page doesn't say which type it is about",
        advice: "write its name, such as aws.ec2_instance, on a line of its own above the fields")
    }
    self.name = name
    let above = lines[..<(found?.0 ?? lines.endIndex)].filter { $0.heading != "Fields" }
    // In plain text a line that begins with # is a comment.
    read(
      above[...],
      isMarkdown: lines.contains { $0.headingLevel == 2 || $0.content.starts(with: "```".utf8) })
  }

  private mutating func read(_ lines: ArraySlice<TextLine>, isMarkdown: Bool) {
    let heading = lines.indices.last { lines[$0].isTitle }
    let plain = Self.plainTitle(lines)
    let title = isMarkdown ? heading ?? plain : plain ?? heading
    if let title { self.title = lines[title].heading }
    let body = lines[(title.map { $0 + 1 } ?? Self.lastParagraph(lines))...]
    let words = body.filter { $0.headingLevel == nil && !$0.isRule && !$0.isBlank }
      .map { $0.content.text }
    if !words.isEmpty { description = words.joined(separator: " ") }
  }

  /// Without headings the title is the last line that stands alone and is no sentence.
  private static func plainTitle(_ lines: ArraySlice<TextLine>) -> Int? {
    lines.indices.last { index in
      let content = lines[index].content
      guard let last = content.last, content.count <= 120, !lines[index].isRule,
        lines[index].headingLevel == nil, !".!?:,;)".utf8.contains(last)
      else { return false }
      let isFirst = index == lines.startIndex || lines[index - 1].separates
      return isFirst && index + 1 < lines.endIndex && lines[index + 1].separates
    }
  }

  private static func lastParagraph(_ lines: ArraySlice<TextLine>) -> Int {
    guard let end = lines.lastIndex(where: { !$0.separates }) else { return lines.endIndex }
    return (lines[...end].lastIndex { $0.separates } ?? lines.startIndex - 1) + 1
  }

  package static func typeName(_ line: TextLine) -> TypeName? {
    guard line.content.count <= 160, line.content.contains(UInt8(ascii: ".")) else { return nil }
    return try? TypeName(Array(line.heading.utf8)[...].plainCell)
  }

  private static func typeName(ofFile file: String) -> TypeName? {
    var name = file.split(separator: "/").last.map(String.init) ?? file
    for suffix in [".md", ".txt", ".text", ".markdown", ".dataset"] where name.hasSuffix(suffix) {
      name.removeLast(suffix.count)
    }
    return try? TypeName(name)
  }
}

extension TextLine {
  fileprivate var separates: Bool { isBlank || isRule || headingLevel != nil }

  /// A heading, and no comment such as `# Source: https://…`.
  fileprivate var isTitle: Bool {
    guard headingLevel != nil, content.firstIndex(of: "://") == nil else { return false }
    return heading.split(separator: " ").first?.hasSuffix(":") == false
  }
}
