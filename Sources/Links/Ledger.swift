package import Content
import Core

/// published.tsv: every URL and anchor that was ever published, in which outputs, and since when.
///
/// One line for each, sorted by its bytes, so that changes of several people merge line by line:
///
///     /guide/start/⇥⇥public,members⇥2026-01-15
///     /guide/start/⇥責任分界⇥public,members⇥2026-01-15
///
/// URLs stand below the site's root, decoded and in NFC, without the path of the site's own
/// address, which the first line states. The anchor is empty where the URL as a whole is meant. A line is never removed: an
/// output that has lost what it names owes its readers a redirect, or a word that it is gone.
///
/// The lines are ranges of the file's bytes, since a site may have hundreds of thousands.
package struct Ledger: Sendable {
    /// One line.
    package struct Line: Sendable {
        /// Where it stands in the file, without its end.
        package let range: Range<Int>
        /// The URL's bytes.
        package let url: Range<Int>
        /// The anchor's bytes; empty for the URL as a whole.
        package let anchor: Range<Int>
        /// Its outputs: an index into `outputSets`.
        package let outputs: Int
        /// The day of the first publication: its ten bytes.
        let day: Range<Int>

        /// Whether it is the line of the URL as a whole.
        package var isWhole: Bool { anchor.isEmpty }
    }

    /// The site's own address, `https://example.jp/base/`, as the first line states it; nil where
    /// it states none. With another address every URL is another one.
    package let address: Located<String>?
    /// The file.
    package let bytes: [UInt8]
    /// Sorted by URL and anchor, whatever the order in the file.
    package private(set) var lines: [Line]
    /// The sets of names that lines have; few, since most lines have the same.
    package let outputSets: [[String]]

    /// How the first line begins: what the columns are, and the version of their form. Behind it
    /// stands ` at ` and the site's address.
    static let header = "# url\tanchor\toutputs\tfirst published (version 1)"

    /// What a project has that was never published.
    package init() {
        address = nil
        bytes = []
        lines = []
        outputSets = []
    }

    init(
        address: Located<String>?, bytes: [UInt8], lines: [Line], outputSets: [[String]]
    ) {
        self.address = address
        self.bytes = bytes
        self.lines = lines
        self.outputSets = outputSets
    }

    /// The names of a line's outputs, as they are written.
    package func outputs(of line: Line) -> [String] { outputSets[line.outputs] }

    /// The URL of a line.
    package func url(of line: Line) -> String { String(decoding: bytes[line.url], as: UTF8.self) }

    /// The anchor of a line; nil for the URL as a whole.
    package func anchor(of line: Line) -> String? {
        line.anchor.isEmpty ? nil : String(decoding: bytes[line.anchor], as: UTF8.self)
    }

    /// The day of a line's first publication, `2026-01-15`.
    package func day(of line: Line) -> String { String(decoding: bytes[line.day], as: UTF8.self) }

    /// Every name of an output in the file, sorted.
    package var outputNames: [String] { Set(outputSets.flatMap(\.self)).sorted() }

    /// The lines of one URL after another, the URL's own line first where it has one.
    package var groups: [Range<Int>] {
        var groups: [Range<Int>] = []
        var start = 0
        for index in lines.indices.dropFirst() {
            if !bytes[lines[index].url].elementsEqual(bytes[lines[start].url]) {
                groups.append(start..<index)
                start = index
            }
        }
        if !lines.isEmpty { groups.append(start..<lines.count) }
        return groups
    }

    /// Whether the ledger has a line for a URL as a whole.
    package func has(url: String) -> Bool {
        let wanted = Array(url.utf8)
        var low = 0
        var high = lines.count
        while low < high {
            let middle = (low + high) / 2
            if bytes[lines[middle].url].lexicographicallyPrecedes(wanted) {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low < lines.count && bytes[lines[low].url].elementsEqual(wanted)
    }

    /// The lines of an earlier ledger that this one lacks, or whose outputs it no longer names all;
    /// in their order. An output that no line names any more was renamed or given up.
    package func linesLost(since earlier: Ledger) -> [Line] {
        let named = Set(outputNames)
        var lost: [Line] = []
        var index = 0
        for line in earlier.lines {
            let key = earlier.key(of: line)
            while index < lines.count, self.key(of: lines[index]).lexicographicallyPrecedes(key) {
                index += 1
            }
            guard index < lines.count, self.key(of: lines[index]).elementsEqual(key) else {
                lost.append(line)
                continue
            }
            let now = outputs(of: lines[index])
            let isWhole = earlier.outputs(of: line).allSatisfy { name in
                now.contains(name) || now.contains("-" + name) || !named.contains(name)
            }
            if !isWhole { lost.append(line) }
        }
        return lost
    }

    private func key(of line: Line) -> ArraySlice<UInt8> {
        bytes[line.url.lowerBound..<line.anchor.upperBound]
    }
}
