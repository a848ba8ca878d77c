extension Rule {
    /// Codes of a whitepaper's declaration, catalogue and folder.
    static let whitepaperFiles: [Rule] = [
        Rule(
            .error, "whitepaper.pdf-failed", en: "PDF that could not be made",
            ja: "作成できなかった PDF",
            """
            WeasyPrint could not make the PDF of this edition; the message has its own words. Often
            a picture is missing or damaged, or no font has some character.
            """,
            """
            この版の PDF を作成できませんでした。メッセージに WeasyPrint の出力を示しています。
            画像がない、壊れている、または文字に対応するフォントがない場合が多くあります。
            """),
        Rule(
            .warning, "whitepaper.pdf-printer", en: "no program for PDFs",
            ja: "PDF を作成するプログラムがない",
            """
            The whitepaper wants a PDF of each edition ('pdf: true'), and WeasyPrint is not on this
            machine. A build goes on without them, and a publication does not. Install it, or write
            'pdf: false'.
            """,
            """
            ホワイトペーパーに「pdf: true」とありますが、このマシンに WeasyPrint がありません。
            build は PDF なしで続けますが、publish は公開しません。インストールするか「pdf: false」にして
            ください。
            """),
        Rule(
            .error, "whitepaper.bad-csv", en: "catalogue that is not valid CSV",
            ja: "CSV の書き方の誤り",
            """
            The quotation marks of the catalogue do not pair up, so its columns cannot be told
            apart. Put a value with commas, quotation marks or line breaks in quotation marks, and
            double those within it.
            """,
            """
            管理策の一覧（CSV）の引用符の対応が取れておらず、列を区切れません。コンマ、引用符、改行を含む
            値は「"」で囲み、値の中の「"」は「""」と書いてください。
            """),
        Rule(
            .error, "whitepaper.bad-fact-key", en: "unusable name of a fact",
            ja: "ファクトの名前の誤り",
            """
            A fact's name stands in pages as {{fact:NAME}} and may have the letters a to z, digits,
            '.', '-' and '_' only.
            """,
            """
            ファクトの名前はページの中で {{fact:名前}} と書くため、使えるのは英数字と「.」「-」「_」だけです。
            """),
        Rule(
            .error, "whitepaper.bad-id", en: "unusable folder name", ja: "フォルダー名の誤り",
            """
            The folder's name is the whitepaper's id in commands and exports. Use the letters a to
            z, digits and '-'.
            """,
            """
            フォルダー名は、コマンドや書き出したデータでホワイトペーパーの ID として使われます。
            英小文字、数字、「-」だけを使ってください。
            """),
        Rule(
            .error, "whitepaper.bad-path", en: "unusable path", ja: "パスの誤り",
            """
            'path' says where the whitepaper is published. It begins and ends with '/', without
            spaces, '?', '#' and '%', for example /security/whitepaper/.
            """,
            """
            path はホワイトペーパーを公開する場所です。/security/whitepaper/ のように「/」で始めて
            「/」で終え、空白や「?」「#」「%」は含めません。
            """),
        Rule(
            .error, "whitepaper.bad-section-number", en: "not a section's number",
            ja: "節の番号の誤り",
            """
            A section's id is its number, such as 2, 2.2 or A.1; sections are sorted by it.
            """,
            """
            節の id には 2、2.2、A.1 のような番号を書きます。節はこの番号の順に並びます。
            """),
        Rule(
            .error, "whitepaper.catalogue-column", en: "wrong columns in the catalogue",
            ja: "管理策の一覧の列の誤り",
            """
            The catalogue's first line names its columns, and one of them is missing, unknown or
            there twice. The line is: id,title_ja,title_en,audience,iso27002_2022.
            """,
            """
            管理策の一覧の 1 行目には列の名前を書きますが、足りない列、使えない列、重複した列のいずれかが
            あります。1 行目は id,title_ja,title_en,audience,iso27002_2022 です。
            """),
        Rule(
            .error, "whitepaper.catalogue-row", en: "wrong row in the catalogue",
            ja: "管理策の一覧の行の誤り",
            """
            A row does not describe one control: it has too many or too few values, no title, or a
            number that is malformed or there twice.
            """,
            """
            行が一つの管理策を表していません。値の数が合わない、名称がない、番号の形が正しくない、
            または同じ番号が二度ある、のいずれかです。
            """),
        Rule(
            .error, "whitepaper.file-name", en: "file name and number differ",
            ja: "ファイル名と番号の不一致",
            """
            The file's name says one section or control and its front matter another, so one of the
            two is wrong. Rename the file, or correct the number.
            """,
            """
            ファイル名とフロントマターの番号が違っています。どちらかが誤りです。
            ファイル名を変えるか、番号を直してください。
            """),
        Rule(
            .error, "whitepaper.language-twice", en: "language given twice", ja: "言語の重複",
            """
            The whitepaper lists a language twice. Remove one of them.
            """,
            """
            ホワイトペーパーの言語の一覧に、同じ言語が二度書かれています。どちらかを削除してください。
            """),
        Rule(
            .error, "whitepaper.no-catalogue", en: "catalogue missing", ja: "管理策の一覧がない",
            """
            whitepaper.yml names a catalogue of controls that is not beside it, so it cannot be
            checked whether all controls are covered. Put the CSV file there, or correct the name.
            """,
            """
            whitepaper.yml に書かれた管理策の一覧が、同じフォルダーにありません。すべての管理策に記載が
            あるかを確かめられないため、CSV ファイルを置くか、名前を直してください。
            """),
        Rule(
            .error, "whitepaper.no-declaration", en: "no whitepaper.yml", ja: "whitepaper.yml がない",
            """
            A folder in whitepapers needs a whitepaper.yml with its title, product, standard, path
            and editions.
            """,
            """
            whitepapers のフォルダーには、title、product、standard、path、editions を書いた
            whitepaper.yml が必要です。
            """),
        Rule(
            .error, "whitepaper.no-front-matter", en: "file without front matter",
            ja: "フロントマターがない",
            """
            Each file of an edition begins with front matter that says which section or control it
            is. Begin it with '---', 'control: 12.3.1' (or 'id: "2.2"' and 'title: …') and '---'.
            """,
            """
            版の各ファイルの先頭には、どの節・管理策かを示すフロントマターが必要です。「---」の行の間に、
            管理策なら control: 12.3.1、節なら id: "2.2" と title: … を書いてください。
            """),
        Rule(
            .error, "whitepaper.no-item", en: "neither section nor control",
            ja: "節か管理策かが不明",
            """
            The front matter has neither 'control' nor 'id', so nobody knows where the text belongs.
            Add one of them.
            """,
            """
            フロントマターに control も id もないため、どこに載せる文章か分かりません。
            どちらかを加えてください。
            """),
        Rule(
            .error, "whitepaper.two-items", en: "section and control in one file",
            ja: "節と管理策が一つのファイルにある",
            """
            A file states one section or one control. Remove one of the keys 'id' and 'control', and
            put the other text into its own file.
            """,
            """
            一つのファイルには、節か管理策のどちらか一つを書きます。
            id と control の一方を削除し、もう一方の文章は別のファイルに移してください。
            """),
        Rule(
            .error, "whitepaper.unexpected-file", en: "file that does not belong here",
            ja: "置き場所の違うファイル",
            """
            Nothing reads a file of this name here, so it would not be published. Correct the name,
            or move it to where it belongs.
            """,
            """
            この場所では、この名前のファイルはどこからも読まれず、公開されません。
            名前を直すか、正しい場所に移してください。
            """),
        Rule(
            .error, "whitepaper.unknown-language", en: "undeclared language",
            ja: "宣言されていない言語",
            """
            The whitepaper uses a language that it, or the site, does not declare. Correct the code,
            or add the language to 'languages'.
            """,
            """
            ホワイトペーパーまたはサイトで宣言されていない言語が使われています。
            言語コードを直すか、languages に加えてください。
            """),
    ]
}
