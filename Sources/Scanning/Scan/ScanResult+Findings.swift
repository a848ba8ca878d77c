package import Core

extension ScanResult {
    /// One for each engine that failed and each sample that is not clean.
    package var diagnostics: [Diagnostic] {
        if engines.isEmpty, !isPolicyOnly { return [.noEngine] }
        let all = diagnostics(isRequired: true, notes: { _ in [] })
        // Who asks for the policy alone knows that no engine has looked.
        return isPolicyOnly ? all.filter { $0.code != "scan.policy-only" } : all
    }

    /// The same, where it matters less that an engine failed, and with more notes for a sample.
    ///
    /// - Parameters:
    ///   - isRequired: Whether it is an error that nothing was learnt; else a warning.
    ///   - notes: What else is to be said of a sample, by its name.
    package func diagnostics(
        isRequired: Bool, notes: (String) -> [Diagnostic.Note]
    ) -> [Diagnostic] {
        var found = engines.compactMap { engine in
            engine.failure.map { Diagnostic.engineFailed(engine.name, $0, isRequired) }
        }
        let told = Set(engines.compactMap(\.failure))
        for judgement in judgements {
            // An engine's own failure is told once, not for each of 2,000 files.
            if case .failed(let failure) = judgement.verdict, told.contains(failure) { continue }
            let finding = Diagnostic.finding(
                judgement, isRequired: isRequired, notes: notes(judgement.name))
            if let finding { found.append(finding) }
        }
        return found
    }
}

extension Diagnostic {
    fileprivate static func finding(
        _ judgement: Judgement, isRequired: Bool, notes more: [Note]
    ) -> Diagnostic? {
        let span = SourceSpan(file: judgement.name)
        let reason = judgement.verdict.reason
        switch judgement.verdict {
        case .clean: return nil
        case .infected:
            return Diagnostic(
                .error, "scan.infected", at: span,
                en: "the file is infected: \(reason.en)", ja: "ファイルが感染しています。\(reason.ja)",
                notes: notes(judgement) + digestNote(judgement) + more,
                fix: .advice(
                    en: "do not open it; take it away, and find out where it came from",
                    ja: "ファイルを開かずに取り除き、入手元を確認してください"))
        case .refused:
            return Diagnostic(
                .error, "scan.refused", at: span,
                en: "the file is refused: \(reason.en)", ja: "このファイルは公開できません。\(reason.ja)",
                notes: more)
        case .unscannable:
            return Diagnostic(
                .error, "scan.unscannable", at: span,
                en: "the file cannot be scanned: \(reason.en)", ja: "ファイルを検査できません。\(reason.ja)",
                notes: notes(judgement) + more)
        case .failed:
            return Diagnostic(
                isRequired ? .error : .warning, "scan.failed", at: span,
                en: "the file was not scanned: \(reason.en)", ja: "ファイルの検査に失敗しました。\(reason.ja)",
                notes: more)
        case .policyChecked:
            return Diagnostic(
                .error, "scan.policy-only", at: span,
                en: "no engine has scanned the file", ja: "このファイルはウイルス検査を受けていません",
                notes: more)
        }
    }

    /// By its digest a file is known wherever else it lies.
    private static func digestNote(_ judgement: Judgement) -> [Note] {
        judgement.contents.map {
            [Note(en: "SHA-256: \($0.digest.hex)", ja: "SHA-256: \($0.digest.hex)")]
        }
            ?? []
    }

    private static func notes(_ judgement: Judgement) -> [Note] {
        judgement.opinions.map { opinion in
            Note(
                en: "\(opinion.engine): \(opinion.verdict.word)",
                ja: "\(opinion.engine): \(opinion.verdict.japaneseWord)")
        }
    }

    fileprivate static func engineFailed(
        _ name: String, _ failure: ScanFailure, _ isRequired: Bool
    ) -> Diagnostic {
        Diagnostic(
            isRequired ? .error : .warning, "scan.engine-failed", at: nil,
            en: "engine '\(name)' is not believed: \(failure.message.en)",
            ja: "エンジン「\(name)」の判定は使えません。\(failure.message.ja)")
    }

    /// Nobody is there to scan what has to be scanned.
    package static var noEngine: Diagnostic {
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
