import Model
import Testing

struct MailSettingsTests {
    private func settings(_ variables: [String: String], isBulk: Bool = false) -> MailSettings? {
        MailSettings(
            variables.merging(["SMTP_SERVER": "mail.example", "SMTP_LOGIN": "me", "SMTP_PASSWORD": "x"]) { old, _ in old
            },
            domain: "town.social", isBulk: isBulk)
    }

    @Test func `without a word mails go as Mastodon sends them`() throws {
        let found = try #require(settings([:]))
        #expect(found.host == "mail.example" && found.port == 25 && found.security == .offered && found.isVerified)
        #expect(found.caFile == "/etc/ssl/certs/ca-certificates.crt" && found.name == "town.social")
        #expect(found.user == "me" && found.method == "PLAIN" && found.sender == "notifications@localhost")
    }

    @Test(
        arguments: [
            (["SMTP_TLS": "true"], MailSettings.Security.tls, 465),
            (["SMTP_SSL": "true", "SMTP_PORT": "10465"], .tls, 10_465),
            (["SMTP_ENABLE_STARTTLS": "always", "SMTP_PORT": "587"], .startTLS, 587),
            (["SMTP_ENABLE_STARTTLS": "never"], .none, 25), (["SMTP_ENABLE_STARTTLS_AUTO": "false"], .none, 25),
            (["SMTP_ENABLE_STARTTLS": "auto", "SMTP_ENABLE_STARTTLS_AUTO": "true"], .offered, 25),
        ] as [([String: String], MailSettings.Security, Int)])
    func `encryption and port are read as the server reads them`(
        variables: [String: String], security: MailSettings.Security, port: Int
    ) {
        #expect(settings(variables)?.security == security && settings(variables)?.port == port)
    }

    @Test func `nobody logs in where no login is wanted, and another way of delivery is none`() {
        #expect(settings(["SMTP_AUTH_METHOD": "none"])?.user == nil)
        #expect(settings(["SMTP_AUTH_METHOD": "cram_md5"])?.method == "CRAM-MD5")
        #expect(settings(["SMTP_DELIVERY_METHOD": "sendmail"]) == nil)
        #expect(settings([:], isBulk: true) == nil)
        #expect(settings(["BULK_SMTP_SERVER": "bulk.example"], isBulk: true)?.host == "bulk.example")
        #expect(settings(["SMTP_FROM_ADDRESS": "Town <a@b.example>"])?.sender == "a@b.example")
    }

    @Test func `the letter has what mail servers ask for`() {
        let letter = TestLetter(from: "a@b.example", to: "c@d.example", domain: "b.example", at: UTCTime(1_795_000_000))
        #expect(letter.text.hasPrefix("Date: 18 Nov 2026 11:06:40 +0000\r\nFrom: a@b.example\r\nTo: c@d.example\r\n"))
        #expect(letter.text.contains("\r\n\r\nWhoever keeps b.example"))
        #expect(!letter.text.replacing("\r\n", with: "").contains("\n"))
    }
}
