import Core
struct OpenElement {}
enum URLPolicy { static func allows(_ d: String, embedded: Bool) -> Bool { true } }
struct JapaneseEmphasis {
  init?(_ c: UnsafeBufferPointer<UInt8>) { nil }
  func repair(_ n: Node) {}
}
struct InputLimits { let file: String; let limits: MarkdownDialect.Limits
  func findings(in b: UnsafeBufferPointer<UInt8>, from: Int) -> [Diagnostic] { [] } }
extension Survey {
  mutating func closeElements(downTo: Int) {}
  mutating func readHTMLBlock(_ n: Node) {}
  mutating func readInlineHTML(_ n: Node, leaf: inout Leaf) { leaf.cursor.skip(n.literal?.count ?? 0) }
  mutating func checkPortions(_ n: Node) {}
}
extension Diagnostic { static func refusedURL(_ d: String, at: SourceSpan) -> Diagnostic { Diagnostic(.error, "markdown.x", at: at, en: "", ja: "") } }
