import Glibc

/// Whether to colour: `--color`.
package enum ColourChoice: String, CaseIterable, Sendable {
    case auto, always, never
}

/// What a stream can show.
package struct Terminal: Sendable, Equatable {
    /// True when a person watches.
    package var isTerminal: Bool
    /// Columns, or nil off a terminal: there nothing is cut or wrapped.
    package var width: Int?
    /// Lines, or nil off a terminal.
    package var height: Int?
    package var usesColour: Bool
    /// True when letters beyond ASCII can be shown.
    package var isUnicode: Bool
    /// True when a line can be drawn again in place.
    package var canRedraw: Bool

    package init(
        isTerminal: Bool, width: Int?, height: Int? = nil, usesColour: Bool, isUnicode: Bool = true,
        canRedraw: Bool = true
    ) {
        self.isTerminal = isTerminal
        self.width = width
        self.height = height
        self.usesColour = usesColour
        self.isUnicode = isUnicode
        self.canRedraw = canRedraw && isTerminal
    }

    /// Looks at a descriptor and the environment.
    ///
    /// `--color always|never`, then `NO_COLOR`, then `CLICOLOR_FORCE`, then whether it is a terminal that is not dumb.
    package init(descriptor: Int32, environment: [String: String], colour: ColourChoice = .auto) {
        let isTerminal = isatty(descriptor) == 1
        let isDumb = environment["TERM"] == "dumb" || environment["TERM", default: ""].isEmpty
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
        self.init(
            isTerminal: isTerminal,
            width: isTerminal ? Self.width(descriptor, environment) : nil,
            height: isTerminal ? Self.height(descriptor) : nil,
            usesColour: Self.colours(colour, environment, isTerminal: isTerminal && !isDumb),
            // Off a terminal the reader is a program or a file, and both take UTF-8.
            isUnicode: !isTerminal || locale.lowercased().contains("utf"),
            canRedraw: !isDumb)
    }

    private static func colours(_ choice: ColourChoice, _ environment: [String: String], isTerminal: Bool) -> Bool {
        switch choice {
        case .always: return true
        case .never: return false
        case .auto:
            if !environment["NO_COLOR", default: ""].isEmpty { return false }
            if !["", "0"].contains(environment["CLICOLOR_FORCE", default: ""]) { return true }
            return isTerminal
        }
    }

    private static func width(_ descriptor: Int32, _ environment: [String: String]) -> Int {
        if let columns = environment["COLUMNS"].flatMap({ Int($0) }), columns > 0 { return columns }
        var size = winsize()
        if ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
        return 80
    }

    private static func height(_ descriptor: Int32) -> Int {
        var size = winsize()
        return ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_row > 0 ? Int(size.ws_row) : 24
    }

    /// The text in that style where there is colour, else as it is.
    package func paint(_ text: String, _ style: Style) -> String {
        usesColour ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
    }

    package enum Style: String, Sendable {
        case bold = "1"
        case dim = "2"
        case red = "31"
        case green = "32"
        case yellow = "33"
        case cyan = "36"
    }
}
