package import Core

/// Why a generation was not written, made live or found.
package enum GenerationError: Error, Sendable, Hashable {
    /// The machine failed.
    case file(FileError)
    /// Another run writes; its process id, where it is known.
    case locked(holder: Int?)
    /// `Site/current` is a file or a folder.
    case currentIsNoLink(String)
    /// `Site/current` leads to what is not a generation of this site.
    case currentLeadsElsewhere(String, target: String)
    /// The staged files are not those that were written: something else changed them.
    case stagedTreeChanged([TreeDifference])
    /// A generation is not what its manifest says; it does not go live.
    case damaged(Int, [TreeDifference])
    /// A generation has no manifest, or one that cannot be read.
    case withoutManifest(Int)
    /// No generation has this number; those that exist.
    case unknown(Int, existing: [Int])
    /// It is live already.
    case alreadyLive(Int)
    /// There is no earlier generation; the live one, if any.
    case nothingEarlier(live: Int?)
    /// The records show a number after which none follows.
    case numbersExhausted(Int)
    /// `commit` or `discard` was called before.
    case alreadyEnded

    /// Whether the machine, and not the request, is to blame.
    package var isMachineFailure: Bool {
        switch self {
        case .file, .locked, .stagedTreeChanged, .numbersExhausted, .alreadyEnded: true
        default: false
        }
    }
}

extension GenerationError: CustomStringConvertible {
    package var description: String { message.en }

    /// The reason, for people.
    package var message: Message {
        switch self {
        case .file(let error): error.message
        case .locked(let holder): Self.locked(holder)
        case .currentIsNoLink(let path): Self.currentIsNoLink(path)
        case .currentLeadsElsewhere(let path, let target): Self.leadsElsewhere(path, target)
        case .stagedTreeChanged(let differences): Self.stagedTreeChanged(differences)
        case .damaged(let number, let differences): Self.damaged(number, differences)
        case .withoutManifest(let number): Self.withoutManifest(number)
        case .unknown(let number, let existing): Self.unknown(number, existing)
        case .alreadyLive(let number):
            Message(
                en: "generation \(number) is live already", ja: "第 \(number) 世代はすでに公開中です")
        case .nothingEarlier(let live): Self.nothingEarlier(live)
        case .numbersExhausted(let number):
            Message(
                en: "no number follows generation \(number), which the records in Site show",
                ja: "Site の記録に第 \(number) 世代があり、次の番号を付けられません")
        case .alreadyEnded:
            Message(
                en: "this generation was committed or discarded before",
                ja: "この世代はすでに確定または破棄されています")
        }
    }

    private static func locked(_ holder: Int?) -> Message {
        let en = holder.map { "(process \($0)) " } ?? ""
        let ja = holder.map { "（プロセス \($0)）" } ?? ""
        return Message(
            en: "another run \(en)is writing this site; wait until it ends",
            ja: "別の実行\(ja)がこのサイトを書き込み中です。終わるまでお待ちください")
    }

    private static func currentIsNoLink(_ path: String) -> Message {
        Message(
            en: "'\(path)' is not a symbolic link, and is left as it is; move it away to go on",
            ja: "「\(path)」がシンボリックリンクではないため、そのまま残しました。"
                + "続けるには別の場所に移してください")
    }

    private static func leadsElsewhere(_ path: String, _ target: String) -> Message {
        Message(
            en: "'\(path)' leads to '\(target)', which is no generation of this site, and is left"
                + " as it is; move it away to go on",
            ja: "「\(path)」のリンク先「\(target)」がこのサイトの世代ではないため、そのまま残しました。"
                + "続けるには別の場所に移してください")
    }

    private static func stagedTreeChanged(_ differences: [TreeDifference]) -> Message {
        Message(
            en: "files changed while they were being published (\(summary(differences).en));"
                + " what is live stays as it was",
            ja: "公開処理中にファイルが変わりました（\(summary(differences).ja)）。"
                + "公開中の内容は元のままです")
    }

    private static func damaged(_ number: Int, _ differences: [TreeDifference]) -> Message {
        Message(
            en: "generation \(number) is not what its manifest says"
                + " (\(summary(differences).en)) and cannot go live",
            ja: "第 \(number) 世代の内容がマニフェストと一致しないため（\(summary(differences).ja)）、"
                + "公開できません")
    }

    private static func withoutManifest(_ number: Int) -> Message {
        Message(
            en: "generation \(number) has no readable manifest.json and cannot go live",
            ja: "第 \(number) 世代に読み込める manifest.json がないため、公開できません")
    }

    private static func unknown(_ number: Int, _ existing: [Int]) -> Message {
        let list = existing.map(String.init)
        return Message(
            en: "there is no generation \(number)"
                + (list.isEmpty ? "" : "; there are " + list.joined(separator: ", ")),
            ja: "第 \(number) 世代はありません"
                + (list.isEmpty ? "" : "（あるのは " + list.joined(separator: "、") + " です）"))
    }

    private static func nothingEarlier(_ live: Int?) -> Message {
        guard let live else {
            return Message(
                en: "no generation is live, so there is none before it; name one",
                ja: "公開中の世代がないため、その前の世代もありません。番号を指定してください")
        }
        return Message(
            en: "there is no generation before \(live), the live one",
            ja: "公開中の第 \(live) 世代より前の世代はありません")
    }

    /// The first differences in words.
    private static func summary(_ differences: [TreeDifference]) -> Message {
        let shown = differences.prefix(3).map(\.message)
        let more = differences.count - shown.count
        return Message(
            en: shown.map(\.en).joined(separator: ", ") + (more > 0 ? " and \(more) more" : ""),
            ja: shown.map(\.ja).joined(separator: "、") + (more > 0 ? "、ほか \(more) 件" : ""))
    }
}

extension TreeDifference {
    /// The difference, for people.
    package var message: Message {
        switch self {
        case .missing(let path):
            Message(en: "'\(path)' is missing", ja: "「\(path)」がない")
        case .unexpected(let path):
            Message(en: "'\(path)' is too many", ja: "「\(path)」が余分")
        case .changed(let path):
            Message(en: "'\(path)' has changed", ja: "「\(path)」が変わっている")
        case .unreadable(_, let error): error.message
        }
    }
}
