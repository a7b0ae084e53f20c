package import AssetJSON
internal import Assets

extension DefinitionInference {
  /// The records of a sample: a JSON array of them, one of them, one a line, or a list of them in an envelope such as
  /// `{"Items": […]}`.
  ///
  /// - Throws: an `input` fault, with the place, for what is no JSON.
  package static func records(in text: [UInt8], named name: String) throws -> [JSONValue] {
    do {
      return records(in: try JSONValue(parsing: text, named: name))
    } catch {
      guard let values = try lines(of: text, name) else { throw error }
      return values
    }
  }

  /// Nil if the first line is no value of its own.
  private static func lines(of text: [UInt8], _ name: String) throws -> [JSONValue]? {
    var values: [JSONValue] = []
    for line in TextLine.lines(of: text) where !line.isBlank {
      do {
        values.append(try JSONValue(parsing: line.bytes, named: name))
      } catch let fault as Fault {
        if values.isEmpty { return nil }
        throw line.fault(name, fault.why, fault.advice)
      }
    }
    return values
  }

  private static func records(in value: JSONValue) -> [JSONValue] {
    guard case .object(let members) = value else { return value.array ?? [value] }
    let lists = members.filter { $0.value.array?.allSatisfy(\.isObject) == true }
    let others = members.filter { member in !lists.contains { $0.name == member.name } }
    guard lists.count == 1, others.allSatisfy({ isOfEnvelope($0.name) }) else { return [value] }
    return lists[0].value.array ?? []
  }

  /// Whether the name says something of the list beside it.
  private static func isOfEnvelope(_ name: String) -> Bool {
    let name = name.lowercased()
    return ["token", "marker", "next", "truncated", "count", "metadata", "kind", "apiversion"]
      .contains { name.utf8.count <= 64 && name.contains($0) }
  }
}

extension JSONValue {
  fileprivate var isObject: Bool { if case .object = self { true } else { false } }
}
