extension PolicyRule {
    static let pdfPolyglot = PolicyRule(
        id: "polyglot",
        en: "something else stands before or behind the PDF document; export the document again",
        ja: "PDF 文書の前か後ろに別のデータが付いています。文書から PDF を書き出し直してください")

    static let pdfMalformed = PolicyRule(
        id: "malformed-pdf",
        en: "the PDF document is broken; export it again",
        ja: "PDF 文書が壊れています。文書から PDF を書き出し直してください")

    static let pdfScript = PolicyRule(
        id: "pdf-javascript",
        en: "the PDF document holds a program (JavaScript); print it to a new PDF",
        ja: "PDF 文書にプログラム（JavaScript）が含まれています。「PDF として印刷」で作り直してください")

    static let pdfLaunch = PolicyRule(
        id: "pdf-launch",
        en: "the PDF document starts another program; print it to a new PDF",
        ja: "PDF 文書がほかのプログラムを起動します。「PDF として印刷」で作り直してください")

    static let pdfAttachment = PolicyRule(
        id: "pdf-attachment",
        en: "the PDF document holds other files; take them out and publish each by itself",
        ja: "PDF 文書にほかのファイルが添付されています。添付を取り除き、必要なら別のファイルとして公開してください")

    static let pdfMedia = PolicyRule(
        id: "pdf-media",
        en: "the PDF document holds a film, a sound or a 3D model; publish it as a file of its own",
        ja: "PDF 文書に動画、音声、3D モデルのいずれかが埋め込まれています。別のファイルとして公開してください")

    static let pdfForm = PolicyRule(
        id: "pdf-xfa",
        en: "the PDF document is a form that holds programs (XFA); print it to a new PDF",
        ja: "PDF 文書がプログラムを含むフォーム（XFA）です。「PDF として印刷」で作り直してください")

    static let pdfFormAction = PolicyRule(
        id: "pdf-form-action",
        en: "the PDF document sends or fetches what readers type into its form; take the form's "
            + "buttons out",
        ja: "PDF 文書のフォームが、入力内容の送信や取り込みをします。フォームのボタンを取り除いてください")

    static let pdfRemoteFile = PolicyRule(
        id: "pdf-remote-file",
        en: "the PDF document opens another file; link to that file's address on the Web instead",
        ja: "PDF 文書が別のファイルを開きます。代わりに、そのファイルの Web アドレスへリンクしてください")

    static let pdfLink = PolicyRule(
        id: "pdf-unsafe-link",
        en: "a link in the PDF document leads to a program or to a file on somebody's computer; "
            + "take the link out",
        ja: "PDF 文書の中に、プログラムやパソコン上のファイルを指すリンクがあります。リンクを取り除いてください")

    static let pdfOpenAction = PolicyRule(
        id: "pdf-open-action",
        en: "the PDF document does something by itself when it is opened; print it to a new PDF",
        ja: "PDF 文書が、開いたときに自動で何かを実行します。「PDF として印刷」で作り直してください")

    static let pdfPostScript = PolicyRule(
        id: "pdf-postscript",
        en: "the PDF document holds a program for printers (PostScript); print it to a new PDF",
        ja: "PDF 文書にプリンター用のプログラム（PostScript）が含まれています。「PDF として印刷」で作り直してください")

    /// What a name forbids wherever it stands in a dictionary.
    static let pdfNames: [String: PolicyRule] = [
        "JavaScript": .pdfScript, "JS": .pdfScript, "Launch": .pdfLaunch,
        "EmbeddedFile": .pdfAttachment, "EmbeddedFiles": .pdfAttachment,
        "FileAttachment": .pdfAttachment, "RichMedia": .pdfMedia, "RichMediaContent": .pdfMedia,
        "XFA": .pdfForm, "SubmitForm": .pdfFormAction, "ImportData": .pdfFormAction,
        "GoToR": .pdfRemoteFile, "GoToE": .pdfRemoteFile, "OPI": .pdfRemoteFile,
    ]

    /// What a name forbids as the type of an action, an annotation or a stream.
    static let pdfTypes: [String: PolicyRule] = [
        "Movie": .pdfMedia, "Sound": .pdfMedia, "Rendition": .pdfMedia, "Screen": .pdfMedia,
        "3D": .pdfMedia, "GoTo3DView": .pdfMedia, "PS": .pdfPostScript,
    ]
}
