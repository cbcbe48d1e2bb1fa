import ArgumentParser
import Configuration
import Operations

extension MaintenanceCommand {
    /// `mastoctl maintenance indexes`: make indexes that are missing, broken off or damaged.
    struct Indexes: OperationCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make indexes that are missing, broken off or damaged.",
            discussion: """
                The database is compared with that of a server of its release. What is missing is created, what a broken \
                creation has left is replaced, all of it concurrently, so that the server goes on; an index of another \
                name that does the same is as good. Indexes of your own are left alone.

                --check compares the order of indexes over text with their rows, by PostgreSQL's amcheck; an upgrade of \
                the system may have changed how letters are sorted. What is damaged is built anew. A unique index that \
                rows stand against is a failure.

                Lanes: direct.

                Examples:
                  mastoctl maintenance indexes --dry-run --verbose
                  mastoctl maintenance indexes --check
                """)

        @Flag(help: "Also compare indexes over text with their rows.")
        var check = false

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func operation(_ configuration: Configuration) -> IndexMending { IndexMending(checks: check) }
    }
}
