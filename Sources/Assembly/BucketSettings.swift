import Configuration
// Both modules have settings of this name; the bare one is the configured one.
import struct Configuration.S3Settings
import Faults
import S3

extension S3.S3Settings {
    /// The driver's settings for a configured bucket.
    ///
    /// - Throws: `Fault(.configuration)` without a key and its secret.
    init(_ settings: S3Settings) throws {
        guard let key = settings.accessKeyID, let secret = settings.secretAccessKey else {
            throw Fault(
                .configuration, "media lie in S3, but the access key or its secret is missing",
                help: "set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY")
        }
        self.init(bucket: settings.bucket, accessKey: key.reveal(), secretKey: secret.reveal())
        region = settings.region
        endpoint = settings.endpoint
        usesPathStyle = settings.usesPathStyle
        permission = settings.permission ?? ""
        storageClass = settings.storageClass
        batchDeleteLimit = settings.batchDeleteLimit
        connectTimeout = settings.openTimeout
        // The server gives up after S3_READ_TIMEOUT, 5 s; a deletion of 1,000 keys may take a provider longer.
        stallTimeout = max(settings.readTimeout, .seconds(60))
        caFile = settings.caFile
    }
}

extension S3Settings {
    /// `https://host/bucket`, for messages; without name and password, whatever was configured.
    var place: String {
        "\(Address(endpoint ?? "\(scheme)://\(hostname)"))/\(bucket)"
    }
}
