import Content
import Core

/// Something that was published, and that some outputs have no more.
struct LostPlace {
    /// Why an output has lost a URL.
    enum Reason {
        /// Nothing in the project makes it any more.
        case vanished
        /// The page is there, but not published.
        case excluded(Message)
        /// It is there, but these outputs may not see it.
        case hidden
        /// The file is there, but no page of these outputs refers to it.
        case unreferenced

        /// Whether it may have become something else.
        var isGone: Bool {
            if case .vanished = self { true } else { false }
        }
    }

    /// What settles the loss.
    enum Repair {
        /// A line for redirects.yml; it is likely where its target was found.
        case line(String, isLikely: Bool)
        /// A label for an entry that is there already.
        case label(String, of: SourceSpan)
    }

    let url: String
    let anchor: String?
    /// Names of the outputs.
    let outputs: [String]
    /// The day of its first publication.
    let since: String
    /// Its line in the ledger.
    let line: SourceSpan
    let repair: Repair

    fileprivate var names: String { outputs.joined(separator: ", ") }

    fileprivate var note: Diagnostic.Note {
        .init(
            at: line, en: "published since \(since), says the ledger",
            ja: "台帳によると \(since) から公開されています")
    }

    fileprivate var fix: Diagnostic.Fix {
        switch repair {
        case .line(let line, isLikely: true):
            .edit(
                [TextEdit(file: "Content/redirects.yml", addingLine: line)],
                en: "add to Content/redirects.yml: \(line)",
                ja: "Content/redirects.yml に次の行を加えてください: \(line)")
        case .line(let line, isLikely: false):
            .advice(
                en: "bring it back, or add to Content/redirects.yml: \(line)",
                ja: "元に戻すか、Content/redirects.yml に次の行を加えてください: \(line)")
        case .label(let label, let entry):
            .advice(
                en: "write 'label: \(label)' into the entry in \(entry.file)",
                ja: "\(entry.file) の該当する項目に「label: \(label)」を加えてください")
        }
    }
}

extension Diagnostic {
    static func lostURL(
        _ lost: LostPlace, source: SourceSpan?, why: LostPlace.Reason
    ) -> Diagnostic {
        let message: Message
        var notes = [lost.note]
        switch why {
        case .vanished:
            message = Message(
                en: "output '\(lost.names)' has lost '\(lost.url)', which was published",
                ja: "公開済みの「\(lost.url)」が出力「\(lost.names)」からなくなっています")
        case .excluded(let why):
            message = Message(
                en: "output '\(lost.names)' has lost '\(lost.url)', which was published: \(why.en)",
                ja: "公開済みの「\(lost.url)」が出力「\(lost.names)」からなくなっています（\(why.ja)）")
        case .hidden:
            message = Message(
                en: "'\(lost.url)' was published in output '\(lost.names)', whose readers may not "
                    + "see it any more: its label ranks above that output's clearance",
                ja: "「\(lost.url)」は出力「\(lost.names)」で公開済みですが、"
                    + "いまのラベルではこの出力に載りません")
        case .unreferenced:
            message = Message(
                en: "output '\(lost.names)' has lost the file '\(lost.url)', which was published: "
                    + "no page there refers to it",
                ja: "公開済みのファイル「\(lost.url)」が出力「\(lost.names)」からなくなっています"
                    + "（参照しているページがありません）")
        }
        if let source { notes.append(.init(at: source, en: "it is here", ja: "ここにあります")) }
        return Diagnostic(
            .error, "link.published-url-lost", at: lost.line, en: message.en, ja: message.ja,
            notes: notes, fix: lost.fix)
    }

    /// - Parameter isHidden: Whether the page still has the anchor for other outputs.
    static func lostAnchor(
        _ lost: LostPlace, source: SourceSpan?, isHidden: Bool
    ) -> Diagnostic {
        let place = lost.url + "#" + (lost.anchor ?? "")
        let page = source.map { SourceSpan(file: $0.file) }
        return Diagnostic(
            .error, "link.published-anchor-lost", at: page ?? lost.line,
            en: isHidden
                ? "'\(place)' was published in output '\(lost.names)', whose readers may not see "
                    + "it any more: its label ranks above that output's clearance"
                : "the page has lost the anchor '\(place)', which was published in output "
                    + "'\(lost.names)'",
            ja: isHidden
                ? "見出し「\(place)」は出力「\(lost.names)」で公開済みですが、いまのラベルではこの出力に載りません"
                : "出力「\(lost.names)」で公開済みの見出し「\(place)」が、ページからなくなっています",
            notes: [lost.note], fix: lost.fix)
    }

    static func siteMoved(from former: Located<String>, to url: String) -> Diagnostic {
        Diagnostic(
            .error, "publish.ledger-address", at: former.span,
            en: "all that was published so far is at '\(former.value)', and site.yml says "
                + "'\(url)': every URL would be lost",
            ja: "これまでの公開先は「\(former.value)」ですが、site.yml では「\(url)」です。"
                + "公開済みの URL がすべて失われます",
            fix: .advice(
                en: "let the web server redirect every URL from the former address to the new "
                    + "one, then write the new one into this line; or undo the change of 'url'",
                ja: "以前のアドレスのすべての URL を新しいアドレスへ転送するよう Web サーバーを設定してから、"
                    + "この行のアドレスを書き換えてください。変更が誤りであれば、site.yml の「url」を元に戻してください"))
    }

    static func unknownOutput(_ name: String, lines: Int) -> Diagnostic {
        Diagnostic(
            .warning, "publish.ledger-output-unknown",
            at: SourceSpan(file: "Content/published.tsv"),
            en: "the ledger has \(lines) lines of output '\(name)', which site.yml does not "
                + "declare; nothing says whether its URLs are kept",
            ja: "台帳に出力「\(name)」の行が \(lines) 行ありますが、site.yml にこの出力がなく、公開済みの URL が"
                + "残っているか確かめられません",
            fix: .advice(
                en: "if the output was renamed, write its new name into these lines; if it was "
                    + "given up, write '-\(name)'",
                ja: "出力の名前を変えたのであれば、これらの行も新しい名前にしてください。出力をやめたのであれば"
                    + "「-\(name)」と書き換えてください"))
    }
}
