public import AssetJSON

/// A record that a program has in memory: JSON text, or a JSON value.
public protocol RecordText {
  /// One JSON object, as UTF-8.
  var recordText: [UInt8] { get }
}

extension String: RecordText {
  /// Its UTF-8.
  public var recordText: [UInt8] { Array(utf8) }
}

extension [UInt8]: RecordText {
  /// As they are.
  public var recordText: [UInt8] { self }
}

extension JSONValue: RecordText {
  /// Its JSON.
  public var recordText: [UInt8] { Array(text.utf8) }
}
