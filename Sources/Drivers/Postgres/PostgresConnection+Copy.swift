import CPostgres

/// How rows travel in a copy.
package enum CopyFormat: Sendable {
    /// The server reads every type from its text.
    case text
    /// Faster; each value must have exactly the column's type (`Int32` for `integer`, `Int64` for `bigint` …).
    case binary
}

/// Takes the values of the rows of a copy, column by column.
///
///     for account in accounts { writer.row { $0.add(account.id); $0.add(account.name); $0.addNull() } }
package struct CopyWriter: ~Copyable {
    private let format: CopyFormat
    private let columns: Int
    private let flush: ([UInt8]) throws -> Void
    private var bytes: [UInt8] = []
    private var isFirst = true

    /// When this much has come together it is sent.
    private static let portion = 1 << 16

    init(format: CopyFormat, columns: Int, flush: @escaping ([UInt8]) throws -> Void) {
        self.format = format
        self.columns = columns
        self.flush = flush
        bytes.reserveCapacity(Self.portion + 4_096)
        if format == .binary {
            bytes += Array("PGCOPY\n".utf8) + [0xff, 0x0d, 0x0a, 0x00] + [UInt8](repeating: 0, count: 8)
        }
    }

    /// One row: `body` adds a value, or null, for each column in turn.
    package mutating func row(_ body: (inout CopyWriter) throws -> Void) throws {
        if format == .binary { append(Int16(columns)) }
        isFirst = true
        try body(&self)
        if format == .text { bytes.append(UInt8(ascii: "\n")) }
        if bytes.count >= Self.portion {
            try flush(bytes)
            bytes.removeAll(keepingCapacity: true)
        }
    }

    /// Whole rows in the format of a text copy, each with its newline.
    package mutating func addLines(_ lines: [UInt8]) throws {
        if !bytes.isEmpty { try flush(bytes) }
        bytes.removeAll(keepingCapacity: true)
        try flush(lines)
    }

    mutating func finish() throws {
        if format == .binary { append(Int16(-1)) }
        if !bytes.isEmpty { try flush(bytes) }
    }

    package mutating func addNull() {
        separate()
        switch format {
        case .text: bytes += [UInt8(ascii: "\\"), UInt8(ascii: "N")]
        case .binary: append(Int32(-1))
        }
    }

    package mutating func add(_ value: Int64) { addNumber(value) }
    package mutating func add(_ value: Int) { addNumber(Int64(value)) }
    package mutating func add(_ value: Int32) { addNumber(value) }
    package mutating func add(_ value: Int16) { addNumber(value) }

    package mutating func add(_ value: Bool) {
        separate()
        switch format {
        case .text: bytes.append(UInt8(ascii: value ? "t" : "f"))
        case .binary: bytes += [0, 0, 0, 1, value ? 1 : 0]
        }
    }

    package mutating func add(_ value: Double) {
        separate()
        switch format {
        case .text: bytes += (value.isNaN ? "NaN" : "\(value)").utf8
        case .binary:
            append(Int32(8))
            append(value.bitPattern)
        }
    }

    package mutating func add(_ value: Timestamp) {
        separate()
        switch format {
        case .text: bytes += value.description.utf8
        case .binary:
            append(Int32(8))
            append(value.wire)
        }
    }

    /// Text of any type whose binary form is its text, too.
    package mutating func add(_ value: String) {
        separate()
        switch format {
        case .text: for byte in value.utf8 { addEscaped(byte) }
        case .binary:
            append(Int32(value.utf8.count))
            bytes += value.utf8
        }
    }

    package mutating func add(_ value: [UInt8]) {
        separate()
        switch format {
        case .text:
            bytes += [UInt8(ascii: "\\"), UInt8(ascii: "\\"), UInt8(ascii: "x")]
            for byte in value { bytes += ((byte < 16 ? "0" : "") + String(byte, radix: 16)).utf8 }
        case .binary:
            append(Int32(value.count))
            bytes += value
        }
    }

    package mutating func add(_ value: Int64?) { if let value { add(value) } else { addNull() } }
    package mutating func add(_ value: Int?) { if let value { add(value) } else { addNull() } }
    package mutating func add(_ value: Int32?) { if let value { add(value) } else { addNull() } }
    package mutating func add(_ value: Bool?) { if let value { add(value) } else { addNull() } }
    package mutating func add(_ value: Double?) { if let value { add(value) } else { addNull() } }
    package mutating func add(_ value: String?) { if let value { add(value) } else { addNull() } }
    package mutating func add(_ value: Timestamp?) { if let value { add(value) } else { addNull() } }

    private mutating func addNumber(_ value: some FixedWidthInteger) {
        separate()
        switch format {
        case .text: bytes += String(value).utf8
        case .binary:
            append(Int32(value.bitWidth / 8))
            append(value)
        }
    }

    private mutating func separate() {
        if format == .text, !isFirst { bytes.append(UInt8(ascii: "\t")) }
        isFirst = false
    }

    private mutating func append(_ number: some FixedWidthInteger) {
        withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
    }

    private mutating func addEscaped(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\\"): bytes += [byte, byte]
        case UInt8(ascii: "\n"): bytes += [UInt8(ascii: "\\"), UInt8(ascii: "n")]
        case UInt8(ascii: "\r"): bytes += [UInt8(ascii: "\\"), UInt8(ascii: "r")]
        case UInt8(ascii: "\t"): bytes += [UInt8(ascii: "\\"), UInt8(ascii: "t")]
        default: bytes.append(byte)
        }
    }
}

extension PostgresConnection {
    /// Loads rows into a table by `copy`; returns how many. All or nothing.
    ///
    /// `fill` runs on the connection's thread. When it throws, nothing is loaded.
    @discardableResult
    package func copyIn(
        table: String, schema: String? = nil, columns: [String], format: CopyFormat = .text,
        _ fill: @Sendable (inout CopyWriter) throws -> Void
    ) async throws -> Int {
        let name: Statement = schema.map { "\(identifier: $0)." } ?? ""
        let options: Statement = format == .binary ? "(format binary)" : ""
        let statement: Statement =
            "copy \(fragment: name)\(identifier: table) (\(identifiers: columns)) from stdin \(fragment: options)"
        return try await cancellable { link in
            try link.send(statement)
            guard let opened = link.next() else { throw link.failure() }
            defer { PQclear(opened) }
            guard PQresultStatus(opened) == PGRES_COPY_IN else {
                let error = link.failure(opened)
                link.drain()
                throw error
            }
            do {
                var writer = CopyWriter(format: format, columns: columns.count) { bytes in
                    try Task.checkCancellation()
                    try link.putCopy(bytes)
                }
                try fill(&writer)
                try writer.finish()
            } catch {
                PQputCopyEnd(link.pointer, "the copy was given up")
                // The server's reason comes first: a copy that cannot be fed has most often been ended by it.
                let reason = link.drain()
                if let reason, reason.kind != .queryCanceled { throw reason }
                throw error
            }
            guard PQputCopyEnd(link.pointer, nil) == 1 else { throw link.failure() }
            var count = 0
            while let result = link.next() {
                defer { PQclear(result) }
                if PQresultStatus(result) != PGRES_COMMAND_OK {
                    let error = link.failure(result)
                    link.drain()
                    throw error
                }
                count = Int(String(cString: PQcmdTuples(result))) ?? 0
            }
            return count
        }
    }
}
