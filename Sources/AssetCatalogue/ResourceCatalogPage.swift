internal import AssetFiles
internal import AssetJSON
internal import Assets

/// A page of the resource catalogue, the data directory's twin: a section for each field, which says its type, how the
/// provider spells it, and what it is. Parts of a structured field are listed below it, and are part of its JSON.
package struct ResourceCatalogPage {
  private let file: String
  private let name: TypeName
  private let sections: [Section]

  private struct Section {
    let line: TextLine
    let name: String
    var text: [TextLine]
    /// Whether the page marks it as a field, and not as a part of one.
    let isHeading: Bool
    let isIndented: Bool
  }

  /// Nil if the lines are no such page.
  package init?(_ lines: [TextLine], file: String) throws {
    let sections = Self.sections(of: lines)
    guard let first = sections.first else { return nil }
    self.file = file
    self.sections = sections
    let words = [Self.baseName(of: file)] + lines.prefix(first.line.number - 1).map(\.heading)
    guard let word = words.last(where: Self.isName), let underscore = word.firstIndex(of: "_")
    else {
      throw Fault(
        .input, what: file, why: "the page doesn't say which type it is about",
        advice: "write its name, such as aws_ec2_instance, on a line of its own above the fields")
    }
    name = try TypeName("\(word[..<underscore]).\(word[word.index(after: underscore)...])")
  }

  private static func isName(_ word: String) -> Bool {
    word.utf8.count <= 128 && word.contains("_") && word.utf8.allSatisfy(\.isOfName)
  }

  private static func baseName(of file: String) -> String {
    let name = file.split(separator: "/").last ?? ""
    return String(name.prefix { $0 != "." })
  }

  package func draft() throws -> DraftType {
    let hasHeadings = sections.contains(where: \.isHeading)
    let fields = try sections.filter { hasHeadings ? $0.isHeading : !$0.isIndented }.map(field)
    if !hasHeadings, !sections.contains(where: \.isIndented) { try refuseParts(among: fields) }
    return DraftType(
      name: name, title: nil, description: nil,
      accountField: DraftType.proposedAccountField(name, fields: fields), keyTemplate: nil,
      fields: fields)
  }

  private func field(_ section: Section) throws -> Field {
    let labels = LabelledText(section.text)
    guard let dataType = DataType(catalogued: labels.type, asField: section.name) else {
      throw section.text[0].fault(
        file, why: "'\(labels.type)' is no type of the resource catalogue",
        advice:
          "it has STRING, BOOLEAN, INT64, DOUBLE, TIMESTAMP, STRUCT, UNORDERED_LIST_STRING and others"
      )
    }
    return Field(
      section.name, dataType: dataType, description: labels.description,
      providerName: labels.providerName)
  }

  /// Text that has lost its indentation doesn't tell the parts of a structure from the fields behind it.
  private func refuseParts(among fields: [Field]) throws {
    for (field, section) in zip(fields, sections).dropLast() where field.dataType == .json {
      throw section.line.fault(
        file,
        why: "the page doesn't show which lines are parts of '\(field.name)' and which are fields",
        advice: "save it as markdown: add .md to its address")
    }
  }
}

extension ResourceCatalogPage {
  /// A section begins with a name on a line, and its type on the next.
  private static func sections(of lines: [TextLine]) -> [Section] {
    var sections: [Section] = []
    var previous: TextLine?
    for line in lines where !line.isBlank {
      if LabelledText.saysType(line), let start = previous, let section = section(start, text: line)
      {
        sections.append(section)
      } else if let section = section(line, text: line), LabelledText.saysType(line) {
        sections.append(section)
      } else if !sections.isEmpty {
        sections[sections.count - 1].text.append(line)
      }
      previous = line
    }
    return sections
  }

  private static func section(_ start: TextLine, text: TextLine) -> Section? {
    let bullets = start.bytes.drop { $0.isSpace }
    let isListed = bullets.starts(with: "- ".utf8) || bullets.starts(with: "* ".utf8)
    let words = (isListed ? bullets.dropFirst(2) : bullets).drop { $0 == UInt8(ascii: "#") }.trimmed
    let name = words.drop { $0 == UInt8(ascii: "`") }.prefix(while: \.isOfName)
    guard !name.isEmpty else { return nil }
    let behind = words[name.endIndex...].drop { $0 == UInt8(ascii: "`") }.trimmed
    guard
      behind.isEmpty || behind.starts(with: "<br".utf8) || behind.starts(with: "{".utf8)
        || start.number == text.number && behind.starts(with: "**Type".utf8)
    else { return nil }
    return Section(
      line: start, name: name.text, text: [text], isHeading: start.headingLevel != nil,
      isIndented: isListed || start.bytes.first?.isSpace == true)
  }
}
