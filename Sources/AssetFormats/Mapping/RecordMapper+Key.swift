internal import Assets

extension RecordMapper {
  /// The key of a record that brings none, made from its other cells as the type's template says.
  func makeKey(
    _ record: Int, _ cells: ArraySlice<RecordBatch.Cell>, _ bytes: inout [UInt8]
  ) throws(ValueFault) -> RecordBatch.Cell {
    guard let template = type.keyTemplate else {
      throw ValueFault(record, "the record has no _key, and \(type.name) has no key template")
    }
    let start = bytes.count
    for part in keyParts {
      switch part {
      case .text(let text): bytes.append(span: text.span)
      case .field(let field):
        guard append(cells[cells.startIndex + field], to: &bytes) else {
          throw missing(field, template, record)
        }
      }
    }
    return .text(start..<bytes.count)
  }

  /// Whether there was anything to append.
  private func append(_ cell: RecordBatch.Cell, to bytes: inout [UInt8]) -> Bool {
    switch cell {
    case .null: return false
    case .text(let range):
      // A copy: the bytes come from the array that they go to.
      bytes.append(contentsOf: bytes[range])
      return !range.isEmpty
    case .integer(let value): bytes.append(contentsOf: String(value).utf8)
    case .real(let value): bytes.append(contentsOf: String(value).utf8)
    }
    return true
  }

  private func missing(_ field: Int, _ template: KeyTemplate, _ record: Int) -> ValueFault {
    let name = type.fields[field].name
    return ValueFault(
      record, "the record has no _key, and no \(name) to make one (\(template))",
      field == accountField ? "give it with --account ID" : "give it with --set \(name)=VALUE")
  }
}
