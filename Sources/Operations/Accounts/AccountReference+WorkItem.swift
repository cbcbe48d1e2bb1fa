import Model

extension AccountReference: WorkItem {
    package var label: String? { handle }
}
