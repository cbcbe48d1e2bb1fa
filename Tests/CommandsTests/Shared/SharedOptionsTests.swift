import ArgumentParser
import Configuration
import Console
import Testing

@testable import Commands

/// Options that every command takes, or every one that changes something; that they do is a law of HouseTests.
@Suite struct SharedOptionsTests {
    private func parse(_ words: String...) throws -> MediaCommand.Remove {
        try #require(try MediaCommand.Remove.parseAsRoot(words) as? MediaCommand.Remove)
    }

    private func refusal(_ words: String...) -> String {
        do {
            _ = try MediaCommand.Remove.parseAsRoot(words)
            return "taken"
        } catch {
            return MediaCommand.Remove.message(for: error)
        }
    }

    @Test func `nothing is said, and everything has its default`() throws {
        let command = try parse()
        #expect(!command.running.dryRun && !command.running.yes && !command.running.noInput)
        #expect(command.running.concurrency == nil && command.running.limit == nil && command.running.deadline == nil)
        #expect(command.running.rate == nil && command.running.lockWait == nil && !command.running.verbose)
        #expect(command.running.overrides.isEmpty && command.global.overrides.isEmpty)
        #expect(command.global.format == nil && !command.global.quiet)
        #expect(command.global.color == .auto && command.global.progress == .auto)
    }

    @Test func `how a run goes is told`() throws {
        let running = try parse(
            "--dry-run", "-c", "8", "-v", "--limit", "10", "--deadline", "15m", "--rate", "30/m", "--lock-wait", "90s",
            "-y", "--no-input", "--allow-schema", "20260101000000", "--with-unknown-tables"
        ).running
        #expect(running.dryRun && running.yes && running.noInput && running.verbose)
        #expect(running.concurrency == 8 && running.limit == 10 && running.allowSchema == "20260101000000")
        #expect(running.deadline == .seconds(900) && running.lockWait == .seconds(90))
        #expect(running.rate?.itemsPerSecond == 0.5)
    }

    @Test func `what stands for a setting is one, with the flag as its origin`() throws {
        let command = try parse(
            "--metrics-file", "m.prom", "--ping", "https://up.example/x", "--concurrency", "2", "--profile", "p",
            "--env-file", "e", "--api-url", "https://s.example", "--log-file", "l")
        #expect(
            command.running.overrides.map { "\($0.flag) \($0.key) \($0.value)" } == [
                "--metrics-file run.metrics_file m.prom", "--ping run.ping_url https://up.example/x",
                "--concurrency run.concurrency 2",
            ])
        #expect(
            command.global.overrides.map { "\($0.flag) \($0.key) \($0.value)" } == [
                "--profile profile p", "--env-file env_file e", "--api-url lanes.api_url https://s.example",
                "--log-file run.log_file l",
            ])
    }

    @Test func `how it is told is told`() throws {
        let global = try parse("--format", "jsonl", "-q", "--color", "never", "--progress", "always").global
        #expect("\(global.format.map { "\($0)" } ?? "")".contains("jsonl") && global.quiet)
        #expect(global.color == .never && global.progress == .always)
    }

    @Test(
        arguments: [
            ("500", 500), ("500/s", 500), ("30/m", 0.5), ("36/h", 0.01), ("0.5", 0.5),
        ] as [(String, Double)])
    func `a rate is a number a second, a minute or an hour`(text: String, perSecond: Double) {
        #expect(Rate(argument: text)?.itemsPerSecond == perSecond)
    }

    @Test(arguments: ["", "0", "-1", "x", "1/d", "1/s/s", "inf", "/s"]) func `what is no rate is refused`(text: String)
    {
        #expect(Rate(argument: text) == nil)
    }

    @Test func `what cannot be is refused in words`() {
        #expect(refusal("--concurrency", "0").contains("--concurrency must be from 1 to 64"))
        #expect(refusal("--concurrency", "65").contains("--concurrency must be from 1 to 64"))
        #expect(refusal("--limit=-1").contains("--limit must be zero or more"))
        #expect(refusal("--ping", "ftp://x").contains("--ping must be an http:// or https:// URL"))
        #expect(refusal("--rate", "many").contains("The value 'many' is invalid for '--rate <n/s>'"))
        #expect(refusal("--deadline", "soon").contains("The value 'soon' is invalid for '--deadline <duration>'"))
        #expect(refusal("--format", "xml").contains("The value 'xml' is invalid for '--format <form>'"))
        #expect(refusal("--colour").contains("Unknown option '--colour'"))
    }
}
