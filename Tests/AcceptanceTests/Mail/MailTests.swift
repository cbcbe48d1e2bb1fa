import Glibc
import Model
import Support
import Testing

@Suite(.enabled(if: MailStandIn.isAvailable && Program.isBuilt)) struct MailTests {
    /// Runs with the settings of a server whose mails go there.
    private func run(
        _ server: MailStandIn, _ changes: [String: String] = [:], _ words: String...
    ) async throws -> Program.Ending {
        let folder = TemporaryFolder()
        let own = [
            "LOCAL_DOMAIN": "town.social", "SMTP_SERVER": "localhost", "SMTP_PORT": "\(server.port)",
            "SMTP_LOGIN": "town", "SMTP_PASSWORD": "p4ss-w0rd", "SMTP_CA_FILE": server.certificate,
            "SMTP_FROM_ADDRESS": "Town <notifications@town.social>",
        ].merging(changes) { $1 }.filter { !$0.value.isEmpty }
        folder.make("env", content: own.sorted { $0.key < $1.key }.map { "\($0)=\($1)\n" }.joined())
        chmod("\(folder.path)/env", 0o600)
        let ending = try await Program(["MASTOCTL_ENV_FILE": "\(folder.path)/env"]).run(words)
        #expect(!(ending.output + ending.errors).contains("p4ss-w0rd"), "\(ending)")
        return ending
    }

    @Test(
        arguments: [
            (MailStandIn.Security.plain, [:], "none"), (.starttls, [:], "starttls"),
            (.starttls, ["SMTP_ENABLE_STARTTLS": "always"], "starttls"),
            (.starttls, ["SMTP_ENABLE_STARTTLS": "never"], "none"),
            (.starttls, ["SMTP_AUTH_METHOD": "login"], "starttls"), (.tls, ["SMTP_TLS": "true"], "tls"),
        ] as [(MailStandIn.Security, [String: String], String)])
    func `it is spoken with as the server would, and nothing is sent`(
        security: MailStandIn.Security, changes: [String: String], encryption: String
    ) async throws {
        let server = try MailStandIn(security)
        defer { server.stop() }
        let run = try await run(server, changes, "mail", "check", "--format", "json")
        #expect(run.status == 0, "\(run)")
        AnswerShape.check(run.output)
        let answer = JSONValue(parsing: run.output)
        #expect(answer?["encryption"]?.string == encryption && answer?["logged_in"] == true, "\(run)")
        #expect(answer?["server"]?.string == "localhost:\(server.port)")
        #expect(server.mails == "")
        let told = try await self.run(server, changes, "mail", "check")
        #expect(told.output.hasPrefix("spoke with localhost:\(server.port)"), "\(told)")
        let quiet = try await self.run(server, changes, "mail", "check", "--quiet")
        #expect(quiet.status == 0 && quiet.output.isEmpty)
    }

    @Test func `a mail is sent, from whom the server sends`() async throws {
        let server = try MailStandIn(.starttls)
        defer { server.stop() }
        let run = try await run(server, [:], "mail", "test", "admin@town.social", "--format", "json")
        #expect(run.status == 0, "\(run)")
        AnswerShape.check(run.output)
        #expect(JSONValue(parsing: run.output)?["reply"]?.string == "250 2.0.0 queued as 1", "\(run)")
        let mails = server.mails
        #expect(mails.hasPrefix("FROM <notifications@town.social>\nTO <admin@town.social>\nDate: "), "\(mails)")
        #expect(mails.contains("\r\nSubject: A test mail of town.social\r\n"))
        let bulk = try await self.run(server, [:], "mail", "test", "admin@town.social", "--bulk")
        #expect(bulk.status == 78 && bulk.errors.contains("BULK_SMTP_SERVER is not set"), "\(bulk)")
        #expect(server.mails == mails)
    }

    @Test func `what stands against it is told with what the server says`() async throws {
        let server = try MailStandIn(.starttls)
        defer { server.stop() }
        let wrong = try await run(server, ["SMTP_PASSWORD": "another"], "mail", "check")
        #expect(wrong.status == 77 && wrong.errors.contains("535 5.7.8 no such user"), "\(wrong)")
        let strange = try await run(server, ["SMTP_CA_FILE": ""], "mail", "check")
        #expect(strange.status == 69 && strange.errors.contains("no trusted TLS connection"), "\(strange)")
        let careless = try await run(
            server, ["SMTP_CA_FILE": "", "SMTP_OPENSSL_VERIFY_MODE": "none"], "mail", "check")
        #expect(careless.status == 0, "\(careless)")
        let other = try await run(server, ["SMTP_SERVER": "127.0.0.1"], "mail", "check")
        #expect(other.status == 69 && other.errors.contains("no trusted TLS connection"), "\(other)")
        let none = try await run(server, ["SMTP_SERVER": ""], "mail", "check")
        #expect(none.status == 78 && none.errors.contains("speaks with no mail server"), "\(none)")

        let plain = try MailStandIn()
        let refused = try await run(plain, ["SMTP_ENABLE_STARTTLS": "always"], "mail", "check")
        #expect(refused.status == 69 && refused.errors.contains("no trusted TLS connection"), "\(refused)")
        plain.stop()
        let gone = try await run(plain, [:], "mail", "check")
        #expect(gone.status == 69 && gone.errors.contains("cannot reach the mail server"), "\(gone)")

        let picky = try MailStandIn(.plain, refusesMail: true)
        defer { picky.stop() }
        let declined = try await run(picky, [:], "mail", "test", "admin@town.social")
        #expect(declined.status == 77 && declined.errors.contains("550 5.7.1 not from you"), "\(declined)")
    }
}
