import Core
import Scanning

/// Shows the verdicts on standard output, and what is wrong on standard error.
struct ScanReport {
    let report: Report
    let result: ScanResult

    private var language: MessageLanguage { report.options.language }

    func show() throws {
        switch report.options.format {
        case .text:
            var output = ByteWriter()
            for judgement in result.judgements { output.append(line(judgement) + "\n") }
            try report.print(output.bytes)
            report.show(result.diagnostics)
            report.tell(summary)
        case .json:
            var output = ByteWriter()
            output.append(json: json, indented: true)
            output.append("\n" as StaticString)
            try report.print(output.bytes)
        case .sarif, .junit, .github:
            if let document = report.document(result.diagnostics) { try report.print(document) }
        }
    }

    /// `clean`, a tab, the path, a tab, the reason. No path can bring a second line or column.
    private func line(_ judgement: Judgement) -> String {
        let verdict = judgement.verdict
        let fields = [
            verdict.word, judgement.name, verdict.reason.text(in: language),
        ]
        return fields.map(escaped).joined(separator: "\t")
    }

    private func escaped(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
        else { return text }
        return text.unicodeScalars.map { scalar in
            guard scalar.properties.generalCategory == .control else { return String(scalar) }
            let digits = String(scalar.value, radix: 16)
            return "\\u{\(digits)}"
        }.joined()
    }

    private var summary: Message {
        let words = ["infected", "refused", "unscannable", "failed", "policy-checked", "clean"]
        let names = ["感染", "公開不可", "検査不能", "検査失敗", "ウイルス検査なし", "問題なし"]
        let counts = words.map { word in result.judgements.count { $0.verdict.word == word } }
        let told = words.indices.filter { counts[$0] > 0 || words[$0] == "clean" }
        return Message(
            en: told.map { "\(counts[$0]) \(words[$0])" }.joined(separator: ", "),
            ja: told.map { "\(names[$0]) \(counts[$0])" }.joined(separator: "、"))
    }

    private var json: JSONValue {
        let counts = Dictionary(grouping: result.judgements) { $0.verdict.word }
        return [
            "version": 1,
            "engines": .array(result.engines.map(value)),
            "files": .array(result.judgements.map(value)),
            "diagnostics": report.json(result.diagnostics),
            "summary": .object(
                counts.sorted { $0.key < $1.key }.map { ($0.key, .number($0.value.count)) }),
        ]
    }

    private func value(_ engine: EngineState) -> JSONValue {
        let signatures = engine.identity?.signatures
        return [
            "name": .string(engine.name), "sound": .bool(engine.failure == nil),
            "version": engine.identity.map { .string($0.version) } ?? .null,
            "signatures": signatures.map { .string($0.version) } ?? .null,
            "signaturesTime": signatures?.time.map { .string($0.iso) } ?? .null,
            "failure": engine.failure.map { .string($0.message.text(in: language)) } ?? .null,
        ]
    }

    private func value(_ judgement: Judgement) -> JSONValue {
        [
            "file": .string(judgement.name), "verdict": .string(judgement.verdict.word),
            "reason": .string(judgement.verdict.reason.text(in: language)),
            "size": judgement.contents.map { .number($0.size) } ?? .null,
            "sha256": judgement.contents.map { .string($0.digest.hex) } ?? .null,
            "opinions": .array(
                judgement.opinions.map { opinion in
                    [
                        "engine": .string(opinion.engine),
                        "verdict": .string(opinion.verdict.word),
                        "reason": .string(opinion.verdict.reason.text(in: language)),
                        "remembered": .bool(opinion.isRemembered),
                    ]
                }),
        ]
    }
}
