import Console
import Faults
import Operations

/// How far a server is that closes, in tootctl's words where scripts look for them.
package struct SelfDestructShown: Presentable {
    private let state: SelfDestructState

    package init(_ state: SelfDestructState) {
        self.state = state
    }

    package func encode(to encoder: any Encoder) throws { try state.encode(to: encoder) }

    package var table: Table {
        var table = Table([
            .init("domain"), .init("mode"), .init("accounts told", .right), .init("accounts pending", .right),
            .init("jobs waiting", .right), .init("to be tried again", .right), .init("processes", .right),
        ])
        table.add(
            [state.domain, state.mode.rawValue]
                + [state.accountsTold, state.accountsPending, state.waiting, state.retries, state.processes].map(
                    \.grouped))
        return table
    }

    package func text(for terminal: Terminal) -> String {
        switch state.mode {
        case .off: "\(Sanitized.text(state.domain)) does not close: SELF_DESTRUCT is not set\n"
        case .void: "\(Sanitized.text(state.domain)) does not close: SELF_DESTRUCT is not a value of its own\n"
        case .on: "Self-destruct mode is already enabled for this Mastodon server\n" + progress + "\n"
        }
    }

    /// Source of the order: Mastodon 4.6.5 `lib/mastodon/cli/federation.rb`.
    private var progress: String {
        let idle = state.processes == 0 ? "\nno process works: start Sidekiq, or nobody is told" : ""
        if state.accountsPending > 0 {
            return "\(state.accountsPending) accounts are still pending deletion."
                + " \(state.accountsTold.grouped) are done, \(jobs)" + idle
        }
        if state.waiting > 0 { return "Deletion notices are still being processed: \(jobs)" + idle }
        if state.retries > 0 {
            return "Every notice has been tried once; \(state.retries.counted("jobs")) failed and will be tried again"
                + idle
        }
        return "Every deletion notice has been sent! Keep `self-destruct servers`; then database and files can go."
    }

    private var jobs: String {
        "\(state.waiting.counted("jobs")) waiting, \(state.retries.grouped) to be tried again"
    }

    package var status: ExitStatus { state.isComplete ? .done : .problems }
    package var isOnlySuccess: Bool { state.isComplete }
}

/// The line that closes a server.
package struct SelfDestructOrder: Presentable {
    package var schema = "self-destruct.begin/1"
    package var domain: String
    package var variable = "SELF_DESTRUCT"
    package var value: String

    package init(_ domain: String, value: String) {
        self.domain = domain
        self.value = value
    }

    package var table: Table {
        var table = Table([.init("domain"), .init("variable"), .init("value")])
        table.add([domain, variable, value])
        return table
    }

    package func text(for terminal: Terminal) -> String {
        """
        To close \(Sanitized.text(domain)), put this line into the env file and restart all of Mastodon's processes:
          \(variable)=\(value)
        Ask again to see how far it is.

        """
    }

    package var ids: [String] { ["\(variable)=\(value)"] }
}

extension FarewellProof: Presentable {
    package var table: Table {
        var table = Table([.init("server", canShrink: true), .init("state"), .init("deliveries", .right)])
        for server in servers { table.add([server.host, server.state.rawValue, server.deliveries.grouped]) }
        return table
    }

    package func text(for terminal: Terminal) -> String {
        let counts = State.allCases.filter { count($0) > 0 }.map { "\(count($0).grouped) \($0.rawValue)" }
        let pending = accountsPending > 0 ? "\(accountsPending.counted("accounts")) still to come; " : ""
        return table.text(for: terminal)
            + "\n\(pending)\(counts.isEmpty ? "no server" : counts.joined(separator: ", "))\n"
    }

    package var lines: [any Encodable & Sendable] { servers }
    package var ids: [String] { servers.map(\.host) }
    package var status: ExitStatus { isComplete ? .done : .problems }
}
