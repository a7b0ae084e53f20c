/// A function of the language, for one way to call it.
package struct Function: Hashable, Sendable {
  package enum Role: Hashable, Sendable {
    /// Of one row's values.
    case scalar
    /// Of the values of several rows.
    case aggregate
    /// Of a row and those around it, with OVER.
    case window
    /// Stands where a table is expected.
    case table
  }

  package let name: String
  package let role: Role
  package let parameters: [Parameter]
  /// Whether the last parameter may be given any number of times, at least once.
  package let isVariadic: Bool
  package let result: Parameter
  /// What a target calls it by: the name, or another where the kinds of arguments make a difference.
  package let operation: String

  /// What an argument or a result may be.
  package indirect enum Parameter: Hashable, Sendable {
    case of(Kind)
    /// The same kind wherever it stands in one function.
    case same
    case array(Parameter)
  }
}

extension Function {
  /// As the help has it: `split_part(text, text, integer)`.
  package var signature: String {
    let list = parameters.map(\.description).joined(separator: ", ")
    return "\(name)(\(list)\(isVariadic ? "…" : ""))"
  }
}

extension Function.Parameter: CustomStringConvertible {
  package var description: String {
    switch self {
    case .of(.any): "any"
    case .of(let kind): kind.typeName
    case .same: "value"
    case .array(.same): "array"
    case .array(let member): member.description + "[]"
    }
  }
}
