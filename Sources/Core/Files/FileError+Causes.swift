import SystemPackage

extension FileError {
    /// The system's reason in Japanese; in the system's own words where it is a rare one.
    ///
    /// - Source: errno(3).
    var japaneseCause: String {
        switch cause {
        case .noSpace: "ディスクの空き容量がありません"
        case .diskQuotaExceeded: "ディスクの割り当て容量を超えました"
        case .readOnlyFileSystem: "読み取り専用のディスクです"
        case .permissionDenied, .notPermitted: "権限がありません"
        case .noSuchFileOrDirectory: "ファイルまたはフォルダーがありません"
        case .notDirectory: "フォルダーではありません"
        case .isDirectory: "ファイルではなくフォルダーです"
        case .fileExists: "同じ名前のものがすでにあります"
        case .ioError: "ディスクの入出力エラーです"
        case .fileNameTooLong: "名前が長すぎます"
        case .tooManyOpenFiles, .tooManyOpenFilesInSystem: "開いているファイルが多すぎます"
        case .tooManySymbolicLinkLevels: "シンボリックリンクです"
        default: cause.description
        }
    }
}
