import Console
import Model

extension BinaryInteger {
    /// `1 file`, `1,234 files`, and with a verb `1 name is hidden`; see `Noun`.
    func counted(_ plural: String, _ verb: String = "") -> String { Noun.counted(self, plural, verb, as: grouped) }
}
