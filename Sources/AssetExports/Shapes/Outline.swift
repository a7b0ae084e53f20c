internal import Assets

/// Where in an object that wraps records they are, and what form they have.
///
/// It is followed through a parsed object as well as through one too large to be parsed at once, so it says only what
/// the names on the way there mean.
struct Outline {
  let format: ExportFormat
  let shape: RecordShape
  let steps: [Step]
  /// Whether the object has to be parsed as a whole.
  var isWhole = false
  /// Whether nothing but the shape of the object says that it wraps records.
  var isGuess = false
  /// Whether what else the object holds may be anything, so that it has to be told of.
  var saysNothingOfOthers: Bool { isGuess || isGiven }
  /// Whether the way to the records was given by who ingests.
  var isGiven = false
  /// Whether each of the steps leads to records of another kind.
  var holdsSeveral = false
  /// What the list of records is called, where its own name says less.
  var list: [UInt8]?
  var listName: [UInt8]? { list ?? steps.last?.name }
  /// What stands beside the records and is no member of the object itself, where there is such.
  var loss: String?

  /// In an object of a level, the member of this name leads on.
  struct Step {
    let level: Int
    let name: [UInt8]
    let role: Role

    init(_ level: Int, named name: [UInt8], as role: Role) {
      self.level = level
      self.name = name
      self.role = role
    }

    init(_ level: Int, named name: String, as role: Role) {
      self.init(level, named: Array(name.utf8), as: role)
    }
  }

  /// What a value is on the way to the records.
  enum Role: Hashable {
    /// An object that leads on, or a list of such objects.
    case level(Int)
    /// A list of records, or one record.
    case records
    /// An object whose members are records.
    case named
    /// Not on the way.
    case other
  }

  func role(of name: Span<UInt8>, in level: Int) -> Role {
    for step in steps where step.level == level && step.name.span.isIdentical(inBytesTo: name) {
      return step.role
    }
    return .other
  }
}

/// The form that each record of an export has.
enum RecordShape: Hashable {
  /// An object whose members are the record's fields.
  case plain
  /// A row of Steampipe's.
  case steampipe
  /// `{"Identifier", "Properties"}`, the properties as JSON text.
  case cloudControl
  /// A configuration item of AWS Config, perhaps as JSON text.
  case configItem
  /// `{"Type", "Properties"}`, named by its logical identifier.
  case template
  /// `{"type", "instances"}` of a Terraform state, or `{"type", "values"}` of `terraform show -json`.
  case terraform
  /// `{"Instances": […], "OwnerId"}` of the AWS CLI.
  case reservation
  /// The answer of DDSQL as a whole.
  case columns
  /// An answer with a list of values for each row, as a whole.
  case rows
  /// Lists of records under names of places, as a whole.
  case groups
  /// What a service that looks through accounts says of a resource.
  case found
  /// A resource and its tags beside it, as a whole.
  case besideTags
  /// Tags of several resources in one list, as a whole.
  case tagRows
  /// A finding, which names the resources that it is about.
  case finding
}
