import Core
import Markdown

/// One block of running text, for the rules to look at.
struct Passage {
    let mayChange: Bool
    /// What a reader sees; URLs are objects, one for each character.
    let text: [Unicode.Scalar]
    private let block: MarkdownTextBlock

    init(_ block: MarkdownTextBlock, mayChange: Bool) {
        self.block = block
        self.mayChange = mayChange
        text = Self.maskingURLs(block.scalars.map(\.value))
    }

    var file: String { block.span.file }
    var kind: MarkdownTextBlock.Kind { block.kind }
    var followsParagraph: Bool { block.followsParagraph }
    /// Where each character of `text` stands.
    var scalars: [MarkdownTextBlock.Scalar] { block.scalars }

    /// The passages of a file, in their order; none where it is no Markdown that can be read.
    static func all(of text: EditorialText) -> [Passage] {
        var dialect = MarkdownDialect()
        dialect.acceptsAllContainers = true
        let document = MarkdownDocument.parse(text.source, dialect: dialect).document
        return document?.runningText().map { Passage($0, mayChange: text.mayChange) } ?? []
    }

    /// The source of the characters at `range`.
    func span(_ range: Range<Int>) -> SourceSpan { block.span(of: range) }

    /// Whether the characters stand side by side in the source, without markup between them.
    func isContiguous(_ range: Range<Int>) -> Bool { block.isContiguous(range) }

    /// Puts `new` in the place of the characters; nil where markup stands between them.
    func edit(_ range: Range<Int>, _ new: String) -> TextEdit? { block.edit(range, to: new) }

    /// The fix that puts `new` there, or the advice to do so.
    func fix(_ range: Range<Int>, _ new: String) -> Diagnostic.Fix { block.fix(range, to: new) }

    /// The characters as a string.
    func string(_ range: Range<Int>) -> String { text[range].string }

    /// Whether `word` stands at `index`.
    func has(_ word: [Unicode.Scalar], at index: Int) -> Bool {
        index >= 0 && index + word.count <= text.count
            && text[index..<index + word.count].elementsEqual(word)
    }

    /// The character at `index`; nil outside.
    func scalar(_ index: Int) -> Unicode.Scalar? {
        text.indices.contains(index) ? text[index] : nil
    }

    /// Where `word` stands, from the first on.
    func places(of word: String) -> [Int] {
        let word = Array(word.unicodeScalars)
        guard !word.isEmpty, word.count <= text.count else { return [] }
        return (0...text.count - word.count).filter { has(word, at: $0) }
    }

    /// URLs, addresses and paths in plain text are no words.
    private static func maskingURLs(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
        var masked = text
        var start = 0
        while start < text.count {
            var end = start
            while end < text.count, text[end].isGraphicASCII { end += 1 }
            let word = text[start..<end]
            let string = word.string
            if string.contains("://") || string.contains("@") || string.hasPrefix("www.")
                || string.hasPrefix("/")
            {
                for index in word.indices { masked[index] = MarkdownTextBlock.object }
            }
            start = max(end, start + 1)
        }
        return masked
    }
}

/// All texts of one language of a document.
struct Manuscript {
    let isJapanese: Bool
    let passages: [Passage]

    init(_ texts: [EditorialText], language: String) {
        isJapanese = language == "ja"
        passages = texts.flatMap(Passage.all)
    }

    /// The passages that may be changed.
    var changeable: [Passage] { passages.filter(\.mayChange) }
}

extension Sequence<Unicode.Scalar> {
    /// The characters as a string.
    var string: String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: self)
        return String(view)
    }
}
