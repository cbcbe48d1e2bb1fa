import ArgumentParser
import Model

/// Which of the cached files, beyond what tootctl can say.
struct MediaSelection: ParsableArguments {
    @Option(help: ArgumentHelp("Only of this domain and its subdomains. May be repeated.", valueName: "domain"))
    var domain: [String] = []

    @Option(help: ArgumentHelp("Never of this domain and its subdomains. May be repeated.", valueName: "domain"))
    var exceptDomain: [String] = []

    @Option(help: ArgumentHelp("Only of this type. May be repeated.", valueName: "type"))
    var type: [MediaType] = []

    @Option(help: ArgumentHelp("Only files larger than this: 10MB.", valueName: "size"))
    var largerThan: ByteCount?

    @Option(help: ArgumentHelp("Stop when the cache takes no more than this, oldest first.", valueName: "size"))
    var maxSize: ByteCount?

    @Option(help: ArgumentHelp("Stop when the disk has this much free, oldest first.", valueName: "size"))
    var untilFree: ByteCount?

    @Option(help: ArgumentHelp("Do one share of the work, for several hosts at once: 1/2.", valueName: "i/n"))
    var shard: Shard?

    func apply(to policy: inout RetentionPolicy) {
        policy.domains = domain.map(DomainName.normalized)
        policy.exceptDomains = exceptDomain.map(DomainName.normalized)
        policy.types = Set(type)
        policy.largerThan = largerThan
        policy.maxSize = maxSize
        policy.untilFree = untilFree
        policy.shard = shard
    }
}
