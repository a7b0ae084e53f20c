/// What a regular expression is made of.
indirect enum RegularExpressionNode {
  case set(CharacterSet)
  case start, end
  case sequence([RegularExpressionNode])
  case choice([RegularExpressionNode])
  /// With its number, counted from 1.
  case group(RegularExpressionNode, Int)
  /// At least so often, and at most so often unless nil.
  case repeated(RegularExpressionNode, Int, Int?, isLazy: Bool)
}
