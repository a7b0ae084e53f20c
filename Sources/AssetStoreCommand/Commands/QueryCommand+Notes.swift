internal import AssetOutput
internal import Assets
internal import AssetStore

// What is said beside an answer.
extension QueryCommand {
  /// Tells of assets that were found because no export has said which tags they have. An expression may ask for tags in
  /// many ways: it is enough that it names them.
  func noteUnknownTags(
    _ query: Query, _ store: Store, _ context: CommandContext
  ) throws {
    let isAsked =
      filter.asksForTags || expression?.namesTags == true
      || facet.contains { FieldPath($0).field == "tags" }
    guard isAsked, query.tagsAreKnown == nil, query.asOf == nil else { return }
    var unknown = query
    unknown.tagsAreKnown = false
    let count = try store.count(unknown)
    guard count > 0 else { return }
    context.say(
      "note: no export has said which tags \(count.counted("asset")) of these have; "
        + "--tags-known leaves them out")
  }

  /// Tells of tags that were asked for as other tools write them, and that no asset has.
  func noteMisspeltTags(
    _ tags: [String], _ store: Store, _ context: CommandContext
  ) throws {
    for text in tags where NamedValue(text).value == nil {
      guard let (key, value) = text.split(atFirst: ":"),
        try store.count(Query(where: .hasKey(text, in: "tags"))) == 0
      else { continue }
      context.say(
        "note: no asset has a tag '\(DisplayText.escaped(text))'; a tag with its value is written "
          + "\(DisplayText.escaped("\(key)=\(value)"))")
    }
  }
}

extension String {
  /// Whether one of its words is `tags`, in whatever case.
  fileprivate var namesTags: Bool {
    let words = lowercased().utf8.split { byte in
      byte != 0x5F && !(0x61...0x7A).contains(byte) && !(0x30...0x39).contains(byte)
    }
    return words.contains { $0.elementsEqual("tags".utf8) }
  }
}
