internal import AssetFiles
internal import AssetJSON
internal import Assets

extension Interpreter {
  /// Maps one record of some form.
  ///
  /// - Parameter name: what it is called in the object that holds it, where the form has names.
  mutating func take(
    _ tape: borrowing JSONTape, _ index: Int, _ name: [UInt8]?, _ shape: RecordShape,
    _ place: Place, _ batch: inout RecordBatch
  ) throws(ValueFault) {
    countInObject += 1
    do throws(ValueFault) {
      try takeRecord(tape, index, name, shape, place, &batch)
    } catch {
      try refuse(error, tape, index)
    }
  }

  private mutating func takeRecord(
    _ tape: borrowing JSONTape, _ index: Int, _ name: [UInt8]?, _ shape: RecordShape,
    _ place: Place, _ batch: inout RecordBatch
  ) throws(ValueFault) {
    switch shape {
    case .plain, .columns:
      try requireRoom(index, batch)
      try mapper.map(tape, index, at: place, into: &batch)
    case .cloudControl: try takeCloudControl(tape, index, place, &batch)
    case .configItem: try takeConfigItem(tape, index, place, &batch)
    case .template: try takeTemplateResource(tape, index, name ?? [], place, &batch)
    case .terraform: try takeTerraform(tape, index, place, &batch)
    }
  }

  /// What a parsed value says once, such as a resource's name, each of its records may repeat: this is where that ends.
  private static let maxBytes = 128 << 20

  private func requireRoom(_ index: Int, _ batch: borrowing RecordBatch) throws(ValueFault) {
    guard batch.bytes.count + refusedBytes < Self.maxBytes else {
      throw ValueFault(
        index, "the records of one value take more than \(Self.maxBytes >> 20) MiB",
        "split the export")
    }
  }

  /// Maps the record that has been built; its faults are where its parts come from.
  mutating func takeBuilt(_ place: Place, _ batch: inout RecordBatch) throws(ValueFault) {
    try requireRoom(JSONTape.root, batch)
    builder.end()
    try builder.withTape { built throws(ValueFault) in
      do throws(ValueFault) {
        try mapper.map(built, JSONTape.root, at: place, into: &batch)
      } catch {
        if keepsRefused {
          builtRecord.removeAll()
          built.write(JSONTape.root, to: &builtRecord)
        }
        throw ValueFault(built.offset(of: error.index), error.reason, error.advice)
      }
    }
  }

  /// Counts records that are not of the type.
  mutating func skip(_ what: String, count: Int = 1) {
    // So many different ones that only an attack has them are counted together.
    let what = what.shortened(toScalars: 200)
    let isKnown = skipped[what] != nil || skipped.count < 1_000
    skipped[isKnown ? what : "(others)", default: 0] += count
  }
}
