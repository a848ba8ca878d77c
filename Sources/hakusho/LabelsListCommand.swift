import ArgumentParser
import Building
import Core
import Labels

/// `hakusho labels list`: what is in an output and what is not, and why.
struct LabelsListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List every item with its label, and where it is found.",
        discussion: """
            Columns are separated by tabs: with --output, in or out, the kind, the path, the label \
            and the reason; without, the kind, the path, the label and the outputs.
            """)

    @Option(help: "Only this output: what is in it, what is not, and why.")
    var output: String?

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let survey = try LabelsSurveying(options: options).survey()
        var text = ByteWriter()
        if let output {
            guard let index = survey.outputs.firstIndex(of: output) else {
                let nearest = nearestName(to: output, in: survey.outputs)
                let list = survey.outputs.joined(separator: ", ")
                throw options.misuse(
                    Message(
                        en: "there is no output '\(output)'"
                            + (nearest.map { "; did you mean '\($0)'?" } ?? "; there are \(list)"),
                        ja: "「\(output)」という出力はありません"
                            + (nearest.map { "。「\($0)」のことですか" } ?? "。出力: \(list)")))
            }
            if options.format == .text { append(survey, output: index, to: &text) }
        } else if options.format == .text {
            for item in survey.items {
                let names = zip(survey.outputs, item.absences).filter { $0.1 == nil }.map(\.0)
                let shown = names.isEmpty ? "-" : names.joined(separator: ",")
                text.append(
                    "\(item.kind.rawValue)\t\(item.path)\t\(item.label ?? "-")\t\(shown)\n")
            }
        }
        if options.format == .json { append(jsonOf: survey, to: &text) }
        try Report(options: options).print(text.bytes)
    }

    private func append(_ survey: LabelSurvey, output: Int, to text: inout ByteWriter) {
        let isJapanese = options.language == .ja
        for item in survey.items {
            let absence = item.absences[output]
            let state =
                absence == nil ? (isJapanese ? "あり" : "in") : (isJapanese ? "なし" : "out")
            let why = absence.map { "\t" + (isJapanese ? $0.japanese : $0.rawValue) } ?? ""
            text.append(
                "\(state)\t\(item.kind.rawValue)\t\(item.path)\t\(item.label ?? "-")\(why)\n")
        }
    }

    private func append(jsonOf survey: LabelSurvey, to text: inout ByteWriter) {
        let outputs = output.map { [$0] } ?? survey.outputs
        let items = survey.items.map { $0.json(outputs: survey.outputs, only: output) }
        text.append(
            json: [
                "version": 1, "outputs": .array(outputs.map(JSONValue.string)),
                "items": .array(items),
            ], indented: true)
        text.append("\n" as StaticString)
    }
}
