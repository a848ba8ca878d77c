import Building
import Core
import Printing

extension Compilation {
    /// Who makes PDFs, where a whitepaper wants them.
    ///
    /// - Returns: Nobody, and why, where the program is not there; nobody and nothing to say where
    ///   no whitepaper wants one.
    func printer(for prepared: PreparedBuild) -> (Printer?, [Diagnostic]) {
        guard let wish = prepared.printerWish else { return (nil, []) }
        do throws(PDFFailure) {
            return (try printer(), [])
        } catch {
            return (nil, [.noPrinter(error, at: wish)])
        }
    }

    /// What makes PDFs.
    struct Printer {
        /// Decides their bytes, besides their documents.
        let fingerprint: String
        let make: PDFPrinter
    }

    /// Who makes PDFs.
    ///
    /// - Throws: `PDFFailure` where the program is not there.
    func printer() throws(PDFFailure) -> Printer {
        let names = ["PATH", "HOME", "LD_LIBRARY_PATH"]
        let set = names.compactMap { name in Machine.environment(name).map { (name, $0) } }
        let maker = PDFMaker(
            cacheFolder: options.projectFolder + "/.hakusho/pdf", limit: .seconds(300),
            in: PDFMaker.Surroundings(
                environment: Dictionary(uniqueKeysWithValues: set),
                temporaryFolder: Machine.environment("TMPDIR") ?? "/tmp"))
        let identity = try maker.identify()
        return Printer(fingerprint: identity.fingerprint) { document throws(PDFFailure) in
            try maker.make(document, as: identity)
        }
    }
}
