import AssetJSON
import Testing

@Suite struct JSONExtentTests {
  private static let values = [
    "{}", "[]", "0", "-1.5e3", "true", "null", #""a""#, #""""#, #""\\""#, #""]}\"""#,
    #"{"a":[1,{"b":"}]"}],"c":"\\\""}"#, #"[[["\u005d"],[]],{"é":"😀"}]"#, "[ 1 ,\n2 ]",
    "{\"long\":\"" + String(repeating: "x", count: 200) + "\"}",
  ]

  @Test(arguments: values, ["", "\n", " {\"next\":1}", ",2]", "]"])
  func `a value ends at the same byte wherever the text is cut`(value: String, rest: String) {
    let bytes = Array((value + rest).utf8)
    // Of a number nobody knows that it is whole before something else follows.
    let isOpen = rest.isEmpty && "0-tn".contains(value.first ?? " ")
    for cut in 0...bytes.count {
      var extent = JSONExtent()
      let (head, tail) = (Array(bytes[..<cut]), Array(bytes[cut...]))
      var count = extent.extend(over: head.span)
      if !extent.isWhole { count += extent.extend(over: tail.span) }
      #expect(count == value.utf8.count && extent.isWhole == !isOpen, "\(value) cut at \(cut)")
    }
  }
}
