/// Rules on file names.
extension PolicyRule {
    static let emptyName = PolicyRule(
        id: "name-empty", en: "the file has no name", ja: "ファイル名がありません")

    static let longName = PolicyRule(
        id: "name-too-long",
        en: "the file's name is longer than 255 bytes, which many systems cannot store; shorten it",
        ja: "ファイル名が 255 バイトより長く、保存できないシステムがあります。名前を短くしてください")

    static let hiddenName = PolicyRule(
        id: "name-hidden",
        en: "the file's name begins with a dot, so that it is hidden; rename it",
        ja: "ファイル名が「.」で始まるため、隠しファイルになります。名前を変えてください")

    static let nameSpace = PolicyRule(
        id: "name-space",
        en: "the file's name begins or ends with a space; take the space away",
        ja: "ファイル名の先頭か末尾に空白があります。空白を取り除いてください")

    static let trailingDot = PolicyRule(
        id: "name-trailing-dot",
        en: "the file's name ends with a dot, which Windows drops; take the dot away",
        ja: "ファイル名の末尾に「.」があり、Windows では無視されます。「.」を取り除いてください")

    static let controlInName = PolicyRule(
        id: "name-control-character",
        en: "the file's name holds a control character, such as a line feed; type the name anew",
        ja: "ファイル名に改行などの制御文字が含まれています。名前を入力し直してください")

    static let directionInName = PolicyRule(
        id: "name-bidirectional",
        en: "the file's name holds a character that turns the direction of the text, which makes "
            + "'exe' at its end look like something else; type the name anew",
        ja: "ファイル名に文字の向きを変える制御文字が含まれています。拡張子の偽装に使われる文字です。"
            + "名前を入力し直してください")

    static let invisibleInName = PolicyRule(
        id: "name-invisible",
        en: "the file's name holds an invisible character; type the name anew",
        ja: "ファイル名に目に見えない文字が含まれています。名前を入力し直してください")

    static let forbiddenCharacter = PolicyRule(
        id: "name-forbidden-character",
        en:
            #"the file's name holds one of < > : " / \ | ? *, which Windows cannot store; rename it"#,
        ja: #"ファイル名に < > : " / \ | ? * のいずれかが含まれており、Windows では保存できません。"#
            + "名前を変えてください")

    static func reservedName(_ name: String) -> PolicyRule {
        PolicyRule(
            id: "name-reserved",
            en: "'\(name.legible)' is the name of a device on Windows, where nobody could save "
                + "the file; rename it",
            ja: "「\(name.legible)」は Windows の予約名で、Windows では保存できません。名前を変えてください")
    }

    static func serverFile(_ name: String) -> PolicyRule {
        PolicyRule(
            id: "name-server-file",
            en: "a file named '\(name.legible)' can change how the web server works; rename it, "
                + "or ask whoever runs the server",
            ja: "「\(name.legible)」は Web サーバーの動作を変えうる名前です。名前を変えるか、"
                + "サーバーの管理者に相談してください")
    }

    static func doubleExtension(_ inner: String) -> PolicyRule {
        PolicyRule(
            id: "name-double-extension",
            en: "'.\(inner.legible)' in the middle of the file's name makes some web "
                + "servers run the file as a program; take it out of the name",
            ja: "ファイル名の途中に「.\(inner.legible)」があると、Web サーバーがファイルをプログラムとして"
                + "実行することがあります。名前から取り除いてください")
    }
}
