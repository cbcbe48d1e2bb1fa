import ArgumentParser
import Configuration
import Model
import Operations

extension PruneSettings {
    /// What this part of the policy comes to. The command line's concurrency and rate win over the policy's.
    func part(of running: RunOptions) -> Series.Part {
        Series.Part(
            part.rawValue, operation, limit: limit,
            rate: running.rate?.itemsPerSecond ?? rate.map(Double.init),
            concurrency: running.concurrency ?? concurrency)
    }

    private var operation: any Operation {
        switch part {
        case .attachments: files(.attachments)
        case .avatars: files(.profiles([.avatar], includeFollowed: includeFollows))
        case .headers: files(.profiles([.header], includeFollowed: includeFollows))
        case .previewCards: files(.previewCards(linksOnly: false))
        case .orphans:
            OrphanRemoval(
                source: .storage(prefix: ""), minimumAge: (minAge ?? .seconds(86_400)).inSeconds,
                quarantine: quarantine)
        }
    }

    private func files(_ target: RetentionPolicy.Target) -> any Operation {
        CachedFileRemoval(
            name: "\(PruneCommand.name) \(part.rawValue)",
            policy: RetentionPolicy(
                target, days: Double(days ?? 7), keepInteracted: keepInteracted, maxSize: maxSize,
                untilFree: untilFree))
    }
}

/// `attachments,headers`: parts of a policy by name.
struct PruneParts: ExpressibleByArgument {
    var parts: [PrunePart]

    init?(argument: String) {
        let words = argument.split(separator: ",").map { String($0).replacing("-", with: "_") }
        let parts = words.compactMap { PrunePart(rawValue: $0) }
        guard !parts.isEmpty, parts.count == words.count else { return nil }
        self.parts = parts
    }

    static var allValueStrings: [String] { PrunePart.allCases.map(\.rawValue) }
}
