/// What kind of asset: its name, its fields, and how one asset of it is told from another.
package struct AssetType: Hashable, Sendable {
  /// Unique in a store.
  package let name: TypeName
  /// For people.
  package var title: String?
  package var description: String?
  /// The field that says whose the asset is; nil where the type has no such field.
  package let accountField: String?
  /// How a key is made for a record that brings none.
  package let keyTemplate: KeyTemplate?
  /// Begins with the key field.
  package let fields: [Field]
  /// How exports show that a record is of the type.
  package let recognition: TypeRecognition

  /// - Parameter checksPatterns: whether the patterns of rules are read, which costs more than all the rest. If they
  ///   are not, no record violates a wrong one.
  /// - Throws: a `usage` fault that says what is wrong with the definition: a name that isn't one, a name twice,
  ///   a reserved name, an account field or a template that names no field.
  package init(
    _ name: TypeName, title: String? = nil, description: String? = nil, accountField: String?,
    keyTemplate: KeyTemplate?, fields: [Field],
    recognition: TypeRecognition = TypeRecognition(), checksPatterns: Bool = true
  ) throws {
    self.name = name
    self.title = title
    self.description = description
    self.accountField = accountField
    self.keyTemplate = keyTemplate
    self.recognition = recognition
    self.fields = Self.completed(fields, recognition: recognition)
    try validate(checksPatterns: checksPatterns)
  }

  /// Tags that are read from another field have a field of their own.
  private static func completed(_ fields: [Field], recognition: TypeRecognition) -> [Field] {
    let hasTags = recognition.tagField == nil || fields.contains { $0.name == "tags" }
    let fields = fields + (hasTags ? [] : [Field("tags", dataType: .hstore)])
    guard fields.first?.name != Field.keyName else { return fields }
    return [Field(Field.keyName, dataType: .string)] + fields.filter { $0.name != Field.keyName }
  }

  /// The field that says in which region an asset is; nil where the type has none.
  package var regionField: String? { recognition.regionField(among: fields) }

  /// Whether the store keeps an index of the field's values.
  package func isIndexed(_ field: Field) -> Bool {
    field.isIndexed || field.dataType.isMap || field.name == accountField
  }

  /// The field of that name; nil if there is none. Costs a look at each.
  package func field(named name: String) -> Field? { fields.first { $0.name == name } }

  /// SQLite takes 2,000 columns, four of them the store's own; no known type has more than a few hundred fields.
  package static let maxFields = 1_500
}

extension AssetType {
  private func validate(checksPatterns: Bool) throws {
    guard fields.count <= Self.maxFields else {
      throw fault("it has \(fields.count) fields", advice: "a type holds at most \(Self.maxFields)")
    }
    var seen: [String: String] = [:]
    for field in fields {
      guard Self.isFieldName(field.name) else {
        throw fault(
          "'\(field.name)' is no name for a field",
          advice: "use letters, digits and _, not beginning with a digit, at most 128 of them")
      }
      for rule in field.rules {
        guard let flaw = rule.flaw(on: field.dataType, checksPattern: checksPatterns) else {
          continue
        }
        throw fault("the field '\(field.name)': \(flaw)", advice: "mend the rule, or leave it out")
      }
      guard !Field.reservedNames.contains(field.name.lowercased()) else {
        throw fault("the field name '\(field.name)' is the store's own", advice: "rename the field")
      }
      guard !field.isIndexed || field.dataType.isIndexable else {
        throw fault(
          "the field '\(field.name)' is \(field.dataType.rawValue), and no index is kept of such",
          advice: "mark fields that are string, bool, int64 or a map")
      }
      // SQLite folds the case of column names.
      if let other = seen.updateValue(field.name, forKey: field.name.lowercased()) {
        throw fault(
          other == field.name
            ? "it has the field '\(field.name)' twice"
            : "the fields '\(other)' and '\(field.name)' differ in case only",
          advice: "rename one of them")
      }
    }
    try validateReferences()
  }

  private func validateReferences() throws {
    guard fields.first?.dataType == .string else {
      throw fault("its \(Field.keyName) is no string", advice: "give it the data type string")
    }
    if let accountField, field(named: accountField)?.dataType != .string {
      throw fault(
        "its account field '\(accountField)' is no string field of it", advice: "name one that is")
    }
    if let flaw = recognition.flaw(fields) { throw fault(flaw, advice: "use its fields' names") }
    for name in keyTemplate?.fieldNames ?? []
    where field(named: name) == nil || name == Field.keyName {
      throw fault(
        "its key template names '\(name)', which is no field of it", advice: "use its fields' names"
      )
    }
  }

  private func fault(_ why: String, advice: String) -> Fault {
    Fault(.usage, what: "type \(name)", why: why, advice: advice)
  }

  static func isFieldName(_ name: String) -> Bool {
    guard let first = name.utf8.first, name.utf8.count <= 128 else { return false }
    let isDigit = { (byte: UInt8) in (0x30...0x39).contains(byte) }
    return !isDigit(first)
      && name.utf8.allSatisfy { byte in
        isDigit(byte) || byte == 0x5F || (0x61...0x7A).contains(byte | 0x20)
      }
  }
}

extension DataType {
  /// Whether an index of its values says what an expression asks of them.
  fileprivate var isIndexable: Bool {
    switch self {
    case .string, .bool, .int64, .hstore, .hstoreCSV: true
    case .float64, .timestamp, .json, .array: false
    }
  }
}
