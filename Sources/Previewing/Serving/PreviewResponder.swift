import Building
import Core
import HTTPTypes
import Hummingbird
import NIOCore
import NIOPosix
import WebServers

/// Answers the browser: the site's files, as somebody would see them, and the preview's own.
struct PreviewResponder: HTTPResponder {
    typealias Context = BasicRequestContext

    let preview: Preview
    let port: Int

    /// Where the preview's own files are; no page of a site can have this path.
    static let folder = "/.hakusho/"

    func respond(to request: Request, context: Context) async throws -> Response {
        let response = try await answer(to: request)
        return request.method == .head ? response.createHeadResponse() : response
    }

    private func answer(to request: Request) async throws -> Response {
        guard LoopbackHost.accepts(request.head.authority, port: port) else {
            return refusal(request.head.authority == nil ? .badRequest : .forbidden)
        }
        // No page of another site has any business here.
        let site = HTTPField.Name("Sec-Fetch-Site").flatMap { request.headers[$0] }
        guard [nil, "same-origin", "none"].contains(site) || isNavigation(request) else {
            return refusal(.forbidden)
        }
        guard request.method == .get || request.method == .head,
            let target = RequestTarget(request.head.path)
        else { return refusal(.badRequest) }
        let cookies = request.headers[values: .cookie]
        let look = Look(
            state: preview.current, view: PreviewView(cookies: cookies, port: port),
            preview: preview)
        if target.path.hasPrefix(Self.folder) {
            let name = String(target.path.dropFirst(Self.folder.count))
            return try await own(name, target, look, isHead: request.method == .head)
        }
        return try await offTheLoops { answer(target, look) }
    }

    /// Following a link from a chat or a mail is fine; being read by another site is not.
    private func isNavigation(_ request: Request) -> Bool {
        let mode = HTTPField.Name("Sec-Fetch-Mode").flatMap { request.headers[$0] }
        let destination = HTTPField.Name("Sec-Fetch-Dest").flatMap { request.headers[$0] }
        return mode == "navigate" && destination == "document"
    }

    /// Rendering blocks on files and threads, so it is not done where others wait.
    private func offTheLoops(_ work: @escaping @Sendable () -> Response) async throws -> Response {
        try await NIOThreadPool.singleton.runIfActive(work)
    }

    private func own(
        _ name: String, _ target: RequestTarget, _ look: Look, isHead: Bool
    ) async throws -> Response {
        switch name {
        case "preview.js":
            return own(PackageResources.preview_js, type: "text/javascript")
        case "preview.css":
            return own(PackageResources.preview_css, type: "text/css")
        case "events" where isHead: return refusal(.badRequest)
        case "events":
            return EventStream(preview: preview, look: look, target: target).response(headers)
        case "state":
            return try await offTheLoops {
                var output = ByteWriter()
                output.append(json: StateReport(look, path: target.query["path"] ?? "/").json)
                return own(output.bytes, type: "application/json")
            }
        case "pages":
            return try await offTheLoops { page(PageListPage(look).html) }
        case "source":
            return try await offTheLoops {
                guard let html = SourcePage(target.query, look)?.html else {
                    return page(PlainPage.nothing(look.language, script: ""), .notFound)
                }
                return page(html)
            }
        default: return refusal(.notFound)
        }
    }

    private func answer(_ target: RequestTarget, _ look: Look) -> Response {
        guard let site = look.site else {
            return page(PlainPage.broken(look.language, script: look.script(for: target.path, [])))
        }
        let base = site.basePath
        guard target.path.hasPrefix(base) else {
            if target.path == "/favicon.ico" { return noIcon }
            let isRoot = target.path == "/" || target.path + "/" == base
            return isRoot ? redirect(to: base) : refusal(.notFound)
        }
        switch look.answer(at: target.path) {
        case .file(_, _, isFound: false) where target.path == "/favicon.ico": return noIcon
        case .file(let bytes, let path, let isFound):
            let isPage =
                path.hasSuffix("/") || path.hasSuffix(".html") && !path.hasPrefix("/uploads/")
            let body = isPage ? look.adding(toPage: bytes, at: target.path) : bytes
            let type = MediaType.contentType(ofPath: isPage ? "/" : path)
            return response(
                isFound ? .ok : .notFound, body, type: type, policy: policy(ofPath: path))
        case .moved(let path): return redirect(to: base + path.dropFirst())
        case .failed(let message):
            return page(
                PlainPage.failed(
                    message, look.language, script: look.script(for: target.path, [])),
                .internalServerError)
        case nil:
            return page(
                PlainPage.nothing(look.language, script: look.script(for: target.path, [])),
                .notFound)
        }
    }
}

extension PreviewResponder {
    /// What is sent with every file: what a published site sends, and whatever lets the panel run.
    private static let security = SecurityHeaders(
        isForEverybody: false, hasScripts: true, strictTransport: nil)

    private var headers: HTTPFields { headers(policy: Self.security.pagePolicy) }

    /// Browsers ask for an icon by themselves, and complain to their console of its absence.
    private var noIcon: Response { Response(status: .noContent, headers: headers) }

    private func headers(policy: String) -> HTTPFields {
        var fields = HTTPFields()
        for (name, value) in Self.security.common {
            if let name = HTTPField.Name(name) {
                fields.append(HTTPField(name: name, value: value))
            }
        }
        fields[.contentSecurityPolicy] = policy
        fields[.cacheControl] = "no-store"
        return fields
    }

    /// The Content-Security-Policy of a file, by its path from the site's root.
    private func policy(ofPath path: String) -> String {
        if path.hasSuffix(".pdf") { return Self.security.documentPolicy }
        return path.hasPrefix("/uploads/")
            ? Self.security.uploadPolicy : Self.security.pagePolicy
    }

    private func response(
        _ status: HTTPResponse.Status, _ bytes: [UInt8], type: String, policy: String
    ) -> Response {
        var fields = headers(policy: policy)
        fields[.contentType] = type
        return Response(
            status: status, headers: fields,
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    /// A text of the preview's own.
    private func own(
        _ bytes: [UInt8], type: String, _ status: HTTPResponse.Status = .ok
    ) -> Response {
        response(
            status, bytes, type: type + "; charset=utf-8", policy: Self.security.pagePolicy)
    }

    private func page(_ html: String, _ status: HTTPResponse.Status = .ok) -> Response {
        own(Array(html.utf8), type: "text/html", status)
    }

    private func refusal(_ status: HTTPResponse.Status) -> Response {
        own(Array("\(status.code) \(status.reasonPhrase)\n".utf8), type: "text/plain", status)
    }

    private func redirect(to path: String) -> Response {
        var fields = headers
        fields[.location] = "/" + PercentEncoding.encodePath(String(path.dropFirst()))
        return Response(status: .found, headers: fields)
    }
}
