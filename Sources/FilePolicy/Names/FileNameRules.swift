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
            if let active = inner.first(where: activeSuffixes.contains) {
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

/// What a server runs or a computer starts, by the end of its name, in lower case.
private let activeSuffixes: Set<String> = [
    "php", "php3", "php4", "php5", "php7", "php8", "phps", "pht", "phtml", "phar", "asp", "aspx",
    "asa", "asax", "ascx", "ashx", "asmx", "cer", "cfm", "jsp", "jspx", "jspa", "jar", "war",
    "cgi", "fcgi", "pl", "pm", "py", "pyc", "rb", "sh", "bash", "exe", "dll", "bat", "cmd", "com",
    "scr", "pif", "msi", "msp", "cpl", "hta", "ps1", "psm1", "vb", "vbe", "vbs", "js", "jse",
    "mjs", "wsf", "wsh", "lnk", "reg", "html", "htm", "shtml", "shtm", "stm", "xhtml", "xht",
    "swf", "svgz", "apk", "app", "dmg", "iso", "url", "desktop", "inf", "sct", "chm",
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
