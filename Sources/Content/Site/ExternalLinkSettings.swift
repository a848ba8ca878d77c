package import Core

/// `external_links` of site.yml: how the links that lead to other sites are asked about.
package struct ExternalLinkSettings: Sendable {
    /// How an address is asked first.
    package enum Method: String, Sendable, CaseIterable {
        /// HEAD, and GET where that is not answered well.
        case head
        /// GET at once.
        case get
    }

    /// What holds for one host, or for all hosts below a name.
    package struct Host: Sendable {
        /// `www.example.jp`, or `*.example.jp` for every host below `example.jp`.
        package let name: String
        /// Between the starts of two requests; nil leaves the site's.
        package let interval: Duration?
        /// Requests at once; nil leaves the site's.
        package let concurrency: Int?
        /// Statuses that are fine there, besides the site's.
        package let accept: [ClosedRange<Int>]
        /// What is asked first.
        package let method: Method

        /// Takes a name in lower case.
        package init(
            name: String, interval: Duration? = nil, concurrency: Int? = nil,
            accept: [ClosedRange<Int>] = [], method: Method = .head
        ) {
            self.name = name
            self.interval = interval
            self.concurrency = concurrency
            self.accept = accept
            self.method = method
        }
    }

    /// Statuses that are fine besides 200 to 299.
    package var accept: [ClosedRange<Int>] = []
    /// Addresses that are not asked about: the beginning of one, or a pattern in which `*` stands
    /// for any text.
    package var exclude: [Located<String>] = []
    /// How long a server may be silent.
    package var timeout: Duration = .seconds(10)
    /// Requests at once, to all hosts together.
    package var concurrency = 32
    /// Requests at once to one host.
    package var hostConcurrency = 2
    /// Between the starts of two requests to one host.
    package var interval: Duration = .milliseconds(250)
    /// How long an address that answered is not asked again.
    package var cacheFor: Duration = .seconds(7 * 86_400)
    /// In the order of site.yml; the first that fits a host holds.
    package var hosts: [Host] = []
    /// Addresses that may be asked although they are not of the public Internet, for links into
    /// an organisation's own network.
    package var allowedAddresses: [AddressBlock] = []

    /// What holds where site.yml says nothing.
    package init() {}

    /// The first entry of `hosts` for a host's name.
    package func host(_ name: String) -> Host? {
        hosts.first { host in
            host.name == name || host.name.hasPrefix("*.") && name.hasSuffix(host.name.dropFirst())
        }
    }
}

extension ExternalLinkSettings {
    static func read(_ keys: inout YAMLMapping) -> ExternalLinkSettings {
        var settings = ExternalLinkSettings()
        guard var entry = keys.mapping("external_links") else { return settings }
        defer { keys.take(entry) }
        settings.accept = readStatuses(&entry)
        settings.exclude = entry.texts("exclude") ?? []
        for pattern in settings.exclude where pattern.value.allSatisfy({ $0 == "*" }) {
            entry.take([.excludesEverything(at: pattern.span)])
        }
        let second = Duration.seconds(1)
        let day = Duration.seconds(86_400)
        if let timeout = readDuration("timeout", .milliseconds(100)...second * 300, &entry) {
            settings.timeout = timeout
        }
        if let interval = readDuration("interval", .zero...second * 3600, &entry) {
            settings.interval = interval
        }
        if let time = readDuration("cache_for", .zero...day * 366, &entry) {
            settings.cacheFor = time
        }
        settings.concurrency = readCount("concurrency", &entry) ?? settings.concurrency
        settings.hostConcurrency = readCount("host_concurrency", &entry) ?? settings.hostConcurrency
        settings.hosts = readHosts(&entry)
        for text in entry.texts("allow_addresses") ?? [] {
            if let block = AddressBlock(text.value) {
                settings.allowedAddresses.append(block)
            } else {
                entry.take([.badAddressBlock(text)])
            }
        }
        entry.finish()
        return settings
    }

    private static func readHosts(_ keys: inout YAMLMapping) -> [Host] {
        guard var declared = keys.mapping("hosts") else { return [] }
        defer { keys.take(declared) }
        return declared.keys.compactMap { name in
            guard var entry = declared.mapping(name.value) else { return nil }
            defer { declared.take(entry) }
            let isName = name.value.utf8.allSatisfy { byte in
                (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
                    || [0x2A, 0x2D, 0x2E, 0x5F].contains(byte)
            }
            let hasStarOnlyInFront = !name.value.dropFirst().contains("*")
            if !isName || !hasStarOnlyInFront
                || name.value.hasPrefix("*")
                    && !name.value.hasPrefix("*.")
            {
                entry.take([.badHost(name)])
            }
            let host = Host(
                name: name.value.lowercased(),
                interval: readDuration("interval", .zero ... .seconds(3600), &entry),
                concurrency: readCount("concurrency", &entry), accept: readStatuses(&entry),
                method: entry.choice("method", of: Method.self)?.value ?? .head)
            entry.finish()
            return host
        }
    }

    /// `403`, or `500-503`.
    private static func readStatuses(_ keys: inout YAMLMapping) -> [ClosedRange<Int>] {
        (keys.texts("accept") ?? []).compactMap { text in
            let parts = text.value.split(separator: "-", omittingEmptySubsequences: false)
            let numbers = parts.compactMap { Int($0) }
            guard numbers.count == parts.count, (1...2).contains(numbers.count),
                numbers.allSatisfy({ (100...999).contains($0) }), numbers[0] <= numbers.last!
            else {
                keys.take([.badStatus(text)])
                return nil
            }
            return numbers[0]...numbers.last!
        }
    }

    private static func readCount(_ key: String, _ keys: inout YAMLMapping) -> Int? {
        guard let number = keys.int(key) else { return nil }
        guard (1...256).contains(number.value) else {
            keys.take([.badCount(key, at: number.span)])
            return nil
        }
        return number.value
    }

    private static func readDuration(
        _ key: String, _ range: ClosedRange<Duration>, _ keys: inout YAMLMapping
    ) -> Duration? {
        guard let text = keys.text(key) else { return nil }
        guard let duration = Duration(written: text.value), range.contains(duration) else {
            keys.take([.badDuration(key, text, range)])
            return nil
        }
        return duration
    }
}
