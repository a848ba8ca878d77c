package import Core
package import FilePolicy

/// What is known of one file's bytes.
package enum Verdict: Hashable, Sendable {
    /// Only the embedded policy judged; no engine looked for viruses.
    case policyChecked
    /// An engine whose self-test passed looked at all bytes and found nothing.
    case clean(EngineIdentity)
    /// Nothing was learnt about the file: the machine or the engine failed.
    case failed(ScanFailure)
    /// The engine cannot look inside: encrypted, or over one of its limits.
    case unscannable(Message)
    /// A rule of the policy forbids it, whatever an engine says.
    case refused(PolicyRule)
    /// An engine found something, by its name for it.
    case infected(name: String)

    /// The word for tools, and the first column of `hakusho scan`.
    package var word: String {
        switch self {
        case .policyChecked: "policy-checked"
        case .clean: "clean"
        case .failed: "failed"
        case .unscannable: "unscannable"
        case .refused: "refused"
        case .infected: "infected"
        }
    }

    /// The word for people who read Japanese.
    package var japaneseWord: String {
        switch self {
        case .policyChecked: "ポリシー確認のみ"
        case .clean: "問題なし"
        case .failed: "検査失敗"
        case .unscannable: "検査不能"
        case .refused: "公開不可"
        case .infected: "感染"
        }
    }

    /// Whether an engine vouches for the file.
    package var isClean: Bool {
        if case .clean = self { true } else { false }
    }

    /// The sentence behind the word.
    package var reason: Message {
        switch self {
        case .policyChecked:
            Message(
                en: "the policy allows it; no engine has scanned it",
                ja: "ポリシー上の問題はありませんが、ウイルス検査はしていません")
        case .clean(let identity): identity.message
        case .failed(let failure): failure.message
        case .unscannable(let why): why
        case .refused(let rule): rule.message
        case .infected(let name):
            Message(en: "'\(name)' was found", ja: "「\(name)」が検出されました")
        }
    }
}

extension Verdict {
    /// What several judges say together: the worst of their verdicts.
    ///
    /// From bad to good: *infected*, *refused*, *unscannable*, *failed*, *clean*,
    /// *policy-checked*. What one judge knows of the bytes stands whatever another could not
    /// say, and no repetition lifts it: so the first three come before *failed*, which may be
    /// otherwise in the next run. *Failed* comes before *clean*, since all must agree on clean.
    /// *Policy-checked* comes last, since it says less than *clean* and contradicts it never.
    /// Without any judge the verdict is *failed*.
    package static func combined(_ verdicts: some Sequence<Verdict>) -> Verdict {
        verdicts.enumerated().max {
            ($0.element.rank, -$0.offset) < ($1.element.rank, -$1.offset)
        }?.element ?? .failed(.noEngine)
    }

    /// The exit status of a run with this verdict as its worst: 0 where an engine found the
    /// file clean; 1 where the file must not be published; 2 where no engine could say.
    package var exitStatus: Int32 {
        switch self {
        case .clean: 0
        case .infected, .refused, .unscannable: 1
        case .failed, .policyChecked: 2
        }
    }

    private var rank: Int {
        switch self {
        case .policyChecked: 0
        case .clean: 1
        case .failed: 2
        case .unscannable: 3
        case .refused: 4
        case .infected: 5
        }
    }
}
