import Core

/// What a destination that leads nowhere most likely means, by its form.
enum MeantDestination {
    /// `\\server\share\a.pdf`: nobody outside can follow it.
    case sharedFolder
    /// Another destination.
    case other(String)

    /// - Parameter hasPage: Whether the site has a page or a file where a destination leads.
    init?(_ text: String, where hasPage: (String) -> Bool) {
        // Markdown has made one backslash of the two before a server's name, so that a path of the
        // site cannot be told from it but by what is there.
        let slashed = text.replacing("\\", with: "/")
        if text.hasPrefix("\\"), !slashed.hasPrefix("/uploads/"), !hasPage(slashed) {
            self = .sharedFolder
            return
        }
        let path = text.prefix { $0 != "#" && $0 != "?" }
        let suffix = text[path.endIndex...]
        if path.contains("\\") {
            self = .other(slashed)
        } else if path.isMailAddress {
            self = .other("mailto:" + text)
        } else if path.prefix(while: { $0 != "/" }).isHost {
            self = .other("https://" + text)
        } else if let right = Self.page(path).first(where: hasPage) {
            self = .other(right + String(suffix))
        } else {
            return nil
        }
    }

    /// The files that `price.html` may stand for.
    private static func page(_ path: Substring) -> [String] {
        for ending in [".html", ".htm"] where path.hasSuffix(ending) {
            let stem = String(path.dropLast(ending.count))
            let folder = stem.hasSuffix("/index") ? [stem.dropLast(6) + ".md"] : []
            return [stem + ".md"] + folder.map { String($0) }
        }
        return []
    }
}

extension LinkResolver {
    /// What the link most likely means, by its form.
    func meant(_ link: WrittenLink, _ origin: LinkOrigin) -> MeantDestination? {
        MeantDestination(link.destination) { text in
            guard case .page(let key) = Destination(text, in: origin.folder).place else {
                return false
            }
            return table.index(
                ofPage: key, language: origin.language, languages: languages, outputs: 0) != nil
        }
    }
}

extension Substring {
    /// `name@host` without a slash.
    fileprivate var isMailAddress: Bool {
        let parts = split(separator: "@", omittingEmptySubsequences: false)
        // `logo@2x.png` is a picture.
        return parts.count == 2 && !parts[0].isEmpty && !contains("/") && parts[1].isHost
    }

    /// `www.example.com` and `example.co.jp`, but not `price.pdf`.
    fileprivate var isHost: Bool {
        let parts = split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count > 1, let last = parts.last else { return false }
        let isName = parts.allSatisfy { part in
            !part.isEmpty
                && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
        }
        return isName && (parts[0] == "www" || ["com", "jp", "org", "net", "info"].contains(last))
    }
}

extension Diagnostic {
    static func sharedFolder(_ link: WrittenLink) -> Diagnostic {
        Diagnostic(
            .error, "link.outside-project", at: link.span,
            en: "the link leads to a shared folder, which readers cannot open",
            ja: "社内の共有フォルダーへのリンクです。読者は開けません",
            fix: .advice(
                en: "put the file into Content/uploads, and link to '/uploads/NAME'",
                ja: "ファイルを Content/uploads に置き、「/uploads/ファイル名」と書いてください"))
    }
}
