import ArgumentParser
import Building
import Content
import Core
import Labels

/// `hakusho labels explain`: how the label of one item came about, and which outputs hold it.
struct LabelsExplainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Show how an item's label came about.")

    @Argument(
        help: """
            A page, an upload, a whitepaper or one of its files: its path in the project, its path \
            below pages/ or uploads/, or its URL.
            """, completion: .file())
    var path: String

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let surveyed = try LabelsSurveying(options: options).survey()
        guard let item = surveyed.item(named: plain(path)) else {
            let nearest = surveyed.nearest(to: plain(path))
            throw options.misuse(
                Message(
                    en: "there is no item '\(path)'"
                        + (nearest.map { "; did you mean '\($0)'?" } ?? ""),
                    ja: "「\(path)」という項目はありません"
                        + (nearest.map { "。「\($0)」のことですか" } ?? "")))
        }
        let trace = surveyed.trace(of: item)
        let project = options.projectFolder
        var sources = SourceLines { file in try? readFile(project + "/" + file) }
        var output = ByteWriter()
        if options.format == .json {
            output.append(json: json(item, trace, surveyed, &sources), indented: true)
            output.append("\n" as StaticString)
        } else {
            append(item, trace, surveyed, &sources, to: &output)
        }
        try Report(options: options).print(output.bytes)
    }

    /// Without the project's folder before it, as a shell completes it.
    private func plain(_ path: String) -> String {
        let folder = options.projectFolder + "/"
        return path.hasPrefix(folder) ? String(path.dropFirst(folder.count)) : path
    }

    private func append(
        _ item: LabelSurvey.Item, _ trace: LabelTrace, _ survey: LabelSurvey,
        _ sources: inout SourceLines, to output: inout ByteWriter
    ) {
        let isJapanese = options.language == .ja
        let words = item.words.map { " (\($0.text(in: options.language.rawValue)))" } ?? ""
        let none = isJapanese ? "なし" : "none"
        output.append("\(item.path)\n")
        output.append("  \(isJapanese ? "ラベル" : "label"): \(item.label ?? none)\(words)\n")
        for step in trace.steps {
            let mark = step.holds ? "*" : " "
            let place = place(of: step.span, &sources)
            let kind = step.kind.words.text(in: options.language)
            output.append("  \(mark) \(kind): \(step.words)  \(place)\n")
        }
        for (name, absence) in zip(survey.outputs, item.absences) {
            let state =
                absence.map { isJapanese ? "なし（\($0.japanese)）" : "out (\($0.rawValue))" }
                ?? (isJapanese ? "あり" : "in")
            output.append("  \(isJapanese ? "出力" : "output") \(name): \(state)\n")
        }
    }

    private func place(of span: SourceSpan, _ sources: inout SourceLines) -> String {
        guard let range = span.range, let lines = sources.lines(of: span.file) else {
            return span.file
        }
        let position = lines.position(of: range.lowerBound)
        return "\(span.file):\(position.line):\(position.column)"
    }

    private func json(
        _ item: LabelSurvey.Item, _ trace: LabelTrace, _ survey: LabelSurvey,
        _ sources: inout SourceLines
    ) -> JSONValue {
        let steps = trace.steps.map { step -> JSONValue in
            var members: [(key: String, value: JSONValue)] = [
                ("kind", .string(step.kind.rawValue)), ("words", .string(step.words)),
                ("holds", .bool(step.holds)), ("file", .string(step.span.file)),
            ]
            if let range = step.span.range, let lines = sources.lines(of: step.span.file) {
                let position = lines.position(of: range.lowerBound)
                members.append(("line", .number(position.line)))
                members.append(("column", .number(position.column)))
            }
            return .object(members)
        }
        return [
            "version": 1, "item": item.json(outputs: survey.outputs), "steps": .array(steps),
        ]
    }
}
