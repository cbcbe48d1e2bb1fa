import Model
import Stores

/// What a customer is told of a month.
package struct InstanceReport: Sendable, Encodable {
    package struct Figure: Sendable, Encodable {
        package var name: String
        package var value: Int64
    }

    package struct Storage: Sendable, Encodable {
        /// `attachments`, `avatars` …, `database`.
        package var kind: String
        package var files: Int64?
        package var bytes: Int64
        /// For a month, by the profile's prices; nil without one.
        package var cost: Double?
    }

    package struct Growth: Sendable, Encodable {
        /// `database`, `indexes`, `storage`.
        package var what: String
        /// When an earlier report saw the other size.
        package var since: UTCTime
        package var before: Int64
        package var now: Int64
    }

    package struct Backups: Sendable, Encodable {
        /// Within the month.
        package var count: Int
        package var latest: UTCTime?
        /// Seconds of the longest time within the month that no backup would have brought back.
        package var recoveryPointSeconds: Double?
        /// Seconds the last rehearsal took to restore.
        package var recoveryTimeSeconds: Double?
        package var rehearsedAt: UTCTime?
        package var passed: Bool?
    }

    package struct Findings: Sendable, Encodable {
        /// Ids of what the last check-up found.
        package var open: [String]
        /// What began and what ended within the month.
        package var opened: [String]
        package var closed: [String]
    }

    package var schema = "instance.report/1"
    package var domain: String
    package var release: String
    /// `2026-10`.
    package var month: String
    package var madeAt: UTCTime
    package var figures: [Figure]
    package var storage: [Storage]
    package var growth: [Growth]
    /// Nil where there is no repository, or it was not reached.
    package var backups: Backups?
    /// Nil before the first `doctor --since-last`.
    package var findings: Findings?
    /// What could not be had, and why.
    package var gaps: [String]
}

/// A month of the calendar (UTC).
package struct ReportMonth: Sendable, Equatable, CustomStringConvertible {
    package let text: String
    package var description: String { text }
    package let begin: UTCTime
    package let end: UTCTime

    /// `2026-10`; nil for what is no month.
    package init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].count == 4, parts[1].count == 2, let year = Int(parts[0]),
            let month = Int(parts[1]), (1...12).contains(month), year >= 2016
        else { return nil }
        let next = month == 12 ? "\(year + 1)-01-01" : "\(year)-\(month < 9 ? "0" : "")\(month + 1)-01"
        guard let begin = UTCTime(parsing: "\(text)-01"), let end = UTCTime(parsing: next) else { return nil }
        self.text = text
        self.begin = begin
        self.end = end
    }

    func holds(_ time: UTCTime) -> Bool { time >= begin && time < end }
}

/// Asks for a month's report. Sizes it sees are kept in the state folder, so that a later one can tell what grew.
package struct InstanceReportInquiry: Question {
    private let month: ReportMonth
    private let prices: [String: Double]
    private let state: String
    private let archive: BackupArchive<ReadOnly>?

    /// - Parameters:
    ///   - prices: of 10^9 bytes for a month by kind; `storage` for kinds without one of their own.
    ///   - state: this instance's own state folder.
    ///   - archive: nil where no backups are configured.
    package init(
        of month: ReportMonth, prices: [String: Double], state: String, archive: BackupArchive<ReadOnly>?
    ) {
        self.month = month
        self.prices = prices
        self.state = state
        self.archive = archive
    }

    package func answer(at site: Site<ReadOnly>) async throws -> InstanceReport {
        let now = UTCTime.now
        let rows = MonthReport(from: month.begin, to: month.end)
        var report = InstanceReport(
            domain: site.instance.localDomain, release: site.instance.schema.releaseInWords, month: month.text,
            madeAt: now, figures: try await rows.figures(at: site).map { .init(name: $0.name, value: $0.value) },
            storage: try await MediaSizes(in: site.database).objects().map { usage in
                .init(kind: usage.object, files: usage.files, bytes: usage.bytes, cost: cost(usage.object, usage.bytes))
            }, growth: [], gaps: [])
        if let sizes = try await rows.sizes(at: site) {
            let media = report.storage.reduce(Int64(0)) { $0.addingReportingOverflow($1.bytes).partialValue }
            report.storage.append(
                .init(
                    kind: "database", bytes: sizes.database,
                    cost: prices["database"].map { $0 * Double(sizes.database) / 1e9 }))
            remember(.init(time: now, database: sizes.database, indexes: sizes.indexes, storage: media), in: &report)
        }
        await addBackups(to: &report)
        addFindings(to: &report)
        return report
    }

    private func cost(_ kind: String, _ bytes: Int64) -> Double? {
        (prices[kind] ?? prices["storage"]).map { ($0 * Double(bytes) / 1e9 * 10_000).rounded() / 10_000 }
    }

    private func remember(_ entry: SizeMemory.Entry, in report: inout InstanceReport) {
        let memory = SizeMemory(in: state)
        do {
            let known = try memory.read()
            // The last before the month began, or else the first there is.
            if let old = known.last(where: { $0.time <= month.begin }) ?? known.first {
                report.growth = [
                    .init(what: "database", since: old.time, before: old.database, now: entry.database),
                    .init(what: "indexes", since: old.time, before: old.indexes, now: entry.indexes),
                    .init(what: "storage", since: old.time, before: old.storage, now: entry.storage),
                ]
            } else {
                report.gaps.append("growth: no earlier report has kept the sizes")
            }
            try memory.add(entry)
        } catch {
            report.gaps.append("growth: what earlier reports kept cannot be read or written")
        }
    }

    private func addBackups(to report: inout InstanceReport) async {
        guard let archive else {
            report.gaps.append("backups: no repository is configured")
            return
        }
        do {
            let entries = try await archive.entries().filter(\.isWhole).sorted { $0.time < $1.time }
            let within = entries.filter { month.holds($0.time) }
            var backups = InstanceReport.Backups(count: within.count)
            backups.latest = within.last?.time
            // From the last backup before the month, or its begin, to the last moment of it that has passed.
            let end = min(month.end, report.madeAt)
            let start = entries.last { $0.time < month.begin }?.time ?? month.begin
            let moments = [start] + within.map(\.time) + [end]
            if end > month.begin {
                backups.recoveryPointSeconds = zip(moments, moments.dropFirst()).map { $1.seconds - $0.seconds }.max()
            }
            if let rehearsed = entries.last(where: { $0.rehearsed != nil }) {
                backups.rehearsedAt = rehearsed.rehearsed
                backups.recoveryTimeSeconds = rehearsed.restoreSeconds
                backups.passed = rehearsed.passed
            }
            report.backups = backups
        } catch {
            report.gaps.append("backups: the repository was not reached")
        }
    }

    private func addFindings(to report: inout InstanceReport) {
        let last = LastFindings(in: state)
        guard let open = try? last.read(), let history = try? last.history() else {
            report.gaps.append("findings: no check-up was made with `mastoctl doctor --since-last`")
            return
        }
        let within = history.filter { month.holds($0.time) }
        report.findings = .init(
            open: open, opened: Set(within.filter { !$0.isGone }.map(\.id)).sorted(),
            closed: Set(within.filter(\.isGone).map(\.id)).sorted())
    }
}
