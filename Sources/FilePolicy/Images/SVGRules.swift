extension PolicyRule {
    static let svgRoot = PolicyRule(
        id: "svg-root",
        en: "the file does not begin with an 'svg' element, so it is no SVG image; export it "
            + "again from a drawing program",
        ja: "先頭が svg 要素ではないため、SVG 画像として扱えません。作図ソフトから書き出し直してください")

    static let svgNamespace = PolicyRule(
        id: "svg-namespace",
        en: "the 'svg' element lacks its attribute xmlns, without which browsers show no image; "
            + "write <svg xmlns=\"http://www.w3.org/2000/svg\" …>",
        ja: "svg 要素に xmlns 属性がないため、ブラウザーで画像として表示されません。"
            + "<svg xmlns=\"http://www.w3.org/2000/svg\" …> と書いてください")

    static func svgTooLarge(_ limit: Int) -> PolicyRule {
        PolicyRule(
            id: "svg-too-large",
            en: "the SVG image is larger than \(limit >> 20) MiB; simplify the drawing, or publish "
                + "it as a PNG picture",
            ja: "SVG 画像が \(limit >> 20) MiB を超えています。図を簡略にするか、PNG 画像として"
                + "公開してください")
    }

    static let svgEncoding = PolicyRule(
        id: "svg-encoding",
        en: "the SVG image is not written in UTF-8; save it as UTF-8",
        ja: "SVG 画像の文字コードが UTF-8 ではありません。UTF-8 で保存し直してください")

    static let svgExternalDoctype = PolicyRule(
        id: "svg-external-doctype",
        en: "the DOCTYPE of the SVG image fetches a file from outside; delete the DOCTYPE",
        ja: "SVG 画像の DOCTYPE が外部のファイルを読み込みます。DOCTYPE を削除してください")

    static func svgMalformed(line: Int) -> PolicyRule {
        PolicyRule(
            id: "svg-malformed",
            en: "the SVG image is broken at line \(line); export it again from a drawing program",
            ja: "SVG 画像が \(line) 行目で壊れています。作図ソフトから書き出し直してください")
    }

    static let svgScript = PolicyRule(
        id: "svg-script",
        en: "the SVG image holds a program that would run in the reader's browser; export it "
            + "again as a plain drawing",
        ja: "SVG 画像に、閲覧者のブラウザーで動くプログラムが含まれています。プログラムを含まない図として書き出し直してください")

    static let svgForeignContent = PolicyRule(
        id: "svg-foreign-content",
        en: "the SVG image holds a piece of a web page; export it again with its texts as plain "
            + "text or outlines",
        ja: "SVG 画像に Web ページの部品が埋め込まれています。文字を通常のテキストかアウトラインにして書き出し直してください")

    static func svgUnknownElement(_ name: String) -> PolicyRule {
        let name = name.disclosed ?? "?"
        return PolicyRule(
            id: "svg-unknown-element",
            en: "the SVG image holds the element '\(name)', which SVG does not know; export it "
                + "again as plain SVG",
            ja: "SVG 画像に、規格にない要素「\(name)」があります。標準の SVG 形式で書き出し直してください")
    }

    static let svgEventHandler = PolicyRule(
        id: "svg-event-handler",
        en: "the SVG image holds a program that runs when the image is shown or clicked; export "
            + "it again as a plain drawing",
        ja: "SVG 画像に、表示やクリックをきっかけに動くプログラムが含まれています。プログラムを含まない図として書き出し直してください")

    static let svgScriptLink = PolicyRule(
        id: "svg-script-link",
        en: "a link in the SVG image runs a program; take the link out",
        ja: "SVG 画像の中のリンクがプログラムを実行します。リンクを取り除いてください")

    static let svgExternalReference = PolicyRule(
        id: "svg-external-reference",
        en: "the SVG image fetches something from outside; embed its pictures and fonts, or turn "
            + "text into outlines, and export it again",
        ja: "SVG 画像が外部のファイルを読み込みます。画像を埋め込み、文字をアウトライン化して書き出し直してください")

    static let svgNestedDocument = PolicyRule(
        id: "svg-nested-document",
        en: "the SVG image holds a second document packed into an address; embed pictures as PNG "
            + "or JPEG only",
        ja: "SVG 画像の中に、別の文書がデータ URL として埋め込まれています。埋め込む画像は PNG か JPEG にしてください")

    static let svgAnimatedLink = PolicyRule(
        id: "svg-animated-link",
        en: "an animation in the SVG image changes a link or a program; take the animation out",
        ja: "SVG 画像のアニメーションが、リンク先やプログラムを書き換えます。アニメーションを取り除いてください")

    static let svgActiveStyle = PolicyRule(
        id: "svg-active-style",
        en: "a style in the SVG image loads other styles or runs a program; export it again with "
            + "plain attributes for its styles",
        ja: "SVG 画像のスタイル指定が、ほかのスタイルの読み込みやプログラムの実行をします。スタイルを属性として書き出し直してください")

    static let svgDoctype = PolicyRule(
        id: "svg-doctype",
        en: "the SVG image declares entities of its own, with which content can be hidden; delete "
            + "what stands between '[' and ']' in its DOCTYPE, or export it again",
        ja: "SVG 画像が独自の実体を宣言しており、内容を隠せる状態です。DOCTYPE の [ ] の中を削除するか、書き出し直してください")

    static let svgStylesheet = PolicyRule(
        id: "svg-stylesheet-instruction",
        en: "the SVG image asks for a style sheet of its own; embed the styles and export it again",
        ja: "SVG 画像が別のスタイルシートを指定しています。スタイルを埋め込んで書き出し直してください")

    static let svgBase = PolicyRule(
        id: "svg-base",
        en: "the SVG image changes where its links begin; delete the attribute 'xml:base'",
        ja: "SVG 画像がリンクの起点を変更しています。xml:base 属性を削除してください")
}
