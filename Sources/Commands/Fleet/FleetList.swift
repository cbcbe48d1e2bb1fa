import ArgumentParser
import Configuration
import Console
import Faults
import Model
import Presentation

extension FleetCommand {
    /// `mastoctl fleet list`: which servers there are.
    struct List: HouseCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the servers of the fleet, by their profiles.",
            discussion: """
                Every profile is a server of the fleet; its `tags` are what it is chosen by. Words of a selection must \
                all hold: `tag:hosted`, `name:cust*`, or a bare word for either; a `!` before it denies it; `all` is \
                every server.

                With --inventory the servers are the hosts of an Ansible inventory, and their groups are their tags. A \
                host of which there is a profile, by its name or `mastoctl_profile`, is run by that; any other by ssh \
                on its own machine, as `ansible_host`, `ansible_user` and `ansible_port` say, or `mastoctl_via`. The \
                forms ansible-ini and ansible-yaml write an inventory, which names the profiles.

                Examples:
                  mastoctl fleet list all
                  mastoctl fleet list 'tag:hosted !eu' --format ids
                  mastoctl fleet list web --inventory hosts.yml
                  mastoctl fleet list all --format ansible-yaml
                """)

        @OptionGroup
        var choice: FleetChoice

        @OptionGroup(title: "Global options")
        var global: SharedOptions<FleetListForm>

        func run(in session: Session) throws -> ExitStatus {
            let members = try choice.members(of: FleetTour(session, FleetOptions(), global))
            for member in members {
                if let trouble = member.trouble { session.warn("\(member.name): \(trouble.message)") }
            }
            let inventory = HostInventory(
                of: members.map {
                    (
                        name: $0.name, tags: $0.tags, via: $0.via?.text, isReadOnly: $0.isReadOnly,
                        hasProfile: !$0.path.isEmpty
                    )
                })
            return try tell(
                FleetListed(
                    members.map {
                        .init(
                            name: $0.name, tags: $0.tags, isReadOnly: $0.isReadOnly, via: $0.via?.text, path: $0.path,
                            trouble: $0.trouble?.message)
                    }, inventory: inventory),
                in: session)
        }
    }
}
