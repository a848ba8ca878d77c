import Core

extension Whitepaper {
    /// All that is wrong with the whitepaper as a whole; files by themselves were checked when
    /// they were read.
    func check() -> [Diagnostic] {
        checkHistory() + checkWithdrawals() + checkOutline() + checkLanguages() + checkCoverage()
            + checkTitles() + checkClaims() + checkEmptySections()
    }

    /// The edition that the catalogue's coverage and the facts, of which there is only today's
    /// state, are held against: the newest, be it a draft. Older ones cannot be changed any more.
    package var newestEdition: Edition? { editions.last }
}
