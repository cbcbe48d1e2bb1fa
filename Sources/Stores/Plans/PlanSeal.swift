import Crypto

/// A sum over the lines of a plan, so that one that was changed or cut off is found out.
///
/// Each line's digest takes in the one before, so that lines can be sealed one by one, however many there are. It keeps
/// mistakes out, not an enemy: who may write the file may seal it too.
struct PlanSeal: Sendable, Equatable {
    /// 64 hexadecimal digits; empty before the first line.
    private(set) var text = ""

    /// Takes in a line, given without its end.
    mutating func add(_ line: String) {
        text = Digest.sha256Digits(text + "\n" + line)
    }
}
