/// How exports show that a record is of a type, and where in it the asset's identifier and tags are.
package struct TypeRecognition: Hashable, Sendable {
  /// What providers and their tools call assets of the type: `AWS::EC2::Instance`, `aws_instance`, `ec2:instance`.
  package var kinds: [String] = []
  /// What lists of them are called where a list says no more: `Reservations`, `Vpcs`.
  package var lists: [String] = []
  /// Nil where the type has no identifier that says more than its name.
  package var identifier: IdentifierRule?
  /// The field whose content is the assets' tags where a record brings no tags of its own: `labels`.
  package var tagField: String?
  /// The field that says in which region an asset is.
  package var regionField: String?

  package init() {}
}

/// Where the identifier of a type's assets is.
package struct IdentifierRule: Hashable, Sendable {
  /// The field that holds it, if the type has one.
  package var field: String?
  /// Under which other names sources give it.
  package var names: [String]
  /// How it is made of fields, and read back: `arn:aws:ec2:{region}:{account_id}:instance/{instance_id}`.
  package var form: KeyTemplate?

  package init(field: String? = nil, names: [String] = [], form: KeyTemplate? = nil) {
    self.field = field
    self.names = names
    self.form = form
  }
}

extension TypeRecognition {
  /// Why a type with these fields can't have it; nil if it can.
  func flaw(_ fields: [Field]) -> String? {
    let names =
      [identifier?.field, tagField, regionField].compactMap { $0 }
      + (identifier?.form?.fieldNames ?? [])
    if let name = names.first(where: { name in !fields.contains { $0.name == name } }) {
      return "it names the field '\(name)', which it does not have"
    }
    if let tagField, fields.first(where: { $0.name == tagField })?.dataType.isTagLike == false {
      return "its tag field '\(tagField)' is no map and no list of texts"
    }
    return nil
  }

  /// The region field of a type whose definition names none: by the names that providers have for it.
  func regionField(among fields: [Field]) -> String? {
    regionField
      ?? ["region", "region_id", "location"].first { name in
        fields.contains { $0.name == name && $0.dataType == .string }
      }
  }
}

extension DataType {
  fileprivate var isTagLike: Bool { isMap || self == .array(.string) || self == .json }
}
