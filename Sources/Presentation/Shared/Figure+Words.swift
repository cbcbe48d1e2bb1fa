import Model
import Operations

extension Figure {
    /// What it is called before people.
    var inWords: String {
        switch self {
        case .unrecognised(let reason): "left alone, \(reason.explanation)"
        case .leftAlone(let action): "left alone, \(action.state) already"
        case .leftAloneFor(let refusal): "left alone, \(refusal.inWords)"
        case .unsafeName(let kind): "\(kind.word), its name is not safe"
        case .missing(let kind, let isLocal): "missing \(kind.word), \(isLocal ? "local" : "cached")"
        case .withoutSmallerRendition(let kind): "\(kind.word) without a smaller rendition"
        case .halfAppliedBlocks: "half-applied blocks"
        default: code.spaced
        }
    }
}

extension Fact {
    /// What it is called before people.
    var inWords: String { rawValue.spaced }
}

extension AccountAction {
    /// The state it brings about.
    fileprivate var state: String {
        switch self {
        case .suspend: "suspended"
        case .unsuspend: "not suspended"
        case .silence: "silenced"
        case .unsilence: "not silenced"
        case .sensitize: "marked as sensitive"
        case .desensitize: "not marked as sensitive"
        case .disable: "disabled"
        case .enable: "not disabled"
        case .reject: "rejected"
        case .warn: "warned"
        case .role: "of the role"
        case .memorialize: "a memorial"
        case .revokeSessions: "signed out"
        }
    }
}

extension String {
    /// A code as words: `not_to_be_had` becomes `not to be had`.
    fileprivate var spaced: String { replacing("_", with: " ") }
}
