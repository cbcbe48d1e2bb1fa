import Testing

@testable import Model

/// What Mastodon 4.6.5 pushed, with ids and times of our own, and what the older Rails differ in.
@Suite struct MailJobTests {
    private let id = "01234567-89ab-4cde-8f01-23456789abcd"
    private let time = UTCTime(1_795_238_737.8595)

    private func dialect(_ version: String, _ release: MastodonRelease) -> SidekiqDialect {
        SidekiqDialect(version: version, release: release, namespace: RedisNamespace(nil, release: release))
    }

    private func head(_ arguments: String) -> String {
        #"{"retry":true,"queue":"mailers","wrapped":"ActionMailer::MailDeliveryJob","args":[{"job_class":"#
            + #""ActionMailer::MailDeliveryJob","job_id":"01234567-89ab-4cde-8f01-23456789abcd","provider_job_id":null,"#
            + #""queue_name":"mailers","priority":null,"arguments":\#(arguments),"executions":0,"#
            + #""exception_executions":{},"locale":"en","timezone":"UTC","#
    }

    @Test func `a mail is wrapped as Sidekiq 8 and Rails 8 wrap it`() {
        let mail = MailJob(
            "UserMailer", "confirmation_instructions",
            [MailJob.row("User", 5), "token", MailJob.options([.init("to", "bob@mail.example")])], id: id)
        let arguments =
            #"["UserMailer","confirmation_instructions","deliver_now",{"args":[{"_aj_globalid":"gid://mastodon/User/5"},"#
            + #""token",{"to":"bob@mail.example","_aj_ruby2_keywords":["to"]}],"_aj_ruby2_keywords":["args"]}]"#
        let expected =
            head(arguments) + #""enqueued_at":"2026-11-21T05:25:37.859500000Z","scheduled_at":null}],"#
            + #""class":"Sidekiq::ActiveJob::Wrapper","jid":"j","created_at":1795238737859,"enqueued_at":1795238737859}"#
        #expect(SidekiqJob(mail, id: "j").payload(at: time, in: dialect("8.1.6", .v4_6), lock: nil) == expected)
    }

    @Test func `a mail for later tells when, and before Sidekiq 8 another class carries it`() {
        let mail = MailJob("UserMailer", "welcome", [MailJob.row("User", 5)], id: id)
        let arguments =
            #"["UserMailer","welcome","deliver_now",{"args":[{"_aj_globalid":"gid://mastodon/User/5"}],"#
            + #""_aj_ruby2_keywords":["args"]}]"#
        let expected =
            head(arguments) + #""enqueued_at":"2026-11-21T05:25:37.859500000Z","#
            + #""scheduled_at":"2026-11-21T06:25:37.859500000Z"}],"#
            + #""class":"ActiveJob::QueueAdapters::SidekiqAdapter::JobWrapper","jid":"j","created_at":1795238737.8595}"#
        let due = UTCTime(time.seconds + 3_600)
        #expect(
            SidekiqJob(mail, id: "j").payload(at: time, due: due, in: dialect("7.3.9", .v4_4), lock: nil) == expected)
    }

    @Test func `Rails 7_0 writes whole seconds and no scheduled time`() {
        let mail = MailJob("UserMailer", "warning", [MailJob.row("User", 5)], isLoud: true, id: id)
        let arguments =
            #"["UserMailer","warning","deliver_now!",{"args":[{"_aj_globalid":"gid://mastodon/User/5"}],"#
            + #""_aj_ruby2_keywords":["args"]}]"#
        let expected =
            head(arguments) + #""enqueued_at":"2026-11-21T05:25:37Z"}],"#
            + #""class":"ActiveJob::QueueAdapters::SidekiqAdapter::JobWrapper","jid":"j","created_at":1795238737.8595,"#
            + #""enqueued_at":1795238737.8595}"#
        #expect(SidekiqJob(mail, id: "j").payload(at: time, in: dialect("6.5.9", .v4_2), lock: nil) == expected)
    }

    @Test func `what a mailer is given before its method stands apart`() {
        let mail = MailJob(
            "AdminMailer", "new_pending_account", [MailJob.row("User", 5)],
            with: [.init("recipient", MailJob.row("Account", 7))], id: id)
        let options =
            #"{"params":{"recipient":{"_aj_globalid":"gid://mastodon/Account/7"},"_aj_symbol_keys":["recipient"]},"#
            + #""args":[{"_aj_globalid":"gid://mastodon/User/5"}],"_aj_ruby2_keywords":["params","args"]}"#
        #expect(SidekiqJob(mail).payload(at: time, in: dialect("8.1.6", .v4_6), lock: nil).contains(options))
    }

    @Test func `ids are random UUIDs`() {
        let ids = Set((0..<50).map { _ in MailJob.newID() })
        #expect(ids.count == 50)
        #expect(ids.allSatisfy { $0.count == 36 && Array($0)[14] == "4" && "89ab".contains(Array($0)[19]) })
    }
}
