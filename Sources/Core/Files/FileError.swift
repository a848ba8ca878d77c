package import SystemPackage

/// The machine's failure to do something with a file. Never the author's mistake.
package struct FileError: Error, Hashable, Sendable {
    /// What was attempted.
    package enum Operation: String, Sendable {
        case open, read, write, list
        case makeFolder = "make the folder"
        case remove, rename, link, lock
        case examine
    }

    /// What failed; decides the verb of the message.
    package let operation: Operation
    /// The path as it was given to the system.
    package let path: String
    /// The system's reason.
    package let cause: Errno

    /// Takes what was attempted, on which path, and the system's reason.
    package init(_ operation: Operation, _ path: String, _ cause: Errno) {
        self.operation = operation
        self.path = path
        self.cause = cause
    }
}

extension FileError: CustomStringConvertible {
    package var description: String { "cannot \(operation.rawValue) '\(path)': \(cause)" }

    /// The same for the two languages.
    package var message: Message {
        Message(en: description, ja: "「\(path)」を\(operation.japanese)できません（\(japaneseCause)）")
    }
}

extension FileError.Operation {
    fileprivate var japanese: String {
        switch self {
        case .open: "開くことが"
        case .read: "読み込むことが"
        case .write: "書き込むことが"
        case .list: "一覧に"
        case .makeFolder: "フォルダーとして作成"
        case .remove: "削除"
        case .rename: "名前変更"
        case .link: "リンク"
        case .lock: "ロック"
        case .examine: "確認"
        }
    }
}
