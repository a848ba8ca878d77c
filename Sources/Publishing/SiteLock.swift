import Core

/// The right to write to `Site`, held as long as this object lives; the system releases it when
/// the process ends, however it ends.
package final class SiteLock: Sendable {
    private let lock: FileLock

    fileprivate init(_ lock: FileLock) { self.lock = lock }
}

extension Generations {
    /// Takes the lock of `Site`, which is made where it is missing.
    ///
    /// - Throws: `GenerationError.locked` where another run has it, `.file`.
    package func lock() throws(GenerationError) -> SiteLock {
        let attempt = try orGenerationError { () throws(FileError) in
            try makeFolder(generationsFolder)
            return try FileLock.attempt(siteFolder + "/.lock")
        }
        switch attempt {
        case .taken(let lock): return SiteLock(lock)
        case .held(let holder): throw .locked(holder: holder)
        }
    }
}

/// Runs `body`; the machine's failure becomes a `GenerationError`.
func orGenerationError<Result>(
    _ body: () throws(FileError) -> Result
) throws(GenerationError) -> Result {
    do throws(FileError) {
        return try body()
    } catch {
        throw .file(error)
    }
}
