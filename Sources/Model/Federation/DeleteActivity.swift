/// The news that an actor is gone, as a server tells it to others.
///
/// Source: Mastodon 4.6.5 `app/serializers/activitypub/delete_actor_serializer.rb`; the same since 4.2.
package struct DeleteActivity: Sendable, Equatable {
    package let actor: ActorName

    package init(of actor: ActorName) {
        self.actor = actor
    }

    private var id: String { actor.uri + "#delete" }

    /// The document in canonical form (URDNA2015): four quads, sorted, as every reader of the JSON arrives at.
    ///
    /// There is no blank node and nothing but addresses in it, so that the form needs no algorithm.
    package var quads: String {
        let stream = "https://www.w3.org/ns/activitystreams#"
        return [
            "<\(id)> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <\(stream)Delete> .\n",
            "<\(id)> <\(stream)actor> <\(actor.uri)> .\n",
            "<\(id)> <\(stream)object> <\(actor.uri)> .\n",
            "<\(id)> <\(stream)to> <\(stream)Public> .\n",
        ].joined()
    }

    /// The JSON, with the signature as its last member.
    package func json(signed signature: LinkedDataSignature) -> JSONValue {
        .object([
            .init(
                "@context", .array(["https://www.w3.org/ns/activitystreams", "https://w3id.org/security/v1"])),
            .init("id", .string(id)), .init("type", "Delete"), .init("actor", .string(actor.uri)),
            .init("to", .array(["https://www.w3.org/ns/activitystreams#Public"])),
            .init("object", .string(actor.uri)), .init("signature", signature.json),
        ])
    }
}

/// A signature of the kind RsaSignature2017, which travels inside a document.
///
/// Source: Mastodon 4.6.5 `app/lib/activitypub/linked_data_signature.rb`; the same since 4.2.
package struct LinkedDataSignature: Sendable, Equatable {
    /// The address of the key.
    package let creator: String
    /// `2026-01-31T12:00:00Z`.
    package let created: String
    /// Base64.
    package let value: String

    package init(creator: String, created: String, value: String) {
        self.creator = creator
        self.created = created
        self.value = value
    }

    /// What is said about the signature itself, in canonical form: it is signed together with the document.
    package static func options(creator: String, created: String) -> String {
        """
        _:c14n0 <http://purl.org/dc/terms/created> "\(created)"^^<http://www.w3.org/2001/XMLSchema#dateTime> .
        _:c14n0 <http://purl.org/dc/terms/creator> <\(creator)> .

        """
    }

    var json: JSONValue {
        .object([
            .init("type", "RsaSignature2017"), .init("creator", .string(creator)), .init("created", .string(created)),
            .init("signatureValue", .string(value)),
        ])
    }
}
