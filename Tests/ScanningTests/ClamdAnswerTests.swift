import Testing

@testable import Scanning

@Suite struct ClamdAnswerTests {
    @Test func onlyTheBytesThatClamdWritesMeanClean() {
        #expect(ClamdAnswer(Array("7: stream: OK".utf8)[...])?.verdict == .clean)
        for text in ["07", "+7", "-7", "0", "", " 7", "７"].map({ $0 + ": stream: OK" }) {
            #expect(ClamdAnswer(Array(text.utf8)[...]) == nil, "\(text)")
        }
    }
}
