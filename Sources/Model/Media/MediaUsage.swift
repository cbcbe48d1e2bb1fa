/// What an instance's media take, as the database's columns tell it: originals and thumbnails of attachments, without
/// the smaller renditions the server makes of them.
package struct MediaUsage: Sendable, Equatable, Encodable {
    package var schema = "media.usage/1"
    package var objects: [ObjectUsage]
    package var totalBytes: Int64
    package var localBytes: Int64
    package var breakdown: UsageBreakdown?
    package var inventory: StorageInventory?

    package init(
        objects: [ObjectUsage], breakdown: UsageBreakdown? = nil, inventory: StorageInventory? = nil
    ) {
        self.objects = objects
        totalBytes = objects.reduce(0) { $0.adding($1.bytes) }
        localBytes = objects.reduce(0) { $0.adding($1.localBytes ?? 0) }
        self.breakdown = breakdown
        self.inventory = inventory
    }
}

/// One row of the server's own table of usage.
package struct ObjectUsage: Sendable, Equatable, Encodable {
    /// `attachments`, `custom_emoji`, `avatars`, `headers`, `preview_cards`, `backups`, `settings`.
    package var object: String
    /// Rows that have a file.
    package var files: Int64
    package var bytes: Int64
    /// The part that belongs to local accounts; nil where the server makes no such difference.
    package var localBytes: Int64?

    package init(object: String, files: Int64, bytes: Int64, localBytes: Int64? = nil) {
        self.object = object
        self.files = files
        self.bytes = bytes
        self.localBytes = localBytes
    }
}

/// Usage told apart by one property, the largest first.
package struct UsageBreakdown: Sendable, Equatable, Encodable {
    /// What usage can be told apart by.
    package enum Property: String, CaseIterable, Sendable, Codable {
        case domain, account, type, age, style
    }

    package struct Group: Sendable, Equatable, Encodable {
        /// A domain, a handle, a type, an age or a style.
        package var name: String
        package var files: Int64
        package var bytes: Int64

        package init(name: String, files: Int64, bytes: Int64) {
            self.name = name
            self.files = files
            self.bytes = bytes
        }
    }

    package var by: Property
    package var groups: [Group]
    /// How many groups were too small to be listed, and what they hold.
    package var otherGroups: Int64
    package var otherFiles: Int64
    package var otherBytes: Int64

    /// The largest groups of a collection made step by step, in constant memory.
    package init(by property: Property, _ ranking: Ranking) {
        by = property
        groups = ranking.groups
        otherGroups = ranking.otherGroups
        otherFiles = ranking.otherFiles
        otherBytes = ranking.otherBytes
    }

    /// Groups in an order of their own, such as ages.
    package init(by property: Property, inOrder groups: [Group]) {
        by = property
        self.groups = groups
        otherGroups = 0
        otherFiles = 0
        otherBytes = 0
    }

    /// Keeps the largest groups of any number of them.
    package struct Ranking: Sendable {
        private let top: Int
        private var kept: [Group] = []
        private(set) var otherGroups: Int64 = 0
        private(set) var otherFiles: Int64 = 0
        private(set) var otherBytes: Int64 = 0

        package init(top: Int) {
            self.top = max(top, 1)
        }

        /// Takes a group that was not given before.
        package mutating func add(_ group: Group) {
            kept.append(group)
            if kept.count >= 2 * top + 1_000 { cut() }
        }

        var groups: [Group] { kept.sorted(by: Self.precedes) }

        /// Drops all but the largest.
        package mutating func cut() {
            kept.sort(by: Self.precedes)
            for group in kept.dropFirst(top) {
                otherGroups += 1
                otherFiles += group.files
                otherBytes = otherBytes.adding(group.bytes)
            }
            kept.removeSubrange(min(top, kept.count)...)
        }

        private static func precedes(_ left: Group, _ right: Group) -> Bool {
            left.bytes != right.bytes ? left.bytes > right.bytes : left.name < right.name
        }
    }
}
