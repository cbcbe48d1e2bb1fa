import Console
import Model

extension BlockEntry: Listed {
    package static var schema: StaticString { "domain-blocks.export/1" }

    package static var columns: [Table.Column] {
        [
            .init("domain"), .init("severity"), .init("reject_media"), .init("reject_reports"), .init("obfuscate"),
            .init("public_comment"), .init("private_comment"),
        ]
    }

    package var cells: [String] {
        [
            domain, rule.severity.rawValue, "\(rule.rejectMedia)", "\(rule.rejectReports)", "\(rule.obfuscate)",
            rule.publicComment ?? "", rule.privateComment ?? "",
        ]
    }

    package var key: String { domain }

    package func write(to object: inout JSONObjects) {
        object.put("domain", domain)
        object.put("severity", rule.severity.rawValue)
        object.put("reject_media", rule.rejectMedia)
        object.put("reject_reports", rule.rejectReports)
        object.put("obfuscate", rule.obfuscate)
        object.put("public_comment", rule.publicComment)
        object.put("private_comment", rule.privateComment)
    }
}

extension Present {
    /// Writes blocks as a list that other programs read, as they come; in a form that was asked for they are rows.
    ///
    /// - Throws: `Fault(.inputOutput)` when something cannot be written; what the blocks throw.
    package func tell<Blocks: AsyncSequence>(
        _ blocks: Blocks, as list: BlockListText
    ) async throws where Blocks.Element == [BlockEntry] {
        guard form == nil else { return try await tell(blocks) }
        try put(list.head)
        var isFirst = true
        for try await page in blocks {
            for entry in page where !output.isClosed {
                try put(list.line(entry, isFirst: isFirst))
                isFirst = false
            }
            if output.isClosed { return }
        }
        try put(list.foot)
        try output.flush()
    }

    /// The list itself, for a file or a pipe; what a person sees of it is made harmless.
    private func put(_ text: String) throws {
        guard output.answer.isTerminal else { return try output.write(text) }
        for line in text.split(separator: "\n") { try output.writeLine(Sanitized.text(String(line))) }
    }
}
