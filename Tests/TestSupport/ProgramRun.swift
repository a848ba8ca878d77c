/// What one run of the built program left behind.
package struct ProgramRun: Sendable {
    /// The exit status; for a program that a signal ended, the signal's number plus 128.
    package let status: Int32

    /// All that was written to standard output.
    package let stdout: String

    /// All that was written to standard error.
    package let stderr: String

    /// Wall-clock time from the start to the end of the process.
    package let elapsed: Duration
}
