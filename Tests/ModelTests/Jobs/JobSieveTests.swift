import Model
import Support
import Testing

/// What is looked for in the text of a job before it is read.
@Suite struct JobSieveTests {
    private static let words = [
        "dead.example", "DEAD.Example", "x", "k", "\u{212A}", "İ", "\\u006b", "\\/", "\"", "::", "DeliveryWorker",
        "timeout",
        "Time out", "-", "_", "é", " ", "https://", "abcdef012345", ".",
    ]
    private static let terms = [
        "class:DeliveryWorker", "class:*Worker", "class:~very", "host:dead.example", "host:*.example", "host:~k",
        "error:~timeout", "error:\"Time out\"", "error:~time,k", "id:abcdef012345", "id:*k", "-host:x", "args:~x",
        "queue:default", "retries:>1", "error:é", "error:~é", "error:*", "host:k",
    ]

    @Test func `what a query means is never left out`() throws {
        var chaos = Chaos(seed: 7)
        var meant = 0
        for _ in 0..<Rounds.of(40_000, atLeast: 4_000) {
            let members = [
                "\"class\":\"\(chaos.text(upTo: 24, of: Self.words).replacing("\"", with: ""))\"",
                "\"jid\":\"\(chaos.text(upTo: 16, of: Self.words).replacing("\"", with: ""))\"",
                "\"args\":[\"{}\",\"https:\\/\\/\(chaos.text(upTo: 16, of: Self.words).replacing("\"", with: ""))/inbox\"]",
                "\"error_class\":\"\(chaos.text(upTo: 16, of: Self.words).replacing("\"", with: "\\\""))\"",
                "\"error_message\":\"\(chaos.text(upTo: 24, of: Self.words).replacing("\"", with: "\\\""))\"",
            ]
            let payload = "{\(members.joined(separator: ","))}"
            guard let record = JobRecord(parsing: payload) else { continue }
            for term in Self.terms {
                let query = try JobQuery(parsing: term)
                guard query.fits(record, at: UTCTime(1_800_000_000)) else { continue }
                meant += 1
                #expect(JobSieve(query).lets(payload), "\(term) \(payload)")
            }
        }
        #expect(meant > 1_000)
    }

    @Test(arguments: [
        ("host:dead.example", true), ("host:other.example", false), ("host:DEAD.example", true),
        ("class:Delivery*", true),
        ("class:Fetch*", false), ("error:~timeout", false), ("host:dead.example,other.example", true),
        ("host:dead.example class:Fetch*", false), ("-host:other.example", true), ("older:>2d", true), ("", true),
    ])
    func `what it cannot mean is left out`(query: String, isLet: Bool) throws {
        let payload =
            #"{"class":"ActivityPub::DeliveryWorker","args":["{}",1,"https://Dead.example/inbox"],"jid":"0a"}"#
        #expect(JobSieve(try JobQuery(parsing: query)).lets(payload) == isLet)
    }
}

extension JobSieve {
    fileprivate func lets(_ payload: String) -> Bool { [UInt8](payload.utf8).withUnsafeBytes(lets) }
}
