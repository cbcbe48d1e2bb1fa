import Faults
import HTTP
import Model

/// A list that comes in several pages, put together as one.
///
/// Known are the pages of Mastodon's API (a `Link` header), and the collections of ActivityStreams that FIRES serves: a
/// dataset names its snapshot or its changes (`endpoints`), a collection its first page and each page the next. In a feed
/// of changes the last word on a domain counts, as the protocol has it.
///
/// Source: <https://fires.fedimod.org/reference/protocol/data-model/datasets.html> and `…/changes.html`.
struct ListPages {
    /// What the source is called before people.
    let name: String
    /// Where the list begins; no page may be on another server.
    let url: String
    /// Bytes of all pages.
    let sizeLimit: Int
    let get: (String) async throws -> HTTPResponse

    private static var most: Int { 1_000 }

    /// The whole list, as a JSON array; nil when the first answer is all of it already.
    ///
    /// - Throws: `Fault(.badData)` for pages without an end, on another server or of another kind; `.unreachable`.
    func gathered(from first: HTTPResponse) async throws -> [UInt8]? {
        guard var page = Page(first) else { return nil }
        var elements = page.elements
        var size = first.body.count
        var seen: Set<String> = [url]
        while let place = page.next {
            guard let next = HTTPAddress.resolved(place, from: url) else {
                throw Fault(.badData, "the next page of the source \(name) is at no address of the web")
            }
            guard HTTPAddress.origin(next) == HTTPAddress.origin(url) else {
                throw Fault(.badData, "the next page of the source \(name) is on another server")
            }
            guard seen.insert(next).inserted, seen.count <= Self.most, size <= sizeLimit else {
                throw Fault(.badData, "the pages of the source \(name) do not end")
            }
            let answer = try await get(next)
            guard answer.status == 200 else {
                throw Fault(.unreachable, "the source \(name) answers with status \(answer.status)")
            }
            guard let more = Page(answer) ?? Page(array: answer) else {
                throw Fault(.badData, "a page of the source \(name) is no JSON list")
            }
            size += answer.body.count
            elements += more.elements
            page = more
        }
        let settled = Self.settled(elements)
        guard seen.count > 1 || page.isEmbedded || settled.count < elements.count else { return nil }
        return Array(JSONValue.array(settled).text.utf8)
    }

    /// The last change of each thing, where these are changes of things.
    private static func settled(_ elements: [JSONValue]) -> [JSONValue] {
        var last: [String: Int] = [:]
        for (index, element) in elements.enumerated() {
            if let key = FIRES.key(of: element) { last[key] = index }
        }
        guard !last.isEmpty else { return elements }
        return elements.enumerated().filter { index, element in
            FIRES.key(of: element).map { last[$0] == index } ?? true
        }.map(\.element)
    }
}

/// One page, and where the one behind it is.
private struct Page {
    var elements: [JSONValue]
    var next: String?
    /// Whether it stands inside the collection it is the first page of.
    var isEmbedded = false

    /// Nil for what is complete in itself, as far as can be told without reading all of it.
    init?(_ answer: HTTPResponse) {
        let start = answer.body.first { ![9, 10, 13, 32].contains($0) }
        let link = answer.headers["Link"].flatMap(HTTPAddress.next)
        if start == UInt8(ascii: "["), link != nil {
            self.init(array: answer)
        } else if start == UInt8(ascii: "{"), let object = Self.json(answer) {
            self.init(object)
        } else {
            return nil
        }
    }

    /// A page of Mastodon's API; an empty one is the last.
    init?(array answer: HTTPResponse) {
        guard let elements = Self.json(answer)?.array else { return nil }
        self.init(elements: elements, next: elements.isEmpty ? nil : answer.headers["Link"].flatMap(HTTPAddress.next))
    }

    /// A dataset, a collection or a page of one.
    private init(_ object: JSONValue) {
        let elements = object["orderedItems"]?.array ?? object["items"]?.array
        if let first = object["first"], elements == nil, first["type"] != nil, first.string == nil {
            self.init(first)
            isEmbedded = true
            return
        }
        let endpoints = object["endpoints"]
        // A snapshot names the changes that come after it, which are none yet.
        let begin = elements == nil ? endpoints?["snapshot"] ?? endpoints?["changes"] ?? object["first"] : nil
        self.init(elements: elements ?? [], next: Self.address(object["next"]) ?? Self.address(begin))
    }

    private init(elements: [JSONValue], next: String?) {
        self.elements = elements
        self.next = next
    }

    /// An address, or a thing that has one.
    private static func address(_ value: JSONValue?) -> String? {
        value?.string ?? value?["id"]?.string ?? value?["href"]?.string
    }

    private static func json(_ answer: HTTPResponse) -> JSONValue? {
        JSONValue(parsing: String(decoding: answer.body, as: UTF8.self))
    }
}
