import Presentation
import Testing

@Suite struct MetricsTextTests {
    private func run(_ operation: String, ended: Double, succeeded: Bool = true, instance: String = "a.example")
        -> RunMetrics
    {
        RunMetrics(
            operation: operation, instance: instance, ended: ended, succeeded: succeeded, status: succeeded ? 0 : 1,
            seconds: 1.5, items: 3, bytes: 5_000_000_000, failures: succeeded ? 0 : 2)
    }

    @Test func `the file has the form that Prometheus reads`() {
        var metrics = MetricsText()
        metrics.record(run("media remove", ended: 1_790_000_000.25, instance: "odd\"\\\nname"))
        metrics.record(run("prune", ended: 1_790_000_001))
        var described: Set<Substring> = []
        for line in metrics.text.split(separator: "\n") {
            if let help = line.wholeMatch(of: /# HELP ([a-z_]+) \S.*/) {
                #expect(described.insert(help.1).inserted, "a family is described once")
            } else if let type = line.wholeMatch(of: /# TYPE ([a-z_]+) gauge/) {
                #expect(described.contains(type.1))
            } else {
                let sample = line.wholeMatch(
                    of: /([a-z_]+)\{domain="(?:[^"\\]|\\["\\n])*",operation="(?:[^"\\]|\\["\\n])*"\} (-?[0-9.e+]+)/)
                #expect(sample != nil && described.contains(sample!.1), "\(line)")
                // A gauge's name must not end as a counter's.
                #expect(!line.contains("_total{"))
            }
        }
        #expect(metrics.text.hasSuffix("\n"))
        #expect(described.count == MetricsText.families.count)
        #expect(metrics.text.contains(#"{domain="odd\"\\\nname",operation="media remove"} 1790000000.25"#))
    }

    @Test func `others' figures and the last success are kept`() throws {
        var metrics = MetricsText()
        metrics.record(run("media remove", ended: 1))
        metrics.record(run("prune", ended: 2))
        var later = try MetricsText(parsing: metrics.text)
        #expect(later.text == metrics.text)
        later.record(run("prune", ended: 3, succeeded: false))
        let labels = #"{domain="a.example",operation="prune"}"#
        #expect(later.text.contains("mastoctl_last_success_timestamp_seconds\(labels) 2.0"))
        #expect(later.text.contains("mastoctl_last_run_timestamp_seconds\(labels) 3.0"))
        #expect(later.text.contains(#"mastoctl_run_items{domain="a.example",operation="media remove"} 3"#))
    }

    @Test(arguments: ["root:x:0:0", "node_load1 0.5", "mastoctl_run_items 3", "mastoctl_x{a=\"b\"} many", "# a note"])
    func `a line of another's is refused`(line: String) {
        let error = #expect(throws: MetricsText.ForeignContent.self) { try MetricsText(parsing: "\n\(line)\n") }
        #expect(error?.line == 2)
    }
}
