import Testing
import WebServers

@Test func exists() { _ = SecurityHeaders.self }
