import Faults
import Glibc
import Model
import Sandbox
import Synchronization
import Testing

/// What JSON answers have: which members, and of which types. The same for each word of `schema`, whatever the data.
///
/// `Tests/Golden/json` has a file for each word, in the form of an answer whose values are the names of their types. Each
/// answer of a round is held against it; with `RECORD_GOLDEN=1` any test's answer adds what is new to it, and what goes
/// is taken out by hand.
/// What any run may have to report, such as a failure, is in `report.json`; its figures are closed lists of codes, which
/// come and go with the data.
package enum AnswerShape {
    /// Answers longer than this are lists of what shorter ones have too.
    private static let longest = 1 << 20
    private static let known = Mutex<[String: JSONValue]>([:])

    /// Adds what an answer has to the file of its word, when files are recorded.
    package static func record(_ answer: String) {
        if isRecording { check(answer) }
    }

    /// Records an issue when an answer has what the file of its word does not tell.
    package static func check(_ answer: String) {
        guard answer.utf8.count <= longest, answer.contains(#""schema":"#) else { return }
        if let value = JSONValue(parsing: answer) { return check(value) }
        for line in answer.split(separator: "\n").prefix(20) {
            if let value = JSONValue(parsing: String(line)) { check(value) }
        }
    }

    private static func check(_ value: JSONValue) {
        if let values = value.array {
            for value in values.prefix(20) { check(value) }
            return
        }
        guard let word = value["schema"]?.string else { return }
        let shape = shape(of: value)
        let path = "\(folder)/\(word.replacing("/", with: "-")).json"
        let unknown: [String] = known.withLock { known in
            let golden = known[word] ?? TextFile.read(path).flatMap { JSONValue(parsing: $0) } ?? .object([])
            let merged = merge(golden, shape)
            guard merged != golden else {
                known[word] = golden
                return []
            }
            guard isRecording else {
                let report = TextFile.read("\(folder)/report.json").flatMap { JSONValue(parsing: $0) } ?? .null
                let isReport = shape["dry_run"] != nil && shape["operation"] != nil
                return news(of: shape, beside: isReport ? merge(golden, report) : golden, "").filter { name in
                    !isReport || !["details.", "examples.", "facts."].contains { name.hasPrefix($0) }
                }
            }
            known[word] = merged
            write(pretty(merged) + "\n", to: path)
            return []
        }
        for name in unknown {
            Issue.record("\(word) has \(name), which Tests/Golden/json does not tell; RECORD_GOLDEN=1 adds it")
        }
    }

    private static var isRecording: Bool { getenv("RECORD_GOLDEN").map { String(cString: $0) } == "1" }

    private static let folder = GoldenFolder.named("json")

    /// The same with types for values; an empty list and a null tell nothing.
    private static func shape(of value: JSONValue) -> JSONValue {
        switch value {
        case .null: .null
        case .boolean: "boolean"
        case .integer, .number: "number"
        case .string: "string"
        case .array(let values): .array([values.prefix(200).map(shape).reduce(.null, merge)].filter { $0 != .null })
        case .object(let members):
            .object(
                members.map { member in
                    if member.name == "schema" { return member }
                    // Of another command, which has a file of its own.
                    if member.name == "answer" { return .init(member.name, "any") }
                    return .init(
                        member.name, maps.contains(member.name) ? map(member.value) : shape(of: member.value))
                })
        }
    }

    /// Members whose own members are named by the data: files of a dump, tables, keys of media.
    private static let maps: Set<String> = ["files", "rows", "sample", "history", "servers"]

    private static func map(_ value: JSONValue) -> JSONValue {
        guard case .object(let members) = value, !members.isEmpty else { return shape(of: value) }
        return .object([.init("*", members.map { shape(of: $0.value) }.reduce(.null, merge))])
    }

    /// What either has, in the order of the names.
    private static func merge(_ one: JSONValue, _ other: JSONValue) -> JSONValue {
        switch (one, other) {
        case (.null, _): return other
        case (_, .null): return one
        case (.array(let one), .array(let other)):
            return .array([(one + other).reduce(.null, merge)].filter { $0 != .null })
        case (.object(let one), .object(let other)):
            var members = Dictionary(one.map { ($0.name, $0.value) }) { $1 }
            for member in other { members[member.name] = merge(members[member.name] ?? .null, member.value) }
            return .object(members.sorted { $0.key < $1.key }.map { .init($0.key, $0.value) })
        case (.string(let one), .string(let other)):
            return .string(Set((one + "|" + other).split(separator: "|")).sorted().joined(separator: "|"))
        default: return .array([one, other])
        }
    }

    private static func news(of shape: JSONValue, beside golden: JSONValue, _ path: String) -> [String] {
        switch (shape, golden) {
        case (.object(let members), .object):
            members.flatMap { member -> [String] in
                let place = path.isEmpty ? member.name : "\(path).\(member.name)"
                guard let told = golden[member.name] else { return [place] }
                return news(of: member.value, beside: told, place)
            }
        case (.array(let one), .array(let other)):
            zip(one, other + [.null]).flatMap { news(of: $0, beside: $1, path + "[]") }
        default: merge(golden, shape) == golden ? [] : ["\(path) as \(shape.text)"]
        }
    }

    private static func pretty(_ value: JSONValue, _ margin: String = "") -> String {
        switch value {
        case .object(let members) where !members.isEmpty:
            "{\n"
                + members.map { "\(margin)  \(JSONValue.string($0.name).text): \(pretty($0.value, margin + "  "))" }
                .joined(separator: ",\n") + "\n\(margin)}"
        case .array(let values) where values.count == 1: "[\(pretty(values[0], margin))]"
        default: value.text
        }
    }

    private static func write(_ text: String, to path: String) {
        mkdir(folder, 0o755)
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { return }
        _ = text.withCString { Glibc.write(descriptor, $0, strlen($0)) }
        close(descriptor)
    }
}
