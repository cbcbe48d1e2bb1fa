import Console
import Model

/// A block in a row of a table.
package protocol SignUpBlockCells: Encodable, Sendable {
    static var columns: [Table.Column] { get }
    var cells: [String] { get }
    /// What other commands take: a domain, a range, a hash, a name.
    var name: String { get }
    /// Blocks that go with it, listed below it.
    var dependents: [String] { get }
}

extension SignUpBlockCells {
    package var dependents: [String] { [] }
}

extension SignUpBlocks: Presentable where Block: SignUpBlockCells {
    package var table: Table {
        var table = Table(Block.columns)
        for block in blocks {
            table.add(block.cells)
            for name in block.dependents { table.add(["  \(name)"]) }
        }
        return table
    }

    package var lines: [any Encodable & Sendable] { blocks }
    package var ids: [String] { blocks.map(\.name) }
}

extension EmailDomainBlock: SignUpBlockCells {
    package static var columns: [Table.Column] { [.init("domain"), .init("sign_up"), .init("since")] }
    package var cells: [String] { [domain, allowWithApproval ? "with approval" : "blocked", "\(createdAt)"] }
    package var name: String { domain }
    package var dependents: [String] { mailServers }
}

extension IPBlock: SignUpBlockCells {
    package static var columns: [Table.Column] {
        [.init("ip"), .init("severity"), .init("since"), .init("expires"), .init("comment", canShrink: true)]
    }
    package var cells: [String] {
        [ip.description, severity.rawValue, "\(createdAt)", expiresAt.map { "\($0)" } ?? "", comment]
    }
    package var name: String { ip.description }
}

extension CanonicalEmailBlock: SignUpBlockCells {
    package static var columns: [Table.Column] { [.init("hash"), .init("since"), .init("account")] }
    package var cells: [String] { [hash, "\(createdAt)", account ?? ""] }
    package var name: String { hash }
}

extension UsernameBlock: SignUpBlockCells {
    package static var columns: [Table.Column] {
        [.init("username"), .init("match"), .init("sign_up"), .init("since")]
    }
    package var cells: [String] {
        [username, isExact ? "exact" : "contains", allowWithApproval ? "with approval" : "blocked", "\(createdAt)"]
    }
    package var name: String { username }
}
