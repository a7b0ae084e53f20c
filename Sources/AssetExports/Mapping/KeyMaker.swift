internal import AssetFiles
internal import Assets

/// Makes the keys of records that bring none, as a type's template says.
struct KeyMaker {
  private enum Part {
    case text([UInt8])
    case field(Int)
  }

  private let parts: [Part]
  /// The bytes that are escaped in the parts of a key; none where a key has one part.
  private let separators: Set<UInt8>
  /// Whether keys that differ in case only are one asset's.
  private let ignoresCase: Bool

  /// Why there is no key.
  struct Fault: Error {
    /// The fields that have no value.
    let missing: [Int]
  }

  init(_ type: AssetType) {
    let index = { (name: String) in type.fields.firstIndex { $0.name == name } }
    parts = (type.keyTemplate?.parts ?? []).compactMap {
      switch $0 {
      case .text(let text): .text(Array(text.utf8))
      case .field(let name): index(name).map(Part.field)
      }
    }
    // To escape the first byte of what stands between two parts is enough to tell them apart.
    let first: [UInt8] = parts.dropFirst().compactMap { part in
      if case .text(let text) = part { text.first } else { nil }
    }
    let isJoined = (type.keyTemplate?.fieldNames.count ?? 0) > 1
    separators = isJoined ? Set(first + [UInt8(ascii: "%")]) : []
    let form = type.recognition.identifier?.form?.description ?? ""
    ignoresCase =
      form.hasPrefix("/") && !form.hasPrefix("//")
      || type.keyTemplate?.description.hasPrefix("azure:") == true
  }

  func makeKey(
    _ cells: ArraySlice<RecordBatch.Cell>, into bytes: inout [UInt8]
  ) throws(Fault) -> RecordBatch.Cell {
    let start = bytes.count
    try requireFields(cells)
    for part in parts {
      switch part {
      case .text(let text): bytes.append(span: text.span)
      case .field(let field): append(cells[cells.startIndex + field], to: &bytes)
      }
    }
    if ignoresCase { Self.fold(&bytes, from: start) }
    return .text(start..<bytes.count)
  }

  private func requireFields(_ cells: ArraySlice<RecordBatch.Cell>) throws(Fault) {
    var missing: [Int] = []
    for case .field(let field) in parts where cells[cells.startIndex + field].isMissing {
      missing.append(field)
    }
    guard missing.isEmpty, !parts.isEmpty else { throw Fault(missing: missing) }
  }

  private static func fold(_ bytes: inout [UInt8], from start: Int) {
    for index in start..<bytes.count where (0x41...0x5A).contains(bytes[index]) {
      bytes[index] |= 0x20
    }
  }

  /// Escapes what stands between the parts of a key, or `a:b` and `c` would make the same key as `a` and `b:c`.
  private func append(_ cell: RecordBatch.Cell, to bytes: inout [UInt8]) {
    switch cell {
    case .absent, .null: break
    case .text(let range):
      for byte in Array(bytes[range]) {
        if separators.contains(byte) {
          bytes.append(contentsOf: "%\(hexadecimal([byte]).uppercased())".utf8)
        } else {
          bytes.append(byte)
        }
      }
    case .integer(let value): bytes.append(contentsOf: String(value).utf8)
    case .real(let value): bytes.append(contentsOf: String(value).utf8)
    }
  }
}

extension KeyMaker.Fault {
  /// - Parameter hasNone: whether no member of the record is a field.
  func reason(of type: AssetType, hasNone: Bool, from origin: RecordOrigin) -> String {
    guard let template = type.keyTemplate else {
      return "the record has no _key, and \(type.name) has no key template"
    }
    let names = missing.map { type.fields[$0].name }.joined(separator: ", ")
    if origin.source == .cloudformation {
      return
        "the template gives no \(names), and nothing else tells the asset from others (\(template))"
    }
    if hasNone { return "none of the record's members is a field of \(type.name)" }
    return "the record has no _key, and no \(names) to make one (\(template))"
  }

  func advice(of type: AssetType, hasNone: Bool, from origin: RecordOrigin) -> String? {
    guard type.keyTemplate != nil else { return nil }
    let shared = "give what all of the records share with --account ID and --set FIELD=VALUE"
    if origin.source == .cloudformation { return "export what is deployed, or \(shared)" }
    if hasNone { return "check --type, and --path if the records are inside of something" }
    // Without an identifier of its own it most likely is something else.
    return missing.contains { $0 == type.ownIdentifier } ? "check --type; \(shared)" : shared
  }
}

extension AssetType {
  /// The field that holds the asset's own identifier: the last that its key is made of.
  var ownIdentifier: Int? {
    guard let name = keyTemplate?.fieldNames.last, name != accountField else { return nil }
    return fields.firstIndex { $0.name == name }
  }

  /// The fields that its keys and identifiers are made of.
  var identifyingFields: Set<Int> {
    let rule = recognition.identifier
    let names = (keyTemplate?.fieldNames ?? []) + (rule?.form?.fieldNames ?? [])
    return Set(
      (names + [rule?.field ?? ""]).compactMap { name in
        fields.firstIndex { $0.name == name }
      })
  }

  /// Whether the asset's own identifier is an ARN, which says whose the asset is too. A short id, as Terraform and AWS
  /// Config have it, is none: two accounts may have the same.
  var isIdentifiedByARN: Bool {
    let name = ownIdentifier.map { fields[$0].name } ?? ""
    return name == "arn" || name.hasSuffix("_arn")
  }
}
