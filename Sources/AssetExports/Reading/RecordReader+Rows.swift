internal import AssetFiles
internal import AssetJSON
internal import Assets

extension RecordReader {
  /// Reads the names of a table's columns.
  mutating func begin(_ layout: TableLayout) throws -> DelimitedReader {
    if let line = layout.lineAbove {
      let shown = line.shortened(toScalars: 100)
      interpreter.sink.warnings.add(
        "lines-above-the-header", example: "what stands above the header is not kept: '\(shown)'")
    }
    let reader = try DelimitedReader(layout, in: &window)
    interpreter.sink.spelling = ValueSpelling(
      isText: true, joinsValues: layout.format == .ddsqlCSV, columns: reader.header.names)
    return reader
  }

  /// Reads the next row of a table; false at its end.
  mutating func readRow() throws -> Bool {
    guard let found = try table?.next(&window) else { return false }
    note(found)
    do throws(LocatedFault) {
      try take(found)
    } catch {
      throw error.fault(in: window)
    }
    let row = window.unread.prefix(found.count)
    takeRejections(row: window.bytes[row].last == 0x0D ? row.dropLast() : row)
    window.consume(found.count, lines: found.lines)
    return true
  }

  private mutating func note(_ row: DelimitedReader.Row) {
    let line = window.place.line
    if let warning = row.warning {
      interpreter.sink.warnings.add(
        warning.rule, example: "line \(line): \(warning.text)")
    }
    if let skip = row.skip, let rule = skip.rule {
      interpreter.sink.warnings.add(rule, example: "line \(line): \(skip.text)")
    }
  }

  private mutating func take(_ found: DelimitedReader.Row) throws(LocatedFault) {
    guard found.skip == nil else { return }
    if let fault = found.fault {
      guard interpreter.sink.refusals.areKept, found.isClosed else { throw fault }
      return interpreter.sink.refusals.add(fault)
    }
    let place = window.place
    try table?.row.withTape { tape throws(LocatedFault) in
      do throws(ValueFault) {
        try interpreter.takePart(tape, named: nil, at: place)
      } catch {
        throw error.located(on: tape).naming(column: error.index, on: tape)
      }
    }
  }

  /// Reads the next value of a YAML text; false at its end.
  mutating func readYAML() throws -> Bool {
    guard try yaml?.next(&window) == true else { return false }
    let place = window.place
    // Copied so that the window is free for what is called; the array itself is shared.
    let (bytes, unread) = (window.bytes, window.unread)
    do throws(LocatedFault) {
      try yaml?.tape.builder.withTape(over: bytes.span.extracting(unread)) {
        tape throws(LocatedFault) in
        do throws(ValueFault) {
          try interpreter.read(tape, at: place)
        } catch {
          throw error.located(on: tape)
        }
      }
    } catch {
      throw error.fault(in: window)
    }
    takeRejections()
    return true
  }
}

extension LocatedFault {
  /// Says which column the value at an index of a row's tape is of, and what it is.
  fileprivate func naming(column index: Int, on tape: borrowing JSONTape) -> LocatedFault {
    guard index > JSONTape.root + 1, tape.kind(at: index) == .string,
      tape.kind(at: index - 1) == .string
    else { return self }
    let (name, value) = (tape.string(at: index - 1), tape.string(at: index))
    return LocatedFault(
      offset: offset,
      reason: "the column '\(name.shortened(toScalars: 60))' has "
        + "'\(value.shortened(toScalars: 60))': \(reason)",
      advice: advice)
  }
}
