import Foundation
import TestSupport
import Testing

@testable import Scanning

@Suite struct EICARHygieneTests {
    /// A scanner that guards this machine would take away a file that holds the string.
    @Test func noFileOfTheProjectHoldsTheTestString() throws {
        let eicar = SelfTest.Trial.eicarBytes
        let tail = Array(eicar[20..<60])
        let hex = tail.map { String($0, radix: 16) }.joined()
        // However the text around it shifts it: the middle is the same in one of three.
        let encoded = (0..<3).map { shift in
            String(Data(tail.dropFirst(shift)).base64EncodedString().dropLast(4))
        }
        let needles = [String(decoding: tail, as: UTF8.self), hex, hex.uppercased()] + encoded
        for folder in ["Sources", "Tests", "Content", "Themes"] {
            let start = PackageFolder.url.appending(path: folder)
            for name in try FileManager.default.subpathsOfDirectory(atPath: start.path) {
                guard let data = try? Data(contentsOf: start.appending(path: name)) else {
                    continue
                }
                for needle in needles {
                    #expect(data.range(of: Data(needle.utf8)) == nil, "\(name)")
                }
            }
        }
    }

    @Test func theSamplesAreWhatTheyAreCalled() throws {
        #expect(SelfTest.Trial.eicarBytes.count == 68)
        let folder = try TemporaryFolder()
        try folder.write(SelfTest.Trial.zippedEICAR.bytes, to: "a.zip")
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/python3")
        process.arguments = [
            "-c",
            "import zipfile,sys; z=zipfile.ZipFile(sys.argv[1]); print(z.testzip(), z.namelist())",
            folder.url(of: "a.zip").path,
        ]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let text = String(
            decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        #expect(text == "None ['eicar.com']\n")
    }
}
