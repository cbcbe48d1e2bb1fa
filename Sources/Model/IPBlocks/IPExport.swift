/// Blocked addresses in the words of other programs.
package enum IPExport {
    /// One a line, with its length: `192.0.2.9/32`. As `tootctl ip_blocks export`.
    package static func plain(_ networks: [IPNetwork]) -> String {
        networks.map { "\($0)\n" }.joined()
    }

    /// For a file that nginx includes.
    package static func nginx(_ networks: [IPNetwork]) -> String {
        networks.map { "deny \($0);\n" }.joined()
    }

    /// A table with a set for each family, which `nft -f` loads; loading it again replaces it. Rules are for whoever owns
    /// the firewall to write: `ip saddr @blocked4 drop`.
    package static func nftables(_ networks: [IPNetwork]) -> String {
        "add table inet mastodon\ndelete table inet mastodon\ntable inet mastodon {\n"
            + set("blocked4", "ipv4_addr", networks.filter { $0.family == .v4 })
            + set("blocked6", "ipv6_addr", networks.filter { $0.family == .v6 })
            + "}\n"
    }

    private static func set(_ name: String, _ type: String, _ networks: [IPNetwork]) -> String {
        // Ranges may lie within each other, which a set refuses unless told to merge them.
        var text = "    set \(name) {\n        type \(type)\n        flags interval\n        auto-merge\n"
        if !networks.isEmpty {
            let elements = networks.map { "            \($0)" }.joined(separator: ",\n")
            text += "        elements = {\n\(elements)\n        }\n"
        }
        return text + "    }\n"
    }
}
