package import Core
import NIOPosix

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Finds the addresses of a host's name.
package struct NameResolver: Sendable {
    /// Why there are none.
    package enum Failure: Error, Hashable, Sendable {
        /// The name does not exist, or has no address.
        case unknown
        /// Nobody could be asked, or did not answer.
        case unavailable
    }

    private let lookUp: @Sendable (String) async throws(Failure) -> [IPAddress]

    /// Takes another way to look names up.
    package init(_ lookUp: @escaping @Sendable (String) async throws(Failure) -> [IPAddress]) {
        self.lookUp = lookUp
    }

    /// All addresses of a host, in the order in which they are to be tried; never none.
    ///
    /// An address is its own; `localhost` and what is below it are never looked up elsewhere (RFC
    /// 6761, section 6.3).
    package func addresses(of host: String) async throws(Failure) -> [IPAddress] {
        if let address = IPAddress(host) { return [address] }
        if HostName.isLocal(host) { return [.v4(0x7F00_0001)] }
        let found = try await lookUp(host)
        if found.isEmpty { throw .unknown }
        return found
    }

    /// The system's own resolver, asked on a thread of its own.
    ///
    /// - Source: getaddrinfo(3).
    package static let system = NameResolver { host throws(Failure) in
        let answer: Result<[IPAddress], Failure>
        do {
            answer = try await NIOThreadPool.singleton.runIfActive { systemAddresses(of: host) }
        } catch {
            throw .unavailable
        }
        return try answer.get()
    }

    private static func systemAddresses(of host: String) -> Result<[IPAddress], Failure> {
        var hints = addrinfo()
        #if canImport(Glibc)
            hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        #else
            hints.ai_socktype = SOCK_STREAM
        #endif
        hints.ai_flags = AI_ADDRCONFIG
        var list: UnsafeMutablePointer<addrinfo>?
        let status = getaddrinfo(host, nil, &hints, &list)
        defer { if let list { freeaddrinfo(list) } }
        guard status == 0 else {
            // EAI_NODATA, which the headers hide: the name exists, without an address.
            return .failure(status == EAI_NONAME || status == -5 ? .unknown : .unavailable)
        }
        var found: [IPAddress] = []
        var entry = list
        while let current = entry {
            if let address = current.pointee.ai_addr.flatMap(IPAddress.init(socket:)),
                !found.contains(address)
            {
                found.append(address)
            }
            entry = current.pointee.ai_next
        }
        return .success(found)
    }
}

extension IPAddress {
    /// Reads what a socket call hands out; nil for another family.
    fileprivate init?(socket: UnsafeMutablePointer<sockaddr>) {
        let raw = UnsafeRawPointer(socket)
        switch Int32(socket.pointee.sa_family) {
        case AF_INET:
            let address = raw.loadUnaligned(as: sockaddr_in.self)
            self = .v4(UInt32(bigEndian: address.sin_addr.s_addr))
        case AF_INET6:
            var address = raw.loadUnaligned(as: sockaddr_in6.self).sin6_addr
            self = withUnsafeBytes(of: &address) { bytes in
                .v6(
                    UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self)),
                    UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)))
            }
        default: return nil
        }
    }
}
