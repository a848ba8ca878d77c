import Browser
import Testing

extension SamplePageTests {
    /// What makes a long whitepaper comfortable to read.
    @Suite struct ReadingTests {
        let sample: OpenSample
        let browser: Browser

        init() throws {
            sample = try #require(OpenSample.current)
            browser = sample.browser
        }

        /// The entry of the contents that is marked as the reading place, if it can be seen.
        private func markedEntry() async throws -> String? {
            try await browser.evaluate(
                """
                const contents = document.querySelector('.contents')
                const entry = contents.querySelector('a:target-current')
                if (!entry) return null
                const [inner, outer] = [entry, contents].map(e => e.getBoundingClientRect())
                const isSeen = inner.top >= Math.max(outer.top, 0)
                    && inner.bottom <= Math.min(outer.bottom, innerHeight)
                return isSeen ? entry.querySelector('.number').textContent : null
                """, as: String?.self)
        }

        @Test(.timeLimit(.minutes(1))) func theContentsFollowTheReadingPlace() async throws {
            try await sample.open(.whitepaper)
            for place in ["12.3.1", "CLD.12.1.5", "18.2.1", "5.1.1"] {
                let _: JSON = try await browser.evaluate(
                    "document.getElementById(arguments[0]).scrollIntoView()", .text(place))
                try await browser.wait(for: "\(place) in the contents") {
                    try await markedEntry() == place
                }
            }
        }

        @Test(.timeLimit(.minutes(1)), arguments: [1024, 1280, 1440])
        func nothingReachesUnderTheContents(width: Int) async throws {
            try await sample.open(.whitepaper, width: width)
            let reaching: [String] = try await browser.evaluate(
                """
                const contents = document.querySelector('.contents')
                const edge = contents.getBoundingClientRect().left
                return [...contents.parentElement.children].filter(part => part !== contents
                    && !part.matches('.page-header') && (part.scrollWidth > part.clientWidth
                    || part.getBoundingClientRect().right > edge)).map(part => part.className)
                """)
            #expect(reaching == [])
        }

        @Test(.timeLimit(.minutes(1))) func permalinksShowUnderTheMouseAndTheFocus() async throws {
            struct Place: Decodable, Sendable { let x, y: Double }
            let permalink = "document.querySelector('[id=\"12.3.1\"] .permalink')"
            let opacity = "return getComputedStyle(\(permalink)).opacity"

            try await sample.open(.whitepaper)
            let place: Place = try await browser.evaluate(
                """
                const heading = document.getElementById('12.3.1')
                heading.scrollIntoView({ block: 'center' })
                const box = heading.getBoundingClientRect()
                return { x: box.left + 20, y: box.top + box.height / 2 }
                """)
            #expect(try await browser.evaluate(opacity) == "0")
            try await browser.pointAt(x: place.x, y: place.y)
            try await browser.wait(for: "the mouse") { try await browser.evaluate(opacity) == "1" }
            try await browser.pointAt(x: place.x, y: place.y - 200)
            try await browser.wait(for: "no mouse") { try await browser.evaluate(opacity) == "0" }
            let _: JSON = try await browser.evaluate("\(permalink).focus({ focusVisible: true })")
            #expect(try await browser.evaluate(opacity) == "1")
        }
    }
}
