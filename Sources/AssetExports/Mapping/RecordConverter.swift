internal import AssetCatalogue
internal import AssetJSON
package import Assets

/// Maps single records to a type's fields: those that a program has in memory.
package struct RecordConverter: ~Copyable {
  private var parser = JSONParser()
  private(set) var mapper: RecordMapper
  private(set) var members = RecordMembers()

  /// Which fields of the last record are maps that say less than the value that they were read from, such as one of two
  /// values that an object has for a key.
  package var reducedFields: [Int] { mapper.converter.reducedFields }

  /// - Parameter fieldsFromExtras: the names of the fields that take what a record's own `_extra` says under their names.
  ///   What it says else stays there, whatever its name.
  package init(type: AssetType, context: MappingContext, fieldsFromExtras: Set<String> = []) {
    self.init(type: type, context: context, readsText: false)
    mapper.finder.fieldsFromExtras = Set(
      type.fields.indices.filter { fieldsFromExtras.contains(type.fields[$0].name) })
  }

  /// - Parameter readsText: whether values may all be spelled as text, as in a table.
  init(type: AssetType, context: MappingContext, readsText: Bool, refusesOddValues: Bool = false) {
    mapper = RecordMapper(type, in: context)
    mapper.refusesOddValues = refusesOddValues
    mapper.converter.readsText = readsText
  }

  /// The record, a JSON object, as a batch of one.
  ///
  /// - Throws: an `input` fault for what is no record of the type.
  package mutating func convert(_ record: [UInt8]) throws -> RecordBatch {
    var batch = RecordBatch(of: mapper.type)
    try append(record, number: 1, to: &batch)
    return batch
  }

  /// Appends the record to a batch.
  ///
  /// - Parameter number: which one it is: the line of its place.
  mutating func append(_ record: [UInt8], number: Int, to batch: inout RecordBatch) throws {
    let place = { Place(line: number, byte: $0 + 1) }
    do {
      try parser.parse(text: record, allowsFlaws: true) { tape in
        do throws(ValueFault) {
          try members.read(tape, record: JSONTape.root)
          try members.requireType(mapper.type.name, on: tape)
          let origin = RecordOrigin(place(0))
          try mapper.map(
            tape, record: JSONTape.root, members: members, from: origin,
            surroundings: Surroundings(), into: &batch)
        } catch {
          throw error.located(on: tape)
        }
      }
    } catch let fault as LocatedFault {
      throw Fault(
        .input, what: "record", why: fault.reason, advice: fault.advice, place: place(fault.offset))
    } catch let fault as JSONFault {
      throw fault.fault("record", at: place(fault.offset))
    }
  }

}

extension RecordMembers {
  /// - Throws: for a record that says that it is of another type.
  fileprivate func requireType(
    _ type: TypeName, on tape: borrowing JSONTape
  ) throws(ValueFault) {
    guard let value = value(of: .ownType), tape.kind(at: value) == .string else { return }
    let name = tape.string(at: value)
    guard name != type.description else { return }
    throw ValueFault(
      value, reason: "the record is of type '\(name)', not \(type)", advice: "ingest it as that")
  }
}
