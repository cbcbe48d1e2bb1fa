import Model
import Testing

@Suite struct TextMaskTests {
    private let mask = TextMask(secrets: ["hunter2-hunter2", "a\"quoted\"one", "short"])

    @Test(arguments: [
        ("by alice@example.com, please", "by [e-mail], please"),
        ("?email=bob.b%40mail.example.org&x", "?email=[e-mail]&x"),
        ("@carol@remote.example said", "[e-mail] said"), ("@carol said", "@carol said"),
        ("mail to root@localhost", "mail to [e-mail]"), ("<ü@bücher.example>", "<[e-mail]>"),
        ("from 203.0.113.9:5432", "from [address]:5432"), ("ip=198.51.100.7.", "ip=[address]."),
        ("host-192-0-2-44.dsl.example", "host-[address].dsl.example"),
        ("[2001:db8::1]:443", "[[address]]:443"), ("at 2001:db8:0:0:0:0:0:1, yes", "at [address], yes"),
        ("::ffff:203.0.113.9", "[address]"), ("fe80::1%eth0", "[address]%eth0"),
        ("127.0.0.1:5432 and ::1", "127.0.0.1:5432 and ::1"),
        ("2026-11-28T04:15:55.123456Z", "2026-11-28T04:15:55.123456Z"),
        ("version 15.14, 8.19.3", "version 15.14, 8.19.3"),
        ("ActivityPub::DeliveryWorker", "ActivityPub::DeliveryWorker"),
        ("1.2.3.400", "1.2.3.400"),
    ])
    func `addresses of people and machines are taken out, and what only looks like them stays`(
        text: String, masked: String
    ) {
        #expect(mask.masked(text) == masked)
    }

    @Test(arguments: [
        ("the key hunter2-hunter2.", "the key [secret]."), (#"{"x":"a\"quoted\"one"}"#, #"{"x":"[secret]"}"#),
        ("password=abc&next", "password=[secret]&next"),
        (#""password"=>"a b c", "x""#, #""password"=>"[secret]", "x""#),
        (#"{"access_token": "abc"}"#, #"{"access_token": "[secret]"}"#),
        ("Authorization: Bearer abc.def", "Authorization: Bearer [secret]"), ("password:abc", "password:[secret]"),
        ("redis://:pw1@redis:6379/0", "redis://[secret]@redis:6379/0"),
        ("https://u:pw@host.example/x", "https://[secret]@host.example/x"),
        ("no token is configured (lanes.api_token)", "no token is configured (lanes.api_token)"),
        ("dGhpc0lzQVRva2VuMTIzNDU2Nzg5MA", "[token]"), ("fb0e1c2a9d8b7c6d5e4f30213243546576879809", "[token]"),
        ("6f1f3b52-9a6e-4a49-8f4e-0f9f3c2b1a00", "[token]"),
        (
            "index_media_attachments_on_account_id_and_status_id_20200620",
            "index_media_attachments_on_account_id_and_status_id_20200620"
        ),
        ("20261128041555", "20261128041555"), ("b0c2a9d8b7c6d5e4f3021324", "b0c2a9d8b7c6d5e4f3021324"),
    ])
    func `secrets are taken out, known ones, named ones and those that look like one`(text: String, masked: String) {
        #expect(mask.masked(text) == masked)
    }

    @Test func `a document stays a document`() throws {
        let value = try #require(
            JSONValue(parsing: #"{"a":["x@y.example",1,{"api_key":"k","n":true}],"10.1.2.3":"\"q\" 10.1.2.3"}"#))
        #expect(
            mask.masked(value).text
                == #"{"a":["[e-mail]",1,{"api_key":"[secret]","n":true}],"[address]":"\"q\" [address]"}"#)
    }

    @Test func `no text can hide an address by what stands around it`() {
        var random = SystemRandomNumberGenerator()
        let around = Array(" \n\t,;()[]{}<>\"'=/|?&#!*")
        for _ in 0..<2_000 {
            let (left, right) = (around.randomElement(using: &random)!, around.randomElement(using: &random)!)
            let word = ["203.0.113.77", "2001:db8::77", "canary@example.org"].randomElement(using: &random)!
            let text = mask.masked("some\(left)\(word)\(right)text")
            #expect(!text.contains(word), "\(left)\(word)\(right)")
        }
    }
}
