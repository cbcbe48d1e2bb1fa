import Model

// Answers in the shape of the server's serializers; the values are ours.
extension FakeAdminAPI {
    private static let time = "2026-03-04T05:06:07.089Z"

    private static func accountText(_ id: Int64, isLocal: Bool) -> String {
        let role =
            #"{"id":"3","name":"Owner","permissions":"2097151","color":"","highlighted":true,"collection_limit":10}"#
        let user =
            isLocal
            ? #""domain":null,"email":"person\#(id)@mail.example","ip":"192.0.2.7","ips":[{"ip":"192.0.2.7","used_at":"\#(time)"}],"confirmed":true,"disabled":false,"approved":true,"locale":"de","invite_request":"let me in","role":\#(role)"#
            : #""domain":"far.example","email":null,"ip":null,"ips":[],"confirmed":null,"disabled":null,"approved":null,"locale":null,"invite_request":null,"role":null"#
        return
            #"{"id":"\#(id)","username":"person\#(id)","created_at":"\#(time)",\#(user),"suspended":true,"silenced":false,"sensitized":true,"account":{"id":"\#(id)","username":"person\#(id)","acct":"person\#(id)","display_name":"Person \#(id)","url":"https://a.example/@person\#(id)","bot":false,"followers_count":7}}"#
    }

    /// Even ids are accounts of another server.
    static let account: @Sendable (Int64, [String: JSONValue]) -> String = { id, _ in
        accountText(id, isLocal: id % 2 == 1)
    }

    static let status: @Sendable (Int64, [String: JSONValue]) -> String = { id, _ in
        #"{"id":"\#(id)","created_at":"\#(time)","url":"https://a.example/@x/\#(id)","uri":"https://a.example/users/x/statuses/\#(id)","content":"<p>words</p>","visibility":"public","requires_review":true,"account":{"id":"1","acct":"x"}}"#
    }

    static let report: @Sendable (Int64, [String: JSONValue]) -> String = { id, parameters in
        let category = parameters["category"]?.text ?? "\"spam\""
        return
            #"{"id":"\#(id)","action_taken":true,"action_taken_at":"\#(time)","category":\#(category),"comment":"see \#(id)","forwarded":false,"created_at":"\#(time)","updated_at":"\#(time)","account":\#(accountText(2, isLocal: false)),"target_account":\#(accountText(3, isLocal: true)),"assigned_account":\#(accountText(1, isLocal: true)),"action_taken_by_account":null,"statuses":[\#(status(9, [:]))],"rules":[{"id":"4","text":"be kind","hint":"","translations":{}}]}"#
    }

    private static func text(_ parameters: [String: JSONValue], _ name: String, _ fallback: JSONValue) -> String {
        (parameters[name] ?? fallback).text
    }

    static let domainBlock: @Sendable (Int64, [String: JSONValue]) -> String = { id, told in
        let domain = text(told, "domain", .string("bad\(id).example"))
        return
            #"{"id":"\#(id)","domain":\#(domain),"digest":"00","created_at":"\#(time)","severity":\#(text(told, "severity", "silence")),"reject_media":\#(text(told, "reject_media", false)),"reject_reports":\#(text(told, "reject_reports", false)),"private_comment":\#(text(told, "private_comment", .null)),"public_comment":\#(text(told, "public_comment", .null)),"obfuscate":\#(text(told, "obfuscate", false))}"#
    }

    static let domainAllow: @Sendable (Int64, [String: JSONValue]) -> String = { id, told in
        #"{"id":"\#(id)","domain":\#(text(told, "domain", "good.example")),"created_at":"\#(time)"}"#
    }

    private static let history = #"[{"day":"1772582400","accounts":"2","uses":"5"}]"#

    static let emailDomainBlock: @Sendable (Int64, [String: JSONValue]) -> String = { id, told in
        #"{"id":"\#(id)","domain":\#(text(told, "domain", "mail.example")),"created_at":"\#(time)","history":\#(history),"allow_with_approval":\#(text(told, "allow_with_approval", false))}"#
    }

    static let ipBlock: @Sendable (Int64, [String: JSONValue]) -> String = { id, told in
        #"{"id":"\#(id)","ip":\#(text(told, "ip", "198.51.100.0/24")),"severity":\#(text(told, "severity", "sign_up_block")),"comment":\#(text(told, "comment", "")),"created_at":"\#(time)","expires_at":null}"#
    }

    static let canonicalEmailBlock: @Sendable (Int64, [String: JSONValue]) -> String = { id, told in
        let hash = text(told, "canonical_email_hash", .string(String(repeating: "a1", count: 32)))
        return #"{"id":"\#(id)","canonical_email_hash":\#(hash)}"#
    }

    static let tag: @Sendable (Int64, [String: JSONValue]) -> String = { id, told in
        #"{"id":"\#(id)","name":\#(text(told, "display_name", .string("tag\(id)"))),"url":"https://a.example/tags/t","history":\#(history),"following":false,"trendable":\#(text(told, "trendable", .null)),"usable":true,"requires_review":true,"listable":\#(text(told, "listable", true))}"#
    }

    /// The ids of links and publishers are numbers.
    static let link: @Sendable (Int64, [String: JSONValue]) -> String = { id, _ in
        #"{"id":\#(id),"url":"https://news.example/\#(id)","title":"News","type":"link","history":\#(history),"requires_review":false}"#
    }

    static let publisher: @Sendable (Int64, [String: JSONValue]) -> String = { id, _ in
        #"{"id":\#(id),"domain":"news\#(id).example","trendable":null,"reviewed_at":null,"requested_review_at":"\#(time)","requires_review":true}"#
    }

    static let measures: @Sendable (Int64, [String: JSONValue]) -> String = { _, told in
        "["
            + (told["keys"]?.array ?? []).map { key in
                #"{"key":\#(key.text),"unit":null,"total":"12","previous_total":"7","data":[{"date":"2026-03-01T00:00:00Z","value":"12"}]}"#
            }.joined(separator: ",") + "]"
    }

    static let dimensions: @Sendable (Int64, [String: JSONValue]) -> String = { _, told in
        "["
            + (told["keys"]?.array ?? []).map { key in
                #"{"key":\#(key.text),"data":[{"key":"postgresql","human_key":"PostgreSQL","value":"123456","unit":"bytes","human_value":"121 KB"}]}"#
            }.joined(separator: ",") + "]"
    }

    static let cohorts: @Sendable (Int64, [String: JSONValue]) -> String = { _, told in
        #"[{"period":"2026-03-01T00:00:00+00:00","frequency":\#(text(told, "frequency", "day")),"data":[{"date":"2026-03-01T00:00:00+00:00","rate":1.0,"value":"4"}]}]"#
    }
}
