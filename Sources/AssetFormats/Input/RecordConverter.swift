public import Assets

/// Maps single records to a type's fields: those that a program has in memory.
public struct RecordConverter: ~Copyable {
  private var parser = JSONParser()
  private var mapper: RecordMapper
  private let width: Int

  public init(type: AssetType, context: MappingContext) {
    self.init(type: type, context: context, readsText: false)
  }

  /// - Parameter readsText: whether values may all be spelled as text, as in a table.
  init(type: AssetType, context: MappingContext, readsText: Bool) {
    mapper = RecordMapper(type, context)
    mapper.readsText = readsText
    width = type.fields.count + 1
  }

  /// The record, a JSON object, as a batch of one.
  ///
  /// - Throws: an `input` fault for what is no record of the type.
  public mutating func convert(_ record: [UInt8]) throws -> RecordBatch {
    var batch = RecordBatch(width: width)
    do {
      try parser.parse(text: record) { tape in
        do throws(ValueFault) {
          try mapper.map(tape, JSONTape.root, at: Place(line: 1, byte: 1), into: &batch)
        } catch {
          throw error.located(on: tape)
        }
      }
    } catch let fault as LocatedFault {
      throw Fault(
        .input, "record", why: fault.reason, advice: fault.advice,
        place: Place(line: 1, byte: fault.offset + 1))
    } catch let fault as JSONFault {
      throw fault.fault("record", at: Place(line: 1, byte: fault.offset + 1))
    }
    return batch
  }
}
