import Synchronization

/// What went wrong beside a run without being a failure of it: told at once, once each, and kept for the report.
package final class SiteWarnings: Sendable {
    private let tell: @Sendable (String) -> Void
    private let texts = Mutex<[String]>([])

    package init(tell: @escaping @Sendable (String) -> Void = { _ in }) {
        self.tell = tell
    }

    /// All that were told so far, in order.
    package var told: [String] { texts.withLock { $0 } }

    /// Tells this unless it was told before.
    package func warn(_ text: String) {
        let isNew = texts.withLock { texts in
            guard !texts.contains(text) else { return false }
            texts.append(text)
            return true
        }
        if isNew { tell(text) }
    }
}
