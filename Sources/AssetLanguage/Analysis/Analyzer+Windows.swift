internal import Assets

extension Analyzer {
  func window(_ reference: WindowReference, in scope: Scope) throws -> TypedWindow {
    switch reference {
    case .name(let name):
      guard let window = scope.windows[name.folded] else {
        throw fault(
          "there is no window '\(name.spelling)'", advice: "name it with WINDOW", at: name.range)
      }
      return try self.window(.definition(window), in: scope)
    case .definition(let syntax):
      var window = TypedWindow()
      if let base = syntax.base {
        guard let other = scope.windows[base.folded], other.base == nil else {
          throw fault(
            "there is no window '\(base.spelling)'", advice: "name it with WINDOW", at: base.range)
        }
        window = try self.window(.definition(other), in: scope)
      }
      window.partition += try syntax.partition.map { term in
        let value = try self.value(term, in: scope)
        try check(value.kind, sign: "=", at: value.range)
        return value
      }
      window.order += try syntax.order.map { term in
        let value = try self.value(term.value, in: scope)
        try check(value.kind, sign: "<", at: value.range)
        return ordered(term, value: value, column: nil)
      }
      window.frame = try syntax.frame.map { try frame($0, in: scope) } ?? window.frame
      return window
    }
  }

  private func frame(_ syntax: FrameSyntax, in scope: Scope) throws -> TypedWindow.Frame {
    let bound = { (bound: FrameSyntax.Bound) throws -> TypedWindow.Frame.Bound in
      switch bound {
      case .unboundedPreceding: return .unboundedPreceding
      case .current: return .current
      case .unboundedFollowing: return .unboundedFollowing
      case .preceding(let count):
        return .preceding(try self.frameCount(count, frame: syntax, in: scope))
      case .following(let count):
        return .following(try self.frameCount(count, frame: syntax, in: scope))
      }
    }
    return TypedWindow.Frame(
      unit: syntax.unit, start: try bound(syntax.start), end: try syntax.end.map(bound),
      exclusion: syntax.exclusion)
  }

  private func frameCount(
    _ syntax: Syntax, frame: FrameSyntax, in scope: Scope
  ) throws -> Typed {
    let value = try self.value(syntax, in: scope)
    guard frame.unit != "range" || value.kind.isWhole else {
      throw fault("RANGE takes whole numbers here", advice: "write ROWS", at: syntax.range)
    }
    return try cast(value, to: .bigint, at: syntax.range)
  }
}
