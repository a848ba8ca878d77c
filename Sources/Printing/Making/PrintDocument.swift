package import Core

/// What becomes a PDF: an HTML document for paged media, and all files that it may use.
package struct PrintDocument: Sendable {
    /// HTML in UTF-8, with `lang`, a title and an alternative text on each image.
    package let html: [UInt8]
    /// The files that the document may use, by the path of their URL on the document's host:
    /// percent-decoded, without the first slash, such as `files/figure.png`.
    package let resources: [String: [UInt8]]
    /// The full URL at which the document is published, percent-encoded. Its relative URLs begin
    /// here, and a link to a part that it lacks leads here.
    package let address: String
    /// Stands in the PDF wherever a program writes the present time.
    package let date: Moment

    /// Puts the four together.
    package init(html: [UInt8], resources: [String: [UInt8]], address: String, date: Moment) {
        self.html = html
        self.resources = resources
        self.address = address
        self.date = date
    }

    /// The paths in the order in which they are handed over.
    var paths: [String] { resources.keys.sortedByBytes(of: \.self) }

    /// The digest of all that decides the PDF's bytes.
    func digest(with identity: PrinterIdentity) -> SHA256Digest {
        var stream = SHA256Stream()
        var parts = [
            Array(PrintProgram.text.utf8), Array(identity.description.utf8),
            Array(identity.surroundings.utf8), Array(address.utf8),
            Array(String(date.secondsSince1970).utf8), html,
        ]
        for path in paths { parts += [Array(path.utf8), resources[path] ?? []] }
        for part in parts {
            // With its length before it, no two lists of parts are the same bytes.
            Array("\(part.count):".utf8).withUnsafeBytes { stream.update($0) }
            part.withUnsafeBytes { stream.update($0) }
        }
        return stream.finish()
    }
}

/// Which programs and fonts make the PDF: another one may give other bytes for the same document.
package struct PrinterIdentity: Hashable, Sendable, CustomStringConvertible {
    /// For people: `WeasyPrint 57.2`.
    package let description: String
    /// The versions of what the program is made with, and a digest over the installed fonts.
    let surroundings: String

    /// Both: what decides the bytes of a PDF besides its document.
    package var fingerprint: String { description + "\n" + surroundings }
}
