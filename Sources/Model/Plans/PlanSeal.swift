/// A sum over the lines of a plan, so that one that was changed or cut off is found out.
///
/// Each line's digest takes in the one before, so that lines can be sealed one by one, however many there are. It keeps
/// mistakes out, not an enemy: who may write the file may seal it too.
package struct PlanSeal: Sendable, Equatable {
    /// 64 hexadecimal digits; empty before the first line.
    package private(set) var text = ""

    package init() {}

    /// Takes in a line, given without its end.
    package mutating func add(_ line: String) {
        text = SHA256.hex(text + "\n" + line)
    }
}
