import Model

/// What is told of lists of blocks before consent.
package enum ListForeseen: Sendable {
    /// What was asked for and cannot be.
    case refused([ItemNote])
    /// Whom blocks would shut out besides strangers, in the words of the list.
    case dangers([String])
    /// Lines that cannot be understood, and are left out.
    case unread(UnreadLines)
    /// What was understood in another way than it was written, in the list or in the source of this name.
    case read(BlockListNotes, source: String? = nil)
    /// Domains that must be asked for by name to be blocked, some of them with their lines.
    case spared([(line: Int, refusal: BlockRefusal)])
    /// Names that whoever made the list has hidden.
    case hidden(Int)
    /// A line of a source that cannot be understood.
    case line(LineFault, source: String)
    /// A source that is not as it should be, in the words of who fetched it.
    case doubt(String)
    /// A source that could not be had, why, and may be missing.
    case withoutSource(String)
    /// What a declared list comes to.
    case declared(list: String, add: Int, amend: Int, remove: Int)
}
