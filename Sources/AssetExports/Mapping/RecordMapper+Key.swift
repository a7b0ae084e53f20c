internal import AssetCatalogue
internal import AssetFiles
internal import AssetJSON
internal import Assets

extension RecordMapper {
  /// The key of a record that brings none, made from its other cells as the type's template says.
  func makeKey(
    _ record: Int, _ cells: ArraySlice<RecordBatch.Cell>, _ bytes: inout [UInt8]
  ) throws(ValueFault) -> RecordBatch.Cell {
    guard let template = type.keyTemplate else {
      throw ValueFault(record, "the record has no _key, and \(type.name) has no key template")
    }
    let missing = keyParts.compactMap { part in
      if case .field(let field) = part, isMissing(cells[cells.startIndex + field]) {
        field
      } else {
        nil
      }
    }
    guard missing.isEmpty else { throw fault(missing, template, record) }
    let start = bytes.count
    for part in keyParts {
      switch part {
      case .text(let text): bytes.append(span: text.span)
      case .field(let field): append(cells[cells.startIndex + field], to: &bytes)
      }
    }
    return .text(start..<bytes.count)
  }

  private func isMissing(_ cell: RecordBatch.Cell) -> Bool {
    switch cell {
    case .absent, .null: true
    case .text(let range): range.isEmpty
    case .integer, .real: false
    }
  }

  /// Escapes what stands between the parts of a key, or `a:b` and `c` would make the same key as `a` and `b:c`.
  private func append(_ cell: RecordBatch.Cell, to bytes: inout [UInt8]) {
    switch cell {
    case .absent, .null: break
    case .text(let range):
      for byte in Array(bytes[range]) {
        if keySeparators.contains(byte) {
          bytes.append(contentsOf: "%\(hexadecimal([byte]).uppercased())".utf8)
        } else {
          bytes.append(byte)
        }
      }
    case .integer(let value): bytes.append(contentsOf: String(value).utf8)
    case .real(let value): bytes.append(contentsOf: String(value).utf8)
    }
  }

  private func fault(_ missing: [Int], _ template: KeyTemplate, _ record: Int) -> ValueFault {
    let names = missing.map { type.fields[$0].name }.joined(separator: ", ")
    guard slots.contains(where: { $0.index != 0 }) else {
      return ValueFault(
        record, "none of the record's members is a field of \(type.name)",
        "check --type, and --path if the records are inside of something")
    }
    let shared = "give what all of the records share with --account ID and --set FIELD=VALUE"
    // Without an identifier of its own it most likely is something else.
    return ValueFault(
      record, "the record has no _key, and no \(names) to make one (\(template))",
      missing.contains { $0 == ownIdentifier } ? "check --type; \(shared)" : shared)
  }
}
