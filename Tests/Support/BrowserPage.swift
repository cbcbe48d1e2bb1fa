import Faults
import Model

/// A page in a browser, and what somebody finds wrong with it.
package struct BrowserPage {
    private let browser: Browser
    private let session: String
    /// How many things the browser had told before.
    private let start: Int

    /// Opens a file of this machine.
    ///
    /// - Parameter scheme: `light` or `dark`, as the reader wishes.
    package static func open(
        _ path: String, scheme: String = "light", in browser: Browser
    ) async throws -> BrowserPage {
        let target = try await browser.call("Target.createTarget", .object([.init("url", "about:blank")]))
        let attached = try await browser.call(
            "Target.attachToTarget",
            .object([.init("targetId", target["targetId"] ?? .null), .init("flatten", true)]))
        guard let session = attached["sessionId"]?.string else { throw Fault(.inputOutput, "there is no session") }
        let page = BrowserPage(browser: browser, session: session, start: browser.events.count)
        for domain in ["Page", "Network", "Log", "Runtime", "Accessibility"] { try await page.call("\(domain).enable") }
        try await page.call(
            "Emulation.setDeviceMetricsOverride",
            .object([
                .init("width", 1_000), .init("height", 800), .init("deviceScaleFactor", 1), .init("mobile", false),
            ]))
        let wish = JSONValue.object([.init("name", "prefers-color-scheme"), .init("value", .string(scheme))])
        try await page.call("Emulation.setEmulatedMedia", .object([.init("features", .array([wish]))]))
        try await page.call("Page.navigate", .object([.init("url", .string("file://\(path)"))]))
        try await untilTrue("the page is loaded") {
            // While it is not, there may be nothing to ask.
            let state = try? await page.value(of: "`${document.readyState} ${location.href}`")
            return state?.string == "complete file://\(path)"
        }
        return page
    }

    @discardableResult
    private func call(_ method: String, _ parameters: JSONValue = .object([])) async throws -> JSONValue {
        try await browser.call(method, parameters, in: session)
    }

    /// What stands on the console, and what was asked for besides the page itself; asked last, when all was told.
    package func noises(of path: String) -> [String] {
        browser.events[start...].compactMap { method, parameters in
            switch method {
            case "Log.entryAdded": parameters["entry"]?["text"]?.string ?? "an entry"
            case "Runtime.consoleAPICalled", "Runtime.exceptionThrown": parameters.text
            case "Network.requestWillBeSent":
                parameters["request"]?["url"]?.string.flatMap { $0 == "file://\(path)" ? nil : "asks for \($0)" }
            default: nil
            }
        }
    }

    /// What somebody who does not see the page is told nothing of: roles of nodes that have no name.
    package func nameless() async throws -> [String] {
        let nodes = try await call("Accessibility.getFullAXTree")["nodes"]?.array ?? []
        guard !nodes.isEmpty else { throw Fault(.inputOutput, "there is no tree of what can be told") }
        let named: Set<String> = [
            "RootWebArea", "heading", "image", "img", "graphics-document", "link", "button", "columnheader",
            "rowheader", "region", "DisclosureTriangle", "figure",
        ]
        return nodes.compactMap { node in
            guard node["ignored"] != .boolean(true), let role = node["role"]?["value"]?.string, named.contains(role),
                (node["name"]?["value"]?.string ?? "").isEmpty
            else { return nil }
            return role
        }
    }

    /// Texts whose contrast to what is behind them is below 4.5 to 1 (WCAG 2.2, 1.4.3).
    package func faint() async throws -> [String] {
        try await value(of: Self.contrast).array?.compactMap(\.string) ?? ["nothing was looked at"]
    }

    /// The whole page as a PNG, in base64.
    package func picture() async throws -> String {
        let shot = try await call(
            "Page.captureScreenshot", .object([.init("format", "png"), .init("captureBeyondViewport", true)]))
        guard let text = shot["data"]?.string else { throw Fault(.inputOutput, "there is no picture") }
        return text
    }

    /// How far two pictures are apart in the mean of squares of 16 points, from 0 to 1 in the worst square; 1 for two
    /// sizes.
    package func distance(_ one: String, _ other: String) async throws -> Double {
        try await value(of: "(\(Self.comparison))('\(one)', '\(other)')").double ?? 1
    }

    private func value(of script: String) async throws -> JSONValue {
        let told = try await call(
            "Runtime.evaluate",
            .object([.init("expression", .string(script)), .init("awaitPromise", true), .init("returnByValue", true)]))
        if let exception = told["exceptionDetails"] { throw Fault(.inputOutput, exception.text) }
        return told["result"]?["value"] ?? .null
    }

    private static let contrast = """
        (() => {
          const parts = (text) => (text.match(/[\\d.]+/g) || []).map(Number);
          const light = (c) => c.slice(0, 3).map((v) => v / 255)
            .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
            .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
          const behind = (element) => {
            for (let e = element; e; e = e.parentElement) {
              const c = parts(getComputedStyle(e).backgroundColor);
              if (c.length === 3 || c[3] > 0) return c;
            }
            return [255, 255, 255];
          };
          const faint = new Set();
          const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          for (let node = walk.nextNode(); node; node = walk.nextNode()) {
            const text = node.textContent.trim();
            if (!text || node.parentElement.closest("script, style, title")) continue;
            const style = getComputedStyle(node.parentElement);
            const ink = parts(node.parentElement instanceof SVGElement ? style.fill : style.color);
            const [a, b] = [light(ink), light(behind(node.parentElement))].sort((x, y) => y - x);
            if ((a + 0.05) / (b + 0.05) < 4.5) faint.add(text);
          }
          return [...faint];
        })()
        """

    private static let comparison = """
        async (one, other) => {
          const squares = async (text) => {
            const bytes = Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
            const picture = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
            const canvas = new OffscreenCanvas(picture.width, picture.height);
            const context = canvas.getContext("2d");
            context.drawImage(picture, 0, 0);
            const points = context.getImageData(0, 0, picture.width, picture.height).data;
            const width = Math.ceil(picture.width / 16);
            const sums = new Float64Array(width * Math.ceil(picture.height / 16));
            for (let i = 0; i < points.length; i += 4) {
              const [x, y] = [(i / 4) % picture.width, Math.floor(i / 4 / picture.width)];
              sums[Math.floor(y / 16) * width + Math.floor(x / 16)] += (points[i] + points[i + 1] + points[i + 2]) / 3;
            }
            return { size: `${picture.width} ${picture.height}`, sums };
          };
          const [a, b] = [await squares(one), await squares(other)];
          if (a.size !== b.size) return 1;
          return Math.max(...a.sums.map((sum, i) => Math.abs(sum - b.sums[i]) / 256 / 255));
        }
        """
}
