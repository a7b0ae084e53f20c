/// What stands around records and holds for all of them.
struct Surroundings {
  /// What the list is called that they stand in.
  var list: [UInt8]?
  /// What the export calls their kind.
  var kind: [UInt8]?
  var account: [UInt8]?
  var region: [UInt8]?
}
