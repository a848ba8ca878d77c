import Content
import Core
import Links

extension BuildPlan {
    /// `_redirects` in the tree of each output that has former URLs: what Netlify and Cloudflare
    /// Pages read.
    ///
    /// Elsewhere it is a file like any other, and says no more than the pages that stand at the
    /// same URLs. Cloudflare Pages reads 2,000 such lines at most and knows no 410; where a line
    /// is not read, the page at the URL says the same.
    ///
    /// - Source: docs.netlify.com, "Redirects and rewrites"; developers.cloudflare.com,
    ///   "Pages › Redirects".
    func redirectFiles(_ formers: [FormerURL]) -> [SiteFile] {
        project.site.outputs.indices.compactMap { output in
            let redirects = serverRedirects(formers, of: output)
            guard !redirects.isEmpty else { return nil }
            var text = ByteWriter(reservingCapacity: redirects.count * 64)
            for redirect in redirects {
                let from = PercentEncoding.encodePath(redirect.path)
                // What is gone is answered with the page that stands there and says so.
                let answer = redirect.location.map { "\($0) 301" } ?? "\(from) 410"
                text.append("\(from) \(answer)\n")
            }
            return SiteFile(
                output: project.site.outputs[output].id, path: "_redirects", bytes: text.bytes)
        }
    }

    /// For each output the inside of an nginx `map` from `$uri` to where it leads; `gone` for what
    /// is to be answered with 410. A file without entries is there too, so that a configuration
    /// that includes it stays good.
    ///
    ///     map $uri $former { include …/Site/current/public.redirects.map; }
    ///     if ($former = gone) { return 410; }
    ///     if ($former) { return 301 $former; }
    ///
    /// - Source: nginx.org, ngx_http_map_module.
    func redirectMaps(_ formers: [FormerURL]) -> [(output: String, bytes: [UInt8])] {
        project.site.outputs.indices.map { output in
            var text = ByteWriter()
            text.append("# $uri → Location; gone: 410\n")
            for redirect in serverRedirects(formers, of: output) {
                let location = redirect.location?.replacing("$", with: "%24")
                text.append("\(quoted(redirect.path)) \(quoted(location ?? "gone"));\n")
            }
            return (project.site.outputs[output].id, text.bytes)
        }
    }

    /// A parameter of nginx's configuration. In a value a dollar sign would name a variable, and
    /// there is no way to escape it; `%24` is the same in an address.
    private func quoted(_ text: String) -> String {
        let escaped = text.unicodeScalars.map { scalar in
            scalar == "\"" || scalar == "\\" ? "\\" + String(scalar) : String(scalar)
        }
        return "\"" + escaped.joined() + "\""
    }
}
