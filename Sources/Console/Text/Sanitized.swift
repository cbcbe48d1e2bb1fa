/// Makes text from strangers harmless on a terminal.
package enum Sanitized {
    /// The text without control characters, escape sequences and changes of direction; other invisible characters
    /// are shown as `<U+200B>`, line ends and tabs become blanks, and no letter carries more than four marks.
    package static func text(_ text: String) -> String {
        if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return text }
        let scalars = Array(text.unicodeScalars)
        var result = String.UnicodeScalarView()
        var index = 0
        var marks = 0
        while index < scalars.count {
            let scalar = scalars[index]
            if let end = escapeEnd(scalars, index) {
                index = end
                continue
            }
            index += 1
            switch verdict(scalar, previous: result.last, next: index < scalars.count ? scalars[index] : nil) {
            case .drop: continue
            case .blank:
                marks = 0
                result.append(" ")
            case .show:
                marks = 0
                result.append(contentsOf: "<U+\(hexadecimal(scalar.value))>".unicodeScalars)
            case .keep:
                marks = isMark(scalar) ? marks + 1 : 0
                if marks <= 4 { result.append(scalar) }
            }
        }
        return String(result)
    }

    private enum Verdict {
        case keep, drop, blank, show
    }

    private static func verdict(_ scalar: Unicode.Scalar, previous: Unicode.Scalar?, next: Unicode.Scalar?) -> Verdict {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D, 0x85, 0x2028, 0x2029: return .blank
        case 0x00...0x1F, 0x7F...0x9F: return .drop
        case 0x20...0x7E: return .keep
        // Marks and changes of direction.
        case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: return .drop
        // Joiners belong to emoji and to several scripts, not between ASCII letters.
        case 0x200C, 0x200D:
            guard let previous, let next, !previous.isASCII, !next.isASCII else { return .show }
            return isJoiner(previous) || isJoiner(next) ? .show : .keep
        case 0xFE00...0xFE0F: return previous == nil ? .show : .keep
        // The tags of a flag such as Scotland's.
        case 0xE0020...0xE007F:
            guard let previous else { return .show }
            return previous.value == 0x1F3F4 || (0xE0020...0xE007E).contains(previous.value) ? .keep : .show
        // Letters that are blank.
        case 0x115F, 0x1160, 0x2800, 0x3164, 0xFFA0: return .show
        default: break
        }
        switch scalar.properties.generalCategory {
        case .format, .privateUse, .unassigned, .surrogate, .control: return .show
        case .spaceSeparator: return .blank
        default: return scalar.properties.isDefaultIgnorableCodePoint ? .show : .keep
        }
    }

    /// The index behind the escape sequence that starts at `start`; nil when none does.
    ///
    /// A string sequence without its end loses only its introducer: it must not swallow the rest.
    private static func escapeEnd(_ scalars: [Unicode.Scalar], _ start: Int) -> Int? {
        var index = start
        var introducer = scalars[index].value
        if introducer == 0x1B {
            index += 1
            guard index < scalars.count else { return index }
            introducer = scalars[index].value
            // 7-bit forms of the C1 controls.
            if (0x40...0x5F).contains(introducer) { introducer += 0x40 }
        }
        switch introducer {
        case 0x9B:
            index += 1
            while index < scalars.count, (0x20...0x3F).contains(scalars[index].value) { index += 1 }
            return index < scalars.count && (0x40...0x7E).contains(scalars[index].value) ? index + 1 : index
        case 0x90, 0x98, 0x9D, 0x9E, 0x9F:
            return stringEnd(scalars, index + 1) ?? index + 1
        default:
            guard index > start else { return nil }
            while index < scalars.count, (0x20...0x2F).contains(scalars[index].value) { index += 1 }
            return index < scalars.count && (0x30...0x7E).contains(scalars[index].value) ? index + 1 : index
        }
    }

    /// Behind BEL, ST or `ESC \`, looked for within 4,096 characters.
    private static func stringEnd(_ scalars: [Unicode.Scalar], _ start: Int) -> Int? {
        var index = start
        while index < min(scalars.count, start + 4_096) {
            if scalars[index].value == 0x07 || scalars[index].value == 0x9C { return index + 1 }
            if scalars[index].value == 0x1B, index + 1 < scalars.count, scalars[index + 1] == "\\" { return index + 2 }
            index += 1
        }
        return nil
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark: true
        default: false
        }
    }

    private static func isJoiner(_ scalar: Unicode.Scalar) -> Bool { scalar.value == 0x200C || scalar.value == 0x200D }

    private static func hexadecimal(_ value: UInt32) -> String {
        let digits = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(4 - digits.count, 0)) + digits
    }
}
