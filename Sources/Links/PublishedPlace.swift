package import Core

/// A URL that readers may cite, with the anchors of its page, as one build has it.
package struct PublishedPlace: Sendable {
    /// Below the site's root, in NFC.
    package let url: String
    /// The outputs that have it.
    package let outputs: OutputSet
    /// Those that readers may cite, each name once.
    package let anchors: [Anchor]

    /// Takes a URL and the anchors of its page in all outputs.
    package init(url: String, outputs: OutputSet, anchors: [Anchor]) {
        self.url = url
        self.outputs = outputs
        self.anchors = anchors
    }
}

extension Ledger {
    /// The ledger with what a build has published besides.
    ///
    /// - Parameters:
    ///   - places: In any order.
    ///   - names: Of the outputs, in the order of their bits.
    ///   - day: The day for lines that are new.
    ///   - address: The site's own, for the first line.
    /// - Returns: The file's new bytes; the same where nothing is new.
    package func adding(
        _ places: [PublishedPlace], outputs names: [String], day: CalendarDate, address: String
    ) -> [UInt8] {
        var lines: [[UInt8]: (outputs: [String], day: String)] = [:]
        lines.reserveCapacity(self.lines.count + places.count * 4)
        for line in self.lines {
            lines[Array(bytes[line.url.lowerBound..<line.anchor.upperBound])] = (
                self.outputs(of: line), self.day(of: line)
            )
        }
        let today = day.iso
        func add(_ key: [UInt8], _ outputs: OutputSet) {
            guard outputs != 0 else { return }
            let now = names.indices.filter { outputs & (1 << OutputSet($0)) != 0 }.map { names[$0] }
            guard let known = lines[key] else {
                lines[key] = (now, today)
                return
            }
            let more = now.filter { !known.outputs.contains($0) }
            if !more.isEmpty { lines[key] = (known.outputs + more, known.day) }
        }
        for place in places {
            add(Array(place.url.utf8) + [0x09], place.outputs)
            for anchor in place.anchors {
                add(Array((place.url + "\t" + anchor.name).utf8), anchor.outputs)
            }
        }
        return Self.file(lines, address: address)
    }

    private static func file(
        _ lines: [[UInt8]: (outputs: [String], day: String)], address: String
    ) -> [UInt8] {
        var file = ByteWriter(reservingCapacity: lines.count * 64)
        file.append("\(header) at \(address)\n")
        for (key, line) in lines.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
            file.append(key)
            file.append("\t\(line.outputs.joined(separator: ","))\t\(line.day)\n")
        }
        return file.bytes
    }
}
