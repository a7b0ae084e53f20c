/// How an input spells values, whatever type its records are of.
struct ValueSpelling {
  /// Whether the values of all fields are text, JSON too: in a table.
  var isText = false
  /// Whether commas join several values of a key of an `hstore_csv` field: in what DDSQL answers.
  var joinsValues = false
  /// The columns of a table.
  var columns: [[UInt8]] = []
}
