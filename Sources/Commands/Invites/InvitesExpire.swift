import ArgumentParser
import Model
import Operations

extension InvitesCommand {
    /// `mastoctl invites expire`: nobody comes by them any more.
    struct Expire: RecordCommand {
        static let configuration = CommandConfiguration(
            abstract: "End invites.",
            discussion: """
                Nobody can come by them any more; who came stays. The server's pages keep no log of this; the \
                local record does.

                Lanes: direct.

                Examples:
                  mastoctl invites expire Ab3dEf9h
                  mastoctl invites list --open --by spammer --format ids | xargs mastoctl invites expire
                  mastoctl invites expire --all --yes
                """)

        @Argument(help: ArgumentHelp("As `invites list` tells them.", valueName: "code"))
        var codes: [String] = []

        @Flag(help: "Every invite that has not expired.")
        var all = false

        @OptionGroup
        var way: RecordWay

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func validate() throws {
            guard codes.isEmpty == all else { throw ValidationError("name invites by their codes, or give --all") }
        }

        func change() throws -> RecordChange { RecordChange(InviteExpiry(all ? .open : .codes(codes))) }
    }
}
