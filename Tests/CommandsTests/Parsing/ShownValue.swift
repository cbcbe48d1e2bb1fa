import Glibc
import Model

/// A value in words, whatever it is: its type and its members that are not nil, false or empty.
enum ShownValue {
    static func text(_ value: Any) -> String {
        let mirror = Mirror(reflecting: value)
        switch mirror.displayStyle {
        case .optional: return mirror.children.first.map { text($0.value) } ?? ""
        case .collection, .tuple: return list(mirror.children.map { text($0.value) })
        // Their order is another one in each process.
        case .set, .dictionary: return list(mirror.children.map { text($0.value) }.sorted())
        case .class: return name(value)
        case .enum:
            guard let payload = mirror.children.first else { return ".\(value)" }
            return ".\(payload.label ?? "")(\(text(payload.value)))"
        default: break
        }
        if let time = value as? UTCTime { return moment(time) }
        if let value = value as? any CustomStringConvertible { return withoutPlace("\(value)") }
        if mirror.displayStyle == nil { return "\(name(value))" }
        let members = mirror.children.map { ($0.label ?? "", text($0.value)) }
            .filter { !$0.1.isEmpty && $0.1 != "false" && $0.1 != "[]" }
        return "\(name(value))(\(members.map { "\($0): \($1)" }.joined(separator: ", ")))"
    }

    /// Paths without the folder the tests run in.
    static func withoutPlace(_ text: String) -> String {
        guard let folder = getcwd(nil, 0) else { return text }
        defer { free(folder) }
        return text.replacing(String(cString: folder), with: ".")
    }

    private static func list(_ values: [String]) -> String { "[\(values.joined(separator: ", "))]" }

    private static func name(_ value: Any) -> String { "\(type(of: value))" }

    /// A moment that somebody named has whole seconds; one that was reckoned from now is told as it was reckoned.
    private static func moment(_ time: UTCTime) -> String {
        if time.seconds == time.seconds.rounded() { return "\(time)" }
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        return "\(Int(((Double(now.tv_sec) - time.seconds) / 3_600).rounded())) h ago"
    }
}
