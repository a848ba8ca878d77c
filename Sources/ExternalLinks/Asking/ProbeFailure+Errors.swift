import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

extension ProbeFailure {
    /// What the client's errors mean for a link.
    init(_ error: any Error) {
        self =
            switch error {
            case let error as HTTPClientError: Self(client: error)
            case let error as NIOSSLExtraError:
                error == .failedToValidateHostname ? .wrongName : .noTLS
            case NIOSSLError.handshakeFailed(.sslError(let stack)):
                // The library has no other sign of why it does not believe a certificate.
                String(describing: stack).contains("CERTIFICATE_VERIFY_FAILED")
                    ? .untrusted : .noTLS
            case NIOSSLError.uncleanShutdown: .connectionClosed
            case is NIOSSLError: .noTLS
            case is HTTPParserError: .notHTTP
            case let error as IOError: Self(system: error.errnoCode)
            case ChannelError.connectTimeout: .connectionTimeOut
            case is ChannelError: .connectionClosed
            case let error as NIOConnectionError:
                error.connectionErrors.first.map { Self($0.error) } ?? .connectionRefused
            default: .notHTTP
            }
    }

    private init(client error: HTTPClientError) {
        switch error {
        case .connectTimeout, .tlsHandshakeTimeout, .getConnectionFromPoolTimeout:
            self = .connectionTimeOut
        case .readTimeout, .writeTimeout, .deadlineExceeded, .cancelled: self = .timeOut
        case .remoteConnectionClosed, .uncleanShutdown, .requestStreamCancelled:
            self = .connectionClosed
        default: self = .notHTTP
        }
    }

    private init(system code: CInt) {
        switch code {
        case ECONNREFUSED, EHOSTUNREACH, ENETUNREACH, EADDRNOTAVAIL, EACCES, EPERM:
            self = .connectionRefused
        case ETIMEDOUT: self = .connectionTimeOut
        default: self = .connectionClosed
        }
    }
}
