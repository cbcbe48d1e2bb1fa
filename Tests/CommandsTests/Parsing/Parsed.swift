import ArgumentParser

@testable import Commands

/// What a command line was parsed into, looked at from outside.
struct Parsed {
    /// `media remove`.
    var command: String
    /// By the name of the property; those of groups of options are among them.
    var values: [String: String]

    /// Parses as the program does, but from the leaf on: with the root the parser makes the whole tree each time, which
    /// takes a debug build a tenth of a second.
    ///
    /// - Throws: what the parser throws.
    init(_ arguments: [String]) throws {
        let words = Arguments.normalized(arguments, commands: { Self.names })
        let place = CommandSearch(words)
        command = place.words.dropFirst().joined(separator: " ")
        values = [:]
        add(try (place.path.last ?? MastoctlCommand.self).parse(Array(words.dropFirst(place.path.count - 1))))
    }

    private static let names = CommandWords.all

    static func refusal(of arguments: [String]) -> String? {
        do {
            _ = try Parsed(arguments)
            return nil
        } catch {
            return MastoctlCommand.message(for: error)
        }
    }

    /// Adds the values of a command's or a group's options: each is wrapped in a property called `_name` that holds what
    /// was parsed. Of what every command takes, only a form of its own is told.
    private mutating func add(_ options: Any) {
        for (label, wrapper) in Mirror(reflecting: options).children {
            guard let label, label.hasPrefix("_"), let value = Self.parsed(wrapper) else { continue }
            let name = String(label.dropFirst())
            if value is GlobalOptions || value is RunOptions || Self.isShared(name, of: options) { continue }
            if value is any ParsableArguments {
                add(value)
            } else {
                precondition(values[name] == nil, "two options of \(command) are called \(name)")
                values[name] = Self.shown(value)
            }
        }
    }

    private static func isShared(_ name: String, of options: Any) -> Bool {
        "\(type(of: options))".hasPrefix("SharedOptions<") && name != "format"
    }

    private static func parsed(_ wrapper: Any) -> Any? {
        guard let kept = Mirror(reflecting: wrapper).children.first(where: { $0.label == "_parsedValue" }) else {
            return nil
        }
        return Mirror(reflecting: kept.value).children.first { $0.label == "value" }?.value
    }

    /// A value in words: nothing for nil, false and empty; what is wrapped in a type of one member without it.
    private static func shown(_ value: Any) -> String {
        let mirror = Mirror(reflecting: value)
        switch mirror.displayStyle {
        case .optional:
            guard let some = mirror.children.first?.value else { return "" }
            if let choice = some as? Bool { return choice ? "true" : "false" }
            let text = shown(some)
            return text.isEmpty ? "''" : text
        case .collection, .tuple: return mirror.children.map { shown($0.value) }.joined(separator: " ")
        case .enum where mirror.children.count == 1:
            return mirror.children.map { "\($0.label ?? "") \(shown($0.value))" }.joined()
        case .struct where !(value is any CustomStringConvertible) && mirror.children.count == 1:
            return mirror.children.map { shown($0.value) }.joined()
        default:
            let text = "\(value)"
            return text == "false" ? "" : text
        }
    }
}
