/// The values of Mastodon's Admin API: what its 59 routes take and give.
///
/// The routes are the same from 4.2 to 4.6; members of answers were added, so that only those every release sends are
/// required. Sources: Mastodon 4.6.5 `config/routes/api.rb`, `app/controllers/api/v1/admin`,
/// `app/serializers/rest/admin`, `app/policies`, compared with 4.3.23 and 4.4.22.
package enum AdminAPI {
    /// A value an answer holds.
    package protocol Readable: Sendable, Equatable {
        /// - Throws: `Misfit`.
        init(_ reading: Reading) throws
    }

    /// A value that comes in lists.
    package protocol Listed: Readable {
        var id: Int64 { get }
    }

    /// An answer that is not what its route gives.
    package struct Misfit: Error, Sendable, Equatable {
        /// Where: `[3].created_at`.
        package var place: String
        /// What should be there: `a time`.
        package var expected: String

        package init(place: String, expected: String) {
            self.place = place
            self.expected = expected
        }
    }
}

extension AdminAPI {
    /// One object of an answer, read member by member. Members nobody asks for are ignored.
    package struct Reading: Sendable {
        package let value: JSONValue
        private let place: String

        package init(_ value: JSONValue, at place: String = "") {
            self.value = value
            self.place = place
        }

        /// A member, nil when it is missing or null.
        private func member(_ name: String) -> JSONValue? {
            guard let value = value[name], value != .null else { return nil }
            return value
        }

        private func misfit(_ name: String, _ expected: String) -> Misfit {
            Misfit(place: place.isEmpty ? name : "\(place).\(name)", expected: expected)
        }

        package func text(_ name: String) throws -> String {
            guard let text = optionalText(name) else { throw misfit(name, "a text") }
            return text
        }

        /// A number is taken as its text: some members are the one here and the other there.
        package func optionalText(_ name: String) -> String? {
            switch member(name) {
            case .string(let text): text
            case .integer(let number): "\(number)"
            case .number(let number): "\(number)"
            default: nil
            }
        }

        package func flag(_ name: String) throws -> Bool {
            guard let flag = optionalFlag(name) else { throw misfit(name, "true or false") }
            return flag
        }

        package func optionalFlag(_ name: String) -> Bool? {
            if case .boolean(let flag) = member(name) { flag } else { nil }
        }

        /// Ids are texts, since readers that take every number for a float would round them; a few are numbers.
        package func id(_ name: String = "id") throws -> Int64 {
            guard let id = optionalID(name) else { throw misfit(name, "an id") }
            return id
        }

        package func optionalID(_ name: String) -> Int64? {
            switch member(name) {
            case .string(let text): Int64(text)
            case .integer(let number): number
            default: nil
            }
        }

        package func decimal(_ name: String) throws -> Double {
            switch member(name) {
            case .integer(let number): return Double(number)
            case .number(let number): return number
            case .string(let text):
                if let number = Double(text) { return number }
            default: break
            }
            throw misfit(name, "a number")
        }

        package func time(_ name: String) throws -> UTCTime {
            guard let time = optionalTime(name) else { throw misfit(name, "a time") }
            return time
        }

        package func optionalTime(_ name: String) -> UTCTime? {
            member(name)?.string.flatMap { UTCTime(parsing: $0) }
        }

        /// One of a few words.
        package func word<Word: RawRepresentable & CaseIterable>(_ name: String) throws -> Word
        where Word.RawValue == String {
            guard let word = Word(rawValue: try text(name)) else {
                throw misfit(name, "one of \(Word.allCases.map(\.rawValue).joined(separator: ", "))")
            }
            return word
        }

        package func object<Value: Readable>(_ name: String) throws -> Value? {
            guard let value = member(name) else { return nil }
            return try Value(Reading(value, at: place.isEmpty ? name : "\(place).\(name)"))
        }

        package func required<Value: Readable>(_ name: String) throws -> Value {
            guard let value: Value = try object(name) else { throw misfit(name, "an object") }
            return value
        }

        /// The values of a list; empty when it is missing or null.
        package func list<Value: Readable>(_ name: String) throws -> [Value] {
            guard let value = member(name) else { return [] }
            guard let values = value.array else { throw misfit(name, "a list") }
            let path = place.isEmpty ? name : "\(place).\(name)"
            return try values.enumerated().map { try Value(Reading($0.element, at: "\(path)[\($0.offset)]")) }
        }

        /// The values of an answer that is a list itself.
        package func list<Value: Readable>() throws -> [Value] {
            guard let values = value.array else { throw Misfit(place: "the answer", expected: "a list") }
            return try values.enumerated().map { try Value(Reading($0.element, at: "[\($0.offset)]")) }
        }

        /// The value an answer is.
        package func whole<Value: Readable>() throws -> Value {
            guard case .object = value else { throw Misfit(place: "the answer", expected: "an object") }
            return try Value(self)
        }
    }
}
