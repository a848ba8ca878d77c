import Content
package import Core
import FilePolicy

/// What is wrong with an upload's bytes; each names every text that refers to the file, since that
/// is where an editor has to act too.
extension Diagnostic {
    static func refused(
        _ rule: PolicyRule, at span: SourceSpan, places: [SourceSpan]
    ) -> Diagnostic {
        Diagnostic(
            .error, "upload.refused", at: span,
            en: "the file may not be published: \(rule.message.en)",
            ja: "このファイルは公開できません。\(rule.message.ja)",
            notes: [.init(en: "rule '\(rule.id)'", ja: "規則「\(rule.id)」")]
                + Note.references(places))
    }

    static func unscannable(
        _ why: Message, at span: SourceSpan, places: [SourceSpan]
    ) -> Diagnostic {
        Diagnostic(
            .error, "upload.unscannable", at: span,
            en: "nobody can look inside the file: \(why.en)",
            ja: "ファイルの中身を検査できません。\(why.ja)",
            notes: Note.references(places))
    }

    /// - Throws: `FileError` where it is the machine that failed.
    static func unread(
        _ failure: ConfinedReadFailure, file: String, places: [SourceSpan]
    ) throws(FileError) -> Diagnostic {
        switch failure {
        case .link: return .symbolicLink(file: file)
        case .file(let error):
            guard try fileStatus(error.path) == nil else { throw error }
            return .vanished(file: file, places: places)
        case .special: return .specialFile(file: file)
        case .changed:
            return Diagnostic(
                .error, "upload.changed", at: SourceSpan(file: file),
                en: "the file changed while it was read", ja: "読み込み中にファイルが変更されました",
                notes: Note.references(places),
                fix: .advice(
                    en: "wait until nobody writes to it, and run this again",
                    ja: "ファイルへの書き込みが終わってから、もう一度実行してください"))
        case .tooLong(let bytes):
            return Diagnostic(
                .error, "upload.too-large", at: SourceSpan(file: file),
                en: "the file has \(bytes) bytes, more than 'max_size' of 'uploads' allows",
                ja: "ファイルの大きさが \(bytes) バイトで、「uploads」の「max_size」を超えています",
                notes: Note.references(places),
                fix: .advice(
                    en: "make it smaller, or raise 'max_size' in site.yml",
                    ja: "ファイルを小さくするか、site.yml の「max_size」を引き上げてください"))
        }
    }

    private static func vanished(file: String, places: [SourceSpan]) -> Diagnostic {
        Diagnostic(
            .error, "upload.changed", at: SourceSpan(file: file),
            en: "the file was deleted or moved while the site was built",
            ja: "サイトの生成中に、ファイルが削除または移動されました",
            notes: Note.references(places),
            fix: .advice(
                en: "put it back, or take out the references to it, and run this again",
                ja: "ファイルを元に戻すか参照を削除してから、もう一度実行してください"))
    }

    static func unreferenced(_ files: [String]) -> Diagnostic {
        Diagnostic(
            .note, "upload.unreferenced", at: SourceSpan(file: "Content/uploads"),
            en:
                "\(files.count) file\(files.count == 1 ? " is" : "s are") not published, since no page "
                + "refers to \(files.count == 1 ? "it" : "them")",
            ja: "どのページからも参照されていないため、\(files.count) 個のファイルは公開しません",
            notes: files.prefix(50).map {
                .init(at: SourceSpan(file: $0), en: "this one", ja: "このファイル")
            },
            fix: .advice(
                en: "link to what is to be published; pages (.md) belong into Content/pages",
                ja: "公開するファイルには、ページからリンクしてください。ページ（.md）は Content/pages に置きます"))
    }

    static func discloses(_ disclosure: Disclosure, file: String) -> Diagnostic {
        let what = disclosure.kind.message
        let value = disclosure.value.map { (" ('\($0)')", "（「\($0)」）") } ?? ("", "")
        return Diagnostic(
            .warning, "upload.discloses", at: SourceSpan(file: file),
            en: "everybody who opens the file learns \(what.en)\(value.0)",
            ja: "ファイルを開いた人に、\(what.ja)\(value.1)がわかってしまいます",
            fix: .advice(
                en: "remove it in the program that made the file; if it may be known, write "
                    + "'metadata: keep' into \(file).yml",
                ja: "作成したソフトで削除してください。知られてもかまわない場合は、\(file).yml に"
                    + "「metadata: keep」と書いてください"))
    }

    static func classifiedHigher(
        _ name: String, level: String, own: String, file: String, at statement: SourceSpan?
    ) -> Diagnostic {
        Diagnostic(
            .error, "upload.classified-higher", at: SourceSpan(file: file),
            en: "the file says within itself that it is '\(name)' (level '\(level)'), and its "
                + "label here is '\(own)'",
            ja: "ファイル自身には「\(name)」（レベル「\(level)」）と記録されていますが、ここでのラベルは"
                + "「\(own)」です",
            notes: statement.map {
                [.init(at: $0, en: "its label is stated here", ja: "ラベルはここで指定されています")]
            } ?? [],
            fix: .advice(
                en: "label it '\(level)', or change the classification in the program that made it",
                ja: "ラベルを「\(level)」にするか、作成したソフトで分類を変更してください"))
    }

    static func unknownClassification(_ name: String, file: String) -> Diagnostic {
        Diagnostic(
            .warning, "upload.classification-unknown", at: SourceSpan(file: file),
            en: "the file says within itself that it is '\(name)', which labels.yml does not know",
            ja: "ファイル自身に「\(name)」という分類が記録されていますが、labels.yml にはありません",
            fix: .advice(
                en: "add a profile to labels.yml that says which level has this name, for example "
                    + "'profiles: {office: {internal: \(name), …}}'",
                ja: "この名前がどのレベルに当たるかを labels.yml のプロファイルに書いてください"
                    + "（例: profiles: {office: {internal: \(name), …}}）"))
    }
}

extension Diagnostic.Note {
    /// Who answers for the file in house, and is to be asked.
    package static func owner(_ name: String?) -> [Diagnostic.Note] {
        name.map { [.init(en: "'\($0)' answers for the file", ja: "このファイルの担当: \($0)")] } ?? []
    }

    /// Where texts and settings refer to the file; the first twenty of many.
    package static func references(_ places: [SourceSpan]) -> [Diagnostic.Note] {
        places.prefix(20).map {
            .init(at: $0, en: "it is referred to here", ja: "ここから参照されています")
        }
    }
}

extension Disclosure.Kind {
    fileprivate var message: Message {
        switch self {
        case .position: Message(en: "where the picture was taken", ja: "撮影場所")
        case .author: Message(en: "who made or changed it", ja: "作成者や更新者")
        case .device: Message(en: "which device it was made with", ja: "作成に使った機器")
        case .remarks: Message(en: "remarks or changes in it", ja: "コメントや変更履歴")
        }
    }
}
