import ArgumentParser
import Content
import Core
import Markdown

/// `hakusho render`: prints the HTML of one Markdown text.
struct RenderCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "render", abstract: "Print the HTML of one Markdown text.",
        discussion: "Portions are shown, facts and links are left as they are written.")

    /// What becomes of raw HTML.
    enum RawHTML: String, CaseIterable, ExpressibleByArgument {
        case filter, allow
    }

    @Argument(
        help: "A Markdown file, or - for standard input.", completion: .file(extensions: ["md"]))
    var file: String

    @Option(help: "filter: only what the allow-list has; allow: everything, as GFM specifies.")
    var rawHTML = RawHTML.filter

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let report = Report(options: options)
        let bytes: [UInt8]
        do throws(FileError) {
            bytes = file == "-" ? try Machine.readStandardInput() : try readFile(file)
        } catch {
            try report.fail(error.message)
        }
        var dialect = MarkdownDialect()
        if rawHTML == .allow {
            dialect.rawHTML = .allowed
            dialect.specificationOutput = true
        }
        let name = file == "-" ? "(standard input)" : file
        let source = MarkdownSource(file: name, bytes: bytes, body: 0..<bytes.count)
        var (document, diagnostics) = MarkdownDocument.parse(source, dialect: dialect)
        if firstInvalidUTF8(in: bytes[...]) != nil {
            document = nil
            diagnostics = [.notUTF8(in: bytes[...], file: name)]
        }
        var html = ByteWriter()
        var rendering = MarkdownRendering()
        rendering.language = options.language.rawValue
        _ = document?.render(rendering, into: &html)
        try report.print(html.bytes)
        var text = DiagnosticText(
            language: options.language, sources: SourceLines { $0 == name ? bytes : nil },
            isColoured: Machine.hasColours)
        var output = ByteWriter()
        for diagnostic in diagnostics.inReportingOrder() { text.append(diagnostic, to: &output) }
        Machine.report(output.text)
        if diagnostics.hasErrors { throw ExitCode(1) }
    }
}
