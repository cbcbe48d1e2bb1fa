/// The forms of every answer.
package enum Format: String, CaseIterable, Sendable {
    case table, json, jsonl, tsv, ids
}

/// The forms that one command's answer has beside them, as other programs read it. The first is how the answer is told
/// when nobody asks for a form, unless it says otherwise.
package protocol OwnForms: RawRepresentable<String>, CaseIterable, Sendable {
    /// How the answer is told when nobody asks for a form; nil for a table.
    static var usual: Self? { get }
}

extension OwnForms {
    package static var usual: Self? { allCases.first }
}

/// Of an answer that has the usual forms alone; there is no value of this type.
package struct NoForms: OwnForms {
    package let rawValue: String
    package init?(rawValue: String) { nil }
    package static var allCases: [NoForms] { [] }
}

/// What `--format` says.
package enum Form<Own: OwnForms>: Sendable {
    case own(Own)
    case everyones(Format)

    /// Nil for a word that is no form of this command's.
    package init?(_ word: String) {
        if let own = Own(rawValue: word) {
            self = .own(own)
        } else if let format = Format(rawValue: word) {
            self = .everyones(format)
        } else {
            return nil
        }
    }

    package var word: String {
        switch self {
        case .own(let own): own.rawValue
        case .everyones(let format): format.rawValue
        }
    }

    /// Every word that is one, in the order in which they are told.
    package static var words: [String] { Own.allCases.map(\.rawValue) + Format.allCases.map(\.rawValue) }

    /// How an answer is told when nobody asks for a form.
    package static var usual: Self { Own.usual.map { .own($0) } ?? .everyones(.table) }
}
