/// Where fonts are looked for and which are preferred, the same on every machine: neither the
/// system's nor the user's own settings count.
///
/// - Source: fonts-conf(5).
enum FontSettings {
    /// Folders of Debian and of macOS; those that are not there do no harm.
    static let folders = [
        "/usr/share/fonts", "/usr/local/share/fonts", "/System/Library/Fonts", "/Library/Fonts",
        "/opt/homebrew/share/fonts",
    ]

    /// Japanese fonts, the best first. The first is Debian's fonts-morisawa-bizud-gothic: made for
    /// documents, with a real bold, and of TrueType outlines, of which a part is embedded ten times
    /// faster than of the 20 MB of Noto Sans CJK.
    static let sans = [
        "BIZ UDPGothic", "Hiragino Sans", "Noto Sans CJK JP", "Noto Sans JP", "IPAexGothic",
        "IPAPGothic", "VL PGothic", "DejaVu Sans", "Noto Color Emoji",
    ]
    static let mono = [
        "BIZ UDGothic", "Noto Sans Mono CJK JP", "IPAGothic", "VL Gothic", "DejaVu Sans Mono",
    ]

    /// - Parameter cache: A folder that fontconfig may write to, where the system's cache is old.
    static func file(cache: String) -> String {
        """
        <?xml version="1.0"?>
        <!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
        <fontconfig>
        \(folders.map { "<dir>\($0)</dir>\n" }.joined())\
        <cachedir>\(cache)</cachedir>
        <cachedir>/var/cache/fontconfig</cachedir>
        \(preference("sans-serif", sans))\(preference("serif", sans))\(preference("monospace", mono))\
        </fontconfig>

        """
    }

    private static func preference(_ name: String, _ families: [String]) -> String {
        let list = families.map { "<family>\($0)</family>" }.joined()
        return "<alias><family>\(name)</family><prefer>\(list)</prefer></alias>\n"
    }
}
