import Content
import Core
import TestSupport
import Testing

@testable import Labels

/// The laws of a lattice (Davey and Priestley, "Introduction to Lattices and Order", chapter 2),
/// over every label of four levels and three marks, and over labels drawn at random.
@Suite struct LatticeTests {
    private let labels = (0..<4).flatMap { level in
        (0..<8).map { Label(level: level, handling: UInt64($0)) }
    }

    /// Labels of all levels and sets of marks, sparse and dense ones.
    private static func drawn(_ count: Int, seed: UInt64) -> [Label] {
        var random = SplitMix(seed: seed)
        return (0..<count).map { _ in
            let marks = random.next()
            return Label(
                level: Int.random(in: 0..<6, using: &random),
                handling: [marks, marks & random.next() & random.next(), 0, .max]
                    .randomElement(using: &random) ?? 0)
        }
    }

    @Test(arguments: 1...5 as ClosedRange<UInt64>)
    func theLawsHoldForLabelsDrawnAtRandom(seed: UInt64) {
        let drawn = Self.drawn(36, seed: seed)
        for a in drawn {
            #expect(a.flows(to: a))
            #expect(a.joined(with: a) == a && a.met(with: a) == a)
            for b in drawn {
                #expect(a.flows(to: b) == (a.joined(with: b) == b))
                #expect(a.flows(to: b) == (a.met(with: b) == a))
                #expect(!(a.flows(to: b) && b.flows(to: a)) || a == b)
                #expect(a.joined(with: b) == b.joined(with: a))
                #expect(a.met(with: b) == b.met(with: a))
                #expect(a.joined(with: a.met(with: b)) == a)
                #expect(a.met(with: a.joined(with: b)) == a)
                let wrong = drawn.filter { c in
                    let isAbove = a.flows(to: c) && b.flows(to: c)
                    let isBelow = c.flows(to: a) && c.flows(to: b)
                    return a.joined(with: b).flows(to: c) != isAbove
                        || c.flows(to: a.met(with: b)) != isBelow
                        || a.flows(to: b) && b.flows(to: c) && !a.flows(to: c)
                        || a.joined(with: b).joined(with: c) != a.joined(with: b.joined(with: c))
                        || a.met(with: b).met(with: c) != a.met(with: b.met(with: c))
                }
                #expect(wrong.isEmpty, "\(a) \(b)")
            }
        }
    }

    @Test(arguments: [0, 1, 3, 64])
    func everyLabelOfASchemeLiesBetweenItsBounds(marks: Int) throws {
        let handling = (0..<marks).map { "{id: m\($0)}" }.joined(separator: ", ")
        let yaml = "levels: [{id: a}, {id: b}, {id: c}]\nhandling: [\(handling)]"
        let read = LabelScheme.read(Array(yaml.utf8), file: "Content/labels.yml")
        let scheme = try #require(read.scheme)
        #expect(scheme.lowest == .lowest)
        #expect(scheme.terms(of: scheme.highest).count == marks)
        for label in Self.drawn(50, seed: 9) {
            let own = Label(
                level: label.level % 3, handling: label.handling & scheme.highest.handling)
            #expect(scheme.lowest.flows(to: own) && own.flows(to: scheme.highest))
            #expect(own.joined(with: scheme.lowest) == own)
            #expect(own.met(with: scheme.highest) == own)
            let written = Located(scheme.notation(of: own), at: SourceSpan(file: "x"))
            #expect(scheme.label(written).label == own)
        }
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
