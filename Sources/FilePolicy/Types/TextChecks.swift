extension FilePolicy {
    /// The type of a text by its name; plain text where the name promises something else.
    func textType(suffix: String) -> FileType {
        guard let named = FileType(suffix: suffix), named.isPlainText else { return .text }
        return named
    }

    /// Checks what a type of text asks for.
    func examineText(_ bytes: ArraySlice<UInt8>, _ type: FileType, _ found: inout Examination) {
        switch type {
        case .json where !looksLikeJSON(bytes): found.refuse(.brokenJSON)
        case .vtt where !isWebVTT(bytes): found.refuse(.brokenVTT)
        default: break
        }
    }

    /// - Source: W3C WebVTT, section 4.1.
    private func isWebVTT(_ bytes: ArraySlice<UInt8>) -> Bool {
        let fields = ByteFields(fieldsWithoutMark(bytes))
        guard fields.has("WEBVTT"), isUTF8(bytes) else { return false }
        return [nil, 0x20, 0x09, 0x0A, 0x0D].contains(fields.byte(at: 6))
    }

    private func fieldsWithoutMark(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        ByteFields(bytes).has([0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes
    }
}

/// Whether the first kilobyte holds the test string with which virus scanners are tried.
///
/// - Source: EICAR, "Anti-Malware Testfile".
func hasEICAR(_ bytes: ArraySlice<UInt8>) -> Bool {
    // In two halves, so that no scanner refuses this program.
    let first = #"X5O!P%@AP[4\PZX54(P^)7CC)7}$"#
    let second = "EICAR-STANDARD-ANTIVIRUS-" + "TEST-FILE!$H+H*"
    return ByteFields(bytes.prefix(1024)).offset(of: Array((first + second).utf8)) != nil
}

extension PolicyRule {
    static let eicar = PolicyRule(
        id: "eicar", en: "the file is the EICAR test for virus scanners, not a file to publish",
        ja: "ウイルス検査ソフトの動作確認用ファイル (EICAR) です。公開するファイルではありません")

    fileprivate static let brokenJSON = PolicyRule(
        id: "json-malformed",
        en: "the file is not JSON in UTF-8; save it again from the program that made it",
        ja: "UTF-8 の JSON として読めません。作成したソフトで保存し直してください")

    fileprivate static let brokenVTT = PolicyRule(
        id: "vtt-malformed",
        en: "subtitles begin with a line 'WEBVTT' and are saved as UTF-8; this file is not so",
        ja: "字幕ファイルは「WEBVTT」の行で始まる UTF-8 のテキストですが、そうなっていません")
}
