package import Core
package import FilePolicy

/// One run: some engines, and the time at which their signatures must be fresh.
package struct Scan: Sendable {
    private let engines: [any Engine]
    private let now: Moment
    private let memory: VerdictCache?
    private let policy: FilePolicy?

    /// - Parameters:
    ///   - engines: All must say *clean*; their names differ.
    ///   - now: The clock's time.
    ///   - memory: Verdicts of earlier runs; nil to ask the engines about everything.
    ///   - policy: Judges too, every sample in every run; nil for engines alone.
    package init(
        _ engines: [any Engine], now: Moment, memory: VerdictCache? = nil, policy: FilePolicy? = nil
    ) {
        precondition(
            Set(engines.map(\.name)).count == engines.count, "two engines have two names")
        self.engines = engines
        self.now = now
        self.memory = memory
        self.policy = policy
    }

    /// Tests the engines, and has all samples judged by each of those that are sound.
    ///
    /// An engine is sound that answers, has fresh signatures and passes its self-test. Should its
    /// signatures change during the run, it is tested again.
    ///
    /// - Parameter progress: Called from any thread each time one more sample is done by all.
    /// - Returns: The result, and the memory with what is newly known to be clean.
    package func run(
        _ samples: [Sample], progress: @escaping @Sendable (_ done: Int) -> Void = { _ in }
    ) async -> (result: ScanResult, memory: VerdictCache?) {
        var states = await inspect(engines)
        let remembered = recall(samples, states)
        let open = samples.indices.filter { remembered[$0] == nil }
        progress(samples.count - open.count)
        let counter = Progress(
            sound: states.count { $0.failure == nil }, done: samples.count - open.count, progress)
        let asked = open.map { samples[$0] }
        let answers = await judge(asked, states, counter)
        let byPolicy = policy.map { policy in
            parallelMap(count: samples.count, jobs: 2, chunk: 1) { policy.judge(samples[$0]) }
        }
        states = await inspectAgain(states)
        var judgements: [Judgement?] = samples.indices.map { index in
            remembered[index].map { contents in
                judgement(
                    of: samples[index],
                    states.map { state in
                        let verdict = state.identity.map(Verdict.clean) ?? .failed(.noEngine)
                        return (state, Judged(verdict, of: contents))
                    }, byPolicy?[index], isRemembered: true)
            }
        }
        for (place, index) in open.enumerated() {
            let results = zip(states, answers).map { ($0, $1[place]) }
            judgements[index] = judgement(
                of: samples[index], results, byPolicy?[index], isRemembered: false)
        }
        let result = ScanResult(engines: states, judgements: judgements.compactMap(\.self))
        return (result, learn(from: result))
    }

    // MARK: Engines

    private func inspect(_ engines: [any Engine]) async -> [EngineState] {
        await withTaskGroup(of: (Int, EngineState).self) { group in
            for (index, engine) in engines.enumerated() {
                group.addTask { (index, await inspect(engine)) }
            }
            var states: [(Int, EngineState)] = []
            for await state in group { states.append(state) }
            return states.sorted { $0.0 < $1.0 }.map(\.1)
        }
    }

    private func inspect(_ engine: some Engine) async -> EngineState {
        do throws(ScanFailure) {
            let identity = try await engine.identify()
            let failure: ScanFailure?
            if let objection = engine.signatures.objection(to: identity, now: now) {
                failure = objection
            } else {
                failure = await SelfTest.run(engine, as: identity)
            }
            return EngineState(name: engine.name, identity: identity, failure: failure)
        } catch {
            return EngineState(name: engine.name, identity: nil, failure: error)
        }
    }

    /// What the engines are after the run: those whose identity has changed are tested again.
    private func inspectAgain(_ states: [EngineState]) async -> [EngineState] {
        var after: [EngineState] = []
        for (engine, before) in zip(engines, states) {
            guard before.failure == nil else {
                after.append(before)
                continue
            }
            do throws(ScanFailure) {
                let identity = try await engine.identify()
                if identity == before.identity {
                    after.append(before)
                    continue
                }
                let failure = await inspect(engine).failure
                after.append(
                    EngineState(
                        name: engine.name, identity: identity,
                        failure: failure.map { .changedDuringTheRun($0) }))
            } catch {
                after.append(
                    EngineState(
                        name: engine.name, identity: before.identity,
                        failure: .changedDuringTheRun(error)))
            }
        }
        return after
    }

    // MARK: Samples

    /// - Returns: For each engine, one result for each sample.
    private func judge(
        _ samples: [Sample], _ states: [EngineState], _ counter: Progress
    ) async -> [[Judged]] {
        await withTaskGroup(of: (Int, [Judged]).self) { group in
            for (index, (engine, state)) in zip(engines, states).enumerated() {
                guard state.failure == nil, let identity = state.identity, !samples.isEmpty else {
                    continue
                }
                group.addTask {
                    (index, await engine.judge(samples, as: identity) { counter.count() })
                }
            }
            var answers = states.map { state in
                samples.map { _ in Judged(.failed(state.failure ?? .noEngine)) }
            }
            for await (index, results) in group { answers[index] = results }
            return answers
        }
    }

    private func judgement(
        of sample: Sample, _ results: [(state: EngineState, judged: Judged)],
        _ byPolicy: Judged?, isRemembered: Bool
    ) -> Judgement {
        var opinions: [Judgement.Opinion] = []
        for (state, judged) in results {
            var verdict = judged.verdict
            // An engine that is unsound at the end vouches for nothing; what it found stands.
            if let failure = state.failure, verdict.isClean { verdict = .failed(failure) }
            opinions.append(
                Judgement.Opinion(
                    engine: state.name, verdict: verdict, isRemembered: isRemembered))
        }
        if let byPolicy {
            opinions.append(
                Judgement.Opinion(
                    engine: "policy", verdict: byPolicy.verdict, isRemembered: false))
        }
        var verdict = Verdict.combined(opinions.lazy.map(\.verdict))
        let contents = Set(
            (results.map(\.judged) + [byPolicy].compactMap(\.self)).compactMap(\.contents))
        // Each engine read the file for itself: it must have been the same one.
        if contents.count > 1 { verdict = .combined([verdict, .failed(.changed)]) }
        // Clean means: of these bytes.
        if verdict.isClean, contents.count != 1 { verdict = .failed(.changed) }
        return Judgement(
            name: sample.name, contents: contents.count == 1 ? contents.first : nil,
            verdict: verdict, opinions: opinions)
    }

    // MARK: Memory

    /// The contents of each sample that all engines are known to have found clean; nil for those
    /// that must be judged.
    private func recall(_ samples: [Sample], _ states: [EngineState]) -> [SampleContents?] {
        let identities = states.compactMap { $0.failure == nil ? $0.identity : nil }
        guard let memory, !states.isEmpty, identities.count == states.count,
            memory.knows(identities)
        else { return samples.map { _ in nil } }
        return parallelMap(count: samples.count, jobs: 2) { index in
            guard let contents = samples[index].contents() else { return nil }
            return identities.allSatisfy { memory.isClean(contents, by: $0) } ? contents : nil
        }
    }

    private func learn(from result: ScanResult) -> VerdictCache? {
        guard var memory else { return nil }
        let sound = result.engines.filter { $0.failure == nil }
        memory.forgetOthers(than: sound.compactMap(\.identity))
        for judgement in result.judgements where judgement.verdict.isClean {
            guard let contents = judgement.contents else { continue }
            for opinion in judgement.opinions where !opinion.isRemembered {
                guard case .clean(let identity) = opinion.verdict else { continue }
                // Not from signatures that were replaced during the run.
                let isCurrent = sound.contains { $0.identity == identity }
                if isCurrent { memory.remember(contents, by: identity) }
            }
        }
        return memory
    }
}

extension Sample {
    /// Size and digest, without any engine; nil for what cannot be read, or changes meanwhile.
    fileprivate func contents() -> SampleContents? {
        do {
            let reader = try SampleReader(self)
            let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
            defer { buffer.deallocate() }
            while reader.position < reader.size { _ = try reader.read(into: buffer) }
            return try reader.finish()
        } catch {
            // The engines' own reading will say why.
            return nil
        }
    }
}
