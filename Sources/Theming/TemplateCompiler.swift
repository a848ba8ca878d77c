import Core

/// Checks a template against its schema and resolves its names and partials.
///
/// Scopes are lexical: a name belongs to the innermost open section whose *schema* has it, and
/// when its value is absent there, nothing outside is looked up in its place.
struct TemplateCompiler {
    /// One file of the theme, parsed.
    struct File: Sendable {
        let path: String
        let syntax: [TemplateSyntax]
    }

    /// Partials by name.
    private let partials: [String: File]
    private var scopes: [ThemeSchema]
    /// The files that are being read, outermost first.
    private var including: [(name: String, path: String)] = []
    private var nodeCount = 0
    private var diagnostics: [Diagnostic] = []

    /// More nodes than this come from partials that include each other many times over.
    private static let nodeLimit = 100_000

    private init(partials: [String: File], schema: ThemeSchema) {
        self.partials = partials
        scopes = [schema]
    }

    /// Compiles `file` for values of `schema`.
    static func compile(
        _ file: File, partials: [String: File], schema: ThemeSchema
    ) -> ([TemplateNode], [Diagnostic]) {
        var compiler = TemplateCompiler(partials: partials, schema: schema)
        compiler.including = [("", file.path)]
        let nodes = compiler.compile(file.syntax)
        if compiler.nodeCount > nodeLimit {
            compiler.diagnostics.append(.tooLarge(at: SourceSpan(file: file.path)))
        }
        return (nodes, compiler.diagnostics)
    }

    private var path: String { including[including.count - 1].path }

    private mutating func compile(_ syntax: [TemplateSyntax]) -> [TemplateNode] {
        var nodes: [TemplateNode] = []
        for part in syntax {
            nodeCount += 1
            guard nodeCount <= Self.nodeLimit else { break }
            switch part {
            case .literal(let bytes): nodes.append(.literal(bytes))
            case .variable(let tag): nodes += variable(tag)
            case .section(let tag, let body): nodes += section(tag, body)
            case .partial(let tag): nodes += partial(tag)
            }
        }
        return Self.joiningLiterals(nodes)
    }

    private mutating func variable(_ tag: TemplateTag) -> [TemplateNode] {
        guard let name = resolve(tag) else { return [] }
        let isRaw = tag.kind == .raw
        switch name.meaning {
        case .value(.text) where !isRaw, .value(.html) where isRaw: return [.value(name.path)]
        case .value(.text): diagnostics.append(.textUnescaped(tag, in: path))
        case .value(.html): diagnostics.append(.htmlEscaped(tag, in: path))
        case .value, .presence: diagnostics.append(.notPrintable(tag, in: path))
        }
        return []
    }

    private mutating func section(_ tag: TemplateTag, _ syntax: [TemplateSyntax]) -> [TemplateNode]
    {
        guard let name = resolve(tag) else { return [] }
        let isInverted = tag.kind == .inverted
        let body: [TemplateNode]
        if let inner = name.scopeInside, !isInverted {
            scopes.append(inner)
            body = compile(syntax)
            scopes.removeLast()
        } else {
            body = compile(syntax)
        }
        return [
            .section(
                TemplateSection(
                    path: name.path, condition: name.condition, isInverted: isInverted, body: body))
        ]
    }

    /// Looks the tag's name up, and reports one that nothing within reach has.
    private mutating func resolve(_ tag: TemplateTag) -> TemplateName? {
        if let name = TemplateName(tag.name, in: scopes) { return name }
        let nearest = TemplateName.nearest(to: tag.name, in: scopes)
        diagnostics.append(.unknownVariable(tag, in: path, nearest: nearest))
        return nil
    }

    private mutating func partial(_ tag: TemplateTag) -> [TemplateNode] {
        guard let file = partials[tag.name] else {
            let nearest = nearestName(to: tag.name, in: partials.keys.sorted())
            diagnostics.append(.unknownPartial(tag, in: path, nearest: nearest))
            return []
        }
        guard !including.contains(where: { $0.name == tag.name }) else {
            diagnostics.append(.recursivePartial(tag, in: path))
            return []
        }
        including.append((tag.name, file.path))
        defer { including.removeLast() }
        return compile(file.syntax)
    }

    private static func joiningLiterals(_ nodes: [TemplateNode]) -> [TemplateNode] {
        var joined: [TemplateNode] = []
        for node in nodes {
            if case .literal(let more) = node, case .literal(let bytes) = joined.last {
                joined[joined.count - 1] = .literal(bytes + more)
            } else {
                joined.append(node)
            }
        }
        return joined
    }
}

extension Diagnostic {
    fileprivate static func unknownVariable(
        _ tag: TemplateTag, in file: String, nearest: String?
    ) -> Diagnostic {
        Diagnostic(
            .error, "theme.variable-unknown", at: SourceSpan(file: file, range: tag.nameRange),
            en: "templates see no '\(tag.name)' here",
            ja: "「\(tag.name)」はここでは使えない変数です",
            fix: nearest.map { .replace(with: $0) })
    }

    fileprivate static func unknownPartial(
        _ tag: TemplateTag, in file: String, nearest: String?
    ) -> Diagnostic {
        Diagnostic(
            .error, "theme.partial-unknown", at: SourceSpan(file: file, range: tag.nameRange),
            en: "the theme has no partial '\(tag.name)'",
            ja: "部分テンプレート「\(tag.name)」はこのテーマにありません",
            fix: nearest.map { .replace(with: $0) })
    }

    fileprivate static func recursivePartial(_ tag: TemplateTag, in file: String) -> Diagnostic {
        Diagnostic(
            .error, "theme.partial-recursive", at: SourceSpan(file: file, range: tag.nameRange),
            en: "the partial '\(tag.name)' includes itself",
            ja: "部分テンプレート「\(tag.name)」が自分自身を取り込んでいます")
    }

    fileprivate static func textUnescaped(_ tag: TemplateTag, in file: String) -> Diagnostic {
        Diagnostic(
            .error, "theme.text-unescaped", at: SourceSpan(file: file, range: tag.range),
            en: "'\(tag.name)' is plain text and must be escaped",
            ja: "「\(tag.name)」は文字列なのでエスケープが必要です",
            fix: .replace(with: "{{\(tag.name)}}"))
    }

    fileprivate static func htmlEscaped(_ tag: TemplateTag, in file: String) -> Diagnostic {
        Diagnostic(
            .error, "theme.html-escaped", at: SourceSpan(file: file, range: tag.range),
            en: "'\(tag.name)' is HTML and must not be escaped",
            ja: "「\(tag.name)」は HTML なのでエスケープしてはいけません",
            fix: .replace(with: "{{{\(tag.name)}}}"))
    }

    fileprivate static func notPrintable(_ tag: TemplateTag, in file: String) -> Diagnostic {
        Diagnostic(
            .error, "theme.value-not-printable", at: SourceSpan(file: file, range: tag.range),
            en: "'\(tag.name)' is no text: it can only be a section",
            ja: "「\(tag.name)」は文字列ではないため、セクションとしてのみ使えます",
            fix: .advice(
                en: "write '{{#\(tag.name)}}…{{/\(tag.name)}}'",
                ja: "「{{#\(tag.name)}}…{{/\(tag.name)}}」と書いてください"))
    }

    fileprivate static func tooLarge(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "theme.template-too-large", at: span,
            en: "with its partials the template has too many tags",
            ja: "部分テンプレートを含めたタグの数が多すぎます")
    }
}
