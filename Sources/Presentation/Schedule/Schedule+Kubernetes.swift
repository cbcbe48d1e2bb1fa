import Console

extension Schedule.Facts {
    private static let stateMount = "/var/lib/mastoctl"

    /// The policy, a small volume for journals, and the job.
    ///
    /// Source: Kubernetes API batch/v1 CronJob; the pod runs as Mastodon's own image does (uid 991) unless the owner of
    /// the media is known.
    var kubernetesFile: Schedule.File {
        Schedule.File(
            name: "\(unit).yaml",
            text: [policy.map(policyMap) ?? secretNote, stateClaim, job].joined(separator: "---\n"))
    }

    private var head: String {
        """
        # \(unit).yaml
        # Written by `mastoctl \(work.printing) kubernetes`: kubectl apply -f \(unit).yaml
        # To be adapted: the image, the secret's name\(mediaRoot == nil ? "" : ", the claim of the media").
        """
    }

    /// Where there is no policy there is a profile with secrets in it, which nothing prints.
    private var secretNote: String {
        """
        \(head)
        # The profile and the repository's password come from a secret that is made once:
        #   kubectl create secret generic mastoctl-\(work.noun) --from-file=profile.toml=… --from-file=password=…

        """
    }

    private func policyMap(_ policy: String) -> String {
        let lines = policy.split(separator: "\n", omittingEmptySubsequences: false).map {
            $0.isEmpty ? "" : "    \($0)"
        }
        return """
            \(head)
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: \(unit)
            data:
              policy.toml: |
            \(lines.joined(separator: "\n"))

            """
    }

    private var stateClaim: String {
        """
        # Journals: what a killed run had begun is finished by the next one.
        apiVersion: v1
        kind: PersistentVolumeClaim
        metadata:
          name: \(unit)-state
        spec:
          accessModes: [ReadWriteOnce]
          resources:
            requests:
              storage: \(work.room)

        """
    }

    private var job: String {
        let file =
            policy == nil ? ["--profile", "/etc/mastoctl/profile.toml"] : ["--policy", "/etc/mastoctl/policy.toml"]
        let words = work.words + ["--quiet"] + file + options
        let root = mediaRoot.map(Self.quoted)
        return """
            apiVersion: batch/v1
            kind: CronJob
            metadata:
              name: \(unit)
            spec:
              schedule: "\(minute) \(work.hour) * * \(work.day ?? "*")"
              concurrencyPolicy: Forbid
              startingDeadlineSeconds: 3600
              successfulJobsHistoryLimit: 1
              failedJobsHistoryLimit: 3
              jobTemplate:
                spec:
                  backoffLimit: 0
                  template:
                    spec:
                      restartPolicy: Never
                      # SIGTERM lets the batch at work finish.
                      terminationGracePeriodSeconds: 300
                      automountServiceAccountToken: false
                      securityContext:
                        runAsNonRoot: true
                        runAsUser: \(userID == 0 ? 991 : userID)
                        runAsGroup: \(userID == 0 ? 991 : groupID)
                        fsGroup: \(userID == 0 ? 991 : groupID)
                        fsGroupChangePolicy: OnRootMismatch
                        seccompProfile:
                          type: RuntimeDefault
                      containers:
                        - name: mastoctl
                          # Any image with the program, \(work.image).
                          image: "mastoctl:\(version)"
                          command: ["mastoctl"]
                          args: [\(words.map(Self.quoted).joined(separator: ", "))]
                          # As in .env.production: LOCAL_DOMAIN, DB_*, REDIS_*, S3_*, AWS_*; also MASTOCTL_PING_URL.
                          envFrom:
                            - secretRef:
                                name: mastodon-env
                          env:
                            - name: MASTOCTL_STATE_DIR
                              value: \(Self.stateMount)\(Self.item(16, passwordVariable))\(Self.item(16, root.map { ["name: PAPERCLIP_ROOT_PATH", "value: \($0)"] }))
                          securityContext:
                            allowPrivilegeEscalation: false
                            readOnlyRootFilesystem: true
                            capabilities:
                              drop: [ALL]
                          resources:
                            requests:
                              cpu: 100m
                              memory: 64Mi
                            limits:
                              memory: \(work.memory)
                          volumeMounts:
                            - name: \(settings)
                              mountPath: /etc/mastoctl
                              readOnly: true
                            - name: state
                              mountPath: \(Self.stateMount)\(Self.item(16, root.map { ["name: media", "mountPath: \($0)"] }))
                      volumes:
                        - name: \(settings)
                          \(policy == nil ? "secret" : "configMap"):
                            \(policy == nil ? "secretName: mastoctl-\(work.noun)" : "name: \(unit)")
                        - name: state
                          persistentVolumeClaim:
                            claimName: \(unit)-state\(Self.item(12, root.map { _ in Self.mediaVolume }))

            """
    }

    private var settings: String { policy == nil ? "profile" : "policy" }

    private var passwordVariable: [String]? {
        policy == nil ? ["name: MASTOCTL_BACKUP_PASSWORD_FILE", "value: /etc/mastoctl/password"] : nil
    }

    private static let mediaVolume = ["name: media", "persistentVolumeClaim:", "  claimName: mastodon-system"]

    /// One more item of a list, on lines of its own behind the line before; nothing for nil.
    private static func item(_ indentation: Int, _ lines: [String]?) -> String {
        let blanks = String(repeating: " ", count: indentation)
        return (lines ?? []).enumerated().map { "\n\(blanks)\($0.offset == 0 ? "- " : "  ")\($0.element)" }.joined()
    }

    /// JSON's strings are YAML's too.
    private static func quoted(_ text: String) -> String { (try? JSONText.line(text)) ?? "\"\"" }
}
