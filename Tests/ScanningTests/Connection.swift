import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// One end of a stream, with calls that wait: enough for a server of a test, or its client.
struct Connection: Sendable {
    let descriptor: Int32

    /// Connects to a Unix socket.
    static func open(_ path: String) throws -> Connection {
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        let status = withAddress(path) { connect(descriptor, $0, $1) }
        guard status == 0 else {
            close(descriptor)
            throw POSIXError(.init(rawValue: errno) ?? .EIO)
        }
        return Connection(descriptor: descriptor)
    }

    /// Up to `count` bytes; fewer at the end of the stream.
    func read(_ count: Int) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        var done = 0
        while done < count {
            let got = bytes.withUnsafeMutableBytes {
                recv(descriptor, $0.baseAddress! + done, count - done, 0)
            }
            guard got > 0 else { break }
            done += got
        }
        return Array(bytes.prefix(done))
    }

    /// Up to and without a terminator; nil at the end of the stream.
    func read(until end: [UInt8]) -> [UInt8]? {
        var bytes: [UInt8] = []
        while !bytes.suffix(end.count).elementsEqual(end) {
            let next = read(1)
            guard let byte = next.first else { return nil }
            bytes.append(byte)
        }
        return bytes.dropLast(end.count)
    }

    /// Everything up to the end of the stream.
    func readAll() -> [UInt8] {
        var bytes: [UInt8] = []
        while let byte = read(1).first { bytes.append(byte) }
        return bytes
    }

    /// - Returns: Whether the peer took it.
    @discardableResult func write(_ bytes: [UInt8]) -> Bool {
        var done = 0
        while done < bytes.count {
            let sent = bytes.withUnsafeBytes {
                send(
                    descriptor, $0.baseAddress! + done, bytes.count - done,
                    Int32(MSG_NOSIGNAL))
            }
            guard sent > 0 else { return false }
            done += sent
        }
        return true
    }

    @discardableResult func write(_ text: String) -> Bool { write(Array(text.utf8)) }

    /// Says that nothing more comes from this side.
    func finishWriting() { shutdown(descriptor, Int32(SHUT_WR)) }

    static func withAddress<Answer>(
        _ path: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Answer
    ) -> Answer {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8.prefix(107)) }
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                body($0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
    }
}

/// A server of a test: a thread for each connection, until the value goes.
final class TestServer: Sendable {
    private let listener: Int32
    /// Of a TCP server; else 0.
    let port: Int

    /// Listens on a Unix socket.
    init(socket path: String, _ serve: @escaping @Sendable (Connection) -> Void) throws {
        listener = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        port = 0
        guard Connection.withAddress(path, { bind(listener, $0, $1) }) == 0 else {
            throw POSIXError(.init(rawValue: errno) ?? .EIO)
        }
        accept(serve)
    }

    /// Listens on a free port of the loopback interface.
    init(_ serve: @escaping @Sendable (Connection) -> Void) throws {
        listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let listener = listener
        let status = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, length) | getsockname(listener, $0, &length)
            }
        }
        guard status == 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
        port = Int(UInt16(bigEndian: address.sin_port))
        accept(serve)
    }

    deinit {
        // Wakes the thread that accepts, which closes the socket.
        shutdown(listener, Int32(SHUT_RDWR))
    }

    private func accept(_ serve: @escaping @Sendable (Connection) -> Void) {
        listen(listener, 64)
        let listener = listener
        Thread.detachNewThread {
            while true {
                let descriptor = Self.next(listener)
                guard descriptor >= 0 else { break }
                Thread.detachNewThread {
                    serve(Connection(descriptor: descriptor))
                    shutdown(descriptor, Int32(SHUT_RDWR))
                    close(descriptor)
                }
            }
            close(listener)
        }
    }

    private static func next(_ listener: Int32) -> Int32 {
        #if canImport(Glibc)
            Glibc.accept(listener, nil, nil)
        #else
            Musl.accept(listener, nil, nil)
        #endif
    }
}
