import Core
import HTTPTypes
import Hummingbird
import NIOCore
import NIOPosix
import ServiceLifecycle

/// Tells an open page when it is another now, and when something new was found.
///
/// - Source: HTML, section 9.2 (server-sent events).
struct EventStream: Sendable {
    let preview: Preview
    let look: Look
    let target: RequestTarget

    /// An answer without end.
    func response(_ headers: HTTPFields) -> Response {
        var headers = headers
        headers[.contentType] = "text/event-stream"
        return Response(
            status: .ok, headers: headers,
            body: ResponseBody { writer in
                try await write(to: &writer)
                try await writer.finish(nil)
            })
    }

    private func write(to writer: inout any ResponseBodyWriter) async throws {
        let path = target.query["path"] ?? "/"
        let seen = target.query["digest"] ?? ""
        try await writer.write(ByteBuffer(string: "retry: 500\n\n"))
        for await _ in preview.signals().cancelOnGracefulShutdown() {
            let told = try await NIOThreadPool.singleton.runIfActive {
                event(path: path, seen: seen)
            }
            try await writer.write(ByteBuffer(string: told))
        }
    }

    private func event(path: String, seen: String) -> String {
        let now = Look(state: preview.current, view: look.view, preview: preview)
        let isOther = now.digest(at: path) != seen
        return "event: \(isOther ? "reload" : "state")\ndata: \(now.state.number)\n\n"
    }
}
