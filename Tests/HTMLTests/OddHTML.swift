import Testing

/// HTML and its text.
struct OddHTML: Sendable, CustomTestStringConvertible {
    var html: String
    var text: String

    init(_ html: String, _ text: String) {
        self.html = html
        self.text = text
    }

    var testDescription: String { html }

    static let all: [OddHTML] = [
        OddHTML("", ""),
        OddHTML("plain", "plain"),
        OddHTML("plain\u{a}", "plain"),
        OddHTML("a\u{d}\u{a}b", "a\u{a}b"),
        OddHTML("<p>one</p><p>two</p>", "one\u{a}two"),
        OddHTML("<p>one<br>two<br/>three<br />four</p>", "one\u{a}twothree\u{a}four"),
        OddHTML("<p>a</p></p></p><p>b", "a\u{a}b"),
        OddHTML("<BR><br ><p>x</P>y", "xy"),
        OddHTML("<p>unclosed <b>bold <i>both</b> italic</i> end", "unclosed bold both italic end"),
        OddHTML(
            "&lt;tag&gt; &amp;amp; &quot;q&quot; &#39;a&#39; &#x27; &nbsp;|&hellip; &euro; &notin; &notit; &amp",
            "<tag> &amp; \"q\" 'a' ' \u{a0}|\u{2026} € ∉ ¬it; &"),
        OddHTML(
            "&#0; &#128; &#xD800; &#x110000; &#13; &unknown; &copy2 &copy",
            "\u{fffd} € \u{fffd} \u{fffd} \u{d} &unknown; ©2 ©"),
        OddHTML("<blockquote><p>q1</p><blockquote><p>q2</p></blockquote></blockquote><p>r</p>", "q1\u{a}q2\u{a}r"),
        OddHTML("<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>字", "漢(kan)字"),
        OddHTML("<p>😀 👩\u{200d}👩\u{200d}👧 é e\u{301}</p>", "😀 👩\u{200d}👩\u{200d}👧 é e\u{301}"),
        OddHTML("<p dir=\"rtl\">שלום \u{202e}abc\u{202c} مرحبا</p>", "שלום \u{202e}abc\u{202c} مرحبا"),
        OddHTML("<script>alert(1)</script>x<style>p{}</style>y", "xy"),
        OddHTML("<iframe src=x>i<b></iframe>z", "z"),
        OddHTML("<noscript><p>no</p></noscript>n", "n"),
        OddHTML("<noembed><b>e</b></noembed>ne<noframes>f</noframes>nf", "nenf"),
        OddHTML("<xmp><b>x</b></xmp>y", "y"),
        OddHTML("<plaintext>rest</p><b>", ""),
        OddHTML(
            "a<svg><text>drawn</text><style>st</style><foreignObject><p>in<script>gone</script></p></foreignObject></svg>b",
            "adrawnstin\u{a}b"),
        OddHTML("<math><mi>m</mi><annotation>note</annotation></math>", "mnote"),
        OddHTML("<template>inside</template>", "inside"),
        OddHTML("<textarea>\u{a}q</textarea>", "q"),
        OddHTML("<pre>\u{a}\u{a}z</pre>", "\u{a}z"),
        OddHTML("<pre>\u{a}z\u{a}</pre>", "z"),
        OddHTML("<title>t&amp;i</title><body>b<head>h", "t&ibh"),
        OddHTML("<table>foo<tr><td>c</td><td>d</table>e", "foocde"),
        OddHTML("<ul><li>a<li>b</ul>", "ab"),
        OddHTML("<select><option>o<option>p</select>", "op"),
        OddHTML("<a href=\"https://example.org/\" class=\"u-url mention\">@<span>user</span></a> hi", "@user hi"),
        OddHTML("<p>Hello <a href=x>#<span>tag</span></a></p>", "Hello #tag"),
        OddHTML("<!-- c -->x<!doctype html>y<![CDATA[z]]><?php w ?>v", "xyv"),
        OddHTML("a < b > c <3 <- <= <>", "a < b > c <3 <- <= <>"),
        OddHTML("<", "<"),
        OddHTML("<p", ""),
        OddHTML("</", "</"),
        OddHTML("&", "&"),
        OddHTML("a&", "a&"),
        OddHTML("<p>\u{9} tab </p>", "\u{9} tab "),
        OddHTML("<p>a</p>\u{a}", "a\u{a}"),
        OddHTML("<p>a</p>\u{a}\u{a}", "a\u{a}\u{a}"),
        OddHTML("x<br>", "x"),
        OddHTML("x<br><br>", "x"),
        OddHTML("<p></p>", ""),
        OddHTML("<img alt=\"alt\">", ""),
        OddHTML("<p>a<p>b<div>c</p>d</div>", "abc\u{a}d"),
        OddHTML("<b><p>x</b>y</p>z", "xy\u{a}z"),
        OddHTML("<a>1<a>2</a>3</a>", "123"),
        OddHTML("<form>f<form>g</form>h</form>", "fgh"),
        OddHTML("<button>b<button>c", "bc"),
        OddHTML("<h1>h<h2>i</h1>j", "hij"),
        OddHTML("<dl><dt>t<dd>d</dl>", "td"),
        OddHTML("<details><summary>s</summary>d</details>", "sd"),
        OddHTML("<video>v<source></video><audio>a</audio><object>o</object>", "vao"),
        OddHTML("<frameset><frame></frameset>fs", "fs"),
        OddHTML("<html><body class=x>hb</body></html>after", "hbafter"),
        OddHTML("<caption>c</caption><td>t</td>", "ct"),
        OddHTML("<nobr>a<nobr>b", "ab"),
        OddHTML("<p><table><p>x</table>", "x"),
        OddHTML("<svg><title>t<b>u</b></title></svg>", "tu"),
        OddHTML("<svg><p>out</p></svg>", "out"),
        OddHTML("\u{a0}x\u{a0}", "\u{a0}x\u{a0}"),
        OddHTML("ab", "ab"),
        OddHTML("<p>one</p><br /></p><br>two", "one\u{a}two"),
        OddHTML("&ltb&gt &AMP &quot", "<b> & \""),
        OddHTML("<p>&lt;br&gt;</p>", "<br>"),
        OddHTML("\u{1}\u{7f}\u{85}", "\u{1}\u{7f}\u{85}"),
        OddHTML(
            "<span class=\"invisible\">https://</span><span class=\"ellipsis\">example.org/very</span><span class=\"invisible\">/long</span>",
            "https://example.org/very/long"),
        OddHTML("<p>line\u{d}\u{a}break\u{d}here</p>", "line\u{a}break\u{a}here"),
        OddHTML("\u{feff}mark first", "mark first"),
        OddHTML("<p>\u{feff}mark inside</p>", "\u{feff}mark inside"),
        OddHTML("<p>\u{f0001}\u{1}</p>", "\u{f0001}\u{fffd}"),
        OddHTML("<textarea><\u{1}x></textarea><x\u{b}>y</x\u{b}>", "<\u{1}x>y"),
        OddHTML("a<isindex prompt=x>b</ISINDEX><textarea><isindex></textarea>", "ab<isindex>"),
        OddHTML("<p>n\0u\0l</p>", "nul"),
        OddHTML("<svg>\0</svg>", "\u{fffd}"),
        OddHTML("<math><h2><![CDATA[q]]>", ""),
        OddHTML("<svg><h1><title><title>x", "<title>x"),
    ]
}
