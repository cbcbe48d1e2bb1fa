/// The mail by which somebody sees that mails arrive.
package struct TestLetter: Sendable {
    private let sender: String
    private let recipient: String
    private let domain: String
    private let time: UTCTime

    package init(from sender: String, to recipient: String, domain: String, at time: UTCTime) {
        self.sender = sender
        self.recipient = recipient
        self.domain = domain
        self.time = time
    }

    /// Whole, with CR and LF behind each line (RFC 5322).
    package var text: String {
        [
            "Date: \(date)", "From: \(sender)", "To: \(recipient)",
            "Message-ID: <mastoctl.\(Int64(time.seconds * 1_000_000))@\(domain)>",
            "Subject: A test mail of \(domain)", "Auto-Submitted: auto-generated", "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=UTF-8", "",
            "Whoever keeps \(domain) has asked for this mail, to see whether mails arrive. Nothing is to be done.", "",
        ].map { $0 + "\r\n" }.joined()
    }

    /// `28 Nov 2026 22:40:00 +0000`.
    private var date: String {
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let parts = time.description.split { "-T:Z.".contains($0) }.map(String.init)
        guard parts.count >= 6, let month = Int(parts[1]), (1...12).contains(month) else { return "" }
        return "\(parts[2]) \(months[month - 1]) \(parts[0]) \(parts[3]):\(parts[4]):\(parts[5]) +0000"
    }
}
