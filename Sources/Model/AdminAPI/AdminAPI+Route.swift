extension AdminAPI {
    package enum Method: String, Sendable {
        case get = "GET"
        case post = "POST"
        case put = "PUT"
        case delete = "DELETE"

        /// Whether doing it twice is as good as doing it once.
        package var isIdempotent: Bool { self != .post }
    }

    /// One route of the Admin API.
    package struct Route: Sendable, Hashable {
        /// How an index is given in pages.
        package enum Paging: Sendable, Hashable {
            /// By `max_id`, so many at most. These pages have a limit of their own: 300 in 15 minutes.
            case byID(limit: Int)
            /// By `offset`: the order is by rank and may change between two pages.
            case byOffset(limit: Int)
        }

        package var method: Method
        /// With `:id` where an id goes.
        package var path: String
        /// The names it takes, without those of paging.
        package var parameters: [String]
        package var scope: Scope
        /// Any of these is enough.
        package var permissions: [Permission]
        /// The release that brought it.
        package var since: String
        package var paging: Paging?

        init(
            _ method: Method, _ path: String, _ scope: Scope, _ permissions: [Permission],
            taking parameters: [String] = [], since: String, paging: Paging? = nil
        ) {
            self.method = method
            self.path = path.hasPrefix("/") ? path : "/api/v1/admin/\(path)"
            self.parameters = parameters
            self.scope = scope
            self.permissions = permissions
            self.since = since
            self.paging = paging
        }

        /// The path with the id in its place.
        package func path(id: Int64?) -> String {
            path.split(separator: "/", omittingEmptySubsequences: false)
                .map { $0 == ":id" ? id.map { "\($0)" } ?? "" : String($0) }.joined(separator: "/")
        }

        /// `POST /api/v1/admin/accounts/:id/action`, for messages.
        package var words: String { "\(method.rawValue) \(path)" }
    }

    /// What a route is told, in order. Texts, numbers, flags, lists of them, and objects where a measure wants one.
    package struct Parameters: Sendable, Equatable {
        package private(set) var members: [JSONValue.Member] = []

        package init() {}

        package var isEmpty: Bool { members.isEmpty }

        /// Adds a value; nil adds nothing.
        package mutating func add(_ name: String, _ value: JSONValue?) {
            if let value { members.append(.init(name, value)) }
        }

        package mutating func add(_ name: String, _ text: String?) { add(name, text.map { .string($0) }) }
        package mutating func add(_ name: String, _ flag: Bool?) { add(name, flag.map { .boolean($0) }) }
        package mutating func add(_ name: String, _ number: Int64?) { add(name, number.map { .integer($0) }) }

        /// As a query: `a=b&role_ids[]=1`, encoded, without the question mark.
        package var query: String {
            members.flatMap { member -> [String] in
                switch member.value {
                case .array(let values):
                    values.map { "\(Self.encoded(member.name))[]=\(Self.encoded(Self.plain($0)))" }
                default: ["\(Self.encoded(member.name))=\(Self.encoded(Self.plain(member.value)))"]
                }
            }.joined(separator: "&")
        }

        /// As the body of a request.
        package var json: String { JSONValue.object(members).text }

        private static func plain(_ value: JSONValue) -> String { value.string ?? value.text }

        /// Percent-encoded but for the letters that need it nowhere (RFC 3986, section 2.3).
        package static func encoded(_ text: String) -> String {
            var result = ""
            for byte in text.utf8 {
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                    UInt8(ascii: "~"):
                    result.unicodeScalars.append(Unicode.Scalar(byte))
                default:
                    let digits = String(byte, radix: 16, uppercase: true)
                    result += "%" + (digits.count == 1 ? "0" : "") + digits
                }
            }
            return result
        }
    }
}
