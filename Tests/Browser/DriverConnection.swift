import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1

/// Speaks WebDriver to a driver.
///
/// - Source: W3C WebDriver, "Protocol".
struct DriverConnection: Sendable {
    /// Where the driver listens, on loopback.
    let port: Int

    /// The longest a command may take.
    private static let limit = TimeAmount.seconds(90)

    /// Sends one command.
    ///
    /// - Parameters:
    ///   - method: GET, POST or DELETE.
    ///   - path: What follows the driver's address.
    ///   - body: The parameters; only of POST.
    /// - Returns: What the answer has as its `value`.
    /// - Throws: `BrowserFailure.refused`, or the error of the network.
    func send<Value: Decodable & Sendable>(
        _ method: HTTPMethod, _ path: String, _ body: JSON?, as type: Value.Type
    ) async throws -> Value {
        var request = HTTPClientRequest(url: "http://127.0.0.1:\(port)\(path)")
        request.method = method
        if let body {
            request.headers.add(name: "content-type", value: "application/json; charset=utf-8")
            request.body = .bytes(Array(try JSONEncoder().encode(body)))
        }
        let response = try await HTTPClient.shared.execute(request, timeout: Self.limit)
        let bytes = try await response.body.collect(upTo: 256 << 20)
        let data = Data(bytes.readableBytesView)
        guard response.status == .ok else {
            let complaint = try JSONDecoder().decode(Answer<Complaint>.self, from: data).value
            throw BrowserFailure.refused(error: complaint.error, message: complaint.message)
        }
        return try JSONDecoder().decode(Answer<Value>.self, from: data).value
    }
}

/// What every answer is wrapped in.
private struct Answer<Value: Decodable>: Decodable {
    let value: Value
}

/// The value of an answer that says what went wrong.
private struct Complaint: Decodable {
    let error, message: String
}
