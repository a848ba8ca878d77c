import Content
import Core
import Markdown

extension Whitepaper {
    /// Reports the product's name in another spelling than `product` has, in files that may be
    /// changed.
    func checkProductName(_ statements: [Statement], language: String) -> [Diagnostic] {
        let name = declaration.product.text(in: language)
        return statements.filter(\.mayChange).flatMap { statement in
            productVariants(in: statement, language: language).map {
                .productName($0.written, name, at: $0.range, in: $0.block)
            }
        }
    }

    /// Spellings of the product's name that differ from it in case, width or spaces.
    func productVariants(in statement: Statement, language: String) -> [ProductVariant] {
        let name = declaration.product.text(in: language)
        let allowed = [name] + declaration.checks.productNames
        return statement.blocks.flatMap {
            ProductVariant.all(of: name, in: $0, allowed: allowed)
        }
    }
}

/// The product's name, written in another way.
struct ProductVariant {
    /// As the text has it.
    let written: String
    let range: Range<Int>
    let block: MarkdownTextBlock

    /// The same in half-width letters and digits.
    var narrowed: String {
        String(
            String.UnicodeScalarView(
                written.unicodeScalars.map { scalar in
                    let isWide = (0xFF01...0xFF5E).contains(scalar.value)
                    return isWide ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
                }))
    }

    /// All in one block, in their order.
    static func all(
        of name: String, in block: MarkdownTextBlock, allowed: [String]
    ) -> [ProductVariant] {
        let letters = name.unicodeScalars.compactMap(\.folded)
        guard letters.count > 1 else { return [] }
        let text = block.scalars.map(\.value)
        let right = allowed.map { Array($0.unicodeScalars) }.sorted { $0.count > $1.count }
        var variants: [ProductVariant] = []
        var index = 0
        while index < text.count {
            guard let end = endOfName(letters, in: text, from: index) else {
                index += 1
                continue
            }
            let written = Array(text[index..<end])
            let isRight = right.contains {
                text[index...].starts(with: $0) && $0.count >= written.count
            }
            if !isRight {
                variants.append(
                    ProductVariant(
                        written: String(String.UnicodeScalarView(written)), range: index..<end,
                        block: block))
            }
            index = end
        }
        return variants
    }

    /// Where the letters end that begin at `start`, whatever their case and width and however
    /// many spaces are among them.
    private static func endOfName(
        _ letters: [Unicode.Scalar], in text: [Unicode.Scalar], from start: Int
    ) -> Int? {
        guard text[start].folded == letters[0] else { return nil }
        if start > 0, text[start - 1].continuesWord, letters[0].isASCII { return nil }
        var index = start
        for letter in letters {
            var spaces = 0
            while index < text.count, text[index].folded == nil, text[index].mayStandWithin {
                (index, spaces) = (index + 1, spaces + 1)
            }
            guard index < text.count, spaces < 2, text[index].folded == letter else { return nil }
            index += 1
        }
        let isPart =
            index < text.count && text[index].continuesWord && letters[letters.count - 1].isASCII
        return isPart ? nil : index
    }
}

extension Unicode.Scalar {
    /// The letter in lower case and half width; nil for what may stand between letters.
    fileprivate var folded: Unicode.Scalar? {
        if mayStandWithin { return nil }
        let isWide = (0xFF01...0xFF5E).contains(value)
        let narrow = isWide ? Unicode.Scalar(value - 0xFEE0) ?? self : self
        return narrow.properties.lowercaseMapping.unicodeScalars.first ?? narrow
    }

    /// A space or a hyphen.
    fileprivate var mayStandWithin: Bool {
        self == " " || self == "\u{3000}" || self == "\u{A0}" || self == "-" || self == "\u{2010}"
    }

    /// Whether a Latin word goes on with it.
    fileprivate var continuesWord: Bool {
        guard let folded, folded.isASCII else { return false }
        return folded.properties.isAlphabetic || folded.properties.numericType != nil
            || folded == "_"
    }
}

extension Diagnostic {
    fileprivate static func productName(
        _ written: String, _ name: String, at range: Range<Int>, in block: MarkdownTextBlock
    ) -> Diagnostic {
        Diagnostic(
            .warning, "whitepaper.product-name", at: block.span(of: range),
            en: "the product is named '\(written)' here, and '\(name)' in whitepaper.yml",
            ja: "製品名が「\(written)」と書かれています。whitepaper.yml では「\(name)」です",
            fix: block.fix(range, to: name))
    }
}
