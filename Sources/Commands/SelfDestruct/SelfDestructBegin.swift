import ArgumentParser
import Assembly
import Configuration
import Console
import Faults
import Model
import Operations
import Presentation

extension SelfDestructCommand {
    /// `mastoctl self-destruct begin`, or without the second word: tell the line that closes the server.
    struct Begin: HouseCommand {
        static let configuration = CommandConfiguration(
            abstract: "Tell the line that closes the server, after two questions.",
            discussion: """
                The server tells every server it knows that each of its accounts is gone, so that little of it stays \
                behind there. That cannot be taken back, and takes its workers hours or days. Nothing is deleted here; \
                when all are told, database and files can go.

                Changes nothing itself: it asks for the domain and for a yes, and tells the line SELF_DESTRUCT=… that is \
                to go into the env file before all processes are restarted. Answers may come from a pipe. Where the \
                server has that line already, it tells how far the server is, as `self-destruct status` does.

                Needs Mastodon 4.3 or newer, LOCAL_DOMAIN and SECRET_KEY_BASE.

                Examples:
                  mastoctl self-destruct
                  mastoctl self-destruct begin --env-file /home/mastodon/live/.env.production
                """)

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func run(in session: Session) async throws -> ExitStatus {
            let configuration = try session.configure(global.overrides)
            let inquiry = try SelfDestructInquiry(configuration)
            let domain = inquiry.domain
            let state = try await Self.state(inquiry, configuration, session)
            if state.mode == .on {
                _ = try tell(SelfDestructShown(state), in: session)
                return .done
            }
            // The line is all it takes.
            try configuration.requireWritable()
            if state.mode == .void {
                session.warn("SELF_DESTRUCT is set, but not to a value of \(domain)'s: it does nothing")
            }
            let prompt = Prompt(output: session.output, noInput: false)
            guard try prompt.line("Type in the domain of the server to confirm:") == domain else {
                throw Fault(
                    .usage, "the domains do not match; nothing begins", notes: ["the server is \(domain)"],
                    help: "type the domain of the server that is to be closed")
            }
            session.output.say(
                """
                This cannot be taken back: every other server forgets the accounts of \(domain), while nothing is
                deleted here, so that the server is of no use afterwards. Its workers take long; leave them running
                until `self-destruct status` says that all are told.
                """)
            let answer = try prompt.line("Are you sure you want to proceed?") ?? ""
            guard ["y", "yes"].contains(answer.lowercased()) else {
                throw Fault(.usage, "cancelled; nothing begins", help: "answer yes to be told the line")
            }
            return try tell(SelfDestructOrder(domain, value: inquiry.order), in: session)
        }

        private static func state(
            _ inquiry: SelfDestructInquiry, _ configuration: Configuration, _ session: Session
        ) async throws -> SelfDestructState {
            let output = session.output
            let opening = InstanceOpening(configuration, purpose: "mastoctl self-destruct") { output.warn($0) }
            do {
                let state = try await inquiry.answer(at: opening.forReading())
                await opening.close()
                return state
            } catch {
                await opening.close()
                throw error
            }
        }
    }
}

extension SelfDestructInquiry {
    init(_ configuration: Configuration) throws {
        self.init(try configuration.selfDestructSeal(), value: configuration.identity.selfDestruct?.reveal())
    }
}
