internal import Assets

/// Where a record comes from, and what is said of it beside its own members.
struct RecordOrigin {
  let place: Place
  /// Whose names its members have.
  var source = RecordSource.plain
  /// What it is called in the object that holds it, where its form has names.
  var name: [UInt8]?

  init(_ place: Place, source: RecordSource = .plain, name: [UInt8]? = nil) {
    self.place = place
    self.source = source
    self.name = name
  }
}

/// Whose spelling the members of a record have. Definitions name the raw values before the paths of fields.
enum RecordSource: String, Hashable, CaseIterable {
  /// The provider's own, or that of a tool that is not known.
  case plain
  case terraform, config, cloudformation, cloudcontrol, ddsql, google, azure, kubernetes, steampipe
}
