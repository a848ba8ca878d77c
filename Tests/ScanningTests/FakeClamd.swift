import Foundation
import Synchronization
import TestSupport

@testable import Scanning

/// A clamd that finds the EICAR file anywhere, and misbehaves with samples that begin `FAULT`.
final class FakeClamd: Sendable {
    typealias Fault = @Sendable (_ connection: Connection, _ number: Int) -> Void

    /// What it says it is; may change while it runs.
    let version: Mutex<String>
    /// Streams that it has judged.
    let streams = Atomic(0)
    let socket: String
    private let folder: TemporaryFolder
    private let server: Mutex<TestServer?>

    /// Signatures of the moment.
    static var freshVersion: String { version(daysAgo: 0) }

    static func version(_ number: Int = 27123, daysAgo days: Int) -> String {
        let format = DateFormatter()
        format.locale = Locale(identifier: "en_US_POSIX")
        format.timeZone = TimeZone(secondsFromGMT: 0)
        format.dateFormat = "EEE MMM d HH:mm:ss yyyy"
        let date = Date(timeIntervalSinceNow: -86_400 * Double(days))
        return "ClamAV 1.4.6/\(number)/" + format.string(from: date)
    }

    /// - Parameters:
    ///   - findsEICAR: False for one that calls everything clean.
    ///   - fault: What happens in place of the answer; the whole sample was read before.
    ///   - midStream: What happens in place of reading a stream on.
    init(
        version: String = freshVersion, findsEICAR: Bool = true, midStream: Bool = false,
        fault: @escaping Fault = { _, _ in }
    ) throws {
        folder = try TemporaryFolder()
        self.version = Mutex(version)
        socket = folder.url(of: "s").path
        server = Mutex(nil)
        let started = try TestServer(socket: socket) { [weak self] connection in
            self?.serve(connection, findsEICAR, midStream, fault)
        }
        server.withLock { $0 = started }
    }

    private func serve(
        _ connection: Connection, _ findsEICAR: Bool, _ midStream: Bool, _ fault: Fault
    ) {
        guard let first = connection.read(until: [0]) else { return }
        let command = String(decoding: first, as: UTF8.self)
        if command == "zVERSION" {
            connection.write(version.withLock { $0 } + "\0")
            return
        }
        guard command == "zIDSESSION" else { return }
        var number = 0
        while let next = connection.read(until: [0]), next.elementsEqual("zINSTREAM".utf8) {
            number += 1
            guard let bytes = stream(connection, midStream, { fault(connection, number) }) else {
                return
            }
            streams.add(1, ordering: .relaxed)
            if bytes.starts(with: "FAULT".utf8) {
                fault(connection, number)
                continue
            }
            let isFound = findsEICAR && BadArchives.holdsEICAR(bytes)
            connection.write("\(number): stream: \(isFound ? "Eicar FOUND" : "OK")\0")
        }
    }

    /// The bytes of one INSTREAM; nil where the connection ended, or the fault came first.
    private func stream(
        _ connection: Connection, _ midStream: Bool, _ fault: () -> Void
    ) -> [UInt8]? {
        var bytes: [UInt8] = []
        while true {
            let head = connection.read(4)
            guard head.count == 4 else { return nil }
            let length = head.reduce(0) { $0 << 8 | Int($1) }
            if length == 0 { return bytes }
            if midStream, bytes.isEmpty {
                bytes = connection.read(5)
                if bytes.elementsEqual("FAULT".utf8) {
                    fault()
                    return nil
                }
                bytes += connection.read(length - 5)
            } else {
                bytes += connection.read(length)
            }
        }
    }
}
