package import Core

/// Where a link stands.
package struct LinkOrigin: Sendable {
    /// The folder of the file below pages/, without slashes at its ends; whitepapers use "".
    package let folder: String
    /// The code of the page's language; a link to a page prefers its translation.
    package let language: String
    /// The route of the page that shows the link.
    package let route: Int
    /// The outputs that show it.
    package let outputs: OutputSet

    /// Takes a folder below pages/ and the index of a route in the table.
    package init(folder: String, language: String, route: Int, outputs: OutputSet) {
        self.folder = folder
        self.language = language
        self.route = route
        self.outputs = outputs
    }
}

/// A link as its author wrote it.
package struct WrittenLink: Sendable {
    /// Unescaped, but still percent-encoded as its author has it.
    package let destination: String
    /// The whole link in its file, for messages.
    package let span: SourceSpan

    /// Takes a destination as it stands in the text.
    package init(_ destination: String, at span: SourceSpan) {
        self.destination = destination
        self.span = span
    }
}

/// A link to an anchor, to be checked when all anchors are known.
package struct NotedLink: Sendable {
    /// The index of the route that should have the anchor.
    package let target: Int
    /// Decoded, in NFC.
    package let fragment: String
    /// Where the link stands.
    package let span: SourceSpan
    /// The outputs that show the link.
    package let outputs: OutputSet

    /// Takes the index of a route, and a fragment that is decoded and in NFC.
    package init(target: Int, fragment: String, span: SourceSpan, outputs: OutputSet) {
        self.target = target
        self.fragment = fragment
        self.span = span
        self.outputs = outputs
    }
}

/// Finds what links lead to.
package struct LinkResolver: Sendable {
    private let table: RouteTable
    private let languages: [String]
    /// The path of the site's root: `/` or `/base/`.
    private let basePath: String
    /// Why a page that exists has no route in any output, by route index.
    private let exclusions: [Int: Message]

    /// Takes a table that is complete: what is not in it counts as missing.
    package init(
        table: RouteTable, languages: [String], basePath: String, exclusions: [Int: Message]
    ) {
        self.table = table
        self.languages = languages
        self.basePath = basePath
        self.exclusions = exclusions
    }

    /// What a link became.
    package struct Resolution: Sendable {
        /// What to write; nil leaves the destination as the author wrote it.
        package var url: String?
        /// The route that it leads to; nil where it leads outside, or nowhere.
        package var target: Int?
        /// A fragment that has to be checked.
        package var noted: NotedLink?
        /// The outputs that show the link but do not hold its target. An upload is in an output
        /// because of such links, so there are none for it.
        package var hidden: OutputSet = 0
        /// What is wrong with the link; empty for a sound one.
        package var diagnostics: [Diagnostic] = []
    }

    /// Looks one link up.
    package func resolve(_ reference: WrittenLink, from origin: LinkOrigin) -> Resolution {
        let destination = Destination(reference.destination, in: origin.folder)
        switch destination.place {
        case .external:
            return Resolution()
        case .samePage:
            return note(destination, to: origin.route, reference, origin, url: nil)
        case .invalid:
            return Resolution(diagnostics: [.invalid(reference)])
        case .page(let key):
            guard
                let target = table.index(
                    ofPage: key, language: origin.language, languages: languages,
                    outputs: origin.outputs)
            else { return Resolution(diagnostics: [missingPage(key, reference)]) }
            return lead(to: target, destination, reference, origin)
        case .path(let path):
            guard let target = table.index(ofPath: path.normalizedToNFC) else {
                return Resolution(diagnostics: [missingPath(path, reference)])
            }
            var found = lead(to: target, destination, reference, origin)
            // Swift's strings are equal whatever their form; their bytes are not.
            if !path.utf8.elementsEqual(path.normalizedToNFC.utf8) {
                found.diagnostics.append(.notNFC(path.normalizedToNFC, reference))
            }
            return found
        }
    }

    private func lead(
        to target: Int, _ destination: Destination, _ reference: WrittenLink,
        _ origin: LinkOrigin
    ) -> Resolution {
        let route = table.routes[target]
        var url = basePath + route.path.dropFirst() + destination.query
        if let fragment = destination.fragment { url += "#" + fragment }
        var found = note(destination, to: target, reference, origin, url: url)
        found.target = target
        if let why = exclusions[target] {
            found.diagnostics.append(.excluded(reference, route: route, because: why))
        } else if case .upload = route.kind {
            return found
        } else if origin.outputs & ~route.outputs != 0 {
            found.hidden = origin.outputs & ~route.outputs
        }
        return found
    }

    private func note(
        _ destination: Destination, to target: Int, _ reference: WrittenLink,
        _ origin: LinkOrigin, url: String?
    ) -> Resolution {
        var found = Resolution(url: url)
        guard let fragment = destination.fragment, !fragment.isEmpty, fragment != "top" else {
            return found
        }
        switch table.routes[target].kind {
        case .upload, .file, .redirect, .gone: return found
        default: break
        }
        found.noted = NotedLink(
            target: target, fragment: fragment.normalizedToNFC, span: reference.span,
            outputs: origin.outputs)
        return found
    }

    private func missingPage(_ key: String, _ reference: WrittenLink) -> Diagnostic {
        let folded = key.lowercased().normalizedToNFC
        let near = table.keys(near: key)
        let like = near.first { $0.lowercased().normalizedToNFC == folded }
        let name = key.split(separator: "/").last.map(String.init) ?? key
        let same = near.first { $0.hasSuffix("/" + name) || $0 == name }
        return .missingPage(key, reference, nearest: like ?? nearestName(to: key, in: near) ?? same)
    }

    private func missingPath(_ path: String, _ reference: WrittenLink) -> Diagnostic {
        if let like = table.index(ofPathLike: path.normalizedToNFC) {
            return .wrongCase(path, reference, right: table.routes[like].path)
        }
        let folder = path.split(separator: "/").dropLast().joined(separator: "/")
        let beside = table.routes.lazy.map(\.path).filter { $0.dropFirst().hasPrefix(folder) }
        let nearest = nearestName(to: path, in: beside.prefix(500))
        if path.hasPrefix("/uploads/") { return .missingUpload(path, reference, nearest: nearest) }
        return .missingPath(path, reference, nearest: nearest)
    }
}
