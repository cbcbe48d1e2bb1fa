import ArgumentParser
import Console
import Faults
import Model
import Presentation
import Sandbox

extension SandboxCommand {
    /// `mastoctl sandbox start`: make a throw-away instance and leave it running.
    struct Start: HouseCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make a throw-away instance and leave it running.",
            discussion: """
                PostgreSQL and Redis are started on loopback from the programs found on this machine, filled with a \
                made-up instance and its media. Nothing outside the directory is touched, and a directory that \
                mastoctl did not make is refused. `large` holds a million attachments.

                Examples:
                  mastoctl sandbox start
                  mastoctl sandbox start --mastodon 4.4 --size medium --dir /tmp/try
                """)

        @OptionGroup
        var place: SandboxPlace

        @Option(help: ArgumentHelp("The release whose database is made: 4.3 to 4.7.", valueName: "release"))
        var mastodon = MastodonRelease.newest

        @Option(help: ArgumentHelp("How much is in it: small, medium or large.", valueName: "size"))
        var size = Population.Size.small

        @Flag(name: .customLong("s3"), help: "Keep the media in an S3 server instead of a directory.")
        var hasBucket = false

        @Option(help: ArgumentHelp("The same number makes the same instance.", valueName: "number"))
        var seed: UInt64 = 1

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func run(in session: Session) async throws -> ExitStatus {
            let output = session.output
            let clock = ContinuousClock()
            let start = clock.now
            let instance = try await Sandbox.start(
                directory: place.dir, release: mastodon, size: size, s3: hasBucket, seed: seed
            ) { output.note($0) }
            var shown = SandboxShown(instance, by: "sandbox start", state: "running")
            shown.seconds = (clock.now - start).inSeconds
            return try tell(shown, in: session)
        }
    }
}

extension MastodonRelease: ExpressibleByArgument {
    package static var allValueStrings: [String] { allCases.filter { $0 >= .v4_3 }.map(\.rawValue) }

    package init?(argument: String) {
        guard Self.allValueStrings.contains(argument) else { return nil }
        self.init(rawValue: argument)
    }
}

extension Population.Size: ExpressibleByArgument {}

extension SandboxShown {
    init(_ instance: SandboxInstance, by command: String, state: String) {
        self.init(by: command, state: state, directory: instance.directory)
        mastodon = instance.release.rawValue
        size = instance.size.rawValue
        localDomain = instance.localDomain
        database = "127.0.0.1:\(instance.databasePort)/\(instance.databaseName)"
        redis = "127.0.0.1:\(instance.redisPort)"
        media = instance.bucket.map { "\($0.endpoint)/\($0.name)" } ?? instance.mediaRoot
        envFile = instance.environmentFile
        rows = instance.rows
        files = instance.files
        bytes = instance.bytes
    }
}
