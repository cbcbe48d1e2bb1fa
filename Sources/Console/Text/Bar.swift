/// A horizontal bar for charts in the terminal.
package enum Bar {
    /// A bar of that share of `width` columns, in eighths where letters beyond ASCII can be shown.
    ///
    /// A share above nothing always shows something.
    package static func text(share: Double, width: Int, isUnicode: Bool = true) -> String {
        let share = share.isFinite ? min(max(share, 0), 1) : 0
        if share == 0 || width < 1 { return "" }
        if !isUnicode { return String(repeating: "#", count: max(Int((share * Double(width)).rounded()), 1)) }
        let eighths = max(Int((share * Double(width) * 8).rounded()), 1)
        let parts = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
        return String(repeating: "█", count: eighths / 8) + parts[eighths % 8]
    }
}
