package import AssetCatalogue
package import Assets

/// Which types the records of a run may be of, and what the one who ingests knows of all of them.
package struct RecordTypes: Sendable {
  /// Which records are taken.
  package enum Choice: Sendable {
    /// Those of one type; a record that says of itself that it is something else is skipped.
    case only(AssetType)
    /// Those of all types that are known or, with a pattern, of those whose names match.
    case known(KnownTypes, matching: String?)
    /// None: the first ones are looked at.
    case samples
  }

  package private(set) var choice: Choice
  /// Whether types are made of records whose kind no type is known for.
  package var infers = false
  /// For each type's account field.
  package var account: String?
  /// For other fields, by name.
  package var values: [String: String] = [:]
  /// Whether a record with a value outside of its field's rules is refused.
  package var isStrict = false
  /// What of the records is kept as digests only.
  package var redactions: RedactionRequest

  package init(
    _ choice: Choice, account: String? = nil, values: [String: String] = [:],
    redactions: RedactionRequest = RedactionRequest(), isStrict: Bool = false
  ) {
    self.choice = choice
    self.account = account
    self.values = values
    self.redactions = redactions
    self.isStrict = isStrict
  }

  /// Whether a type of this name is taken.
  package func takes(_ name: String) -> Bool {
    switch choice {
    case .only(let type): type.name.description == name
    case .known(_, let pattern?): TypeSelection.matching(pattern).includes(name)
    case .known, .samples: true
    }
  }

  /// Takes records of these types too, which have been made on the way.
  package mutating func add(_ types: [AssetType]) {
    guard case .known(var known, let pattern) = choice, !types.isEmpty else { return }
    for type in types { known.add(type) }
    choice = .known(known, matching: pattern)
  }

  /// What is given of all records of a type. Of one type that was asked for all of it must fit; of others what does.
  func context(for type: AssetType) throws -> MappingContext {
    if case .only = choice {
      return try MappingContext(
        for: type, account: account, values: values, redactions: redactions)
    }
    return try MappingContext(
      for: type, account: type.accountField == nil ? nil : account,
      values: values.filter { type.field(named: $0.key) != nil }, redactions: redactions)
  }

  /// The types as they were asked for; `*` for all.
  package var name: String {
    switch choice {
    case .only(let type): type.name.description
    case .known(_, let pattern): pattern ?? "*"
    case .samples: "*"
    }
  }

  /// The same as messages call it.
  package var description: String {
    switch choice {
    case .only(let type): "type \(type.name)"
    case .known(_, let pattern?): "a type like \(pattern)"
    case .known, .samples: "a type that is known"
    }
  }

  /// What to do about an export of other things.
  package var adviceForForeign: String {
    switch choice {
    case .only, .known(_, .some):
      "leave --type out to take what the export holds, or check that it is the right one"
    case .known where infers:
      "say what they are with --type; to make a type: assetstore types infer"
    case .known, .samples: "make types for them with --infer, or say what they are with --type"
    }
  }

  /// What was given, by name: the account as the one type calls it or, for several, as `account_id`.
  package var given: [String: String] {
    guard let account else { return values }
    var field = "account_id"
    if case .only(let type) = choice { field = type.accountField ?? field }
    return values.merging([field: account]) { value, _ in value }
  }
}
