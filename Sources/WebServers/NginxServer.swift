package import Content
import Core
package import Links

/// The virtual server of nginx that serves one output.
///
/// Everything that stands in its configuration was checked when it was read; see `AccessRules`.
package struct NginxServer: Sendable {
    /// Where it is served, and to whom.
    let rules: AccessRules
    /// The output's tree: an absolute path, fit for a server's configuration. The link `current`
    /// may be a part of it.
    let root: String
    /// Codes, the default one first.
    let languages: [String]
    /// The path of the site's root, `/` or `/base/`.
    let basePath: String
    let headers: SecurityHeaders
    /// Former URLs, sorted by path.
    let redirects: [ServerRedirect]

    /// Takes what site.yml says of an output, and what the build knows of it.
    ///
    /// - Parameters:
    ///   - root: What `AccessRules.serverPath` returned.
    ///   - isForEverybody: The output shows only what is labelled lowest.
    ///   - hasScripts: The theme brings scripts.
    package init(
        rules: AccessRules, root: String, site: SiteConfiguration, isForEverybody: Bool,
        hasScripts: Bool, redirects: [ServerRedirect]
    ) {
        self.rules = rules
        self.root = root
        languages = site.languages
        basePath = site.basePath
        headers = SecurityHeaders(
            isForEverybody: isForEverybody, hasScripts: hasScripts,
            strictTransport: rules.tls?.strictTransport)
        self.redirects = redirects
    }

    /// The name of a variable: apart for each output, since variables belong to the whole of http.
    func variable(_ name: String) -> String {
        let output = rules.output.value.map { $0 == "-" ? "_" : String($0) }.joined()
        return "$hakusho_\(output)_\(name)"
    }
}

extension NginxServer {
    /// Writes the maps and the servers.
    func write(into nginx: inout NginxWriter) {
        nginx.comment("Output '\(rules.output.value)' at \(rules.serverNames[0])")
        nginx.gap()
        writeMaps(into: &nginx)
        if !rules.redirectListen.isEmpty {
            nginx.gap()
            writeRedirectServer(into: &nginx)
        }
        nginx.gap()
        nginx.block("server") { nginx in
            writeListening(into: &nginx)
            nginx.gap()
            writeRoot(into: &nginx)
            nginx.gap()
            writeAccess(into: &nginx)
            nginx.gap()
            writeHeaders(into: &nginx)
            nginx.gap()
            writeRequestRules(into: &nginx)
            nginx.gap()
            writeLocations(into: &nginx)
        }
    }

    /// The server that knows only the way to https.
    private func writeRedirectServer(into nginx: inout NginxWriter) {
        nginx.block("server") { nginx in
            for address in rules.redirectListen { nginx.directive("listen", listen(address)) }
            nginx.directive("server_name", rules.serverNames.map { .literal($0) })
            nginx.directive("server_tokens", "off")
            writeHostRule(into: &nginx)
            let port = rules.listen[0].port
            let authority = port == 443 ? "$host" : "$host:\(port)"
            nginx.directive("return", "301", "https://\(authority)$request_uri")
        }
    }

    private func writeListening(into nginx: inout NginxWriter) {
        for address in rules.listen {
            nginx.directive("listen", [listen(address)] + (rules.tls == nil ? [] : ["ssl"]))
        }
        nginx.directive("server_name", rules.serverNames.map { .literal($0) })
        nginx.directive("server_tokens", "off")
        // Answers name paths alone: a proxy in front may have another port or scheme.
        nginx.directive("absolute_redirect", "off")
        guard let tls = rules.tls else { return }
        nginx.gap()
        nginx.comment("TLS after Mozilla's 'intermediate' (Server Side TLS 5.7).")
        nginx.directive("ssl_certificate", .literal(tls.certificate.value))
        nginx.directive("ssl_certificate_key", .literal(tls.key.value))
        nginx.directive("ssl_protocols", "TLSv1.2", "TLSv1.3")
        nginx.directive("ssl_ciphers", .code(Self.ciphers.joined(separator: ":")))
        nginx.directive("ssl_prefer_server_ciphers", "off")
        nginx.directive("ssl_session_timeout", "1d")
        nginx.directive("ssl_session_cache", "shared:\(variable("tls").dropFirst()):2m")
        nginx.directive("ssl_session_tickets", "off")
    }

    private func writeRoot(into nginx: inout NginxWriter) {
        nginx.comment("The way to the root may hold symbolic links ('current'), the tree may not.")
        nginx.comment("No file stays open, so that a new generation is seen at once and whole.")
        nginx.directive("root", .literal(root))
        nginx.directive("disable_symlinks", "on", "from=$document_root")
        nginx.directive("open_file_cache", "off")
        nginx.directive("autoindex", "off")
        nginx.directive("merge_slashes", "on")
    }

    private func writeAccess(into nginx: inout NginxWriter) {
        if !rules.trustedProxies.isEmpty {
            nginx.comment("The reader's address, as these proxies tell it.")
            for proxy in rules.trustedProxies {
                nginx.directive("set_real_ip_from", .literal(proxy.value.description))
            }
            nginx.directive("real_ip_header", "X-Forwarded-For")
            nginx.directive("real_ip_recursive", "on")
        }
        nginx.directive("satisfy", .code(rules.satisfaction.value.rawValue))
        for network in rules.allow { nginx.directive("allow", .literal("\(network.value)")) }
        nginx.directive(rules.allow.isEmpty ? "allow" : "deny", "all")
        if let authentication = rules.authentication {
            nginx.directive("auth_basic", .literal(authentication.realm))
            nginx.directive("auth_basic_user_file", .literal(authentication.file.value))
        } else {
            nginx.directive("auth_basic", "off")
        }
    }

    private func listen(_ address: ListenAddress) -> NginxToken { .literal(address.description) }

    /// Without the ciphers that need a group of their own for Diffie–Hellman.
    private static let ciphers = [
        "ECDHE-ECDSA-AES128-GCM-SHA256", "ECDHE-RSA-AES128-GCM-SHA256",
        "ECDHE-ECDSA-AES256-GCM-SHA384", "ECDHE-RSA-AES256-GCM-SHA384",
        "ECDHE-ECDSA-CHACHA20-POLY1305", "ECDHE-RSA-CHACHA20-POLY1305",
    ]
}
