import Model
import Testing

@Suite struct ActivityTests {
    private let alice = ActorName(localID: 12, username: "alice", host: "peer.example", isNumeric: false)
    private let bob = ActorName(localID: 109, username: "bob", host: "peer.example", isNumeric: true)

    @Test func `local actors are named by user name, by id, or as the server itself`() {
        #expect(alice.uri == "https://peer.example/users/alice")
        #expect(bob.uri == "https://peer.example/ap/users/109")
        #expect(bob.key == "https://peer.example/ap/users/109#main-key")
        #expect(
            ActorName(localID: -99, username: "peer.example", host: "peer.example", isNumeric: true).uri
                == "https://peer.example/actor")
    }

    @Test func `the end of an actor is four quads, sorted`() {
        let lines = DeleteActivity(of: alice).quads.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count == 5)
        #expect(lines.last == "")
        #expect(Array(lines.dropLast()) == lines.dropLast().sorted())
        #expect(lines.dropLast().allSatisfy { $0.hasPrefix("<https://peer.example/users/alice#delete> <") })
        #expect(
            lines[3]
                == "<https://peer.example/users/alice#delete> <https://www.w3.org/ns/activitystreams#to> "
                + "<https://www.w3.org/ns/activitystreams#Public> .")
    }

    @Test func `the JSON tells the same, with the signature last`() {
        let signature = LinkedDataSignature(creator: alice.key, created: "2026-01-31T12:00:00Z", value: "c2ln")
        #expect(
            DeleteActivity(of: alice).json(signed: signature).text
                == #"{"@context":["https://www.w3.org/ns/activitystreams","https://w3id.org/security/v1"],"#
                + #""id":"https://peer.example/users/alice#delete","type":"Delete","#
                + #""actor":"https://peer.example/users/alice","to":["https://www.w3.org/ns/activitystreams#Public"],"#
                + #""object":"https://peer.example/users/alice","signature":{"type":"RsaSignature2017","#
                + #""creator":"https://peer.example/users/alice#main-key","created":"2026-01-31T12:00:00Z","#
                + #""signatureValue":"c2ln"}}"#)
    }

    @Test func `a follow that ends is rejected by the followed and undone by the follower`() {
        let remote = ActorName(uri: "https://far.example/users/r")
        let told = FollowEnding(id: 7, uri: "https://far.example/f/1", follower: remote, followed: alice)
        #expect(
            told.rejection.text
                == #"{"@context":"https://www.w3.org/ns/activitystreams","#
                + #""id":"https://peer.example/users/alice#rejects/follows/7","type":"Reject","#
                + #""actor":"https://peer.example/users/alice","object":{"id":"https://far.example/f/1","#
                + #""type":"Follow","actor":"https://far.example/users/r","#
                + #""object":"https://peer.example/users/alice"}}"#)
        let own = FollowEnding(id: 8, uri: nil, follower: bob, followed: remote).undoing
        #expect(own["id"]?.string == "https://peer.example/ap/users/109#follows/8/undo")
        #expect(own["type"]?.string == "Undo")
        #expect(own["object"]?["id"]?.string == "https://peer.example/ap/users/109#follows/8")
    }
}
