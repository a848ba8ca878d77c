/// The response headers that protect a published site's readers.
///
/// - Source: OWASP Secure Headers Project; RFC 6797 (HSTS); CSP Level 3; RFC 9111 (caching).
package struct SecurityHeaders: Sendable {
    /// Anybody may read the output.
    package let isForEverybody: Bool
    /// The theme brings scripts of its own.
    package let hasScripts: Bool
    /// How long browsers insist on https; nil where the site has none.
    package let strictTransport: Duration?

    /// Takes what the headers depend on.
    package init(isForEverybody: Bool, hasScripts: Bool, strictTransport: Duration?) {
        self.isForEverybody = isForEverybody
        self.hasScripts = hasScripts
        self.strictTransport = strictTransport
    }

    /// What every answer has, in the order in which it is sent.
    package var common: [(name: String, value: String)] {
        var fields = [
            ("X-Content-Type-Options", "nosniff"),
            // For browsers that do not know frame-ancestors.
            ("X-Frame-Options", "DENY"),
            (
                "Referrer-Policy",
                isForEverybody ? "strict-origin-when-cross-origin" : "same-origin"
            ),
            (
                "Permissions-Policy",
                "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()"
            ),
            ("Cross-Origin-Opener-Policy", "same-origin"),
            // Anybody may show a public image, for example a reader of feeds.
            ("Cross-Origin-Resource-Policy", isForEverybody ? "cross-origin" : "same-origin"),
        ]
        if let strictTransport {
            let seconds = strictTransport.components.seconds
            fields.append(("Strict-Transport-Security", "max-age=\(seconds)"))
        }
        if !isForEverybody { fields.append(("X-Robots-Tag", "noindex, nofollow, noarchive")) }
        return fields
    }

    /// Content-Security-Policy of pages: style sheets, images, sound and fonts of the site itself,
    /// and pictures that stand within a page.
    package var pagePolicy: String {
        var policy = ["default-src 'none'"]
        if hasScripts { policy += ["script-src 'self'", "connect-src 'self'"] }
        policy += [
            "style-src 'self'", "img-src 'self' data:", "media-src 'self'", "font-src 'self'",
            Self.confinement,
        ]
        return policy.joined(separator: "; ")
    }

    /// Content-Security-Policy of uploads: a drawing or a page among them is shown, and runs
    /// nothing and asks nobody.
    package var uploadPolicy: String {
        "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; media-src 'self'; "
            + "sandbox; " + Self.confinement
    }

    /// Content-Security-Policy of PDF files, whose viewers in browsers refuse a sandbox.
    package var documentPolicy: String { Self.confinement }

    /// Cache-Control of all that may change, and of what only some may see.
    var cacheControl: String { isForEverybody ? "no-cache" : "private, no-store" }

    /// Cache-Control of files whose names carry their digest.
    var immutableCacheControl: String {
        (isForEverybody ? "public" : "private") + ", max-age=31536000, immutable"
    }

    private static let confinement =
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
}
