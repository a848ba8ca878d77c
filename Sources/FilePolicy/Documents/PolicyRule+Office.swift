/// Rules on office files.
extension PolicyRule {
    static let officeMacros = PolicyRule(
        id: "office-macros",
        en: "the document may hold macros, which are programs; save it as a document without "
            + "macros (.docx, .xlsx or .pptx)",
        ja: "マクロ (プログラム) を含みうる文書です。マクロなしの形式 (.docx、.xlsx、.pptx) で保存し直してください")

    static let officeActiveX = PolicyRule(
        id: "office-activex",
        en: "the document holds ActiveX controls, which run programs; delete them (Developer, "
            + "Design Mode), or save the document as PDF",
        ja: "プログラムを動かす ActiveX コントロールが含まれています。[開発] タブの [デザイン モード] で"
            + "削除するか、PDF として保存してください")

    static func officeEmbedded(_ name: String) -> PolicyRule {
        PolicyRule(
            id: "office-embedded",
            en: "another file is embedded in the document ('\(name.legible)'), which cannot be "
                + "looked through; replace it by a picture, or save the document as PDF",
            ja: "検査できない別のファイルが文書に埋め込まれています (「\(name.legible)」)。画像に置き換えるか、"
                + "文書を PDF として保存してください")
    }

    static func officeExternal(_ target: String) -> PolicyRule {
        PolicyRule(
            id: "office-external",
            en: "the document loads something from elsewhere when it is opened: "
                + "'\(target.legible)'; put it into the document, or break the link (File, Info, "
                + "Edit Links to Files)",
            ja: "文書を開くと外部のファイルを読み込みます (「\(target.legible)」)。文書に埋め込むか、"
                + "[ファイル]、[情報]、[ファイルへのリンクの編集] でリンクを解除してください")
    }

    static func officeLink(_ target: String) -> PolicyRule {
        PolicyRule(
            id: "office-link",
            en: "a link in the document leads to '\(target.legible)'; only links to web pages "
                + "(https) and mail addresses may stay",
            ja: "文書内のリンク先が「\(target.legible)」です。Web ページ (https) とメールアドレス以外への"
                + "リンクは削除してください")
    }

    static let officeDDE = PolicyRule(
        id: "office-dde",
        en: "the document calls another program for its data (DDE); replace the field or formula "
            + "by its value",
        ja: "文書が別のプログラムを呼び出してデータを取り込みます (DDE)。フィールドや数式を値に置き換えてください")

    static let officeCustomUI = PolicyRule(
        id: "office-custom-ui",
        en: "the document adds buttons of its own to the program's window, which run macros; copy "
            + "the contents into a new document",
        ja: "文書がアプリの画面に独自のボタンを追加します (マクロの実行に使われます)。新しい文書に内容を"
            + "コピーしてください")

    static let officeAddIn = PolicyRule(
        id: "office-add-in",
        en: "the document starts an add-in from the web; take the add-in out, or copy the "
            + "contents into a new document",
        ja: "文書が Web のアドインを起動します。アドインを外すか、新しい文書に内容をコピーしてください")

    static let officeConnection = PolicyRule(
        id: "office-connection",
        en: "the workbook fetches data from elsewhere (Data, Queries & Connections); delete the "
            + "connections",
        ja: "ブックが外部からデータを取得します。[データ] タブの [クエリと接続] で接続を削除してください")

    static let officeFetchingFormula = PolicyRule(
        id: "office-formula",
        en: "a formula of the workbook fetches something from the web (WEBSERVICE, IMAGE) as soon "
            + "as it is opened; replace it by its value",
        ja: "ブックの数式 (WEBSERVICE、IMAGE など) が、開いたときに Web からデータを取得します。"
            + "数式を値に置き換えてください")

    static let officeAction = PolicyRule(
        id: "office-action",
        en: "a click in the presentation starts a program or macro; delete that action (Insert, "
            + "Action)",
        ja: "スライド内のクリックでプログラムやマクロが起動します。[挿入] タブの [動作] で設定を削除してください")

    static func officeMalformed(_ name: String) -> PolicyRule {
        PolicyRule(
            id: "office-malformed",
            en: "the document is damaged ('\(name.legible)'); open it and save it again",
            ja: "文書が壊れています (「\(name.legible)」)。開いて保存し直してください")
    }

    static let officeDoctype = PolicyRule(
        id: "office-doctype",
        en: "the document holds a document type declaration, which office programs never write; "
            + "open it and save it again",
        ja: "Office アプリが書き出すことのない文書型宣言が含まれています。開いて保存し直してください")

    static let officeScript = PolicyRule(
        id: "office-macros",
        en: "the document holds macros, which are programs; delete them (Tools, Macros), or save "
            + "the document as PDF",
        ja: "文書にマクロ (プログラム) が含まれています。[ツール]、[マクロ] で削除するか、"
            + "PDF として保存してください")
}
