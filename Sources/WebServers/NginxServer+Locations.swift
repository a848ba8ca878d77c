import Core

extension NginxServer {
    /// Writes the locations.
    ///
    /// A redirect or a page that is gone is answered only after the reader was let in: `return`
    /// comes before `allow` and `auth_basic`, but `try_files` after them.
    func writeLocations(into nginx: inout NginxWriter) {
        writeTypes(into: &nginx)
        nginx.directive("error_page", "404", "@not_found")
        nginx.directive("error_page", "410", "@gone")
        nginx.gap()
        for language in languages {
            let prefix = language == languages[0] ? "" : "/" + language
            nginx.block("location", "=", "\(prefix)/404.html") { $0.directive("internal") }
        }
        nginx.comment("Hidden files, of which a site has none.")
        nginx.block("location", "~", "/\\.(?!well-known/)") { $0.directive("return", "404") }
        nginx.comment("Pages.")
        nginx.block("location", "~", "/$") { writeFile("${uri}index.html", into: &$0) }
        nginx.comment("Uploads, which may be in another encoding.")
        nginx.block("location", "~", "^/uploads/") { nginx in
            nginx.directive("charset", "off")
            writeFile("$uri", into: &nginx)
        }
        nginx.comment("Feeds.")
        nginx.block("location", "~", "/feed\\.xml$") { nginx in
            nginx.block("types") { _ in }
            nginx.directive("default_type", "application/atom+xml")
            writeFile("$uri", into: &nginx)
        }
        nginx.block("location", "/") { writeFile("$uri", into: &$0) }
        writeNamedLocations(into: &nginx)
    }

    private func writeFile(_ path: String, into nginx: inout NginxWriter) {
        let aside = redirects.isEmpty ? "" : "${\(variable("aside").dropFirst())}"
        nginx.directive("try_files", .code(aside + path), "@missing")
    }

    private func writeNamedLocations(into nginx: inout NginxWriter) {
        nginx.block("location", "@missing") { nginx in
            if !redirects.isEmpty {
                let moved = variable("moved")
                nginx.condition(.code(moved), "=", "gone") { $0.directive("return", "410") }
                nginx.condition(.code(moved)) { $0.directive("return", "301", .code(moved)) }
            }
            nginx.condition("-f", "$document_root$uri/index.html") { nginx in
                let base = Self.location(String(basePath.dropLast()))
                nginx.directive("rewrite", "^(.*)$", .code("\(base)$1/"), "permanent")
            }
            nginx.directive("return", "404")
        }
        nginx.block("location", "@not_found") { nginx in
            let page = languages.count > 1 ? variable("not_found") : "/404.html"
            nginx.directive("try_files", .code(page), "=404")
        }
        nginx.block("location", "@gone") { nginx in
            if redirects.isEmpty {
                nginx.directive("return", "410")
            } else {
                let path = variable("path")
                nginx.directive("try_files", "\(path)/index.html", .code(path), "=410")
            }
        }
    }

    /// Writes the media types of what a site holds; those that nginx knows elsewhere do not count.
    private func writeTypes(into nginx: inout NginxWriter) {
        nginx.block("types") { nginx in
            for (type, endings) in MediaType.all {
                nginx.directive(type, endings.map { .code($0) })
            }
        }
        nginx.directive("default_type", "application/octet-stream")
        nginx.directive("charset", "utf-8")
        nginx.directive(
            "charset_types", MediaType.textTypes.filter { $0 != "text/html" }.map { .literal($0) })
    }
}
