import Console

/// Bars side by side with their figures, as a picture in a page that needs no script.
struct BarChart {
    struct Bar {
        var label: String
        var value: Double
        /// The value with its unit.
        var text: String
    }

    var title: String
    var bars: [Bar]

    private static let height = 22
    private static let labels = 250
    private static let width = 720

    /// Nothing for no bars.
    var markup: String {
        if bars.isEmpty { return "" }
        let most = max(bars.map(\.value).filter(\.isFinite).max() ?? 0, .leastNonzeroMagnitude)
        let told = Sanitized.text("\(title): " + bars.map { "\($0.label) \($0.text)" }.joined(separator: ", "))
        let room = Self.width - Self.labels - 120
        var text = "<svg role=\"img\" viewBox=\"0 0 \(Self.width) \(bars.count * Self.height + 4)\" "
        text += "aria-label=\"\(told.marked)\">\n"
        for (index, bar) in bars.enumerated() {
            let top = index * Self.height
            let length = bar.value > 0 ? max(1, Int((Double(room) * min(bar.value / most, 1)).rounded())) : 0
            text += "<text x=\"\(Self.labels - 8)\" y=\"\(top + 15)\" text-anchor=\"end\">"
            text += "\(Self.cut(Sanitized.text(bar.label)).marked)</text>"
            text += "<rect class=\"bar\" x=\"\(Self.labels)\" y=\"\(top + 3)\" width=\"\(length)\" height=\"16\"/>"
            text +=
                "<text x=\"\(Self.labels + length + 6)\" y=\"\(top + 15)\">\(Sanitized.text(bar.text).marked)</text>\n"
        }
        return text + "</svg>\n"
    }

    private static func cut(_ label: String) -> String {
        label.count > 36 ? "\(label.prefix(35))…" : label
    }
}
