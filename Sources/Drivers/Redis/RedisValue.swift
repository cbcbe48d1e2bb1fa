import CHiredis

/// An answer.
package enum RedisValue: Sendable, Equatable {
    case null
    case integer(Int64)
    case bytes([UInt8])
    /// A word such as `OK`.
    case status(String)
    case array([RedisValue])
    /// Only inside a pipeline's or transaction's answers; a single command throws it.
    case error(RedisError)

    package var isNull: Bool { self == .null }

    /// A string, repaired to valid UTF-8, or a word.
    package var text: String? {
        switch self {
        case .bytes(let bytes): String(decoding: bytes, as: UTF8.self)
        case .status(let word): word
        default: nil
        }
    }

    /// A number, also one that came as a string.
    package var integer: Int64? {
        switch self {
        case .integer(let number): number
        default: text.flatMap { Int64($0) }
        }
    }

    package var bytes: [UInt8]? {
        switch self {
        case .bytes(let bytes): bytes
        case .status(let word): [UInt8](word.utf8)
        default: nil
        }
    }

    package var array: [RedisValue]? {
        if case .array(let values) = self { values } else { nil }
    }

    /// The strings of an array; nulls are left out.
    package var texts: [String]? { array?.compactMap(\.text) }

    /// - Parameter keeping: says of each string of an array whether it is wanted; in the place of others stands null.
    init(_ reply: redisReply, keeping: RedisConnection.Sieve? = nil) {
        var content: [UInt8] {
            [UInt8](UnsafeRawBufferPointer(start: reply.str, count: Int(reply.len)))
        }
        switch reply.type {
        case REDIS_REPLY_INTEGER: self = .integer(reply.integer)
        case REDIS_REPLY_STRING: self = .bytes(content)
        case REDIS_REPLY_STATUS: self = .status(String(decoding: content, as: UTF8.self))
        case REDIS_REPLY_ERROR: self = .error(RedisError(answer: String(decoding: content, as: UTF8.self)))
        case REDIS_REPLY_ARRAY:
            self = .array(
                (0..<Int(reply.elements)).map { index in
                    guard let element = reply.element[index]?.pointee else { return .null }
                    if let keeping, element.type == REDIS_REPLY_STRING,
                        !keeping(UnsafeRawBufferPointer(start: element.str, count: Int(element.len)))
                    {
                        return .null
                    }
                    return RedisValue(element)
                })
        default: self = .null
        }
    }
}

/// A word of a command: any bytes.
package struct RedisArgument: Sendable, ExpressibleByStringLiteral, ExpressibleByStringInterpolation,
    ExpressibleByIntegerLiteral
{
    package let bytes: [UInt8]

    package init(_ bytes: [UInt8]) { self.bytes = bytes }
    package init(_ text: String) { bytes = [UInt8](text.utf8) }
    package init(_ number: Int64) { self.init(String(number)) }
    package init(_ number: Int) { self.init(String(number)) }
    package init(_ number: Double) { self.init("\(number)") }
    package init(stringLiteral text: String) { self.init(text) }
    package init(integerLiteral number: Int) { self.init(number) }
}

extension [UInt8] {
    /// Adds a command as RESP writes it: the number of words, then each with its length. Any byte may be in a word.
    mutating func append(command: [RedisArgument]) {
        append(contentsOf: "*\(command.count)\r\n".utf8)
        for argument in command {
            append(contentsOf: "$\(argument.bytes.count)\r\n".utf8)
            append(contentsOf: argument.bytes)
            append(contentsOf: [0x0d, 0x0a])
        }
    }
}
