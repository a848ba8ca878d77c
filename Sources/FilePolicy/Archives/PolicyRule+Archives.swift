import Core

/// Rules on archives.
extension PolicyRule {
    /// The same rule, saying in which member it is broken.
    func inMember(_ name: String) -> PolicyRule {
        PolicyRule(
            id: id, en: "'\(name.legible)' inside it: \(message.en)",
            ja: "中の「\(name.legible)」: \(message.ja)")
    }

    /// The same rule, broken by the name of a folder that holds the file.
    func ofFolder(_ name: String) -> PolicyRule {
        PolicyRule(
            id: id, en: "the folder '\(name.legible)': \(message.en)",
            ja: "フォルダー「\(name.legible)」: \(message.ja)")
    }

    static let zipMalformed = PolicyRule(
        id: "zip-malformed", en: "the archive is cut off or damaged; make it again",
        ja: "zip の構造が途中で切れているか、壊れています。作り直してください")

    static let zip64 = PolicyRule(
        id: "zip-zip64",
        en: "the archive is in the form for huge files (zip64), into which scanners do not look; "
            + "make it again with another program",
        ja: "巨大なファイル用の形式 (zip64) で、ウイルス検査では中身を調べられません。別のソフトで作り直してください")

    static func zipMethod(_ name: String) -> PolicyRule {
        PolicyRule(
            id: "zip-method",
            en: "'\(name.legible)' is packed by an unusual method, into which scanners do not "
                + "look; make the archive again with the usual one (Deflate)",
            ja: "「\(name.legible)」が特殊な方式で圧縮されており、中身を検査できません。"
                + "一般的な方式 (Deflate) で作り直してください")
    }

    static func zipMismatch(_ name: String) -> PolicyRule {
        PolicyRule(
            id: "zip-mismatch",
            en: "the archive says two different things about '\(name.legible)', so that programs "
                + "would unpack different files; make it again",
            ja: "「\(name.legible)」についての情報が zip 内で食い違っており、ソフトによって異なるファイルが"
                + "取り出されるおそれがあります。作り直してください")
    }

    static let zipLeading = PolicyRule(
        id: "zip-leading",
        en: "there is something before the archive's first file; make the archive again",
        ja: "zip の先頭に余分なデータがあります。作り直してください")

    static let zipTrailing = PolicyRule(
        id: "zip-trailing",
        en: "there is something after the archive's end; make the archive again",
        ja: "zip の末尾に余分なデータがあります。作り直してください")

    static let zipGap = PolicyRule(
        id: "zip-gap",
        en: "something is hidden between the archive's files; make the archive again",
        ja: "zip 内のファイルの間に余分なデータがあります。作り直してください")

    static let zipOverlap = PolicyRule(
        id: "zip-overlap",
        en: "files in the archive lie over each other, as in a zip bomb; do not unpack it",
        ja: "zip 内のファイルが重なり合っています (zip 爆弾の手口です)。展開しないでください")

    static let zipSecondEnd = PolicyRule(
        id: "zip-second-end",
        en: "a second archive is hidden in the archive's end; make the archive again",
        ja: "zip の末尾に別の zip が隠されています。作り直してください")

    static func zipDamaged(_ name: String) -> PolicyRule {
        PolicyRule(
            id: "zip-checksum",
            en: "'\(name.legible)' cannot be unpacked to what the archive says of it; make the "
                + "archive again",
            ja: "「\(name.legible)」を展開した結果が zip の記録と一致しません。作り直してください")
    }

    static func zipName(_ name: String) -> PolicyRule {
        PolicyRule(
            id: "zip-name",
            en: "the name '\(name.legible)' is not the UTF-8 that the archive says it is; make it "
                + "again",
            ja: "「\(name.legible)」という名前の文字コードが、zip の記録 (UTF-8) と異なります。作り直してください")
    }

    static let zipLongName = PolicyRule(
        id: "zip-long-name",
        en: "a path in the archive is longer than 1,024 bytes, which many systems cannot store; "
            + "shorten the names",
        ja: "zip 内のパスが 1,024 バイトより長く、保存できないシステムがあります。名前を短くしてください")

    static func zipPath(_ name: String) -> PolicyRule {
        PolicyRule(
            id: "zip-path",
            en: "'\(name.legible)' would be unpacked outside of the archive's own folder, or has a "
                + "name that is no path; make the archive again",
            ja: "「\(name.legible)」は展開先のフォルダーの外に出るか、パスとして正しくありません。"
                + "zip を作り直してください")
    }

    static func zipDuplicate(_ name: String) -> PolicyRule {
        PolicyRule(
            id: "zip-duplicate",
            en:
                "the archive holds two files with the name '\(name.legible)', where upper and lower "
                + "case count as one; rename one of them",
            ja: "「\(name.legible)」という名前のファイルが二つあります (大文字と小文字は区別しません)。"
                + "一方の名前を変えてください")
    }

    static func zipLink(_ name: String) -> PolicyRule {
        PolicyRule(
            id: "zip-link",
            en: "'\(name.legible)' is no file but a link or a device; put the file itself in the "
                + "archive",
            ja: "「\(name.legible)」はファイルではなく、リンクかデバイスです。ファイルそのものを入れてください")
    }

    static func zipLeftover(_ name: String) -> PolicyRule {
        PolicyRule(
            id: "zip-system-file",
            en: "macOS or Windows has put '\(name.legible)' into the archive, which nobody else "
                + "needs; delete it from the archive",
            ja: "macOS または Windows が自動で作る「\(name.legible)」が入っています。zip から削除してください")
    }

    static func archiveDepth(_ limit: Int) -> PolicyRule {
        PolicyRule(
            id: "archive-depth",
            en: "archives lie in archives more than \(limit) deep; unpack the inner ones",
            ja: "zip の中の zip が \(limit) 段を超えています。内側の zip を展開してください")
    }

    static let archiveEntries = PolicyRule(
        id: "archive-entries", en: "there are too many files in the archive; split it",
        ja: "zip 内のファイルが多すぎます。分割してください")

    static let archiveBytes = PolicyRule(
        id: "archive-size",
        en: "the archive would unpack to more than is looked through; split it",
        ja: "zip を展開した大きさが検査の上限を超えます。分割してください")

    static func archiveRatio(_ name: String) -> PolicyRule {
        PolicyRule(
            id: "archive-ratio",
            en: "'\(name.legible)' would unpack to far more than its size in the archive, as in a "
                + "zip bomb; do not unpack it",
            ja: "「\(name.legible)」は展開すると極端に大きくなります (zip 爆弾の特徴です)。展開しないでください")
    }
}
