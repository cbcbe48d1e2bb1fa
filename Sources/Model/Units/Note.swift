/// Something said of one thing: why it failed, why it was left alone.
package struct Note<Item: Sendable>: Sendable {
    /// A key, a handle, an id. May hold text from the fediverse; cleaned before it reaches a terminal.
    package var item: Item
    package var reason: String

    package init(_ item: Item, _ reason: String) {
        self.item = item
        self.reason = reason
    }
}

extension Note: Equatable where Item: Equatable {}
extension Note: Encodable where Item: Encodable {}

/// A note about something by its name.
package typealias ItemNote = Note<String>
