import NIOCore

/// One IDSESSION with clamd: sends samples as long as its window has room, and matches answers
/// to them by number. A class, as NIO wants of a handler; it lives on one event loop.
///
/// Files are read on that loop's own thread, in pieces, and only while the socket takes them.
final class ClamdSession: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let queue: SampleQueue
    private let identity: EngineIdentity
    private let window: Int
    private let limit: Duration
    private let judged: @Sendable () -> Void
    private let promise: EventLoopPromise<SessionResult>
    private var watchdog: Watchdog
    private var result = SessionResult()

    /// Commands sent so far: the number of the last one.
    private var commands = 0
    /// Samples whose bytes clamd has, or will have, by the number of their command.
    private var waiting: [Int: Waiting] = [:]
    private var sending: SampleReader?
    private var hasSaidEnd = false
    private var hasEnded = false
    /// What came of an answer that is not complete.
    private var partial: [UInt8] = []

    private struct Waiting {
        let index: Int
        /// Nil while the sample is being sent.
        var contents: SampleContents?
        /// The sample turned out to be unreadable after a part of it was sent.
        var failure: ScanFailure?
    }

    private static let piece = 256 * 1024
    private static let longestAnswer = 4096

    /// - Parameters:
    ///   - window: Samples that may be without an answer at a time.
    ///   - limit: The longest time without an answer or a piece taken.
    init(
        _ queue: SampleQueue, as identity: EngineIdentity, window: Int, limit: Duration,
        judged: @escaping @Sendable () -> Void, promise: EventLoopPromise<SessionResult>
    ) {
        self.queue = queue
        self.identity = identity
        self.window = window
        self.limit = limit
        self.judged = judged
        self.promise = promise
        watchdog = Watchdog(limit: limit)
    }

    func channelActive(context: ChannelHandlerContext) {
        let loopBound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        watchdog.start(on: context.eventLoop) {
            let (handler, context) = loopBound.value
            guard handler.watchdog.hasExpired else { return }
            handler.end(.untrusted(.silent(handler.limit)), context)
        }
        write("zIDSESSION\0", context)
        send(context)
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        guard context.channel.isWritable else { return }
        watchdog.progress()
        send(context)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        partial += unwrapInboundIn(data).readableBytesView
        while !hasEnded, let nul = partial.firstIndex(of: 0) {
            take(partial[..<nul], context)
            partial.removeSubrange(...nul)
        }
        // What never ends is no answer; nor is it kept.
        if !hasEnded, partial.count > Self.longestAnswer { distrust(partial[...], context) }
        if !hasEnded { send(context) }
    }

    func channelInactive(context: ChannelHandlerContext) {
        if !partial.isEmpty, !hasEnded { distrust(partial[...], context) }
        end(waiting.isEmpty && hasSaidEnd ? nil : .broken(.closed), context)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        end(.broken(.closed), context)
    }

    // MARK: Sending

    private func send(_ context: ChannelHandlerContext) {
        while !hasEnded, context.channel.isWritable {
            if let reader = sending {
                sendPiece(of: reader, context)
            } else if waiting.count < window, let index = queue.next() {
                open(index, context)
            } else {
                break
            }
        }
        if waiting.isEmpty, sending == nil, !hasSaidEnd, !hasEnded, context.channel.isWritable {
            hasSaidEnd = true
            write("zEND\0", context)
        }
        context.flush()
    }

    private func open(_ index: Int, _ context: ChannelHandlerContext) {
        do throws(Unreadable) {
            sending = try SampleReader(queue.samples[index])
        } catch {
            decide(index, Judged(error.verdict))
            return
        }
        commands += 1
        waiting[commands] = Waiting(index: index)
        write("zINSTREAM\0", context)
    }

    /// Sends the next piece with its length before it, and after the last one the length zero.
    private func sendPiece(of reader: SampleReader, _ context: ChannelHandlerContext) {
        let length = min(Self.piece, reader.size - reader.position)
        var buffer = context.channel.allocator.buffer(capacity: length + 8)
        do throws(ScanFailure) {
            if length > 0 {
                buffer.writeInteger(UInt32(length))
                try buffer.write(length, from: reader)
            }
            if reader.position == reader.size {
                buffer.writeInteger(UInt32(0))
                waiting[commands]?.contents = try reader.finish()
                sending = nil
            }
        } catch {
            // A stream cannot be taken back: it is ended, and its answer not believed.
            waiting[commands]?.failure = error
            sending = nil
            buffer.clear()
            buffer.writeInteger(UInt32(0))
        }
        context.write(wrapOutboundOut(buffer), promise: nil)
    }

    private func write(_ text: StaticString, _ context: ChannelHandlerContext) {
        context.write(wrapOutboundOut(ByteBuffer(staticString: text)), promise: nil)
    }

    // MARK: Answers

    private func take(_ bytes: ArraySlice<UInt8>, _ context: ChannelHandlerContext) {
        guard let answer = ClamdAnswer(bytes), let sample = waiting[answer.command] else {
            return distrust(bytes, context)
        }
        watchdog.progress()
        let verdict = answer.verdict(as: identity)
        if let failure = sample.failure {
            decide(sample.index, Judged(.failed(failure)))
        } else if let contents = sample.contents {
            decide(sample.index, Judged(verdict, of: contents))
        } else if case .unscannable = verdict {
            // clamd need not read on to say that the stream is too long; nothing else can be
            // said of a sample before its end was sent.
            decide(sample.index, Judged(verdict))
            sending = nil
            waiting[answer.command] = nil
            return end(.broken(.closed), context)
        } else {
            return distrust(bytes, context)
        }
        waiting[answer.command] = nil
    }

    private func decide(_ index: Int, _ verdict: Judged) {
        result.decided.append((index, verdict))
        judged()
    }

    private func distrust(_ bytes: ArraySlice<UInt8>, _ context: ChannelHandlerContext) {
        end(.untrusted(result.distrust(bytes)), context)
    }

    private func end(_ trouble: SessionResult.Trouble?, _ context: ChannelHandlerContext) {
        guard !hasEnded else { return }
        hasEnded = true
        watchdog.stop()
        result.trouble = trouble
        result.undecided = waiting.values.map(\.index)
        waiting = [:]
        sending = nil
        promise.succeed(result)
        context.close(promise: nil)
    }
}

extension ByteBuffer {
    /// Appends exactly `length` bytes of a sample.
    mutating func write(_ length: Int, from reader: SampleReader) throws(ScanFailure) {
        var failure: ScanFailure?
        writeWithUnsafeMutableBytes(minimumWritableBytes: length) { space in
            do throws(ScanFailure) {
                return try reader.read(
                    into: UnsafeMutableRawBufferPointer(rebasing: space[..<length]))
            } catch {
                failure = error
                return 0
            }
        }
        if let failure { throw failure }
    }
}
