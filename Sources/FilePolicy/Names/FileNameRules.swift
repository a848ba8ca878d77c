/// Refuses file names that deceive, that a server obeys, or that some system cannot store.
enum FileNameRules {
    /// Checks the name of a file of its own, without folders.
    static func check(_ name: String, _ found: inout Examination) {
        if name.isEmpty { found.refuse(.emptyName) }
        if name.utf8.count > 255 { found.refuse(.longName) }
        if name.hasPrefix(".") { found.refuse(.hiddenName) }
        if serverFiles.contains(name.lowercased()) { found.refuse(.serverFile(name)) }
        if let first = name.unicodeScalars.first, first.properties.isWhitespace {
            found.refuse(.nameSpace)
        }
        checkShared(name, &found)
    }

    /// Checks the name of a folder that a file's URL shows.
    static func checkFolder(_ name: String, _ found: inout Examination) {
        var inner = Examination()
        check(name, &inner)
        for rule in inner.refusals { found.refuse(rule.ofFolder(name)) }
    }

    /// Checks a name in an archive, without folders, for what deceives there as well.
    static func checkMember(_ name: String, _ found: inout Examination) {
        checkShared(name, &found)
    }

    /// The part after the last dot, in lower case; empty where there is none.
    static func suffix(of name: String) -> String {
        guard let dot = name.lastIndex(of: ".") else { return "" }
        return name[name.index(after: dot)...].lowercased()
    }

    private static func checkShared(_ name: String, _ found: inout Examination) {
        checkScalars(name, &found)
        let forbidden = #"<>:"|?*\/"#.unicodeScalars
        if name.unicodeScalars.contains(where: forbidden.contains) {
            found.refuse(.forbiddenCharacter)
        }
        if name.hasSuffix(".") { found.refuse(.trailingDot) }
        if let last = name.unicodeScalars.last, last.properties.isWhitespace {
            found.refuse(.nameSpace)
        }
        if isReserved(name) { found.refuse(.reservedName(name)) }
        let parts = name.lowercased().split(separator: ".", omittingEmptySubsequences: false)
        if parts.count > 2 {
            let inner = parts.dropFirst().dropLast().map { $0.trimmingSpaces }
            if let active = inner.first(where: servedSuffixes.contains) {
                found.refuse(.doubleExtension(active))
            }
        }
    }

    private static func checkScalars(_ name: String, _ found: inout Examination) {
        var before: Unicode.Scalar?
        for scalar in name.unicodeScalars {
            if scalar.isControl { found.refuse(.controlInName) }
            if scalar.turnsDirection { found.refuse(.directionInName) }
            let isStray = scalar.selectsVariant && !(before?.hasVariants ?? false)
            if scalar.isInvisible || isStray { found.refuse(.invisibleInName) }
            before = scalar
        }
    }

    /// - Source: Microsoft, "Naming Files, Paths, and Namespaces".
    private static func isReserved(_ name: String) -> Bool {
        let stem = name.prefix { $0 != "." }.uppercased().trimmingSpaces
        if ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"].contains(stem) { return true }
        guard stem.hasPrefix("COM") || stem.hasPrefix("LPT"), stem.count == 4 else { return false }
        return stem.last.map { "123456789¹²³".contains($0) } ?? false
    }
}

/// Names that a web server or a host of sites obeys, in lower case.
private let serverFiles: Set<String> = [
    ".htaccess", ".htpasswd", ".user.ini", ".well-known", "web.config", "app.config",
    "global.asax", "php.ini", "nginx.conf", "httpd.conf", "_headers", "_redirects", "_worker.js",
    "cname", "netlify.toml", "vercel.json", "staticwebapp.config.json", "crossdomain.xml",
    "clientaccesspolicy.xml",
]

/// What web servers run, in lower case: some do so also where another ending follows. What only a
/// computer starts, such as `.com` or `.js`, does no harm there.
///
/// - Source: Apache HTTP Server, mod_mime, "Files with Multiple Extensions".
private let servedSuffixes: Set<String> = [
    "php", "php2", "php3", "php4", "php5", "php6", "php7", "php8", "phps", "pht", "phtm", "phtml",
    "phar", "asp", "aspx", "asa", "asax", "ascx", "ashx", "asmx", "axd", "cer", "cfm", "cfc",
    "jsp", "jspx", "jspa", "jspf", "jsw", "jsv", "cgi", "fcgi", "shtml", "shtm", "stm",
    "htaccess", "htpasswd",
]

extension StringProtocol {
    /// The text without spaces at its ends.
    fileprivate var trimmingSpaces: String {
        var rest = self[...]
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }
}
