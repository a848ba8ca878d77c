import Core

/// Rules on a file as a whole, and on what its name and its bytes say.
extension PolicyRule {
    static func tooLarge(_ limit: Int) -> PolicyRule {
        PolicyRule(
            id: "file-size",
            en: "the file is larger than \(limit >> 20) MiB; make it smaller, or split it",
            ja: "ファイルが \(limit >> 20) MiB を超えています。小さくするか、分割してください")
    }

    static let emptyFile = PolicyRule(
        id: "empty-file", en: "the file is empty; save it again from the program that made it",
        ja: "ファイルが空です (0 バイト)。作成したソフトで保存し直してください")

    static let blockedDigest = PolicyRule(
        id: "block-list",
        en: "the file is on the list of blocked files; tell whoever looks after security",
        ja: "ブロック対象の一覧に載っているファイルです。セキュリティ担当者に知らせてください")

    static func typeNotAllowed(_ type: FileType) -> PolicyRule {
        PolicyRule(
            id: "type-not-allowed",
            en: "the file is \(type.title.en), which this site does not publish",
            ja: "このファイルの種類は「\(type.title.ja)」です。このサイトでは公開できない形式です")
    }

    static func otherType(_ suffix: String, named: FileType, actual: FileType) -> PolicyRule {
        PolicyRule(
            id: "type-mismatch",
            en:
                "the name ends in '.\(suffix.legible)', but the file is \(actual.title.en); name it "
                + "'.\(actual.suffixes[0])', or save it as \(named.title.en)",
            ja: "名前は「.\(suffix.legible)」で終わりますが、中身は「\(actual.title.ja)」です。"
                + "「.\(actual.suffixes[0])」に変えるか、「\(named.title.ja)」として保存し直してください")
    }

    static func unknownSuffix(_ suffix: String, _ type: FileType) -> PolicyRule {
        PolicyRule(
            id: "unknown-extension",
            en: "files whose names end in '.\(suffix.legible)' are not published; if this is "
                + "\(type.title.en), name it '.\(type.suffixes[0])'",
            ja: "「.\(suffix.legible)」で終わる名前のファイルは公開できません。「\(type.title.ja)」であれば、"
                + "「.\(type.suffixes[0])」に変えてください")
    }

    static func noSuffix(_ type: FileType) -> PolicyRule {
        PolicyRule(
            id: "unknown-extension",
            en: "the name has no ending that says what the file is; if this is "
                + "\(type.title.en), name it '.\(type.suffixes[0])'",
            ja: "名前に、ファイルの種類を示す拡張子がありません。「\(type.title.ja)」であれば、"
                + "「.\(type.suffixes[0])」を付けてください")
    }

    /// The bytes are of no known type; the name may say more.
    static func unknownContent(_ suffix: String) -> PolicyRule {
        guard let named = FileType(suffix: suffix) else {
            return PolicyRule(
                id: "unknown-type",
                en: "nothing is known of files whose names end in '.\(suffix.legible)', so they "
                    + "are not published; save it in another format, such as PDF",
                ja: "「.\(suffix.legible)」で終わるファイルは種類がわからないため、公開できません。"
                    + "PDF など別の形式で保存し直してください")
        }
        return PolicyRule(
            id: "unknown-type",
            en: "the name ends in '.\(suffix.legible)', but the bytes are not \(named.title.en) "
                + "nor anything else that is known; the file may be damaged: export it again",
            ja: "名前は「.\(suffix.legible)」で終わりますが、中身は「\(named.title.ja)」ではなく、種類が"
                + "わかりません。壊れている可能性があります。書き出し直してください")
    }
}
