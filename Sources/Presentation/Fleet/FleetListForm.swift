/// The forms of `fleet list` beside the usual ones: inventories that Ansible reads.
package enum FleetListForm: String, OwnForms {
    case ini = "ansible-ini"
    case yaml = "ansible-yaml"

    package static var usual: FleetListForm? { nil }
}
