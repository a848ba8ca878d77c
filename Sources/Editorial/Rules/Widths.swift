import Core
import Markdown

extension Manuscript {
    /// Reports full-width letters and digits, each run of them once.
    func fullWidthFindings() -> [Diagnostic] {
        changeable.flatMap { passage in
            passage.runs { passage.text[$0].narrowed != nil || passage.isWidePoint($0) }.map {
                let narrow = passage.text[$0].map {
                    $0.narrowed ?? ($0 == "．" ? "." : ",")
                }.string
                return .fullWidth(narrow, at: $0, in: passage)
            }
        }
    }

    /// Reports half-width katakana, each run of them once.
    func halfWidthKatakanaFindings() -> [Diagnostic] {
        changeable.flatMap { passage in
            passage.runs { (0xFF61...0xFF9F).contains(passage.text[$0].value) }.map {
                .halfWidth(passage.string($0).fullWidthKatakana, at: $0, in: passage)
            }
        }
    }
}

extension Passage {
    /// The runs of places for which `belongs` holds.
    fileprivate func runs(where belongs: (Int) -> Bool) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        for index in text.indices where belongs(index) {
            if let last = runs.last, last.upperBound == index {
                runs[runs.count - 1] = last.lowerBound..<index + 1
            } else {
                runs.append(index..<index + 1)
            }
        }
        return runs
    }

    /// `．` or `，` between two full-width digits.
    fileprivate func isWidePoint(_ index: Int) -> Bool {
        let isDigit = { (index: Int) in
            self.scalar(index)?.narrowed?.isASCIIDigit ?? false
        }
        return (text[index] == "．" || text[index] == "，") && isDigit(index - 1)
            && isDigit(index + 1)
    }
}

extension String {
    /// Half-width katakana as full-width ones, with their voicing marks.
    var fullWidthKatakana: String {
        var wide = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            switch scalar.value {
            case 0xFF9E: wide.append("\u{3099}")
            case 0xFF9F: wide.append("\u{309A}")
            case 0xFF61...0xFF9D: wide.append(Self.wideKatakana[Int(scalar.value - 0xFF61)])
            default: wide.append(scalar)
            }
        }
        return String(wide).normalizedToNFC
    }

    private static let wideKatakana = Array(
        "。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン"
            .unicodeScalars)
}

extension Diagnostic {
    fileprivate static func fullWidth(
        _ narrow: String, at range: Range<Int>, in passage: Passage
    ) -> Diagnostic {
        Diagnostic(
            .warning, "editorial.full-width", at: passage.span(range),
            en: "'\(passage.string(range))' is full-width; letters and digits are half-width",
            ja: "英数字「\(passage.string(range))」が全角です。半角で書いてください",
            fix: passage.fix(range, narrow))
    }

    fileprivate static func halfWidth(
        _ wide: String, at range: Range<Int>, in passage: Passage
    ) -> Diagnostic {
        Diagnostic(
            .warning, "editorial.half-width-katakana", at: passage.span(range),
            en: "'\(passage.string(range))' is half-width katakana",
            ja: "半角カタカナ「\(passage.string(range))」が使われています",
            fix: passage.fix(range, wide))
    }
}
