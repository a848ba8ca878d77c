/// A moment in time, and the offset from UTC in which it is shown.
package struct Moment: Hashable, Sendable {
    /// Seconds since 1970-01-01T00:00:00Z, leap seconds not counted.
    package let secondsSince1970: Int
    /// Decides how it is shown, and the day that it belongs to.
    package let zone: ZoneOffset

    /// Takes UTC seconds; `zone` does not shift them.
    package init(secondsSince1970: Int, zone: ZoneOffset) {
        self.secondsSince1970 = secondsSince1970
        self.zone = zone
    }

    /// The first second of `date` in `zone`.
    package init(startOf date: CalendarDate, in zone: ZoneOffset) {
        self.init(secondsSince1970: date.daysSince1970 * 86_400 - zone.seconds, zone: zone)
    }

    /// Reads `2025-02-03`, `2025-02-03T09:00`, `2025-02-03 09:00:30`, each optionally with `Z` or
    /// `+09:00` behind a time (RFC 3339); nil for anything else.
    ///
    /// - Parameter zone: The offset meant where the text states none.
    package init?(iso text: some StringProtocol, defaultZone zone: ZoneOffset) {
        let bytes = Array(text.utf8)
        guard bytes.count >= 10,
            let date = CalendarDate(iso: String(decoding: bytes[..<10], as: UTF8.self))
        else { return nil }
        if bytes.count == 10 {
            self.init(startOf: date, in: zone)
            return
        }
        guard bytes[10] == 0x54 || bytes[10] == 0x20, bytes.count >= 16, bytes[13] == 0x3A,
            let hour = CalendarDate.number(bytes[11..<13]), hour < 24,
            let minute = CalendarDate.number(bytes[14..<16]), minute < 60
        else { return nil }
        var rest = bytes[16...]
        var second = 0
        if rest.first == 0x3A {
            guard rest.count >= 3, let value = CalendarDate.number(rest.dropFirst().prefix(2)),
                value < 60
            else { return nil }
            second = value
            rest = rest.dropFirst(3)
        }
        var stated = zone
        if !rest.isEmpty {
            guard let offset = ZoneOffset(iso: String(decoding: rest, as: UTF8.self)) else {
                return nil
            }
            stated = offset
        }
        let clock = hour * 3600 + minute * 60 + second
        self.init(
            secondsSince1970: date.daysSince1970 * 86_400 + clock - stated.seconds, zone: stated)
    }

    /// The day in its own zone.
    package var date: CalendarDate {
        CalendarDate(daysSince1970: floorDivide(secondsSince1970 + zone.seconds, 86_400))
    }

    /// `2025-02-03T09:00:00+09:00` (RFC 3339).
    package var iso: String {
        let local = secondsSince1970 + zone.seconds
        let clock = local - floorDivide(local, 86_400) * 86_400
        let parts = [clock / 3600, clock / 60 % 60, clock % 60]
        return date.iso + "T"
            + parts.map { CalendarDate.padded($0, 2) }.joined(separator: ":") + zone.iso
    }

    /// The same moment shown in another zone.
    package func shown(in zone: ZoneOffset) -> Moment {
        Moment(secondsSince1970: secondsSince1970, zone: zone)
    }
}

extension Moment: Comparable {
    package static func < (a: Moment, b: Moment) -> Bool {
        (a.secondsSince1970, a.zone.seconds) < (b.secondsSince1970, b.zone.seconds)
    }
}

/// A fixed offset from UTC.
package struct ZoneOffset: Hashable, Sendable {
    /// Seconds east of Greenwich.
    package let seconds: Int

    /// No offset; written `Z`.
    package static let utc = ZoneOffset(seconds: 0)
    /// Japan has one zone and no summer time.
    package static let japan = ZoneOffset(seconds: 9 * 3600)

    /// Takes seconds east of Greenwich.
    package init(seconds: Int) { self.seconds = seconds }

    /// Reads `Z`, `+09:00` or `-03:30`; nil for anything else.
    package init?(iso text: some StringProtocol) {
        let bytes = Array(text.utf8)
        if bytes == [0x5A] || bytes == [0x7A] {
            seconds = 0
            return
        }
        guard bytes.count == 6, bytes[0] == 0x2B || bytes[0] == 0x2D, bytes[3] == 0x3A,
            let hours = CalendarDate.number(bytes[1..<3]), hours < 24,
            let minutes = CalendarDate.number(bytes[4..<6]), minutes < 60
        else { return nil }
        seconds = (bytes[0] == 0x2D ? -1 : 1) * (hours * 3600 + minutes * 60)
    }

    /// `+09:00`, `Z` for UTC.
    package var iso: String {
        if seconds == 0 { return "Z" }
        let minutes = abs(seconds) / 60
        return (seconds < 0 ? "-" : "+") + CalendarDate.padded(minutes / 60, 2) + ":"
            + CalendarDate.padded(minutes % 60, 2)
    }
}

private func floorDivide(_ a: Int, _ b: Int) -> Int {
    a >= 0 ? a / b : -((-a + b - 1) / b)
}
