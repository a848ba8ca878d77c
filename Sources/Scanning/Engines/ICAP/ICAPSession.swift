import Core
import NIOCore

/// One connection to an ICAP service: one RESPMOD after another. A class, as NIO wants of a
/// handler; it lives on one event loop.
///
/// The preview always leaves at least one byte of a file. So a service that answers without
/// asking for the rest shows that it has not looked at all of it (c-icap does that for types
/// and sizes that it is not configured for), and its 204 does not count as clean.
final class ICAPSession: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let queue: SampleQueue
    private let service: ICAPService
    private let options: ICAPService.Options
    private let identity: EngineIdentity
    private let limit: Duration
    private let judged: @Sendable () -> Void
    private let promise: EventLoopPromise<SessionResult>
    private var watchdog: Watchdog
    private var result = SessionResult()
    private var stage = Stage.idle
    private var answer: [UInt8] = []
    private var hasEnded = false

    private enum Stage {
        case idle
        /// Part of the file was sent; the service says whether it wants the rest.
        case previewed(Int, SampleReader)
        case sending(Int, SampleReader)
        case sent(Int, SampleContents)
    }

    private static let piece = 256 * 1024
    /// The preview need only be long enough to show a file's type.
    private static let longestPreview = 4096

    init(
        _ queue: SampleQueue, _ service: ICAPService, _ options: ICAPService.Options,
        as identity: EngineIdentity, limit: Duration, judged: @escaping @Sendable () -> Void,
        promise: EventLoopPromise<SessionResult>
    ) {
        self.queue = queue
        self.service = service
        self.options = options
        self.identity = identity
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
        next(context)
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        guard context.channel.isWritable else { return }
        watchdog.progress()
        sendRest(context)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !hasEnded else { return }
        answer += unwrapInboundIn(data).readableBytesView
        while !hasEnded, let end = ICAPHead.end(in: answer) {
            let bytes = answer[..<end]
            // Behind 204 comes nothing; what comes would contradict it.
            guard let head = ICAPHead(bytes), head.status != 204 || end == answer.count else {
                return distrust(answer[...], context)
            }
            watchdog.progress()
            take(head, context)
            if !hasEnded { answer.removeSubrange(..<end) }
        }
        if !hasEnded, answer.count > ICAPHead.longest { distrust(answer[...], context) }
    }

    func channelInactive(context: ChannelHandlerContext) {
        if !answer.isEmpty, !hasEnded { distrust(answer[...], context) }
        end(.broken(.closed), context)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        end(.broken(.closed), context)
    }

    // MARK: Sending

    private func next(_ context: ChannelHandlerContext) {
        while let index = queue.next() {
            do throws(Unreadable) {
                let reader = try SampleReader(queue.samples[index])
                return begin(index, reader, context)
            } catch {
                decide(index, Judged(error.verdict))
            }
        }
        end(nil, context)
    }

    private func begin(_ index: Int, _ reader: SampleReader, _ context: ChannelHandlerContext) {
        var preview: Int?
        if let wanted = options.preview, reader.size > 0 {
            preview = min(wanted, Self.longestPreview, reader.size - 1)
        }
        let head = service.scanRequest(
            name: queue.samples[index].name, size: reader.size, preview: preview)
        var buffer = context.channel.allocator.buffer(capacity: head.count + (preview ?? 0) + 16)
        buffer.writeBytes(head)
        do throws(ScanFailure) {
            if reader.size == 0 {
                stage = .sent(index, try reader.finish())
            } else if let preview {
                if preview > 0 { try buffer.writeChunk(preview, from: reader) }
                buffer.writeStaticString("0\r\n\r\n")
                stage = .previewed(index, reader)
            } else {
                stage = .sending(index, reader)
            }
        } catch {
            return fail(index, error, context)
        }
        context.writeAndFlush(wrapOutboundOut(buffer), promise: nil)
        sendRest(context)
    }

    private func sendRest(_ context: ChannelHandlerContext) {
        while case .sending(let index, let reader) = stage, context.channel.isWritable, !hasEnded {
            let length = min(Self.piece, reader.size - reader.position)
            var buffer = context.channel.allocator.buffer(capacity: length + 32)
            do throws(ScanFailure) {
                try buffer.writeChunk(length, from: reader)
                if reader.position == reader.size {
                    buffer.writeStaticString("0\r\n\r\n")
                    stage = .sent(index, try reader.finish())
                }
            } catch {
                return fail(index, error, context)
            }
            context.writeAndFlush(wrapOutboundOut(buffer), promise: nil)
        }
    }

    /// A body that cannot be read on cannot be ended either: the connection is closed.
    private func fail(_ index: Int, _ failure: ScanFailure, _ context: ChannelHandlerContext) {
        decide(index, Judged(.failed(failure)))
        end(.broken(.closed), context)
    }

    // MARK: Answers

    private func take(_ head: ICAPHead, _ context: ChannelHandlerContext) {
        switch (stage, head.status) {
        case (.idle, _): distrust(Array("\(head.status) \(head.phrase)".utf8)[...], context)
        case (.previewed(let index, let reader), 100):
            stage = .sending(index, reader)
            sendRest(context)
        case (.sent(let index, let contents), _):
            conclude(index, verdict(head, isWhole: true), contents, head, context)
        case (.previewed(let index, _), _), (.sending(let index, _), _):
            conclude(index, verdict(head, isWhole: false), nil, head, context)
        }
    }

    private func conclude(
        _ index: Int, _ verdict: Verdict, _ contents: SampleContents?, _ head: ICAPHead,
        _ context: ChannelHandlerContext
    ) {
        let isSending = if case .sending = stage { true } else { false }
        decide(index, Judged(verdict, of: contents))
        // After anything but 204 comes a body, in which nothing is of interest.
        let isOver =
            head.status != 204 || isSending || head["Connection"]?.lowercased() == "close"
        if isOver { end(.broken(.closed), context) } else { next(context) }
    }

    /// Only 204, from the state that passed the self-test, and of all bytes, means *clean*.
    private func verdict(_ head: ICAPHead, isWhole: Bool) -> Verdict {
        switch head.status {
        case 204 where head.tag != options.tag:
            let (was, now) = (options.tag ?? "-", head.tag ?? "-")
            return .failed(.badAnswer("ISTag \(ScanFailure.excerpt("\(now), not \(was)".utf8))"))
        case 204 where isWhole: return .clean(identity)
        case 204: return .unscannable(.notReadToTheEnd)
        case 200, 201:
            if let name = head.infection {
                return .infected(name: ScanFailure.excerpt(name.utf8))
            }
            return .failed(.badAnswer("\(head.status) without X-Infection-Found"))
        default:
            let phrase = ScanFailure.excerpt(head.phrase.utf8)
            return .failed(.engineError("ICAP \(head.status) \(phrase)"))
        }
    }

    private func decide(_ index: Int, _ verdict: Judged) {
        stage = .idle
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
        switch stage {
        case .idle: break
        case .previewed(let index, _), .sending(let index, _), .sent(let index, _):
            result.undecided.append(index)
        }
        stage = .idle
        result.trouble = trouble
        promise.succeed(result)
        context.close(promise: nil)
    }
}

extension Message {
    fileprivate static let notReadToTheEnd = Message(
        en: "the service answered before it had read all of it; its configuration leaves out "
            + "files of this type or size",
        ja: "サービスがファイル全体を読まずに応答しました。この種類または大きさのファイルは、サービスの設定で"
            + "検査の対象外になっています")
}

extension ByteBuffer {
    /// Appends a chunk (RFC 2616, section 3.6.1) with `length` bytes of a sample.
    fileprivate mutating func writeChunk(
        _ length: Int, from reader: SampleReader
    ) throws(ScanFailure) {
        writeString(String(length, radix: 16) + "\r\n")
        try write(length, from: reader)
        writeStaticString("\r\n")
    }
}
