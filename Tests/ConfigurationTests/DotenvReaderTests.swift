import Configuration
import Faults
import Support
import Testing

private func read(_ text: String, environment: [String: String] = [:]) throws -> [String: String] {
    let content = FileContent(bytes: Array(text.utf8))
    return try EnvFile(path: "/e", content: content, dialect: .dotenv, environment: environment).entries
        .mapValues(\.value)
}

/// The cases are what Ruby's dotenv 3.2 answers to the same input.
@Suite struct DotenvReaderTests {
    @Test(arguments: [
        ("FOO=bar", "bar"), ("FOO= bar", "bar"), ("FOO =bar", "bar"), ("  FOO=bar", "bar"), ("FOO=bar  ", "bar"),
        (#"FOO="bar""#, "bar"), (#"FOO="bar"  "#, "bar"), ("FOO='bar'", "bar"), ("FOO='bar'  ", "bar"),
        (#"FOO="escaped\"bar""#, #"escaped"bar"#), ("FOO=", ""), ("FOO", ""), (#"FOO=bar\ bar"#, "bar bar"),
        ("FOO: 1", "1"), ("export FOO=2", "2"), ("FOO=bar # comment", "bar"), ("FOO=bar#comment", "bar"),
        (##"FOO="bar#baz" # comment"##, "bar#baz"), (##"FOO= "bar#baz" # comment"##, "bar#baz"),
        ("FOO='ba#r'", "ba#r"), (#"FOO="bar\nbaz""#, #"bar\nbaz"#), (#"FOO="bar\rbaz""#, #"bar\rbaz"#),
        (#"FOO=bar\nbaz"#, "barnbaz"), (#"FOO="foo\$BAR""#, "foo$BAR"), (#"FOO="foo\${BAR}""#, "foo${BAR}"),
        ("FOO='quote $BAR'", "quote $BAR"), (#"FOO="bar $ ""#, "bar $ "), (#"FOO="bar\$ \$\$""#, "bar$ $$"),
        ("FOO=\"a\n\nb\n\nc\"", "a\n\nb\n\nc"), ("FOO='line 1\nline 2'", "line 1\nline 2"),
        (#"FOO='it\'s'"#, #"it\'s"#), (#"FOO='C:\'"#, #"C:\"#), ("FOO='a'b'", "a'b"), ("FOO=\"unclosed", "\"unclosed"),
        ("FOO=\n\"next\"", "next"), ("FOO=a=b==", "a=b=="), ("FOO=p@ss:w/rd", "p@ss:w/rd"),
    ])
    func `one assignment reads as dotenv reads it`(line: String, value: String) throws {
        #expect(try read(line) == ["FOO": value])
    }

    @Test(arguments: ["", "\n \t \n", "# FOO=1", "lol$wut", "=x", "-FOO=1", "$(date)"])
    func `what is no assignment is skipped`(text: String) throws {
        #expect(try read(text).isEmpty)
    }

    @Test func `variables come from the environment, then from earlier lines, else are empty`() throws {
        let values = try read("A=file\nB=$A-${C}-$D\nE=\"${A}x\"", environment: ["C": "outside", "A": "env"])
        #expect(values["B"] == "env-outside-")
        #expect(values["E"] == "envx")
        #expect(try read("A=1\nB=${A}2")["B"] == "12")
    }

    @Test func `a command is kept as text and marked, never run`() throws {
        let content = FileContent(bytes: Array("FOO=$(echo hi)\nBAR=\\$(echo hi)".utf8))
        let file = try EnvFile(path: "/e", content: content, dialect: .dotenv, environment: [:])
        #expect(file.entries["FOO"]?.value == "$(echo hi)")
        #expect(file.entries["FOO"]?.holdsCommand == true)
        #expect(file.entries["BAR"] == EnvFile.Entry(value: "$(echo hi)", line: 2))
    }

    @Test func `line ends of every kind are line ends, and a byte order mark is none of the text`() throws {
        #expect(try read("\u{FEFF}A=1\r\nB=2\rC=3\n") == ["A": "1", "B": "2", "C": "3"])
    }

    @Test func `line numbers count what came before, multi-line values too`() throws {
        let text = "# one\n\nA=\"x\ny\"\n  \nB=2\nlol$wut\nexport C=3\n"
        let content = FileContent(bytes: Array(text.utf8))
        let file = try EnvFile(path: "/e", content: content, dialect: .dotenv, environment: [:])
        #expect(file.entries.mapValues(\.line) == ["A": 3, "B": 6, "C": 8])
    }

    @Test func `the older meaning of a line break in quotes can be asked for`() throws {
        #expect(try read("DOTENV_LINEBREAK_MODE=legacy\nA=\"x\\ny\"")["A"] == "x\ny")
    }

    @Test func `an exported name without a value is refused with its line`() {
        let fault = #expect(throws: Fault.self) { try read("A=1\nexport A\nexport B\n") }
        #expect(fault?.message.hasPrefix("/e:3:") == true)
        #expect(fault?.kind == .configuration)
    }

    @Test(arguments: [("\n", "A=1"), ("A='\n", ""), (" \n", "$")])
    func `blank lines, quotes and names are read in time that grows as they do`(unit: String, end: String) {
        let ratio = growth(unit, kilobytes: 64) { text in
            #expect(throws: Never.self) { try read(text + end) }
        }
        #expect(ratio < 24, "\(unit.debugDescription): \(ratio)")
    }
}
