import Configuration
import Faults
import Support
import Testing

private func read(_ text: String, environment: [String: String] = [:]) throws -> [String: String] {
    let content = FileContent(bytes: Array(text.utf8))
    return try EnvFile(path: "/e", content: content, dialect: .compose, environment: environment).entries
        .mapValues(\.value)
}

/// The right values are those of compose-go 2.
@Suite struct ComposeEnvReaderTests {
    @Test(
        arguments: [
            // Blanks and comments.
            ("F=bar", "bar"), ("F =bar", "bar"), ("F= bar", "bar"), ("  F=bar", "bar"), ("F=bar  ", "bar"), ("F=", ""),
            ("F=true   # in a bucket", "true"), ("F=bar #this", "bar"), ("F=bar #", "bar"), ("F=1#none", "1#none"),
            ("F=bar\t# none", "bar\t# none"), ("F=#none", "#none"), ("F=   # none", "# none"), ("F=a b", "a b"),
            ("F=https://x.example/   # from the dashboard", "https://x.example/"), ("F=a=b==", "a=b=="),
            ("F: 1", "1"), ("F:1", "1"), ("F: a=b", "a=b"), ("F=1:B", "1:B"), ("F=bar\r\n", "bar"),
            ("F=bar # x\r\n", "bar"),
            ("\u{FEFF}F=bar", "bar"), ("F=\u{A0}bar\u{A0}", "bar"),
            // The word export.
            ("export F=2", "2"), ("export\tF=2", "2"), ("  export F=2", "2"), (#"export F="export A""#, "export A"),
            // Quotes.
            (#"F="bar""#, "bar"), ("F='bar'", "bar"), (#"F="'d'""#, "'d'"), (#"F='"d"'"#, #""d""#),
            (##"F="ba#r" # c"##, "ba#r"), ("F='ba #r'#c", "ba #r"), (#"F=a"b"c"#, #"a"b"c"#), (#"F= "bar" "#, "bar"),
            (#"F="\"quoted\"""#, #""quoted""#), (#"F='it\'s'"#, "it's"), (#"F="bar\nbaz\\""#, "bar\nbaz\\"),
            ("F=\"a\n\nb # c\n\"", "a\n\nb # c\n"), ("F='a\r\nb'", "a\r\nb"), (#"F="""#, ""), ("F=''", ""),
            // Escapes, in double quotes only.
            (#"F="a\tb""#, "a\tb"), (#"F=a\tb"#, #"a\tb"#), (#"F='a\tb'"#, #"a\tb"#),
            (#"F="Z\aZ\bZ\fZ\nZ\rZ\tZ\vZ\\Z\0123Z""#, "Z\u{7}Z\u{8}Z\u{C}Z\nZ\rZ\tZ\u{B}Z\\ZSZ"),
            (#"F="bar\n\ b""#, "bar\n\\ b"), (#"F="\x07\u12e4\c""#, #"\x07\u12e4\c"#), (#"F="\0""#, #"\"#),
            (#"F="\0999\012""#, #"\999\12"#), (#"F="\0400""#, #"\400"#), (#"F="\\r""#, #"\r"#), (#"F='\\'"#, #"\\"#),
            // Interpolation.
            ("F=aa$$bb", "aa$bb"), ("F='aa$$bb'", "aa$$bb"), (#"F="aa$$bb""#, "aa$bb"), ("F=$S.$S", "set.set"),
            ("F=${S}x", "setx"), ("F='$S ${S}'", "$S ${S}"), (#"F="a $S""#, "a set"),
            (#"F="a\$S \${S} $S""#, "a$S ${S} set"),
            ("F=$N-$S", "-set"), ("F=$1 $ $", "$1 $ $"), ("F=5$", "5$"), (#"F=\$S"#, #"\set"#), ("F=$Sx", ""),
            ("F=${N:-d}", "d"), ("F=${E:-d}", "d"), ("F=${S:-d}", "set"), ("F=${N-d}", "d"), ("F=${E-d}", ""),
            ("F=${S-d}", "set"), ("F=${S:?w}", "set"), ("F=${E?w}", ""), ("F=${S:+alt}", "alt"), ("F=${E:+alt}", ""),
            ("F=${N:+alt}", ""), ("F=${E+alt}", "alt"), ("F=${N+alt}", ""), ("F=${S+alt}", "alt"), ("F=${N:-}", ""),
            ("F=${N:-a b}-${S}", "a b-set"), ("F=${N:-${S}}", "set"), ("F=${N:-${E:-$S}}x", "setx"),
            ("F=${N:-a}}", "a}"),
            ("F=${N:-{x}y}", "{x}y"), ("F=${N:-a:-b}", "a:-b"),
            ("F=${N-https://x.example/?a=b}", "https://x.example/?a=b"),
            ("F=${N:-a$$b}", "a$b"), ("F=$(date)", "$(date)"), ("F=${s}", "lower"), ("F=${N:-a", nil), ("F=${}", nil),
            ("F=${1}", nil), ("F=${N:?words}", nil), ("F=${E:?words}", nil), ("F=${N?words}", nil), ("F=${S%x}", nil),
            ("F=${a b}", nil), (#"F="unclosed"#, nil), ("F='unclosed\n", nil), ("a b=1", nil), ("lol$wut=1", nil),
        ] as [(String, String?)])
    func `one assignment reads as Compose reads it`(line: String, value: String?) throws {
        let environment = ["S": "set", "E": "", "s": "lower"]
        guard let value else {
            let fault = #expect(throws: Fault.self) { try read("A=1\n" + line, environment: environment) }
            #expect(fault?.kind == .configuration)
            #expect(fault?.message.hasPrefix("/e:2: ") == true)
            return
        }
        #expect(try read(line, environment: environment) == ["F": value])
        #expect(
            try read(
                "A=1\n" + (line.hasPrefix("\u{FEFF}") ? String(line.dropFirst()) : line) + "\nB=2\n",
                environment: environment) == ["A": "1", "F": value, "B": "2"])
    }

    @Test func `names come from earlier lines too, the environment before them`() throws {
        let values = try read("A=file\nB=$A-$C\nC=late\nexport D=${A}", environment: ["A": "env"])
        #expect(values == ["A": "file", "B": "env-", "C": "late", "D": "env"])
        #expect(try read("A=1\nB=${A}2") == ["A": "1", "B": "12"])
    }

    @Test func `a bare name takes its value from the environment, and what has none is left out`() throws {
        #expect(try read("A\nB\nC=3\n", environment: ["A": "outside"]) == ["A": "outside", "C": "3"])
    }

    @Test func `what follows a closed quotation mark is the next assignment, as there`() throws {
        #expect(try read("A='1' B=2\nC=3") == ["A": "1", "B": "2", "C": "3"])
    }

    @Test func `names of other scripts, dots, hyphens and brackets are names`() throws {
        #expect(try read("árvíz-1.x=1\na[1]=2\nexportX=3\n") == ["árvíz-1.x": "1", "a[1]": "2", "exportX": "3"])
    }

    @Test func `line numbers count what came before, multi-line values too`() throws {
        let content = FileContent(bytes: Array("# one\n\nA=\"x\ny\"\n  \nB=2 # c\nC\nD=3\n".utf8))
        let file = try EnvFile(path: "/e", content: content, dialect: .compose, environment: ["C": "c"])
        #expect(file.entries.mapValues(\.line) == ["A": 3, "B": 6, "C": 7, "D": 8])
    }

    @Test func `nothing that is refused is quoted, and nothing overflows the stack`() throws {
        for line in ["A=${canary", "A=${X:?canary}", "A=\"canary", "A=1\nca nary=canary"] {
            let fault = #expect(throws: Fault.self) { try read(line) }
            #expect("\(fault!)".contains("canary") == false)
        }
        let deep = String(repeating: "${N:-", count: 2_000) + String(repeating: "}", count: 2_000)
        #expect(throws: Fault.self) { try read("A=\(deep)") }
    }

    @Test func `megabytes are read in linear time`() throws {
        let time = try workedSeconds {
            _ = try read(String(repeating: "\n", count: 1 << 17) + "A=1")
            _ = try read(String(repeating: "A='\n'\n", count: 1 << 13))
            _ = try read(String(repeating: "A=$B ${B:-x} # y\n", count: 1 << 13))
            _ = try read("A=" + String(repeating: "${A:-x}", count: 1 << 13))
        }
        #expect(time < 20)
    }

    @Test(arguments: [EnvDialect.compose, .dotenv])
    func `lines that double a value end in a fault, not in memory`(dialect: EnvDialect) {
        let content = FileContent(bytes: Array(("A=xxxxxxxx\n" + String(repeating: "A=$A$A\n", count: 64)).utf8))
        let fault = #expect(throws: Fault.self) {
            try EnvFile(path: "/e", content: content, dialect: dialect, environment: [:])
        }
        #expect(fault?.message.hasSuffix("the value of A is too long") == true)
    }
}
