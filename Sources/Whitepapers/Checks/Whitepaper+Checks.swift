import Core

extension Whitepaper {
    /// All that is wrong with the whitepaper as a whole; files by themselves were checked when
    /// they were read.
    ///
    /// - Parameter day: The day of the build; nil asks for no review.
    func check(on day: CalendarDate?) -> [Diagnostic] {
        checkHistory() + checkWithdrawals() + checkOutline() + checkLanguages() + checkCoverage()
            + checkTitles() + checkClaims() + checkEmptySections() + checkStandard()
            + checkReview(on: day) + checkWording() + checkFrozen()
            + (lock == nil ? [] : checkUnfrozen(on: day))
    }

    /// What the newest edition's text says, in each language.
    private func checkWording() -> [Diagnostic] {
        languages.flatMap { language in
            let statements = newestStatements(in: language)
            return checkPointers(statements) + checkReferences(statements)
                + checkDocuments(statements, language: language)
                + checkProductName(statements, language: language)
        } + checkEditorial()
    }

    /// The edition that the catalogue's coverage and the facts, of which there is only today's
    /// state, are held against: the newest, be it a draft. Older ones cannot be changed any more.
    package var newestEdition: Edition? { editions.last }
}
