import Configuration
import Faults
import Glibc
import Logging
import Model
import Operations

/// What a run writes into the log file.
struct RunLog: Sendable {
    private let logger: Logger

    init(_ handler: any LogHandler) {
        var logger = Logger(label: "mastoctl") { _ in handler }
        logger[metadataKey: "pid"] = .stringConvertible(Int(getpid()))
        self.logger = logger
    }

    func started(_ words: [String], _ configuration: Configuration) {
        logger.info(
            "start",
            metadata: [
                "arguments": .string(Self.harmless(words).joined(separator: " ")), "version": .string(Version.number),
                "instance": .string(configuration.identity.localDomain ?? ""),
            ])
        configuration.warnings.forEach(warning)
    }

    func warning(_ text: String) {
        logger.warning("\(text)")
    }

    func event(_ event: Event) {
        switch event {
        case .surveyed, .progress, .stage, .item: break
        case .failed(let failure):
            logger.error("item failed", metadata: ["item": .string(failure.item), "reason": .string(failure.reason)])
        case .warning(let text): warning(text)
        case .note(let text): logger.info("\(text)")
        case .retrying(let reason, let attempt, let seconds):
            logger.notice(
                "tried again",
                metadata: [
                    "reason": .string(reason), "attempt": .stringConvertible(attempt),
                    "seconds": .stringConvertible(seconds),
                ])
        }
    }

    func fault(_ fault: Fault, in part: String? = nil) {
        var metadata: Logger.Metadata = ["kind": .string(fault.kind.rawValue)]
        if !fault.notes.isEmpty { metadata["notes"] = .string(fault.notes.joined(separator: "; ")) }
        if let help = fault.help { metadata["help"] = .string(help) }
        if let part { metadata["part"] = .string(part) }
        logger.error("\(fault.message)", metadata: metadata)
    }

    /// The figures of a run that came to an answer.
    func ended(_ figures: RunFigures) {
        logger.info(
            "summary",
            metadata: [
                "operation": .string(figures.operation), "items": .stringConvertible(figures.items),
                "bytes": .stringConvertible(figures.bytes), "failures": .stringConvertible(figures.failures),
                "skipped": .stringConvertible(figures.skipped), "seconds": .stringConvertible(figures.seconds),
            ])
    }

    func finished(_ status: ExitStatus) {
        logger.log(
            level: status == .done ? .info : .error, "end",
            metadata: ["status": .stringConvertible(Int(status.rawValue)), "meaning": .string(status.explanation)])
    }

    /// The command line without what must not be kept.
    static func harmless(_ words: [String]) -> [String] {
        var result: [String] = []
        var isSecret = false
        for word in words {
            if isSecret {
                result.append(Secret.mask)
                isSecret = false
            } else if word.hasPrefix("--ping=") {
                result.append("--ping=\(Secret.mask)")
            } else {
                result.append(word)
                isSecret = word == "--ping"
            }
        }
        return result
    }
}
