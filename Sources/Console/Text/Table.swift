/// Rows under headers, aligned. Cells are made harmless; nothing is cut unless a width is given.
package struct Table: Sendable {
    package enum Alignment: Sendable {
        case left, right
    }

    package struct Column: Sendable {
        package var title: String
        package var alignment: Alignment
        /// May be shortened on a narrow terminal.
        package var canShrink: Bool

        package init(_ title: String, _ alignment: Alignment = .left, canShrink: Bool = false) {
            self.title = title
            self.alignment = alignment
            self.canShrink = canShrink
        }
    }

    package var columns: [Column]
    package private(set) var rows: [[String]] = []

    package init(_ columns: [Column]) {
        self.columns = columns
    }

    /// Missing cells are empty; cells beyond the columns are dropped.
    package mutating func add(_ cells: [String]) {
        let padded = cells.prefix(columns.count) + Array(repeating: "", count: max(columns.count - cells.count, 0))
        rows.append(padded.map(Sanitized.text))
    }

    /// The lines, each with its end; nothing at all without rows.
    ///
    /// - Parameter terminal: gives the width (none off a terminal, so nothing is cut) and the colour of headers.
    package func text(for terminal: Terminal) -> String {
        if rows.isEmpty { return "" }
        var widths: [Int] = []
        return text(for: terminal, widths: &widths, hasHeader: true)
    }

    /// The lines of a part of a longer table.
    ///
    /// - Parameters:
    ///   - widths: those of the parts before this one, none for the first; widened where a cell needs more.
    ///   - hasHeader: true for the first part.
    package func text(for terminal: Terminal, widths: inout [Int], hasHeader: Bool) -> String {
        if widths.isEmpty { widths = columns.map { $0.title.displayWidth } }
        for row in rows {
            for (index, cell) in row.enumerated() { widths[index] = max(widths[index], cell.displayWidth) }
        }
        var shown = widths
        if let width = terminal.width { shrink(&shown, to: width) }
        var text = hasHeader ? terminal.paint(line(columns.map(\.title), shown), .bold) + "\n" : ""
        for row in rows { text += line(row, shown) + "\n" }
        return text
    }

    /// Tab-separated with a header line; tabs and line ends in cells are blanks already.
    package var tabSeparated: String {
        ([columns.map(\.title)] + rows).map { $0.joined(separator: "\t") + "\n" }.joined()
    }

    /// Takes columns from the widest that may shrink, down to eight each.
    private func shrink(_ widths: inout [Int], to width: Int) {
        let gaps = 2 * max(columns.count - 1, 0)
        while widths.reduce(gaps, +) > width {
            let candidates = columns.indices.filter { columns[$0].canShrink && widths[$0] > 8 }
            guard let widest = candidates.max(by: { widths[$0] < widths[$1] }) else { return }
            widths[widest] -= 1
        }
    }

    private func line(_ cells: [String], _ widths: [Int]) -> String {
        var result = ""
        for (index, cell) in cells.enumerated() {
            let shown = cell.clipped(to: widths[index])
            let padding = String(repeating: " ", count: max(widths[index] - shown.displayWidth, 0))
            let isLast = index == cells.count - 1
            result += columns[index].alignment == .right ? padding + shown : isLast ? shown : shown + padding
            if !isLast { result += "  " }
        }
        while result.hasSuffix(" ") { result.removeLast() }
        return result
    }
}
