package import Content
package import Core

extension Whitepaper {
    /// Reports frozen editions that say something else than when they were frozen.
    func checkFrozen() -> [Diagnostic] {
        guard let lock else { return [] }
        var diagnostics: [Diagnostic] = []
        for frozen in lock.editions {
            guard let edition = editions.first(where: { $0.version == frozen.version }) else {
                diagnostics.append(.entryGone(frozen, at: declaration.editionsSpan))
                continue
            }
            if edition.declaration.digest != frozen.history {
                diagnostics.append(.entryChanged(frozen, edition))
            }
            diagnostics += changedFiles(of: edition, since: frozen)
        }
        let last = editions.lastIndex { frozenVersions.contains($0.version) } ?? 0
        for edition in editions[..<last] where !frozenVersions.contains(edition.version) {
            diagnostics.append(.insertedBefore(editions[last].version, edition))
        }
        return diagnostics
    }

    /// Reports published editions that are not frozen.
    ///
    /// - Parameter day: Only editions published by then; nil asks for all that have a date.
    package func checkUnfrozen(on day: CalendarDate?) -> [Diagnostic] {
        let open = editions.filter { edition in
            guard let date = edition.date, !frozenVersions.contains(edition.version) else {
                return false
            }
            return day.map { date <= $0 } ?? true
        }
        return open.isEmpty ? [] : [.notFrozen(open, whitepaper: id)]
    }

    /// Whether there is a lock, be it damaged.
    package var hasLockFile: Bool { inputs.contains { $0.path == lockFile } }

    private func changedFiles(
        of edition: Edition, since frozen: WhitepaperLock.Frozen
    ) -> [Diagnostic] {
        var diagnostics: [Diagnostic] = []
        let next = nextVersion
        for file in edition.files {
            let old = frozen.texts.first {
                $0.anchor == file.key.anchor && $0.language == file.language
            }
            guard let old else {
                diagnostics.append(.fileAdded(file, to: edition.version, next: next))
                continue
            }
            let now = state(of: file, in: edition)
            let name = name(of: file.key)
            if now.source != old.source || (now.rendered == nil) != (old.rendered == nil) {
                diagnostics.append(.textChanged(name, file, in: edition.version, old, next: next))
            } else if now.rendered != old.rendered {
                let span = edition.item(file.key)?.control?.span
                diagnostics.append(.wordsChanged(name, file, in: edition.version, catalogue: span))
            }
        }
        for old in frozen.texts {
            let isThere = edition.files.contains {
                old.anchor == $0.key.anchor && old.language == $0.language
            }
            let name = fileName(of: old)
            let path = "\(folder)/editions/\(edition.version)/\(name)"
            // A file that is there and cannot be read has its own findings.
            if isThere || inputs.contains(where: { $0.path == path }) { continue }
            diagnostics.append(.fileRemoved(path, from: edition.version, old))
        }
        return diagnostics
    }

    private func fileName(of text: WhitepaperLock.Text) -> String {
        let suffix = text.language == languages[0] ? "" : "." + text.language
        return text.anchor.lowercased() + suffix + ".md"
    }

    /// The draft, or the version that would come next.
    package var nextVersion: String {
        guard let last = editions.last else { return "1.0" }
        if last.isDraft { return last.version }
        var numbers = DeclarationReading.numbers(last.version) ?? [0]
        numbers[numbers.count - 1] += 1
        return numbers.map(String.init).joined(separator: ".")
    }
}

extension Diagnostic {
    private static func note(_ span: SourceSpan?) -> [Note] {
        span.map { [Note(at: $0, en: "as it was frozen", ja: "凍結時の記録")] } ?? []
    }

    fileprivate static func textChanged(
        _ name: String, _ file: ItemFile, in version: String, _ old: WhitepaperLock.Text,
        next: String
    ) -> Diagnostic {
        Diagnostic(
            .error, "whitepaper.frozen-changed", at: file.text.span,
            en: "edition \(version) is frozen, but its text of '\(name)' (\(file.language)) is "
                + "not the one that was frozen",
            ja: "\(version) 版は凍結済みですが、「\(name)」の本文（\(file.language)）が凍結時と違います",
            notes: note(old.span), fix: .restore(file.file, name, next: next))
    }

    fileprivate static func wordsChanged(
        _ name: String, _ file: ItemFile, in version: String, catalogue: SourceSpan?
    ) -> Diagnostic {
        Diagnostic(
            .error, "whitepaper.frozen-changed", at: file.text.span,
            en: "edition \(version) is frozen, and readers would see other words in '\(name)' "
                + "(\(file.language)) than then, though the file is the same",
            ja: "\(version) 版は凍結済みですが、ファイルが同じでも「\(name)」（\(file.language)）の"
                + "表示が凍結時と変わります",
            notes: catalogue.map {
                [Note(at: $0, en: "its title comes from here", ja: "題名はここから取っています")]
            } ?? [],
            fix: .advice(
                en: "take back what changed its title or words: a title in the catalogue, or the "
                    + "version of hakusho",
                ja: "題名や表示を変えたもの（管理策の一覧の名称、または hakusho のバージョン）を"
                    + "元に戻してください"))
    }

    fileprivate static func fileAdded(
        _ file: ItemFile, to version: String, next: String
    ) -> Diagnostic {
        Diagnostic(
            .error, "whitepaper.frozen-files", at: SourceSpan(file: file.file),
            en: "edition \(version) is frozen, and this file was not in its folder then",
            ja: "\(version) 版は凍結済みで、このファイルは凍結時にはありませんでした",
            fix: .advice(
                en: "move it into the folder of a new edition, editions/\(next) (run 'hakusho "
                    + "whitepaper new \(next)' where it is not there yet)",
                ja: "新しい版のフォルダー editions/\(next) に移してください"
                    + "（まだなければ「hakusho whitepaper new \(next)」で作ります）"))
    }

    fileprivate static func fileRemoved(
        _ path: String, from version: String, _ old: WhitepaperLock.Text
    ) -> Diagnostic {
        Diagnostic(
            .error, "whitepaper.frozen-files", at: SourceSpan(file: path),
            en: "edition \(version) is frozen, but its file is gone",
            ja: "\(version) 版は凍結済みですが、そのファイルがなくなっています",
            notes: note(old.span),
            fix: .advice(
                en: "take it back from git: git restore \(path); a new edition withdraws with "
                    + "'withdrawn: true'",
                ja: "git から戻してください: git restore \(path)（廃止するときは、新しい版に"
                    + "「withdrawn: true」と書きます）"))
    }

    fileprivate static func entryChanged(
        _ frozen: WhitepaperLock.Frozen, _ edition: Edition
    ) -> Diagnostic {
        let date = edition.date?.iso ?? "-"
        let isMoved = date != frozen.date
        return Diagnostic(
            .error, "whitepaper.frozen-history", at: edition.declaration.version.span,
            en: "edition \(frozen.version) is frozen, but its entry in whitepaper.yml is not the "
                + "one that was frozen"
                + (isMoved ? ": its date was \(frozen.date), and is \(date)" : ""),
            ja: "\(frozen.version) 版は凍結済みですが、whitepaper.yml のこの版の項目が凍結時と違います"
                + (isMoved ? "（日付は \(frozen.date) でしたが、\(date) になっています）" : ""),
            notes: note(frozen.span),
            fix: .advice(
                en: "take back date, approver, summary and changes of \(frozen.version) as they "
                    + "were ('git diff' shows them)",
                ja: "\(frozen.version) 版の date、approver、summary、changes を元に戻してください"
                    + "（「git diff」で確かめられます）"))
    }

    fileprivate static func entryGone(
        _ frozen: WhitepaperLock.Frozen, at span: SourceSpan
    ) -> Diagnostic {
        Diagnostic(
            .error, "whitepaper.frozen-history", at: span,
            en: "edition \(frozen.version) is frozen, but whitepaper.yml does not list it any more",
            ja: "\(frozen.version) 版は凍結済みですが、whitepaper.yml にありません",
            notes: note(frozen.span),
            fix: .advice(
                en: "take its entry under 'editions' back from git",
                ja: "「editions」にあったこの版の項目を git から戻してください"))
    }

    fileprivate static func insertedBefore(_ version: String, _ edition: Edition) -> Diagnostic {
        Diagnostic(
            .error, "whitepaper.frozen-history", at: edition.declaration.version.span,
            en: "edition \(edition.version) was put before \(version), which is frozen and would "
                + "change with it",
            ja: "\(edition.version) 版が、凍結済みの \(version) 版より前に加えられています。"
                + "\(version) 版の内容が変わってしまいます",
            fix: .advice(
                en: "list it last, with a higher version", ja: "番号を大きくして、一覧の最後に移してください"))
    }

    fileprivate static func notFrozen(_ editions: [Edition], whitepaper: String) -> Diagnostic {
        let versions = editions.map(\.version)
        let last = versions[versions.count - 1]
        let isOne = versions.count == 1
        return Diagnostic(
            .warning, "whitepaper.not-frozen", at: editions[0].declaration.version.span,
            en: "\(isOne ? "edition" : "editions") \(versions.joined(separator: ", ")) of "
                + "'\(whitepaper)' \(isOne ? "is" : "are") published and not frozen, so \(isOne ? "it" : "they") "
                + "could change unseen",
            ja: "「\(whitepaper)」の \(versions.joined(separator: "、")) 版は公開済みですが、"
                + "凍結されていないため、変わっても気付けません",
            fix: .advice(
                en: "run 'hakusho whitepaper freeze \(last)' and commit whitepaper.lock",
                ja: "「hakusho whitepaper freeze \(last)」を実行し、whitepaper.lock をコミットしてください"))
    }
}

extension Diagnostic.Fix {
    /// Takes a file back, and says where its new words belong.
    fileprivate static func restore(_ file: String, _ name: String, next: String) -> Self {
        .advice(
            en: "take it back from git: git restore \(file); what is to be said now goes into a "
                + "new edition: hakusho whitepaper new \(next), then hakusho whitepaper edit "
                + "\(next) \(name)",
            ja: "git から戻してください: git restore \(file)。改める内容は新しい版に書きます: "
                + "hakusho whitepaper new \(next)、続けて hakusho whitepaper edit \(next) \(name)")
    }
}
