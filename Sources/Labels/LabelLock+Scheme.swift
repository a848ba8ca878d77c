import Content
package import Core

extension LabelLock {
    /// That labels were recorded, and labels.yml is gone: without it nothing has a label any
    /// more, and all would be public.
    package var withoutScheme: Diagnostic {
        .lockWithoutScheme(at: levels.first?.span ?? SourceSpan(file: Self.file))
    }
}

extension Diagnostic {
    fileprivate static func lockWithoutScheme(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "label.lock-without-scheme", at: span,
            en: "labels.lock has recorded labels, but Content/labels.yml is missing: all would "
                + "be public",
            ja: "labels.lock にラベルが記録されていますが、Content/labels.yml がありません"
                + "（このままではすべて公開になります）",
            notes: [
                .init(
                    at: SourceSpan(file: "Content/labels.yml"), en: "the levels belong here",
                    ja: "levels はここに書きます")
            ],
            fix: .advice(
                en: "take labels.yml back from git; to give up labels, delete labels.lock in the "
                    + "same commit",
                ja: "git から labels.yml を戻してください。ラベルの使用をやめる場合は、"
                    + "同じコミットで labels.lock も削除してください"))
    }
}
