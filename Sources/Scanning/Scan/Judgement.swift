package import Core

/// All that a run knows of one sample.
package struct Judgement: Sendable {
    /// What one engine says.
    package struct Opinion: Sendable {
        /// The engine's name.
        package let engine: String
        /// What it says.
        package let verdict: Verdict
        /// Whether it said so in an earlier run, of the same bytes.
        package let isRemembered: Bool
    }

    /// The sample's name.
    package let name: String
    /// The bytes that were judged; nil where no engine read them to their end.
    package let contents: SampleContents?
    /// What all engines say together.
    package let verdict: Verdict
    /// One for each engine, in the order of the settings.
    package let opinions: [Opinion]
}

/// What became of one engine in a run.
package struct EngineState: Sendable {
    /// The engine's name.
    package let name: String
    /// What it says it is; nil where it did not answer.
    package let identity: EngineIdentity?
    /// Why none of its *clean* counts; nil for a sound engine.
    package let failure: ScanFailure?
}

/// What a run found.
package struct ScanResult: Sendable {
    /// In the order of the settings.
    package let engines: [EngineState]
    /// One for each sample, in their order.
    package let judgements: [Judgement]

    /// The worst of all verdicts, and of the engines' own state; `failed` for a run without
    /// any engine.
    package var exitStatus: Int32 {
        let worst = Verdict.combined(judgements.map(\.verdict))
        if !judgements.isEmpty, worst.exitStatus != 0 { return worst.exitStatus }
        return engines.isEmpty || engines.contains { $0.failure != nil } ? 2 : 0
    }

    /// One for each engine that failed and each sample that is not clean.
    package var diagnostics: [Diagnostic] {
        if engines.isEmpty { return [.noEngine] }
        var found: [Diagnostic] = []
        for engine in engines {
            if let failure = engine.failure { found.append(.engineFailed(engine.name, failure)) }
        }
        let told = Set(engines.compactMap(\.failure))
        for judgement in judgements {
            // An engine's own failure is told once, not for each of 2,000 files.
            if case .failed(let failure) = judgement.verdict, told.contains(failure) { continue }
            if let finding = Diagnostic.finding(judgement) { found.append(finding) }
        }
        return found
    }
}

extension Diagnostic {
    fileprivate static func finding(_ judgement: Judgement) -> Diagnostic? {
        let span = SourceSpan(file: judgement.name)
        let reason = judgement.verdict.reason
        switch judgement.verdict {
        case .clean: return nil
        case .infected:
            return Diagnostic(
                .error, "scan.infected", at: span,
                en: "the file is infected: \(reason.en)", ja: "ファイルが感染しています。\(reason.ja)",
                notes: notes(judgement),
                fix: .advice(
                    en: "do not open it; take it away, and find out where it came from",
                    ja: "ファイルを開かずに取り除き、入手元を確認してください"))
        case .refused:
            return Diagnostic(
                .error, "scan.refused", at: span,
                en: "the file is refused: \(reason.en)", ja: "このファイルは公開できません。\(reason.ja)")
        case .unscannable:
            return Diagnostic(
                .error, "scan.unscannable", at: span,
                en: "the file cannot be scanned: \(reason.en)", ja: "ファイルを検査できません。\(reason.ja)",
                notes: notes(judgement))
        case .failed:
            return Diagnostic(
                .error, "scan.failed", at: span,
                en: "the file was not scanned: \(reason.en)", ja: "ファイルの検査に失敗しました。\(reason.ja)")
        case .policyChecked:
            return Diagnostic(
                .error, "scan.policy-only", at: span,
                en: "no engine has scanned the file", ja: "このファイルはウイルス検査を受けていません")
        }
    }

    private static func notes(_ judgement: Judgement) -> [Note] {
        judgement.opinions.map { opinion in
            Note(
                en: "\(opinion.engine): \(opinion.verdict.word)",
                ja: "\(opinion.engine): \(opinion.verdict.word)")
        }
    }

    fileprivate static func engineFailed(_ name: String, _ failure: ScanFailure) -> Diagnostic {
        Diagnostic(
            .error, "scan.engine-failed", at: nil,
            en: "engine '\(name)' is not believed: \(failure.message.en)",
            ja: "エンジン「\(name)」の判定は使えません。\(failure.message.ja)")
    }

    fileprivate static var noEngine: Diagnostic {
        Diagnostic(
            .error, "scan.no-engine", at: nil,
            en: "no engine is named, neither in site.yml nor on the command line",
            ja: "ウイルス検査エンジンが、site.yml にもコマンドラインにも指定されていません",
            fix: .advice(
                en: "on Debian: 'apt-get install clamav-daemon', then write "
                    + "'uploads: {engines: [{clamd: {socket: /run/clamav/clamd.ctl}}]}' "
                    + "in site.yml, or pass --clamd /run/clamav/clamd.ctl",
                ja: "Debian では「apt-get install clamav-daemon」でインストールし、site.yml に"
                    + "「uploads: {engines: [{clamd: {socket: /run/clamav/clamd.ctl}}]}」と書くか、"
                    + "--clamd /run/clamav/clamd.ctl を指定してください"))
    }
}
