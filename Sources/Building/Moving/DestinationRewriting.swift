import Content
import Core
import Links

extension MovedSite {
    /// What the path of a destination becomes, in the form in which its author wrote it: a
    /// relative path stays relative, an absolute one absolute, a full address full; with its
    /// percent-encoding, and without query and fragment, which stay as they are.
    ///
    /// - Parameters:
    ///   - written: The whole destination, unescaped, as it is written in the file.
    ///   - former: The folder below pages/ from which it was written.
    ///   - now: The folder below pages/ in which the file is.
    ///   - isSettled: Whether the former URL of the page that has it was dealt with before.
    /// - Returns: Nil where it need not change.
    func rewritten(
        _ written: String, from former: String, in now: String, isSettled: Bool = false
    ) -> String? {
        let path = String(written.prefix { $0 != "#" && $0 != "?" })
        guard !path.isEmpty else { return nil }
        if let below = belowSite(path) {
            let decoded = PercentEncoding.decode(below)?.normalizedToNFC
            guard let decoded, let moved = current(url: decoded) else { return nil }
            return path.dropLast(below.count) + encoded(moved, like: path, always: true)
        }
        let destination = Destination(path, in: former)
        let isAbsolute = path.hasPrefix("/")
        switch destination.place {
        case .page(let key):
            let target = current(key)
            if isAbsolute { return target == key ? nil : encoded("/" + target, like: path) }
            // What still leads to the right file is left as its author wrote it.
            if Destination(path, in: now).place == .page(target) { return nil }
            if former != now, isRight(path, from: former, in: now, isSettled) { return nil }
            return encoded(relative(to: target, from: now, like: path), like: path)
        case .path(let url):
            let decoded = url.normalizedToNFC
            let target = current(url: decoded) ?? url
            if isAbsolute { return target == url ? nil : encoded(target, like: path) }
            if Destination(path, in: now).place == .path(target) { return nil }
            if former != now, isRight(path, from: former, in: now, isSettled) { return nil }
            let isUpload = target.hasPrefix("/uploads/")
            let place = isUpload ? ".." + target : String(target.dropFirst())
            return encoded(relative(to: place, from: now, like: path), like: path)
        case .external, .samePage, .invalid, .undecodable: return nil
        }
    }

    /// Whether a relative path in a page that has moved counts from its new folder already: since
    /// it was rewritten before, or by hand.
    ///
    /// A path that would lead somewhere from either folder is taken for one from the former, until
    /// redirects.yml says that the page's former URL was dealt with.
    private func isRight(
        _ path: String, from former: String, in now: String, _ isSettled: Bool
    ) -> Bool {
        let isRightNow = has(Destination(path, in: now).place)
        let wasRight = hasMoved(Destination(path, in: former).place)
        return isRightNow && wasRight ? isSettled : !wasRight
    }

    private func hasMoved(_ place: Destination.Place) -> Bool {
        switch place {
        case .page(let key): has(.page(current(key)))
        case .path(let url): has(.path(current(url: url.normalizedToNFC) ?? url))
        default: false
        }
    }

    private func has(_ place: Destination.Place) -> Bool {
        switch place {
        case .page(let key): files.contains("Content/pages/" + key) || pageKeys.contains(key)
        case .path(let url):
            urlsHere.contains(url.normalizedToNFC) || urlsHere.contains(url.normalizedToNFC + "/")
        default: false
        }
    }

    /// The part of a full address that is below this site's root, with its first slash.
    private func belowSite(_ address: String) -> String? {
        let root = project.site.url.dropLast()
        guard address.hasPrefix(root) else { return nil }
        let below = address.dropFirst(root.count)
        return below.isEmpty || below.hasPrefix("/") ? String(below) : nil
    }

    /// The way from a folder to a path, both below pages/; a leading `./` is kept.
    private func relative(to path: String, from folder: String, like written: String) -> String {
        var target = path.split(separator: "/", omittingEmptySubsequences: true)[...]
        var start = folder.split(separator: "/")[...]
        while target.count > 1, let first = start.first, first == target.first {
            start.removeFirst()
            target.removeFirst()
        }
        let up = String(repeating: "../", count: start.count)
        let end = path.hasSuffix("/") ? "/" : ""
        let way = up + target.joined(separator: "/") + end
        // A colon in the first part would make a scheme of it (RFC 3986, section 4.2).
        let needsDot = way.prefix { $0 != "/" }.contains(":")
        let keepsDot = written.hasPrefix("./") && !way.hasPrefix("../")
        return needsDot || keepsDot ? "./" + way : way
    }

    /// - Parameter always: For an address, which is encoded wherever its author was not sure to
    ///   have an ASCII one; one that is written with Japanese letters keeps them.
    private func encoded(_ path: String, like written: String, always: Bool = false) -> String {
        let isEncoded = written.utf8.contains(0x25)
        let isRaw = written.utf8.contains { $0 >= 0x80 }
        if isEncoded || (always && !isRaw) { return PercentEncoding.encodePath(path) }
        // What would end the path, or start an escape, is encoded in any case.
        return path.unicodeScalars.map { scalar in
            ["%", "?", "#"].contains(scalar)
                ? PercentEncoding.encodePath(String(scalar))
                : String(scalar)
        }.joined()
    }
}
