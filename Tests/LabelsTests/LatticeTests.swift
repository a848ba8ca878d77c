import Testing

@testable import Labels

/// The laws of a lattice (Davey and Priestley, "Introduction to Lattices and Order", chapter 2),
/// over every label of four levels and three marks.
@Suite struct LatticeTests {
    private let labels = (0..<4).flatMap { level in
        (0..<8).map { Label(level: level, handling: UInt64($0)) }
    }

    @Test func flowIsAPartialOrder() {
        for a in labels {
            #expect(a.flows(to: a))
            for b in labels {
                if a.flows(to: b), b.flows(to: a) { #expect(a == b) }
                for c in labels where a.flows(to: b) && b.flows(to: c) {
                    #expect(a.flows(to: c))
                }
            }
        }
    }

    @Test func joiningGivesTheLeastLabelAboveBoth() {
        for a in labels {
            #expect(a.joined(with: a) == a)
            #expect(a.joined(with: .lowest) == a)
            for b in labels {
                let join = a.joined(with: b)
                #expect(join == b.joined(with: a))
                #expect(a.flows(to: join) && b.flows(to: join))
                for c in labels {
                    #expect(join.joined(with: c) == a.joined(with: b.joined(with: c)))
                    #expect((a.flows(to: c) && b.flows(to: c)) == join.flows(to: c))
                }
            }
        }
    }

    @Test func theLowestLabelFlowsEverywhereAndMarksStopWhereTheyAreNotCleared() {
        for label in labels { #expect(Label.lowest.flows(to: label)) }
        #expect(!Label(level: 0, handling: 1).flows(to: Label(level: 3, handling: 2)))
        #expect(Label(level: 1, handling: 1 << 63).flows(to: Label(level: 1, handling: .max)))
    }
}
