import ArgumentParser
import Building
import Core
import Previewing
import Printing
import SystemPackage

/// `hakusho serve`: shows the site in a browser as it is written.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Show the site in a browser, and what is wrong with it.",
        discussion: """
            The open page changes as soon as a file is saved. A ribbon tells its label, and a panel \
            what is wrong and how to mend it; neither is part of what is published. Only browsers of \
            this machine are answered. Ctrl-C ends it.
            """)

    @Option(help: "The port on 127.0.0.1.")
    var port = 4000

    @Flag(help: "Opens the browser.")
    var open = false

    @Flag(
        help: """
            Looks at all files twice a second, for folders of which the system tells no changes: \
            those of another machine.
            """)
    var poll = false

    @OptionGroup var options: GlobalOptions

    func validate() throws {
        if !(1...65535).contains(port) {
            throw ValidationError(
                en: "--port takes a number from 1 to 65535",
                ja: "--port には 1 から 65535 までの数を指定してください")
        }
    }

    func run() async throws {
        let report = Report(options: options)
        let project: String
        do throws(FileError) {
            project = try Machine.absolutePath(options.projectFolder)
        } catch {
            try report.fail(error.message)
        }
        let preview = Preview(setting(project))
        let bar = ProgressBar(.rendering, options: options)
        preview.open(progress: bar?.update)
        bar?.erase()
        do {
            try await PreviewServer(preview, port: port, polls: poll).run { address in
                report.tell(Self.ready(address))
                if open { Machine.openBrowser(address) }
            }
        } catch let failure as PreviewServer.Failure {
            try report.fail(failure.message)
        }
    }

    private func setting(_ project: String) -> Preview.Setting {
        let compilation = Compilation(options: options)
        let asOf = options.asOf
        return Preview.Setting(
            project: project, jobs: options.jobs ?? Machine.processors,
            language: options.language, asOf: { asOf ?? .moment(Machine.now) },
            printer: {
                // Without the program an edition has no PDF; a build says so.
                do throws(PDFFailure) { return try compilation.printer().make } catch { return nil }
            })
    }

    private static func ready(_ address: String) -> Message {
        Message(
            en: "the preview is at \(address) (Ctrl-C ends it)",
            ja: "プレビュー: \(address) （終了するには Ctrl-C を押してください）")
    }
}

extension PreviewServer.Failure {
    /// Why, and what to do.
    fileprivate var message: Message {
        switch self {
        case .portInUse(let port):
            Message(
                en: "port \(port) is in use, perhaps by another preview; end that one, or name "
                    + "another port: --port \(port == 65535 ? port - 1 : port + 1)",
                ja: "ポート \(port) は使用中です（別のプレビューが動いている可能性があります）。"
                    + "そちらを終了するか、--port \(port == 65535 ? port - 1 : port + 1) "
                    + "のように別のポートを指定してください")
        case .port(let port, let cause):
            Message(
                en: "port \(port) cannot be opened: \(cause)", ja: "ポート \(port) を開けません: \(cause)")
        case .watch(let error) where error.cause != .noSpace: error.message
        case .watch(let error):
            Message(
                en: error.message.en + "; with --poll the files are looked at without the system's "
                    + "help",
                ja: error.message.ja + "。--poll を付けると、システムの通知を使わずに変更を調べます")
        }
    }
}
