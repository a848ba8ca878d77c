import Building
import Content
import Core
import Labels

/// What the panel shows of a page: its label, its time, what is wrong with it and with the site.
struct StateReport {
    private let look: Look
    private let path: String
    private let account: PageAccount?
    private let site: LiveSite?
    private var sources: SourceLines
    private var findingsJSON: DiagnosticJSON

    /// Most findings that are sent.
    private static let limit = 200

    /// - Parameter path: Of the open page, as the browser names it, decoded.
    init(_ look: Look, path: String) {
        self.look = look
        let site = look.site
        self.site = site
        self.path = Self.path(path, below: site?.basePath ?? "/")
        account = Self.account(look, at: self.path)
        let project = look.preview.setting.project
        let read = { (file: String) in try? readFile(project + "/" + file) }
        sources = SourceLines(read: read)
        findingsJSON = DiagnosticJSON(
            language: look.language, sources: SourceLines(read: read))
    }

    /// Of the page that is shown, or that would be if it were right.
    private static func account(_ look: Look, at path: String) -> PageAccount? {
        look.site.flatMap { site in
            site.account(at: path, in: look.view.output(in: site)) ?? site.wrongPage(at: path)
        }
    }

    private static func path(_ path: String, below base: String) -> String {
        path.hasPrefix(base) ? "/" + path.dropFirst(base.count) : path
    }

    private var language: MessageLanguage { look.language }

    /// The whole report.
    var json: JSONValue {
        var copy = self
        return copy.made()
    }

    private mutating func made() -> JSONValue {
        let findings = findings
        let shown = findings.enumerated().sorted { one, other in
            (rank(one.element), one.offset) < (rank(other.element), other.offset)
        }.prefix(Self.limit).map(\.element)
        return .object([
            ("language", .string(language.rawValue)),
            ("isChecking", .bool(look.state.isChecking)),
            ("isBroken", .bool(look.state.isBroken)),
            ("isOld", .bool(site.map { look.isOld(path, of: $0) } ?? false)),
            ("failure", look.state.failure.map { .string($0.text(in: language)) } ?? .null),
            ("view", view),
            ("page", account.map { page($0) } ?? .null),
            ("absentButIn", .array(otherOutputs.map { .string($0) })),
            ("counts", counts(findings)),
            ("findings", .array(shown.map { value(for: $0) })),
            ("more", .number(findings.count - shown.count)),
            (
                "words",
                .object(PanelWords.all.map { ($0.name, .string($0.message.text(in: language))) })
            ),
        ])
    }

    /// Of the day that is looked at.
    private var findings: [Diagnostic] {
        guard look.view.day != nil, let site else { return look.state.findings }
        return site.report.diagnostics
    }

    private func isHere(_ finding: Diagnostic) -> Bool {
        guard let account, let site else { return false }
        return site.concerns(finding, account)
    }

    /// What is to be mended first: what is wrong here, then what other findings may follow from.
    private func rank(_ finding: Diagnostic) -> Int {
        if isHere(finding) { return 0 }
        let file = finding.span?.file ?? ""
        let isSetting = file.hasSuffix(".yml") && !file.hasPrefix("Content/uploads/")
        if finding.severity == .error { return isSetting ? 1 : 2 }
        return isSetting ? 3 : 4
    }

    private func counts(_ findings: [Diagnostic]) -> JSONValue {
        [
            "errors": .number(findings.count { $0.severity == .error }),
            "warnings": .number(findings.count { $0.severity == .warning }),
        ]
    }

    private var view: JSONValue {
        [
            "output": site.map { .string(look.view.output(in: $0)) } ?? .null,
            "outputs": .array((site?.outputs ?? []).map { .string($0) }),
            "day": look.view.day.map { .string($0.iso) } ?? .null,
        ]
    }

    /// The outputs that have a page where this one has none.
    private var otherOutputs: [String] {
        guard account == nil, let site else { return [] }
        return site.outputs.filter { site.account(at: path, in: $0) != nil }
    }

    private mutating func page(_ account: PageAccount) -> JSONValue {
        let steps = account.labelSteps.map { step -> JSONValue in
            .object(
                [("words", .string(step.kind.words.text(in: language)))] + place(of: step.span))
        }
        return [
            "file": account.file.map { .string($0) } ?? .null,
            "label": account.label.map { .string($0.text(in: language.rawValue)) } ?? .null,
            "labelSteps": .array(steps),
            "states": .array(
                account.states.map {
                    ["name": .string($0.name), "words": .string($0.words.text(in: language))]
                }),
            "outputs": .array(account.outputs.map { .string($0) }),
        ]
    }

    private mutating func place(of span: SourceSpan) -> [(key: String, value: JSONValue)] {
        var members: [(key: String, value: JSONValue)] = [("file", .string(span.file))]
        if let range = span.range, let lines = sources.lines(of: span.file) {
            let line = lines.position(of: range.lowerBound).line
            members.append(("line", .number(line)))
        }
        return members
    }

    private mutating func value(for finding: Diagnostic) -> JSONValue {
        guard case .object(var members) = findingsJSON.value(for: finding) else { return .null }
        members.append(("isHere", .bool(isHere(finding))))
        if let range = finding.span?.range, let file = finding.span?.file,
            let lines = sources.lines(of: file)
        {
            let excerpt = SourceExcerpt(of: range, in: lines)
            members.append(("source", .string(excerpt.text)))
            members.append(("sourceBefore", .number(excerpt.before)))
            members.append(("sourceMarked", .number(excerpt.marked)))
        }
        return .object(members)
    }
}
