import Model
import Stores

/// Merges the server's own log and this program's record by time, the newest first.
package struct AuditReading: Question {
    let filter: AuditFilter
    let limit: Int

    package init(_ filter: AuditFilter, limit: Int) {
        self.filter = filter
        self.limit = limit
    }

    /// - Throws: `Fault(.denied)` or `Fault(.inputOutput)` for a record that cannot be read.
    package func answer(at site: Site<ReadOnly>) async throws -> AuditHistory {
        let history = try await read(at: site)
        if history.unreadable > 0 {
            site.warnings.warn(Noun.counted(history.unreadable, "lines of the record of changes", "cannot be read"))
        }
        return history
    }

    private func read(at site: Site<ReadOnly>) async throws -> AuditHistory {
        var entries: [AuditEntry] = []
        var server = ServerEntries(filter, site)
        let local = filter.source == .server ? nil : try site.trail.entries()
        var fromServer = try await server.next()
        var fromTrail = try next(of: local)
        while entries.count < limit {
            switch (fromServer, fromTrail) {
            case (let server?, let trail?) where server.time < trail.time: entries.append(trail)
            case (let server?, _): entries.append(server)
            case (nil, let trail?): entries.append(trail)
            case (nil, nil): return AuditHistory(entries, unreadable: local?.unreadable ?? 0)
            }
            if entries.last?.source == .local {
                fromTrail = try next(of: local)
            } else {
                fromServer = try await server.next()
            }
        }
        return AuditHistory(entries, unreadable: local?.unreadable ?? 0)
    }

    /// The next line that is meant. Lines stand in the order of their times, so the first that is too old is the last.
    private func next(of reader: TrailReader?) throws -> AuditEntry? {
        while let entry = try reader?.next() {
            if let since = filter.since, entry.time < since { return nil }
            if filter.means(entry) { return entry }
        }
        return nil
    }
}

/// The server's log, a page at a time.
private struct ServerEntries {
    private static let page = 500

    private let filter: AuditFilter
    private let site: Site<ReadOnly>
    private var rest: ArraySlice<AuditEntry> = []
    private var last = Int64.max
    private var isOver: Bool

    init(_ filter: AuditFilter, _ site: Site<ReadOnly>) {
        self.filter = filter
        self.site = site
        isOver = filter.source == .local
    }

    mutating func next() async throws -> AuditEntry? {
        if rest.isEmpty, !isOver {
            let (filter, before) = (filter, last)
            let page = try await site.database.read {
                try await $0.auditLog.page(filter, before: before, limit: Self.page)
            }
            isOver = page.count < Self.page
            last = page.last?.id ?? 0
            rest = page.map(\.entry)[...]
        }
        return rest.popFirst()
    }
}
