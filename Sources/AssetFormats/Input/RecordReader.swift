public import Assets

/// Reads one export, plain or packed, in a single pass and in bounded memory: gives its records in batches, mapped to a
/// type's fields.
public struct RecordReader: ~Copyable {
  private var window: InputWindow
  private var framer: JSONFramer?
  private var parser = JSONParser()
  private var mapper: RecordMapper
  private let width: Int

  /// Whether the export says that there is more than it holds.
  public private(set) var isPartial = false
  /// How many records it has given.
  public private(set) var count = 0

  /// How much of the file has been read, in bytes, packed where it is: to be held against its size.
  public var fileBytes: Int { window.fileBytes }

  /// How much of the input has been read, in bytes as they are on the medium.
  public var bytesRead: Int { window.total }

  /// How large one record may be, in bytes.
  public static let recordLimit = 64 << 20

  public init(_ file: consuming File, type: AssetType, context: MappingContext) {
    window = InputWindow(ByteSource(file), limit: Self.recordLimit)
    mapper = RecordMapper(type, context)
    width = type.fields.count + 1
  }

  /// The next records; nil at the end.
  ///
  /// - Throws: an `input` fault with its place for what is no record of the type.
  public mutating func next() throws -> RecordBatch? {
    if framer == nil { framer = try JSONFramer(&window) }
    var batch = RecordBatch(width: width, withRoom: true)
    while !batch.isFull, let length = try framer?.next(&window) {
      try read(length, into: &batch)
      window.consume(length, lines: framer?.layout == .lines ? 0 : nil)
    }
    count += batch.count
    return batch.isEmpty ? nil : batch
  }

  private mutating func read(_ length: Int, into batch: inout RecordBatch) throws {
    let range = window.unread.prefix(length)
    let place = window.place
    do {
      isPartial =
        try parser.parse(window.bytes, range) { tape in
          do throws(ValueFault) {
            return try mapper.map(all: tape, at: place, into: &batch)
          } catch {
            throw error.located(on: tape)
          }
        } || isPartial
    } catch let fault as LocatedFault {
      throw Fault(
        .input, window.name, why: fault.reason, advice: fault.advice,
        place: window.place(at: fault.offset))
    } catch let fault as JSONFault {
      throw Fault(
        .input, window.name, why: "this is no JSON: \(fault.reason)",
        advice: "mend the export, or make it again", place: window.place(at: fault.offset))
    }
  }
}

extension RecordReader {
  /// What came of the input: ask when `next` has given nil.
  public struct Summary: Sendable {
    public let format: String
    /// Nil if it is not packed.
    public let packing: Packing?
    /// Of the input, unpacked.
    public let bytes: Int
    /// Of the file as it is, packed where it is: what `sha256sum` says of it, so that a run tells which file was fed.
    public let sha256: String
    /// How large the file is, packed where it is.
    public let fileBytes: Int
    public let records: Int
    public let isPartial: Bool
    /// How many records had a member that is no field, by the member's name.
    public let extraFields: [String: Int]
    public let warnings: Warnings
  }

  public var summary: Summary {
    Summary(
      format: framer?.layout.rawValue ?? JSONFramer.Layout.values.rawValue,
      packing: window.packing, bytes: window.total, sha256: window.digest(),
      fileBytes: window.fileBytes, records: count, isPartial: isPartial,
      extraFields: mapper.names.counts, warnings: mapper.warnings)
  }
}

/// A fault of a value, with its offset in the text.
struct LocatedFault: Error {
  let offset: Int
  let reason: String
  let advice: String?
}

extension ValueFault {
  func located(on tape: borrowing JSONTape) -> LocatedFault {
    LocatedFault(offset: tape.offset(of: index), reason: reason, advice: advice)
  }
}

extension RecordMapper {
  /// Maps one record, or all records of an envelope; whether the envelope says that there are more.
  mutating func map(
    all tape: borrowing JSONTape, at place: Place, into batch: inout RecordBatch
  ) throws(ValueFault) -> Bool {
    guard let envelope = Envelope(tape, JSONTape.root, &names) else {
      try map(tape, JSONTape.root, at: place, into: &batch)
      return false
    }
    var record = tape.firstChild(of: envelope.list)
    while tape.hasValue(at: record) {
      try map(tape, record, at: place, into: &batch)
      record = tape.index(after: record)
    }
    return envelope.isPartial
  }
}
