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

                Of a Kubernetes cluster the servers are the releases of Mastodon's chart, or other deployments that are \
                told a LOCAL_DOMAIN, called NAMESPACE.RELEASE; both words are tags, as are labels (`tier=gold`). Each \
                is run here by what its own containers get from their ConfigMaps and Secrets, and by a profile of its \
                name, if there is one, which may say another way to its database. kubectl asks the cluster; a .json \
                file holds what `kubectl get deployments,configmaps,secrets -A -o json` told.

                Examples:
                  mastoctl fleet list all
                  mastoctl fleet list 'tag:hosted !eu' --format ids
                  mastoctl fleet list web --inventory hosts.yml
                  mastoctl fleet list all --inventory kubernetes:production
                  mastoctl fleet list all --format ansible-yaml
                """)

        @OptionGroup
        var choice: FleetReach

        @OptionGroup(title: "Global options")
        var global: SharedOptions<FleetListForm>

        func run(in session: Session) async throws -> ExitStatus {
            let members = try await choice.members(of: FleetTour(session, FleetOptions(), global))
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
