import Console
import Glibc
import Model
import Operations
import Presentation
import Support
import Testing

/// The alert rules and the dashboard in `contrib` speak of what is really written.
@Suite struct ContribTests {
    private static let repository = #filePath.split(separator: "/").dropLast(4).reduce(into: "") { $0 += "/" + $1 }
    private static let rules = "\(repository)/contrib/prometheus/mastoctl.rules.yml"
    private static let dashboard = "\(repository)/contrib/grafana/mastoctl.json"

    /// A metric file as a run leaves it, and one as the doctor does.
    private static var written: String {
        var metrics = MetricsText()
        metrics.record(
            RunMetrics(
                operation: "prune", instance: "a.example", ended: 1, succeeded: true, status: 0, seconds: 1, items: 1))
        let diagnosis = Diagnosis.unconfigured(Check.all, [("a", "b")], at: UTCTime(0))
        return metrics.text + diagnosis.text(as: .prometheus)
    }

    @Test(arguments: [rules, dashboard])
    func `every name and every label is one that a metric file has`(path: String) throws {
        let text = try #require(TextFile.read(path))
        let written = Self.written
        let names = Set(written.matches(of: /(?m)^(mastoctl_[a-z_]+)\{/).map { String($0.1) })
        let spoken = Set(text.matches(of: /mastoctl_[a-z_]+/).map { String($0.output) })
        #expect(names.count > 8 && !spoken.isEmpty)
        #expect(spoken.subtracting(names) == [])
        let labels = Set(written.matches(of: /[{,]([a-z]+)="/).map { String($0.1) })
        let asked = text.matches(of: /[{,]([a-z]+)\\?(?:=~|=)\\?"/).map { String($0.1) }
        #expect(Set(asked).subtracting(labels) == [])
        let told = text.matches(of: /\$labels\.([a-z]+)|\{\{([a-z]+)\}\}/).compactMap {
            ($0.1 ?? $0.2).map(String.init)
        }
        #expect(Set(told).subtracting(labels) == [])
    }

    @Test func `every state that is asked for is one that checks come to`() throws {
        let texts = [Self.rules, Self.dashboard].compactMap { TextFile.read($0) }
        let known = Set(CheckResult.State.allCases.map(\.rawValue))
        let asked = texts.flatMap { $0.matches(of: /state\\?=~?\\?"([a-z_|]+)/).flatMap { $0.1.split(separator: "|") } }
        #expect(!asked.isEmpty && Set(asked.map(String.init)).subtracting(known) == [])
    }

    @Test func `every family that is written is on the dashboard or in a rule`() throws {
        let text = try #require(TextFile.read(Self.rules)) + (try #require(TextFile.read(Self.dashboard)))
        let silent = MetricsText.families.map(\.name).filter { !text.contains($0) }
        #expect(silent == ["mastoctl_last_run_timestamp_seconds"], "only the last success is worth an alert")
    }

    @Test func `the dashboard is JSON`() throws {
        let text = try #require(TextFile.read(Self.dashboard))
        #expect(JSONValue(parsing: text)?["panels"]?.array?.isEmpty == false)
    }

    private static let promtool: String? = {
        let places: [String] = ["/usr/bin/promtool", "/usr/local/bin/promtool"]
        return places.first { access($0, X_OK) == 0 }
    }()

    @Test(.enabled(if: promtool != nil, "promtool is not installed"))
    func `promtool takes the rules and the metrics`() async throws {
        let program = Program(at: try #require(Self.promtool))
        let checked = try await program.run(["check", "rules", Self.rules])
        #expect(checked.status == 0, "\(checked)")
    }
}
