import Core

extension NginxServer {
    /// Writes the headers of every answer. No location adds one of its own: nginx would then drop
    /// all of these there.
    func writeHeaders(into nginx: inout NginxWriter) {
        nginx.comment("No location below has an add_header: it would drop all of these there.")
        for field in headers.common {
            nginx.directive("add_header", .code(field.name), .code(field.value), "always")
        }
        for (name, value) in [
            ("Content-Security-Policy", "policy"), ("Content-Disposition", "disposition"),
            ("Cache-Control", "cache"),
        ] {
            nginx.directive("add_header", .code(name), .code(variable(value)), "always")
        }
    }

    /// Writes what is decided of a request before its reader is known. None of it tells anything
    /// of the site's contents.
    func writeRequestRules(into nginx: inout NginxWriter) {
        writeHostRule(into: &nginx)
        nginx.condition("$request_method", "!~", "^(?:GET|HEAD)$") { nginx in
            nginx.directive("return", "405")
        }
        guard basePath != "/" else { return }
        let base = Self.pattern(String(basePath.dropLast()))
        let root = NginxToken.literal(Self.location(basePath))
        nginx.directive("rewrite", "^\(base)$", root, "permanent")
        nginx.condition("$uri", "!~", "^\(base)/") { nginx in
            nginx.directive("return", "404")
        }
        nginx.directive("rewrite", "^\(base)(/.*)$", "$1")
    }

    /// Leaves requests for any other host without an answer, also where this server is nginx's
    /// default one.
    func writeHostRule(into nginx: inout NginxWriter) {
        nginx.condition(.code(variable("known")), "=", "0") { nginx in
            nginx.directive("return", "444")
        }
    }

    /// A pattern for exactly this path of a URL, once it is decoded: letters and slashes as they
    /// are, all else by its code.
    private static func pattern(_ path: String) -> String {
        let digits = Array("0123456789abcdef")
        return (PercentEncoding.decode(path) ?? path).utf8.map { byte in
            switch byte {
            case 0x61...0x7A, 0x41...0x5A, 0x30...0x39, 0x2F: String(Unicode.Scalar(byte))
            default: "\\x\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
            }
        }.joined()
    }
}
