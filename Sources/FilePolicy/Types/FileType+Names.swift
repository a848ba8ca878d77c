package import Core

extension FileType {
    /// How names of such files end, in lower case, without the dot; the usual ending first.
    package var suffixes: [String] {
        switch self {
        case .jpeg: ["jpg", "jpeg"]
        case .text: ["txt", "md"]
        case .csv: ["csv", "tsv"]
        case .mp4: ["mp4", "m4v", "m4a"]
        default: [rawValue]
        }
    }

    /// The type that a name promises.
    ///
    /// - Parameter suffix: The name's part after its last dot, in lower case.
    package init?(suffix: String) {
        guard let type = Self.allCases.first(where: { $0.suffixes.contains(suffix) }) else {
            return nil
        }
        self = type
    }

    /// What such a file is called in a sentence.
    package var title: Message {
        switch self {
        case .png: Message(en: "a PNG picture", ja: "PNG 画像")
        case .jpeg: Message(en: "a JPEG picture", ja: "JPEG 画像")
        case .gif: Message(en: "a GIF picture", ja: "GIF 画像")
        case .webp: Message(en: "a WebP picture", ja: "WebP 画像")
        case .avif: Message(en: "an AVIF picture", ja: "AVIF 画像")
        case .ico: Message(en: "an icon (ICO)", ja: "アイコン (ICO)")
        case .svg: Message(en: "an SVG drawing", ja: "SVG 画像")
        case .pdf: Message(en: "a PDF document", ja: "PDF 文書")
        case .docx: Message(en: "a Word document (docx)", ja: "Word 文書 (docx)")
        case .xlsx: Message(en: "an Excel workbook (xlsx)", ja: "Excel ブック (xlsx)")
        case .pptx: Message(en: "a PowerPoint presentation (pptx)", ja: "PowerPoint (pptx)")
        case .odt: Message(en: "an OpenDocument text (odt)", ja: "OpenDocument テキスト (odt)")
        case .ods: Message(en: "an OpenDocument spreadsheet (ods)", ja: "OpenDocument 表計算 (ods)")
        case .odp:
            Message(
                en: "an OpenDocument presentation (odp)",
                ja: "OpenDocument プレゼンテーション (odp)")
        case .zip: Message(en: "a zip archive", ja: "zip ファイル")
        case .text: Message(en: "plain text", ja: "テキスト")
        case .csv: Message(en: "a table of values (csv)", ja: "CSV ファイル")
        case .json: Message(en: "JSON data", ja: "JSON データ")
        case .mp4: Message(en: "an MP4 video", ja: "MP4 動画")
        case .webm: Message(en: "a WebM video", ja: "WebM 動画")
        case .mp3: Message(en: "an MP3 recording", ja: "MP3 音声")
        case .woff2: Message(en: "a WOFF2 font", ja: "WOFF2 フォント")
        case .vtt: Message(en: "subtitles (WebVTT)", ja: "字幕 (WebVTT)")
        }
    }

    /// Whether such files are zip files inside.
    var isZipped: Bool {
        switch self {
        case .docx, .xlsx, .pptx, .odt, .ods, .odp, .zip: true
        default: false
        }
    }

    /// Whether such files are text without a signature, so that only their name tells the type.
    var isPlainText: Bool {
        switch self {
        case .text, .csv, .json, .vtt: true
        default: false
        }
    }
}
