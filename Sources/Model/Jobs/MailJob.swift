/// A mail the server is to write and send later: a method of one of its mailers with its arguments, wrapped as Active
/// Job wraps it for Sidekiq.
///
/// Source: what Mastodon 4.6.5 (Rails 8.1) pushed; for older ones Rails 7.0 (4.2), 7.1 (4.3) and 8.0 (4.4, 4.5)
/// `activejob/lib/active_job/core.rb`, `activejob/lib/active_job/arguments.rb`, and Mastodon's `config/application.rb`
/// (the queue).
package struct MailJob: Sendable, Equatable {
    /// `UserMailer`
    package var mailer: String
    /// `welcome`
    package var method: String
    /// What the method takes: rows as `row(_:_:)`, options as `options(_:)`, texts and numbers as they are.
    package var arguments: [JSONValue]
    /// What `with` gives the mailer before: `recipient`. Empty for mailers that are not told any.
    package var parameters: [JSONValue.Member]
    /// `deliver_now!` when the server's code says `deliver_later!`, which tells of trouble with single addresses.
    package var isLoud: Bool
    /// A UUID.
    package var id: String

    package init(
        _ mailer: String, _ method: String, _ arguments: [JSONValue], with parameters: [JSONValue.Member] = [],
        isLoud: Bool = false, id: String = MailJob.newID()
    ) {
        self.mailer = mailer
        self.method = method
        self.arguments = arguments
        self.parameters = parameters
        self.isLoud = isLoud
        self.id = id
    }

    /// A row, as the server names one in a job: `User` and its id.
    package static func row(_ model: String, _ id: Int64) -> JSONValue {
        .object([.init("_aj_globalid", .string("gid://mastodon/\(model)/\(id)"))])
    }

    /// Options of a method: `to: "bob@mail.example"`.
    package static func options(_ members: [JSONValue.Member]) -> JSONValue {
        .object(members + [.init("_aj_ruby2_keywords", .array(members.map { .string($0.name) }))])
    }

    /// The class of job that Active Job has for mails.
    static let jobClass = "ActionMailer::MailDeliveryJob"
    static let queue = "mailers"

    /// What the wrapper's job carries as its only argument.
    ///
    /// - Parameter due: when its time comes; nil for now.
    func json(at time: UTCTime, due: UTCTime?, in dialect: SidekiqDialect) -> JSONValue {
        var options: [JSONValue.Member] = []
        if !parameters.isEmpty {
            let names = JSONValue.Member("_aj_symbol_keys", .array(parameters.map { .string($0.name) }))
            options.append(.init("params", .object(parameters + [names])))
        }
        options.append(.init("args", .array(arguments)))
        var members: [JSONValue.Member] = [
            .init("job_class", .string(Self.jobClass)), .init("job_id", .string(id)), .init("provider_job_id", .null),
            .init("queue_name", .string(Self.queue)), .init("priority", .null),
            .init(
                "arguments",
                .array([
                    .string(mailer), .string(method), .string(isLoud ? "deliver_now!" : "deliver_now"),
                    Self.options(options),
                ])),
            .init("executions", 0), .init("exception_executions", .object([])), .init("locale", "en"),
            .init("timezone", "UTC"),
        ]
        if dialect.tellsScheduledTimes {
            members.append(.init("enqueued_at", .string(time.precise)))
            members.append(.init("scheduled_at", due.map { .string($0.precise) } ?? .null))
        } else {
            members.append(.init("enqueued_at", .string("\(time)")))
        }
        return .object(members)
    }

    /// A random UUID (version 4).
    package static func newID() -> String {
        var bytes = (0..<16).map { _ in UInt8.random(in: 0...255) }
        bytes[6] = bytes[6] & 0x0f | 0x40
        bytes[8] = bytes[8] & 0x3f | 0x80
        let digits = bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }
        return [0..<4, 4..<6, 6..<8, 8..<10, 10..<16].map { digits[$0].joined() }.joined(separator: "-")
    }
}

extension SidekiqJob {
    /// A job that lets the server send a mail.
    package init(_ mail: MailJob, id: String = SidekiqJob.newID()) {
        self.init(SidekiqWorker(MailJob.jobClass, queue: MailJob.queue), [], id: id)
        self.mail = mail
    }
}

extension UTCTime {
    /// With nine digits of a second's fraction, of which the last three are zeros: `2026-11-21T07:36:00.123456000Z`.
    fileprivate var precise: String {
        let micros = Int64((seconds * 1_000_000).rounded(.down))
        let fraction = String(micros - micros / 1_000_000 * 1_000_000)
        return description.dropLast() + "." + String(repeating: "0", count: 6 - fraction.count) + fraction + "000Z"
    }
}
