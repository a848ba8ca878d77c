import Content
package import Core

/// Why nothing was learnt about a file: a failure of the machine or of the engine.
package enum ScanFailure: Error, Hashable, Sendable {
    /// No engine was asked.
    case noEngine
    /// The file could not be read.
    case file(FileError)
    /// The file was written to while it was read, or between two engines.
    case changed
    /// Nobody answers at that address.
    case unreachable(address: String, cause: String)
    /// No progress for so long.
    case silent(Duration)
    /// The connection ended before the answer.
    case closed
    /// What came is no answer of the protocol, or contradicts an earlier one.
    case badAnswer(String)
    /// The engine says that it failed.
    case engineError(String)
    /// A command that could not be started, or ended with another status than 0 and 1.
    case command(String)
    /// There is no program of that name.
    case noProgram(String)
    /// The engine judged a sample of the self-test wrongly.
    case selfTest(sample: String, verdict: String)
    /// The engine does not tell the age of its signatures.
    case signaturesUnknown
    case signaturesOld(Moment, days: Int)
    case signaturesFromTheFuture(Moment)
    /// The engine's signatures changed during the run, and what it has now will not do.
    indirect case changedDuringTheRun(ScanFailure)

    /// The sentence in both languages.
    package var message: Message {
        switch self {
        case .noEngine: Message(en: "no engine has scanned it", ja: "ウイルス検査エンジンがありません")
        case .file(let error): error.message
        case .changed:
            Message(en: "the file changed while it was read", ja: "読み込み中にファイルが変更されました")
        case .unreachable(let address, let cause):
            Message(
                en: "no engine answers at \(address) (\(cause))",
                ja: "\(address) のエンジンに接続できません（\(cause)）")
        case .silent(let limit):
            Message(
                en: "the engine made no progress for \(limit.written)",
                ja: "エンジンが \(limit.written) の間応答しませんでした")
        case .closed:
            Message(
                en: "the engine closed the connection before it answered",
                ja: "エンジンが応答する前に接続を切りました")
        case .badAnswer(let text):
            Message(
                en: "the engine's answer is not understood: '\(text)'",
                ja: "エンジンの応答を解釈できません: 「\(text)」")
        case .engineError(let text):
            Message(en: "the engine failed: \(text)", ja: "エンジンでエラーが起きました: \(text)")
        case .command(let text):
            Message(en: "the command failed: \(text)", ja: "コマンドが失敗しました: \(text)")
        case .noProgram(let name):
            Message(
                en: "there is no program '\(name)' that may be run; install it, or correct the "
                    + "command",
                ja: "実行できるプログラム「\(name)」がありません。インストールするか、コマンドの指定を直してください")
        case .selfTest(let sample, let verdict):
            Message(
                en: "the engine's self-test failed: it says '\(verdict)' of \(sample)",
                ja: "エンジンの自己診断に失敗しました: \(sample) を「\(verdict)」と判定しました")
        case .signaturesUnknown, .signaturesOld, .signaturesFromTheFuture: signatureMessage
        case .changedDuringTheRun(let failure):
            Message(
                en: "the engine's signatures changed during the run; now "
                    + failure.message.en,
                ja: "検査中にエンジンの定義ファイルが変わりました。" + failure.message.ja)
        }
    }

    private var signatureMessage: Message {
        switch self {
        case .signaturesOld(let time, let days):
            Message(
                en: "the engine's signatures are \(days) days old (\(time.iso)); update them",
                ja: "エンジンの定義ファイルが \(days) 日前のものです（\(time.iso)）。更新してください")
        case .signaturesFromTheFuture(let time):
            Message(
                en: "the engine's signatures are from the future (\(time.iso)); check the clocks",
                ja: "エンジンの定義ファイルの日時が未来になっています（\(time.iso)）。時計を確認してください")
        default:
            Message(
                en: "the engine does not tell how old its signatures are; to believe it all the "
                    + "same, write 'accept_unknown_signatures: true' for it",
                ja: "エンジンの定義ファイルの日付がわかりません。それを承知の上で使う場合は、このエンジンに"
                    + "「accept_unknown_signatures: true」と書いてください")
        }
    }

    /// What a peer wrote, for a message: at most 80 characters, none of them invisible.
    static func excerpt(_ bytes: some Sequence<UInt8>) -> String {
        let start = Array(bytes.prefix(80))
        let text = String(decoding: start, as: UTF8.self).unicodeScalars.map { scalar in
            scalar.value < 0x20 || scalar.value == 0x7F ? "·" as Unicode.Scalar : scalar
        }
        return String(String.UnicodeScalarView(text))
    }
}
