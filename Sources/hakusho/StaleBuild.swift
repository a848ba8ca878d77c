import Core

/// What was read or taken over is not what it is now: everything is done anew.
struct StaleBuild: Error {}

/// The inputs changed in the second attempt, too, so nothing goes live.
struct ChangingInputs: Error {
    /// One of those that changed.
    let path: String

    var message: Message {
        Message(
            en: "files were written while they were read, twice in a row ('\(path)' for one);"
                + " what is live stays as it was. Run this again when nobody writes to them",
            ja: "読み込み中のファイルが、二度続けて書き換えられました（「\(path)」など）。"
                + "公開中の内容は元のままです。保存や同期が終わってから、もう一度実行してください")
    }
}
