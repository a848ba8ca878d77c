package import Core

extension KeptFacts {
    /// The file's name within the project's folder `.hakusho`; it may be deleted at any time.
    package static let name = "kept"

    /// What the file begins with; another number for another form.
    private static let opening = Array("hakusho kept 2\n".utf8)

    /// The bytes of the file. They end with their own digest.
    package var packed: [UInt8] {
        var writer = PackedWriter()
        writer.appendUncounted(Self.opening)
        writer.append(frame)
        writer.append(inputs)
        validity.zone.seconds.pack(into: &writer)
        writer.append(validity.seconds)
        writer.append(outputs.count)
        for output in outputs {
            writer.append(output.name)
            writer.append(output.digest)
        }
        writer.append(report)
        writer.append(heads.count)
        for head in heads { writer.append(counting: head) }
        writer.append(jobs)
        writer.appendUncounted(SHA256Digest(of: writer.bytes).bytes)
        return writer.bytes
    }

    /// Reads the file; nil where it is damaged, or another version's.
    package init?(packed bytes: [UInt8]) {
        guard bytes.count >= Self.opening.count + 32, bytes.starts(with: Self.opening),
            SHA256Digest(bytes: bytes.suffix(32)) == SHA256Digest(of: bytes.dropLast(32))
        else { return nil }
        var reader = PackedReader(bytes.dropLast(32).dropFirst(Self.opening.count))
        do throws(PackedDamage) {
            frame = try reader.value()
            inputs = try reader.digest()
            let zone = ZoneOffset(seconds: try reader.value())
            guard (-86_400...86_400).contains(zone.seconds) else { throw PackedDamage() }
            validity = Validity(zone: zone, seconds: try reader.range())
            var outputs: [(String, SHA256Digest)] = []
            for _ in 0..<(try reader.count()) {
                outputs.append((try reader.text(), try reader.digest()))
            }
            self.outputs = outputs
            report = try reader.value()
            var heads: [ArraySlice<UInt8>] = []
            for _ in 0..<(try reader.count()) {
                heads.append(try reader.slice(try reader.count()))
            }
            self.heads = heads
            jobs = try reader.values()
        } catch {
            return nil
        }
        guard reader.isAtEnd else { return nil }
    }
}

extension KeptFacts.Frame: Packable {
    package func pack(into writer: inout PackedWriter) {
        writer.append(program)
        writer.append(printer)
        writer.append(includesDrafts)
        writer.append(inputs)
    }

    package init(unpacking reader: inout PackedReader) throws(PackedDamage) {
        program = try reader.text()
        printer = try reader.text()
        includesDrafts = try reader.flag()
        inputs = try reader.digest()
    }
}

extension KeptFacts.Report: Packable {
    package func pack(into writer: inout PackedWriter) {
        writer.append(diagnostics)
        writer.append(accounting)
        writer.append(isWhole)
    }

    package init(unpacking reader: inout PackedReader) throws(PackedDamage) {
        diagnostics = try reader.values()
        accounting = try reader.value()
        isWhole = try reader.flag()
    }
}

extension KeptJob: Packable {
    package func pack(into writer: inout PackedWriter) {
        writer.append(text)
        writer.append(files)
        writer.append(counting: result)
    }

    package init(unpacking reader: inout PackedReader) throws(PackedDamage) {
        text = try reader.optional()
        files = try reader.values()
        result = try reader.slice(try reader.count())
    }
}

extension OutputFile: Packable {
    package func pack(into writer: inout PackedWriter) {
        writer.append(output)
        writer.append(path)
    }

    package init(unpacking reader: inout PackedReader) throws(PackedDamage) {
        output = try reader.text()
        path = try reader.text()
    }
}
