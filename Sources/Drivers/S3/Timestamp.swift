import Glibc

/// The three ways in which S3 writes a time, all UTC; no locale and no Foundation.
enum Timestamp {
    /// `20130524T000000Z`, as signatures have it.
    static func compact(_ seconds: Int) -> String {
        var (time, parts) = (time_t(seconds), tm())
        gmtime_r(&time, &parts)
        func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(parts.tm_year + 1900)\(two(parts.tm_mon + 1))\(two(parts.tm_mday))T"
            + "\(two(parts.tm_hour))\(two(parts.tm_min))\(two(parts.tm_sec))Z"
    }

    /// `2009-10-12T17:50:30.000Z`, as listings have it: seconds since 1970.
    static func parse(iso text: String) -> Double? {
        let numbers = text.split { "-T:Z".contains($0) }
        guard numbers.count == 6, let year = Int32(numbers[0]), let month = Int32(numbers[1]),
            let day = Int32(numbers[2]), let hour = Int32(numbers[3]), let minute = Int32(numbers[4]),
            let second = Double(numbers[5])
        else { return nil }
        return seconds(year, month, day, hour, minute) + second
    }

    /// `Wed, 12 Oct 2009 17:50:00 GMT`, as headers have it.
    static func parse(header text: String) -> Double? {
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let parts = text.split { " :,".contains($0) }
        guard parts.count == 8 || parts.count == 7, let day = Int32(parts[1]),
            let month = months.firstIndex(of: String(parts[2])),
            let year = Int32(parts[3]), let hour = Int32(parts[4]), let minute = Int32(parts[5]),
            let second = Double(parts[6])
        else { return nil }
        return seconds(year, Int32(month) + 1, day, hour, minute) + second
    }

    private static func seconds(_ year: Int32, _ month: Int32, _ day: Int32, _ hour: Int32, _ minute: Int32) -> Double {
        var parts = tm()
        (parts.tm_year, parts.tm_mon, parts.tm_mday) = (year - 1900, month - 1, day)
        (parts.tm_hour, parts.tm_min) = (hour, minute)
        return Double(timegm(&parts))
    }
}
