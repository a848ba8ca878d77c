import Core
import FilePolicy

extension FilePolicy {
    /// Judges a sample by its name's last part and its bytes. What it allows is *policy-checked* and
    /// never *clean*.
    func judge(_ sample: Sample) -> Judged {
        let name = String(
            sample.name[
                (sample.name.lastIndex(of: "/").map(sample.name.index(after:))
                    ?? sample.name.startIndex)...])
        do throws(Unreadable) {
            let reader = try SampleReader(sample)
            guard reader.size <= limits.fileBytes else { return Judged(.refused(.tooLarge)) }
            do throws(ScanFailure) {
                let (bytes, contents) = try reader.readAll()
                return Judged(verdict(examine(name: name, bytes)), of: contents)
            } catch {
                return Judged(.failed(error))
            }
        } catch {
            return Judged(error.verdict)
        }
    }

    private func verdict(_ found: Examination) -> Verdict {
        if let rule = found.refusals.first { return .refused(rule) }
        return found.unscannable.map { .unscannable($0) } ?? .policyChecked
    }
}

extension SampleReader {
    /// All bytes at once.
    fileprivate func readAll() throws(ScanFailure) -> (bytes: [UInt8], contents: SampleContents) {
        var failure: ScanFailure?
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            do throws(ScanFailure) {
                count = try read(into: UnsafeMutableRawBufferPointer(buffer))
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
        return (bytes, try finish())
    }
}

extension PolicyRule {
    /// More bytes than one file may have.
    static let tooLarge = PolicyRule(
        id: "too-large", en: "it has more bytes than 'max_size' allows",
        ja: "大きさが「max_size」を超えています")
}
