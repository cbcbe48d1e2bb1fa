/// A type of PostgreSQL by its number (src/include/catalog/pg_type.dat). These numbers never change.
struct TypeID: RawRepresentable, Sendable, Equatable {
    var rawValue: UInt32

    static let unspecified = TypeID(rawValue: 0)
    static let bool = TypeID(rawValue: 16)
    static let bytea = TypeID(rawValue: 17)
    static let char = TypeID(rawValue: 18)
    static let name = TypeID(rawValue: 19)
    static let int8 = TypeID(rawValue: 20)
    static let int2 = TypeID(rawValue: 21)
    static let int4 = TypeID(rawValue: 23)
    static let regproc = TypeID(rawValue: 24)
    static let text = TypeID(rawValue: 25)
    static let oid = TypeID(rawValue: 26)
    static let json = TypeID(rawValue: 114)
    static let xml = TypeID(rawValue: 142)
    static let cidr = TypeID(rawValue: 650)
    static let float4 = TypeID(rawValue: 700)
    static let float8 = TypeID(rawValue: 701)
    static let unknown = TypeID(rawValue: 705)
    static let inet = TypeID(rawValue: 869)
    static let bpchar = TypeID(rawValue: 1042)
    static let varchar = TypeID(rawValue: 1043)
    static let date = TypeID(rawValue: 1082)
    static let timestamp = TypeID(rawValue: 1114)
    static let timestamptz = TypeID(rawValue: 1184)
    static let numeric = TypeID(rawValue: 1700)
    static let regclass = TypeID(rawValue: 2205)
    static let void = TypeID(rawValue: 2278)
    static let uuid = TypeID(rawValue: 2950)
    static let jsonb = TypeID(rawValue: 3802)
    static let boolArray = TypeID(rawValue: 1000)
    static let int4Array = TypeID(rawValue: 1007)
    static let textArray = TypeID(rawValue: 1009)
    static let timestampArray = TypeID(rawValue: 1115)
    static let int8Array = TypeID(rawValue: 1016)
    static let float8Array = TypeID(rawValue: 1022)
}

/// A value on its way to the server.
package struct Binding: Sendable {
    var type: TypeID
    /// Nil is null. Binary, except for strings, whose text and binary forms are the same.
    var bytes: [UInt8]?

    var isBinary: Bool { type != .unspecified }
}

/// What `\(value)` in a `Statement` may be.
package protocol Bindable {
    var binding: Binding { get }
    /// A null of this type.
    static var null: Binding { get }
}

/// What an array in a `Statement` may hold.
package protocol BindableElement {
    static var arrayTypes: ArrayTypes { get }
    /// The bytes of one element, nil for null.
    var elementBytes: [UInt8]? { get }
}

/// The type of an array and of its elements.
package struct ArrayTypes: Sendable {
    var array: TypeID
    var element: TypeID
}

extension FixedWidthInteger {
    /// The bytes in network order.
    var networkBytes: [UInt8] { withUnsafeBytes(of: bigEndian) { [UInt8]($0) } }
}

extension Int: Bindable, BindableElement {
    package static var null: Binding { Binding(type: .int8, bytes: nil) }
    package var binding: Binding { Binding(type: .int8, bytes: networkBytes) }
    package static var arrayTypes: ArrayTypes { ArrayTypes(array: .int8Array, element: .int8) }
    package var elementBytes: [UInt8]? { networkBytes }
}

extension Int64: Bindable, BindableElement {
    package static var null: Binding { Binding(type: .int8, bytes: nil) }
    package var binding: Binding { Binding(type: .int8, bytes: networkBytes) }
    package static var arrayTypes: ArrayTypes { ArrayTypes(array: .int8Array, element: .int8) }
    package var elementBytes: [UInt8]? { networkBytes }
}

extension Int32: Bindable, BindableElement {
    package static var null: Binding { Binding(type: .int4, bytes: nil) }
    package var binding: Binding { Binding(type: .int4, bytes: networkBytes) }
    package static var arrayTypes: ArrayTypes { ArrayTypes(array: .int4Array, element: .int4) }
    package var elementBytes: [UInt8]? { networkBytes }
}

extension String: Bindable, BindableElement {
    package static var null: Binding { Binding(type: .unspecified, bytes: nil) }
    package var binding: Binding { Binding(type: .unspecified, bytes: [UInt8](utf8)) }
    package static var arrayTypes: ArrayTypes { ArrayTypes(array: .textArray, element: .text) }
    package var elementBytes: [UInt8]? { [UInt8](utf8) }
}

extension Bool: Bindable, BindableElement {
    package static var null: Binding { Binding(type: .bool, bytes: nil) }
    package var binding: Binding { Binding(type: .bool, bytes: [self ? 1 : 0]) }
    package static var arrayTypes: ArrayTypes { ArrayTypes(array: .boolArray, element: .bool) }
    package var elementBytes: [UInt8]? { [self ? 1 : 0] }
}

extension Double: Bindable, BindableElement {
    package static var null: Binding { Binding(type: .float8, bytes: nil) }
    package var binding: Binding { Binding(type: .float8, bytes: bitPattern.networkBytes) }
    package static var arrayTypes: ArrayTypes { ArrayTypes(array: .float8Array, element: .float8) }
    package var elementBytes: [UInt8]? { bitPattern.networkBytes }
}

extension Timestamp: Bindable, BindableElement {
    package static var null: Binding { Binding(type: .timestamp, bytes: nil) }
    package var binding: Binding { Binding(type: .timestamp, bytes: wire.networkBytes) }
    package static var arrayTypes: ArrayTypes { ArrayTypes(array: .timestampArray, element: .timestamp) }
    package var elementBytes: [UInt8]? { wire.networkBytes }
}

extension Optional: BindableElement where Wrapped: BindableElement {
    package static var arrayTypes: ArrayTypes { Wrapped.arrayTypes }
    package var elementBytes: [UInt8]? { self?.elementBytes }
}

extension Array: Bindable where Element: BindableElement {
    package static var null: Binding { Binding(type: Element.arrayTypes.array, bytes: nil) }

    package var binding: Binding {
        let types = Element.arrayTypes
        // Dimensions (0 or 1), has nulls, element type; then length and lower bound; then each with its size.
        guard !isEmpty else {
            return Binding(
                type: types.array,
                bytes: Int32(0).networkBytes + Int32(0).networkBytes + types.element.rawValue.networkBytes)
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(20 + 12 * count)
        var hasNulls: Int32 = 0
        func append(_ number: some FixedWidthInteger) {
            Swift.withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
        }
        append(Int32(1))
        append(hasNulls)
        append(types.element.rawValue)
        append(Int32(count))
        append(Int32(1))
        for element in self {
            if let content = element.elementBytes {
                append(Int32(content.count))
                bytes.append(contentsOf: content)
            } else {
                hasNulls = 1
                append(Int32(-1))
            }
        }
        bytes[7] = UInt8(hasNulls)
        return Binding(type: types.array, bytes: bytes)
    }
}
