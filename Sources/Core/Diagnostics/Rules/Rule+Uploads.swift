extension Rule {
    /// Codes of what the policy finds in files below Content/uploads.
    static let uploads: [Rule] = [
        Rule(
            .error, "upload.block-list", en: "unreadable line in a block-list",
            ja: "ブロックリストの読めない行",
            """
            A block-list holds one digest a line, with the file's size and a name: HASH:SIZE:NAME,
            as ClamAV's .hsb and .hdb files do. This line is in another form, so the file that it
            means would not be refused. Correct or remove the line.
            """,
            """
            ブロックリストは ClamAV の .hsb や .hdb と同じく、一行に「ハッシュ:サイズ:名前」を書きます。
            この行は形が違うため、意図したファイルを拒否できません。行を直すか削除してください。
            """),
        Rule(
            .error, "upload.changed", en: "file that changes while it is read",
            ja: "読み込み中のファイルの変更",
            """
            Somebody wrote to the file while Hakusho read it, so what was read may be half of the
            old file and half of the new one. Wait until it is complete, and run the command again.
            """,
            """
            読み込みの途中でファイルが書き換えられたため、新旧の内容が混ざっているおそれがあります。
            書き込みが終わってから、もう一度実行してください。
            """),
        Rule(
            .warning, "upload.classification-unknown", en: "unknown classification within a file",
            ja: "ファイル内の不明な分類",
            """
            An office program has recorded a classification within the file, and labels.yml does not
            say which level it is, so nobody can tell whether the file ranks too low here. Add the
            name to a profile of labels.yml.
            """,
            """
            Office ソフトがファイルに記録した分類の名前が labels.yml になく、ここでのラベルで足りるかどうか
            判断できません。labels.yml のプロファイルに、この名前がどのレベルに当たるかを書いてください。
            """),
        Rule(
            .error, "upload.classified-higher", en: "file classified above its label",
            ja: "ラベルより高い分類のファイル",
            """
            An office program has recorded within the file that it is more confidential than its
            label here says, so people would see it who must not. Give the file the higher label, or
            have its owner change the classification in the program.
            """,
            """
            Office ソフトがファイルに記録した分類のほうが、ここでのラベルより高くなっています。
            このままでは見てはならない人にも公開されます。ラベルを上げるか、ファイルの所有者に
            分類を変更してもらってください。
            """),
        Rule(
            .warning, "upload.discloses", en: "file that tells about people",
            ja: "個人がわかる情報を含むファイル",
            """
            The file holds more than it shows: who made it, where a picture was taken, or remarks.
            From JPEG and PNG images such information is taken out by itself; from this type it has
            to be removed in the program that made it. Where it may be known, the sidecar says
            'metadata: keep'.
            """,
            """
            作成者、撮影場所、コメントなど、表に見えない情報がファイルに含まれています。
            JPEG と PNG からは自動で取り除きますが、この種類では作成したソフトで削除する必要があります。
            公開してもかまわない場合は、補助ファイルに「metadata: keep」と書いてください。
            """),
        Rule(
            .warning, "upload.not-scanned", en: "files that no virus scanner has seen",
            ja: "ウイルス検査をしていないファイル",
            """
            The policy judges every file, and it is no virus scan. Name a virus scanner under
            'uploads' in site.yml; 'publish' asks for one. A site that gives this up says so with
            'accept_unscanned_files: true'.
            """,
            """
            ポリシーではすべてのファイルを確認していますが、それはウイルス検査ではありません。
            site.yml の uploads にウイルス検査エンジンを書いてください（publish では必須です）。
            検査をしないことにする場合は「accept_unscanned_files: true」と明記します。
            """),
        Rule(
            .error, "upload.refused", en: "file that the policy refuses",
            ja: "ポリシーで拒否されたファイル",
            """
            The policy for uploads refuses this file, whatever a virus scanner says of it: it is of
            a type that is not published, something else than its name says, damaged, or it holds
            something active such as a script or a macro. The message says which; save the file
            without it.
            """,
            """
            ウイルス検査の結果にかかわらず、ポリシーにより公開できないファイルです。公開しない種類である、
            名前と中身が違う、壊れている、スクリプトやマクロなど動作するものを含む、などの理由があります。
            メッセージに示した内容を取り除いて保存し直してください。
            """),
        Rule(
            .error, "upload.too-large", en: "file that is too large", ja: "大きすぎるファイル",
            """
            The file has more bytes than site.yml allows for one file (100M where it says nothing).
            Scanners have limits too, and pass over what lies beyond them. Make the file smaller, or
            raise 'max_size' of 'uploads', and the scanner's limit with it.
            """,
            """
            一つのファイルの大きさの上限（指定がなければ 100M）を超えています。ウイルス検査エンジンにも
            上限があり、超えた部分は検査されません。ファイルを小さくするか、uploads の max_size と
            エンジンの上限を合わせて引き上げてください。
            """),
        Rule(
            .note, "upload.unreferenced", en: "files that no page refers to",
            ja: "どのページからも参照されていないファイル",
            """
            These files lie below Content/uploads, and no page, menu or redirect refers to them, so
            no reader could find them; they are not published. Link to them, or remove them.
            """,
            """
            Content/uploads にありますが、ページ、メニュー、転送のどれからも参照されていないため、公開しません。
            ページからリンクするか、不要であれば削除してください。
            """),
        Rule(
            .error, "upload.unscannable", en: "file that nobody can look into",
            ja: "中身を確認できないファイル",
            """
            The file is encrypted, or packed in a way that is not read, so neither the policy nor a
            scanner can say what is in it. Save it without a password.
            """,
            """
            暗号化されているか、読み取れない方法で圧縮されているため、ポリシーでもウイルス検査エンジンでも
            中身を確認できません。パスワードを付けずに保存し直してください。
            """),
    ]
}
