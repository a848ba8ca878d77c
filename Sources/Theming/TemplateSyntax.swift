import Content
import Core

/// A template as it is written: sections closed, names not yet looked up.
indirect enum TemplateSyntax: Sendable {
    case literal([UInt8])
    case variable(TemplateTag)
    case section(TemplateTag, [TemplateSyntax])
    case partial(TemplateTag)

    /// Reads the template in `bytes`, the content of `file`.
    ///
    /// - Returns: The tree, as far as it can be read, and what is wrong with it.
    static func parse(_ bytes: [UInt8], file: String) -> ([TemplateSyntax], [Diagnostic]) {
        guard String(validating: bytes, as: UTF8.self) != nil else {
            return ([], [.notUTF8(in: bytes[...], file: file)])
        }
        var (pieces, diagnostics) = TemplateScanner.scan(bytes, file: file)
        var open: [(tag: TemplateTag, before: [TemplateSyntax])] = []
        var nodes: [TemplateSyntax] = []
        for piece in pieces {
            guard case .tag(let tag) = piece else {
                if case .literal(let range) = piece { nodes.append(.literal(Array(bytes[range]))) }
                continue
            }
            switch tag.kind {
            case .escaped, .raw: nodes.append(.variable(tag))
            case .partial: nodes.append(.partial(tag))
            case .comment: break
            case .section, .inverted:
                open.append((tag, nodes))
                nodes = []
            case .close:
                guard let last = open.popLast() else {
                    diagnostics.append(.closedWithoutOpening(tag, in: file))
                    continue
                }
                if last.tag.name != tag.name {
                    diagnostics.append(.mismatchedSection(last.tag, closedBy: tag, in: file))
                }
                nodes = last.before + [.section(last.tag, nodes)]
            }
        }
        while let last = open.popLast() {
            diagnostics.append(.unclosedSection(last.tag, in: file))
            nodes = last.before + [.section(last.tag, nodes)]
        }
        return (nodes, diagnostics)
    }
}

extension Diagnostic {
    fileprivate static func closedWithoutOpening(
        _ tag: TemplateTag, in file: String
    ) -> Diagnostic {
        Diagnostic(
            .error, "theme.section-not-open", at: SourceSpan(file: file, range: tag.range),
            en: "'\(tag.name)' is closed here but not open",
            ja: "「\(tag.name)」は開始されていないのに閉じられています")
    }

    fileprivate static func mismatchedSection(
        _ opening: TemplateTag, closedBy tag: TemplateTag, in file: String
    ) -> Diagnostic {
        Diagnostic(
            .error, "theme.section-mismatched", at: SourceSpan(file: file, range: tag.nameRange),
            en: "'\(tag.name)' closes the section '\(opening.name)'",
            ja: "「\(tag.name)」でセクション「\(opening.name)」を閉じています",
            notes: [
                Note(
                    at: SourceSpan(file: file, range: opening.range),
                    en: "'\(opening.name)' opens here", ja: "「\(opening.name)」はここで始まります")
            ],
            fix: .replace(with: opening.name))
    }

    fileprivate static func unclosedSection(_ tag: TemplateTag, in file: String) -> Diagnostic {
        Diagnostic(
            .error, "theme.section-unclosed", at: SourceSpan(file: file, range: tag.range),
            en: "the section '\(tag.name)' is never closed",
            ja: "セクション「\(tag.name)」が閉じられていません",
            fix: .advice(
                en: "put '{{/\(tag.name)}}' where it ends",
                ja: "セクションの終わりに「{{/\(tag.name)}}」を入れてください"))
    }
}
