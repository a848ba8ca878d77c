extension Severity: Packable {}

extension Message: Packable {
    package func pack(into writer: inout PackedWriter) {
        writer.append(en)
        writer.append(ja)
    }

    package init(unpacking reader: inout PackedReader) throws(PackedDamage) {
        self.init(en: try reader.text(), ja: try reader.text())
    }
}

extension Diagnostic: Packable {
    package func pack(into writer: inout PackedWriter) {
        severity.pack(into: &writer)
        writer.append(code)
        writer.append(span as SourceSpan?)
        writer.append(message)
        writer.append(notes)
        writer.append(fix)
    }

    package init(unpacking reader: inout PackedReader) throws(PackedDamage) {
        let severity = try reader.value(Severity.self)
        let code = try reader.text()
        let span = try reader.optional(SourceSpan.self)
        let message = try reader.value(Message.self)
        let notes = try reader.values(Note.self)
        self.init(
            severity, code, at: span, en: message.en, ja: message.ja, notes: notes,
            fix: try reader.optional())
    }
}

extension Diagnostic.Note: Packable {
    package func pack(into writer: inout PackedWriter) {
        writer.append(span as SourceSpan?)
        writer.append(message)
    }

    package init(unpacking reader: inout PackedReader) throws(PackedDamage) {
        let span = try reader.optional(SourceSpan.self)
        let message = try reader.value(Message.self)
        self.init(at: span, en: message.en, ja: message.ja)
    }
}

extension Diagnostic.Fix: Packable {
    package func pack(into writer: inout PackedWriter) {
        switch self {
        case .replace(let text):
            writer.append(0)
            writer.append(text)
        case .edit(let edits, let message):
            writer.append(1)
            writer.append(edits)
            writer.append(message)
        case .advice(let message):
            writer.append(2)
            writer.append(message)
        }
    }

    package init(unpacking reader: inout PackedReader) throws(PackedDamage) {
        switch try reader.count() {
        case 0: self = .replace(with: try reader.text())
        case 1: self = .edit(try reader.values(), try reader.value(Message.self))
        case 2: self = .advice(try reader.value(Message.self))
        default: throw PackedDamage()
        }
    }
}

extension TextEdit: Packable {
    package func pack(into writer: inout PackedWriter) {
        switch place {
        case .bytes(let range): writer.append(SourceSpan(file: file, range: range))
        case .newLine: writer.append(SourceSpan(file: file))
        }
        writer.append(text)
    }

    package init(unpacking reader: inout PackedReader) throws(PackedDamage) {
        let span = try reader.span()
        let text = try reader.text()
        if let range = span.range {
            self.init(file: span.file, range: range, text: text)
        } else {
            self.init(file: span.file, addingLine: text)
        }
    }
}
