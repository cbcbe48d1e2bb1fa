/// What `main` calls: parse, run, report, exit.
package enum EntryPoint {
    package static func main() async {}
}
