import Testing

@testable import S3

@Suite struct S3SettingsTests {
    func location(
        _ bucket: String = "media", endpoint: String? = nil, region: String = "us-east-1", path: Bool
    ) -> String {
        var settings = S3Settings(bucket: bucket, accessKey: "", secretKey: "")
        (settings.endpoint, settings.region, settings.usesPathStyle) = (endpoint, region, path)
        let (scheme, host, base) = settings.location
        return "\(scheme) \(host) \(base)"
    }

    @Test func `AWS without an endpoint has the bucket in the host`() {
        #expect(location(path: false) == "https media.s3.us-east-1.amazonaws.com ")
        #expect(location(region: "cn-north-1", path: false) == "https media.s3.cn-north-1.amazonaws.com.cn ")
    }

    @Test func `an endpoint has the bucket in the path, or in the host when told so`() {
        #expect(location(endpoint: "https://s3.example", path: true) == "https s3.example /media")
        #expect(location(endpoint: "https://s3.example/", path: false) == "https media.s3.example ")
        #expect(location(endpoint: "http://127.0.0.1:9000/x/", path: true) == "http 127.0.0.1:9000 /x/media")
        #expect(location(endpoint: "s3.example", path: true) == "https s3.example /media")
    }

    @Test func `a port that the scheme implies is not in the signed host`() {
        #expect(location(endpoint: "https://s3.example:443", path: true) == "https s3.example /media")
        #expect(location(endpoint: "http://s3.example:80", path: true) == "http s3.example /media")
        #expect(location(endpoint: "http://s3.example:443", path: true) == "http s3.example:443 /media")
    }

    @Test func `a bucket with dots stays in the path where a certificate is checked`() {
        #expect(location("a.b", endpoint: "https://s3.example", path: false) == "https s3.example /a.b")
        #expect(location("a.b", endpoint: "http://s3.example", path: false) == "http a.b.s3.example ")
    }

    @Test func `waits grow, stay below their bound and honour the server`() {
        var retry = S3Retry()
        (retry.base, retry.cap) = (.seconds(1), .seconds(4))
        for _ in 0..<50 {
            #expect(retry.delay(before: 2, asked: nil) <= .seconds(1))
            #expect(retry.delay(before: 9, asked: nil) <= .seconds(4))
            #expect(retry.delay(before: 2, asked: .seconds(7)) == .seconds(7))
            #expect(retry.delay(before: 2, asked: .seconds(7000)) == .seconds(60))
        }
    }
}
