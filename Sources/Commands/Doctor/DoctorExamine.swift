import ArgumentParser
import Assembly
import Configuration
import Console
import Faults
import Model
import Operations
import Presentation

extension DoctorCommand {
    /// `mastoctl doctor examine`, or without the second word: look at everything.
    struct Examine: HouseCommand {
        static let configuration = CommandConfiguration(
            abstract: "Look at a server, and tell what is wrong.",
            discussion: """
                Looks at configuration, PostgreSQL, Redis, Sidekiq, storage, search, the site, federation, backups, \
                people and this machine. Every finding has its evidence and what mends it; `mastoctl doctor explain ID` tells why \
                it matters. What could not be looked at is never counted as well.

                To see whether the storage and Redis can be written, a small object below mastoctl-probe/ and a key are \
                written and removed again; not with --no-write, nor when the database role may only read. Everything \
                else only reads: a role that may select is enough, a replica will do, and any service may be down.

                Ends with status 1 when a problem or worse is found; --fail-on sets another bound.

                Examples:
                  mastoctl doctor
                  mastoctl doctor --fast --format nagios
                  mastoctl doctor examine --deep --group postgres --group schema
                  mastoctl doctor --only pg. --skip pg.stat-statements
                  mastoctl doctor --format html > doctor.html
                """)

        @Flag(help: "Only what takes no time: two seconds at most.")
        var fast = false

        @Flag(help: "Also what reads whole tables.")
        var deep = false

        @Option(help: ArgumentHelp("Only this check, or those whose ids begin so: pg.blocked, pg.", valueName: "id"))
        var only: [String] = []

        @Option(help: ArgumentHelp("Not this check, or not those whose ids begin so.", valueName: "id"))
        var skip: [String] = []

        @Option(help: ArgumentHelp("Only checks of this group.", valueName: "group"))
        var group: [Check.Group] = []

        @Option(
            help: ArgumentHelp(
                "From where on the status is 1: notice, warning, problem, critical or never.", valueName: "severity"))
        var failOn = FailingSeverity.problem

        @Option(
            help: ArgumentHelp("Accept the findings in this file: id, day, reason.", valueName: "file"),
            completion: .file())
        var baseline: String?

        @Flag(help: "Tell what is new and what is gone since the last time this was asked.")
        var sinceLast = false

        @Option(
            help: ArgumentHelp("Write the results to this Prometheus text file, too.", valueName: "file"),
            completion: .file())
        var metricsFile: String?

        @Flag(name: .customLong("no-write"), help: "Write nothing, not even a probe.")
        var writesNothing = false

        @OptionGroup(title: "Global options")
        var global: SharedOptions<Diagnosis.Forms>

        func validate() throws {
            if fast, deep { throw ValidationError("--fast and --deep exclude each other") }
            if let word = choice.unknown.first {
                throw ValidationError("there is no check '\(word)'; `mastoctl doctor list` has them all")
            }
        }

        private var choice: CheckChoice {
            var choice = CheckChoice()
            choice.cost = fast ? .fast : deep ? .deep : .normal
            choice.only = only
            choice.skip = skip
            choice.groups = group
            return choice
        }

        func run(in session: Session) async throws -> ExitStatus {
            let accepted = try baseline.map { path in
                try Baseline(parsing: Self.text(of: path), path: path)
            }
            var diagnosis = try await diagnosis(in: session)
            diagnosis.failsOn = failOn.severity
            accepted?.accept(&diagnosis)
            if let metricsFile,
                let reason = MetricsFile(path: metricsFile).replace(with: diagnosis.text(as: .prometheus))
            {
                session.warn("cannot write the metrics file \(metricsFile): \(reason)")
            }
            return try tell(diagnosis, in: session)
        }

        private func diagnosis(in session: Session) async throws -> Diagnosis {
            let found = try session.inspect(global.overrides)
            guard let configuration = found.configuration else {
                let doubts = found.findings.filter { $0.severity != .note }
                return Diagnosis.unconfigured(
                    choice.checks, doubts.map { ($0.text, $0.help ?? "see `mastoctl config show`") }, at: .present)
            }
            let checkUp = CheckUp(
                configuration: configuration, environment: session.environment, choice: choice,
                mayProbe: !writesNothing && !configuration.isReadOnly)
            var diagnosis = try await checkUp.diagnosis()
            if sinceLast { try checkUp.compare(&diagnosis) }
            return diagnosis
        }

        private static func text(of path: String) throws -> String {
            do throws(FileTrouble) {
                let content = try SystemFileReader().read(path, limit: 1 << 20)
                return String(decoding: content.bytes, as: UTF8.self)
            } catch {
                throw error.fault(path: path, what: "the baseline")
            }
        }
    }
}

extension Check.Group: ExpressibleByArgument {}

/// From where on a finding makes a check-up fail.
enum FailingSeverity: String, ExpressibleByArgument, CaseIterable {
    case notice, warning, problem, critical, never

    var severity: Check.Severity? { Check.Severity(rawValue: rawValue) }
}
