import Crypto
import HTTP
import Testing

@testable import S3

/// The examples of AWS's own documentation ("Signature Calculations for the Authorization Header", S3 API reference).
@Suite struct SignatureTests {
    let signature = Signature(
        accessKey: "AKIAIOSFODNN7EXAMPLE", secretKey: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", region: "us-east-1")
    let host = "examplebucket.s3.amazonaws.com"
    /// 2013-05-24T00:00:00Z.
    let time = 1_369_353_600
    let empty = Digest.hexadecimal(Digest.sha256([]))

    func authorization(
        _ method: String, _ path: String, query: [(String, String)] = [], headers: HTTPHeaders = [:], body: String = ""
    ) -> String {
        var headers = headers
        _ = signature.sign(
            method, path: path, query: query, host: host, headers: &headers,
            digest: Digest.hexadecimal(Digest.sha256(Array(body.utf8))), time: time)
        return headers["Authorization"] ?? ""
    }

    @Test func `the digest of nothing is the published one`() {
        #expect(empty == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
        #expect(Digest.base64(Digest.md5(Array("hello".utf8))) == "XUFAKrxLKna5cZ2REBfFkg==")
    }

    @Test func `GET object with a range`() {
        let text = authorization("GET", "/test.txt", headers: ["Range": "bytes=0-9"])
        #expect(text.hasSuffix("Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41"))
        #expect(text.contains("Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request"))
        #expect(text.contains("SignedHeaders=host;range;x-amz-content-sha256;x-amz-date"))
    }

    @Test func `PUT object`() {
        let headers: HTTPHeaders = [
            "Date": "Fri, 24 May 2013 00:00:00 GMT", "x-amz-storage-class": "REDUCED_REDUNDANCY",
        ]
        let text = authorization("PUT", "/test%24file.text", headers: headers, body: "Welcome to Amazon S3.")
        #expect(text.hasSuffix("Signature=98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd"))
    }

    @Test func `GET bucket lifecycle, a query without a value`() {
        let text = authorization("GET", "/", query: [("lifecycle", "")])
        #expect(text.hasSuffix("Signature=fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543"))
    }

    @Test func `list objects, a query out of order`() {
        let text = authorization("GET", "/", query: [("prefix", "J"), ("max-keys", "2")])
        #expect(text.hasSuffix("Signature=34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7"))
    }

    @Test(arguments: [
        ("a b+c", "a%20b%2Bc"), ("é/ü", "%C3%A9/%C3%BC"), ("~-._", "~-._"), ("a?b#c", "a%3Fb%23c"), ("a//b", "a//b"),
    ])
    func `keys are encoded byte by byte`(key: String, encoded: String) {
        #expect(Percent.encode(key, keepingSlashes: true) == encoded)
        #expect(Percent.decode(encoded) == Array(key.utf8))
    }

    @Test func `a plus in a listing is a space and a stray percent stays`() {
        #expect(Percent.decode("a+b%2Bc%zz%4") == Array("a b+c%zz%4".utf8))
    }

    @Test func `times are read in both notations`() {
        #expect(Timestamp.parse(iso: "2013-05-24T00:00:00.000Z") == Double(time))
        #expect(Timestamp.parse(header: "Fri, 24 May 2013 00:00:00 GMT") == Double(time))
        #expect(Timestamp.parse(iso: "yesterday") == nil)
        #expect(Timestamp.parse(header: "") == nil)
    }
}
