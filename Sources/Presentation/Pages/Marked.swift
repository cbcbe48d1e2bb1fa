extension String {
    /// For XML and HTML: nothing in it is markup. The one place where texts of others are made harmless for pages.
    var marked: String {
        replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;").replacing("'", with: "&#39;")
    }
}
