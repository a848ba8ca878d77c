import NIOCore

/// Sends a few bytes and collects the answer until it is complete. A class, as NIO wants of a
/// handler; it lives on one event loop.
final class Exchange: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let question: [UInt8]
    private let mostBytes: Int
    private let isComplete: ([UInt8]) -> Bool
    private let promise: EventLoopPromise<[UInt8]>
    private let limit: Duration
    private var watchdog: Watchdog
    private var answer: [UInt8] = []

    /// - Parameters:
    ///   - mostBytes: More of an answer is no answer.
    ///   - limit: For the whole exchange: single bytes are no progress.
    init(
        _ question: [UInt8], mostBytes: Int = 16384, limit: Duration,
        promise: EventLoopPromise<[UInt8]>, isComplete: @escaping ([UInt8]) -> Bool
    ) {
        self.question = question
        self.mostBytes = mostBytes
        self.isComplete = isComplete
        self.promise = promise
        self.limit = limit
        watchdog = Watchdog(limit: limit)
    }

    func channelActive(context: ChannelHandlerContext) {
        let loopBound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        watchdog.start(on: context.eventLoop) {
            let (handler, context) = loopBound.value
            if handler.watchdog.hasExpired {
                handler.end(.failure(.silent(handler.limit)), context)
            }
        }
        context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: question)), promise: nil)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        answer += unwrapInboundIn(data).readableBytesView
        if isComplete(answer) {
            end(.success(answer), context)
        } else if answer.count > mostBytes {
            end(.failure(.badAnswer(ScanFailure.excerpt(answer))), context)
        }
    }

    func channelInactive(context: ChannelHandlerContext) {
        end(.failure(answer.isEmpty ? .closed : .badAnswer(ScanFailure.excerpt(answer))), context)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        end(.failure(.closed), context)
    }

    private func end(_ result: Result<[UInt8], ScanFailure>, _ context: ChannelHandlerContext) {
        watchdog.stop()
        switch result {
        case .success(let answer): promise.succeed(answer)
        case .failure(let failure): promise.fail(failure)
        }
        context.close(promise: nil)
    }
}
