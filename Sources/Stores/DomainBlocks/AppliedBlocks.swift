import Faults
import Model
import Synchronization

/// What a declared list made the server do, by its own record in the state folder: the third view beside the list and
/// the server. A record that is lost costs no more than knowing what was changed by hand.
package final class AppliedBlocks: Sendable {
    private let file: String
    private let rules: Mutex<[String: BlockRule]>
    private let saved = Mutex<ContinuousClock.Instant?>(nil)

    /// How long a change may be unwritten: the file is written whole, and may be long.
    private static let pause = Duration.seconds(2)

    /// - Throws: `Fault(.inputOutput)`.
    package init(of list: String, in state: StateFolder<some Access>) throws {
        file = "domain-blocks/\(list).applied.json"
        var rules: [String: BlockRule] = [:]
        if let bytes = try state.read(file),
            case .object(let members)? = JSONValue(parsing: String(decoding: bytes, as: UTF8.self))
        {
            for member in members { rules[member.name] = BlockRule(json: member.value) }
        }
        self.rules = Mutex(rules)
    }

    package var all: [String: BlockRule] { rules.withLock { $0 } }

    /// Writes it down unless that was done a moment ago.
    ///
    /// - Throws: `Fault(.inputOutput)`.
    package func saveNowAndThen(in state: StateFolder<ReadWrite>) throws {
        let isDue = saved.withLock { last in
            if let last, ContinuousClock.now - last < Self.pause { return false }
            last = .now
            return true
        }
        if isDue { try save(in: state) }
    }

    /// Remembers a change; written down by `save`.
    package func note(_ change: BlockChange) {
        rules.withLock { rules in
            switch change {
            case .add(let entry): rules[entry.domain] = entry.rule
            case .amend(let domain, let amendment): rules[domain] = amendment.applied(to: rules[domain] ?? BlockRule())
            case .remove(let domain): rules[domain] = nil
            }
        }
    }

    /// - Throws: `Fault(.inputOutput)`.
    package func save(in state: StateFolder<ReadWrite>) throws {
        // One at a time: steps of a run may end at the same moment.
        try rules.withLock { rules in
            let json = JSONValue.object(rules.sorted { $0.key < $1.key }.map { .init($0.key, $0.value.json) })
            try state.write(file, Array(json.text.utf8))
        }
    }
}
