import Content
import Core

/// A file for nginx's `http` context that serves one output, or several on the same machine.
package struct NginxConfiguration: Sendable {
    /// In the order in which they were asked for.
    let servers: [NginxServer]

    /// Takes the servers of one machine.
    package init(_ servers: [NginxServer]) { self.servers = servers }

    /// The whole file.
    package var bytes: [UInt8] {
        var nginx = NginxWriter()
        let names = servers.map { "--output " + $0.rules.output.value }.joined(separator: " ")
        nginx.comment("Written by `hakusho access nginx \(names)`; change 'access' in site.yml and")
        nginx.comment(
            "write it anew. It belongs into the http context: /etc/nginx/conf.d/NAME.conf")
        writeHashSizes(into: &nginx)
        for server in servers {
            nginx.gap()
            server.write(into: &nginx)
        }
        return nginx.output.bytes
    }

    /// Makes room for many former URLs or for long ones, where nginx's own sizes would not do.
    ///
    /// - Source: nginx's ngx_hash_init(): a bucket holds its entries, each a pointer and its key
    ///   with two bytes of length, up to a multiple of the pointer's size, and one pointer more.
    private func writeHashSizes(into nginx: inout NginxWriter) {
        let keys = servers.map { server in
            server.redirects.map { server.key(of: $0).utf8.count }
        }
        let longest = keys.joined().max() ?? 0
        let most = keys.map(\.count).max() ?? 0
        let bucket = Self.powerOfTwo(atLeast: (longest + 2 + 7) / 8 * 8 + 16)
        guard bucket > 64 || most > 1000 else { return }
        nginx.gap()
        nginx.comment(
            "For the former URLs below. nginx takes each of these once: where another file")
        nginx.comment("has one, keep the larger.")
        nginx.directive("map_hash_max_size", "\(Self.powerOfTwo(atLeast: max(most * 2, 2048)))")
        nginx.directive("map_hash_bucket_size", "\(max(bucket, 128))")
    }

    private static func powerOfTwo(atLeast number: Int) -> Int {
        var power = 1
        while power < number { power *= 2 }
        return power
    }
}
