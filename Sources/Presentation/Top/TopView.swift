/// What a person who watches `mastoctl top` has asked to see, changed by keys.
package struct TopView: Sendable, Equatable {
    package enum Part: Int, Sendable, CaseIterable {
        case queues = 1
        case processes, statements, locks, errors
    }

    package enum Order: String, Sendable, CaseIterable {
        /// By what is most in need of a look: jobs, threads at work, seconds, tries.
        case amount
        case time, name
    }

    /// What a key asks of the program, beyond another look of the screen.
    package enum Wish: Sendable, Equatable { case leave, look }

    /// The only list that is shown; nil for all.
    package var part: Part?
    package var order = Order.amount
    package var isReversed = false
    /// Only lines that have it, in whatever case.
    package var filter = ""
    package var isTyping = false
    package var isPaused = false

    package init() {}

    /// Takes what was typed, which may be several keys at once.
    package mutating func take(_ typed: String) -> Wish? {
        var rest = typed[...]
        var wish: Wish?
        while let key = rest.popFirst() {
            if key == "\u{1B}" {
                // A sequence, such as that of an arrow, comes in one piece; the key Esc comes alone.
                if rest.first == "[" || rest.first == "O" {
                    rest = rest.dropFirst().drop { $0.isNumber || $0 == ";" }.dropFirst()
                } else {
                    isTyping = false
                    filter = ""
                    part = nil
                }
            } else if isTyping {
                write(key)
            } else if let asked = press(key) {
                wish = asked
            }
        }
        return wish
    }

    private mutating func write(_ key: Character) {
        switch key {
        case "\r", "\n", "\r\n": isTyping = false
        case "\u{7F}", "\u{08}": filter = String(filter.dropLast())
        case "\u{15}": filter = ""
        default:
            guard filter.count < 60, !key.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
            else { return }
            filter.append(key)
        }
    }

    private mutating func press(_ key: Character) -> Wish? {
        switch key {
        case "q", "Q", "\u{04}": return .leave
        case " ": return .look
        case "p": isPaused.toggle()
        case "/": isTyping = true
        case "r": isReversed.toggle()
        case "s":
            let all = Order.allCases
            order = all[((all.firstIndex(of: order) ?? 0) + 1) % all.count]
        case "0": part = nil
        default:
            if let number = key.wholeNumberValue, let chosen = Part(rawValue: number) { part = chosen }
        }
        return nil
    }
}
