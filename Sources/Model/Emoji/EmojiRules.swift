/// What the server takes for an emoji of its own.
///
/// Source: Mastodon 4.6.5 `app/models/custom_emoji.rb`, `app/models/concerns/attachmentable.rb`.
package enum EmojiRules {
    /// Bytes a picture must stay below.
    package static let size = 256 * 1_024
    /// Pixels of a picture, of a GIF.
    package static let pixels = 33_177_600
    package static let pixelsOfGIF = 921_600
    package static let longestShortcode = 128

    /// Why a shortcode is none; nil for a good one.
    package static func flaw(ofShortcode shortcode: String) -> String? {
        if shortcode.utf8.count < 2 { return "its name has fewer than two letters" }
        if shortcode.utf8.count > longestShortcode { return "its name has more than \(longestShortcode) letters" }
        let isPlain = shortcode.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
                true
            default: false
            }
        }
        return isPlain ? nil : "its name has other signs than letters, digits and _"
    }
}
