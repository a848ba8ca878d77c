import Core

/// A raw HTML element that waits for its end tag.
struct OpenElement {
    let name: String
    /// Its start tag.
    let span: SourceSpan
    /// The reference of a link, and how much there was to read before its text.
    var link: (reference: Int, readBefore: Int)?
}

extension Survey {
    /// Begins a block or phrase of Markdown, whose end no raw HTML element may cross.
    ///
    /// - Returns: What `leaveElements` needs.
    mutating func enterElements() -> Int {
        defer { elementFloor = openElements.count }
        return elementFloor
    }

    /// Ends it. Elements that it left open are errors.
    mutating func leaveElements(_ outer: Int) {
        while openElements.count > elementFloor {
            let element = openElements.removeLast()
            if !HTMLVocabulary.optionalEnd.contains(element.name) {
                diagnostics.append(.elementNotClosed(element))
            }
        }
        elementFloor = outer
    }

    mutating func openElement(_ name: String, at span: SourceSpan) {
        let closed = HTMLVocabulary.closed(by: name)
        while openElements.count > elementFloor, let last = openElements.last,
            closed.contains(last.name)
        {
            openElements.removeLast()
        }
        if name == "a", isInLink || openElements.contains(where: { $0.name == "a" }) {
            diagnostics.append(.nestedLink(at: span))
        }
        guard !HTMLVocabulary.void.contains(name) else { return }
        openElements.append(OpenElement(name: name, span: span))
    }

    /// Closes the innermost open element of that name.
    ///
    /// - Returns: Whether there was one.
    mutating func closeElement(_ name: String, at span: SourceSpan) -> Bool {
        guard let index = openElements.lastIndex(where: { $0.name == name }), index >= elementFloor
        else {
            diagnostics.append(.elementNotOpened(name, at: span))
            return false
        }
        while openElements.count > index + 1 {
            let inner = openElements.removeLast()
            if !HTMLVocabulary.optionalEnd.contains(inner.name) {
                diagnostics.append(.elementNotClosed(inner))
            }
        }
        let element = openElements.removeLast()
        if let link = element.link, notes.references.indices.contains(link.reference) {
            notes.references[link.reference].isEmpty = readableTexts == link.readBefore
        }
        return true
    }

    /// Notes that the element which has just been opened is the link of this reference.
    mutating func noteLink(_ reference: Int) {
        guard !openElements.isEmpty else { return }
        openElements[openElements.count - 1].link = (reference, readableTexts)
    }
}

extension Diagnostic {
    static func elementNotClosed(_ element: OpenElement) -> Diagnostic {
        Diagnostic(
            .error, "markdown.html-not-closed", at: element.span,
            en: "'<\(element.name)>' is never closed where it stands",
            ja: "「<\(element.name)>」が閉じられていません",
            fix: .advice(
                en: "put '</\(element.name)>' in the same block",
                ja: "同じまとまりの中に「</\(element.name)>」を書いてください"))
    }

    fileprivate static func elementNotOpened(_ name: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "markdown.html-not-opened", at: span,
            en: "'</\(name)>' closes nothing here",
            ja: "「</\(name)>」に対応する開始タグがありません",
            fix: .advice(
                en: "remove it, or open '<\(name)>' in the same block",
                ja: "このタグを消すか、同じまとまりの中に「<\(name)>」を書いてください"))
    }

    static func nestedLink(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "markdown.html-nested-link", at: span,
            en: "a link stands within another link",
            ja: "リンクの中にリンクがあります",
            fix: .advice(en: "take one of them out", ja: "どちらかのリンクを外してください"))
    }
}
