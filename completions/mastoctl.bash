#!/bin/bash

__mastoctl_cursor_index_in_current_word() {
    local remaining="${COMP_LINE}"

    local word
    for word in "${COMP_WORDS[@]::COMP_CWORD}"; do
        remaining="${remaining##*([[:space:]])"${word}"*([[:space:]])}"
    done

    local -ir index="$((COMP_POINT - ${#COMP_LINE} + ${#remaining}))"
    if [[ "${index}" -le 0 ]]; then
        printf 0
    else
        printf %s "${index}"
    fi
}

# positional arguments:
#
# - 1: the current (sub)command's count of positional arguments
#
# required variables:
#
# - repeating_flags: the repeating flags that the current (sub)command can accept
# - non_repeating_flags: the non-repeating flags that the current (sub)command can accept
# - repeating_options: the repeating options that the current (sub)command can accept
# - non_repeating_options: the non-repeating options that the current (sub)command can accept
# - positional_number: value ignored
# - unparsed_words: unparsed words from the current command line
#
# modified variables:
#
# - non_repeating_flags: remove flags for this (sub)command that are already on the command line
# - non_repeating_options: remove options for this (sub)command that are already on the command line
# - positional_number: set to the current positional number
# - unparsed_words: remove all flags, options, and option values for this (sub)command
__mastoctl_offer_flags_options() {
    local -ir positional_count="${1}"
    positional_number=0

    local was_flag_option_terminator_seen=false
    local is_parsing_option_value=false

    local -ar unparsed_word_indices=("${!unparsed_words[@]}")
    local -i word_index
    for word_index in "${unparsed_word_indices[@]}"; do
        if "${is_parsing_option_value}"; then
            # This word is an option value:
            # Reset marker for next word iff not currently the last word
            [[ "${word_index}" -ne "${unparsed_word_indices[${#unparsed_word_indices[@]} - 1]}" ]] && is_parsing_option_value=false
            unset "unparsed_words[${word_index}]"
            # Do not process this word as a flag or an option
            continue
        fi

        local word="${unparsed_words["${word_index}"]}"
        if ! "${was_flag_option_terminator_seen}"; then
            case "${word}" in
            --)
                unset "unparsed_words[${word_index}]"
                # by itself -- is a flag/option terminator, but if it is the last word, it is the start of a completion
                if [[ "${word_index}" -ne "${unparsed_word_indices[${#unparsed_word_indices[@]} - 1]}" ]]; then
                    was_flag_option_terminator_seen=true
                fi
                continue
                ;;
            -*)
                # ${word} is a flag or an option
                # If ${word} is an option, mark that the next word to be parsed is an option value
                local option
                for option in "${repeating_options[@]}" "${non_repeating_options[@]}"; do
                    [[ "${word}" = "${option}" ]] && is_parsing_option_value=true && break
                done

                # Remove ${word} from ${non_repeating_flags} or ${non_repeating_options} so it isn't offered again
                local not_found=true
                local -i index
                for index in "${!non_repeating_flags[@]}"; do
                    if [[ "${non_repeating_flags[${index}]}" = "${word}" ]]; then
                        unset "non_repeating_flags[${index}]"
                        non_repeating_flags=("${non_repeating_flags[@]}")
                        not_found=false
                        break
                    fi
                done
                if "${not_found}"; then
                    for index in "${!non_repeating_flags[@]}"; do
                        if [[ "${non_repeating_flags[${index}]}" = "${word}" ]]; then
                            unset "non_repeating_flags[${index}]"
                            non_repeating_flags=("${non_repeating_flags[@]}")
                            break
                        fi
                    done
                fi
                unset "unparsed_words[${word_index}]"
                continue
                ;;
            esac
        fi

        # ${word} is neither a flag, nor an option, nor an option value
        if [[ "${positional_number}" -lt "${positional_count}" || "${positional_count}" -lt 0 ]]; then
            # ${word} is a positional
            ((positional_number++))
            unset "unparsed_words[${word_index}]"
        else
            if [[ -z "${word}" ]]; then
                # Could be completing a flag, option, or subcommand
                positional_number=-1
            else
                # ${word} is a subcommand or invalid, so stop processing this (sub)command
                positional_number=-2
            fi
            break
        fi
    done

    unparsed_words=("${unparsed_words[@]}")

    if\
        ! "${was_flag_option_terminator_seen}"\
        && ! "${is_parsing_option_value}"\
        && [[ ("${cur}" = -* && "${positional_number}" -ge 0) || "${positional_number}" -eq -1 ]]
    then
        COMPREPLY+=($(compgen -W "${repeating_flags[*]} ${non_repeating_flags[*]} ${repeating_options[*]} ${non_repeating_options[*]}" -- "${cur}"))
    fi
}

__mastoctl_add_completions() {
    local completion
    while IFS='' read -r completion; do
        COMPREPLY+=("${completion}")
    done < <(IFS=$'\n' compgen "${@}" -- "${cur}")
}

__mastoctl_custom_complete() {
    if [[ -n "${cur}" || -z ${COMP_WORDS[${COMP_CWORD}]} || "${COMP_LINE:${COMP_POINT}:1}" != ' ' ]]; then
        local -ar words=("${COMP_WORDS[@]}")
    else
        local -ar words=("${COMP_WORDS[@]::${COMP_CWORD}}" '' "${COMP_WORDS[@]:${COMP_CWORD}}")
    fi

    "${COMP_WORDS[0]}" "${@}" "${words[@]}"
}

_mastoctl() {
    local state
    state="$(shopt -p;shopt -po)"
    trap "${state//$'\n'/;}" RETURN
    shopt -s extglob
    set +o history +o posix

    local -xr SAP_SHELL=bash
    local -x SAP_SHELL_VERSION
    SAP_SHELL_VERSION="$(IFS='.';printf %s "${BASH_VERSINFO[*]}")"
    local -r SAP_SHELL_VERSION

    local -r cur="${2}"
    local -r prev="${3}"

    local -i positional_number
    local -a unparsed_words=("${COMP_WORDS[@]:1:${COMP_CWORD}}")

    local -a repeating_flags=()
    local -a non_repeating_flags=(--version -h --help)
    local -a repeating_options=()
    local -a non_repeating_options=()
    __mastoctl_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    accounts|apply|audit|domain-allows|domain-blocks|domains|canonical-email-blocks|email-domain-blocks|ip-blocks|username-blocks|media|preview-cards|prune|reports|search|config|sandbox|settings|instance|login|logout|doctor|version|help)
        # Offer subcommand argument completions
        "_mastoctl_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'accounts apply audit domain-allows domain-blocks domains canonical-email-blocks email-domain-blocks ip-blocks username-blocks media preview-cards prune reports search config sandbox settings instance login logout doctor version help' -- "${cur}"))
        ;;
    esac
}

_mastoctl_accounts() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __mastoctl_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    approve|backup|create|cull|delete|desensitize|disable|enable|fix-duplicates|follow|list|memorialize|merge|migrate|modify|prune|refresh|reject|reset-relationships|revoke-sessions|role|rotate|sensitize|sessions|show|silence|strikes|suspend|unfollow|unsilence|unsuspend)
        # Offer subcommand argument completions
        "_mastoctl_accounts_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'approve backup create cull delete desensitize disable enable fix-duplicates follow list memorialize merge migrate modify prune refresh reject reset-relationships revoke-sessions role rotate sensitize sessions show silence strikes suspend unfollow unsilence unsuspend' -- "${cur}"))
        ;;
    esac
}

_mastoctl_accounts_approve() {
    repeating_flags=()
    non_repeating_flags=(--all --dry-run -v --verbose -y --yes --no-input -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(-n --number --as --via -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '-n'|'--number')
        return
        ;;
    '--as')
        return
        ;;
    '--via')
        __mastoctl_add_completions -W 'api'$'\n''jobs'$'\n''direct'
        return
        ;;
    '-c'|'--concurrency')
        return
        ;;
    '--limit')
        return
        ;;
    '--deadline')
        return
        ;;
    '--rate')
        return
        ;;
    '--lock-wait')
        return
        ;;
    '--metrics-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--ping')
        return
        ;;
    '--allow-schema')
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_accounts_backup() {
    repeating_flags=()
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(-c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '-c'|'--concurrency')
        return
        ;;
    '--limit')
        return
        ;;
    '--deadline')
        return
        ;;
    '--rate')
        return
        ;;
    '--lock-wait')
        return
        ;;
    '--metrics-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--ping')
        return
        ;;
    '--allow-schema')
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_accounts_create() {
    repeating_flags=()
    non_repeating_flags=(--confirmed --approve --reattach --force --password-stdin --show-password --mx --no-mx --dry-run -v --verbose -y --yes --no-input -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--email --role --password-file --resolver -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--email')
        return
        ;;
    '--role')
        return
        ;;
    '--password-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--resolver')
        return
        ;;
    '-c'|'--concurrency')
        return
        ;;
    '--limit')
        return
        ;;
    '--deadline')
        return
        ;;
    '--rate')
        return
        ;;
    '--lock-wait')
        return
        ;;
    '--metrics-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--ping')
        return
        ;;
    '--allow-schema')
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_accounts_cull() {
    repeating_flags=()
    non_repeating_flags=(--once --dry-run -v --verbose -y --yes --no-input -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--confirm-after -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--confirm-after')
        return
        ;;
    '-c'|'--concurrency')
        return
        ;;
    '--limit')
        return
        ;;
    '--deadline')
        return
        ;;
    '--rate')
        return
        ;;
    '--lock-wait')
        return
        ;;
    '--metrics-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--ping')
        return
        ;;
    '--allow-schema')
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_accounts_delete() {
    repeating_flags=()
    non_repeating_flags=(--wait --no-wait --dry-run -v --verbose -y --yes --no-input -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--email --via -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--email')
        return
        ;;
    '--via')
        __mastoctl_add_completions -W 'api'$'\n''jobs'$'\n''direct'
        return
        ;;
    '-c'|'--concurrency')
        return
        ;;
    '--limit')
        return
        ;;
    '--deadline')
        return
        ;;
    '--rate')
        return
        ;;
    '--lock-wait')
        return
        ;;
    '--metrics-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--ping')
        return
        ;;
    '--allow-schema')
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_accounts_desensitize() {
    repeating_flags=()
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--from --where --as --via --plan-out -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--from')
        __mastoctl_add_completions -f
        return
        ;;
    '--where')
        return
        ;;
    '--as')
        return
        ;;
    '--via')
        __mastoctl_add_completions -W 'api'$'\n''jobs'$'\n''direct'
        return
        ;;
    '--plan-out')
        __mastoctl_add_completions -f
        return
        ;;
    '-c'|'--concurrency')
        return
        ;;
    '--limit')
        return
        ;;
    '--deadline')
        return
        ;;
    '--rate')
        return
        ;;
    '--lock-wait')
        return
        ;;
    '--metrics-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--ping')
        return
        ;;
    '--allow-schema')
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_accounts_disable() {
    repeating_flags=()
    non_repeating_flags=(--notify --no-notify --dry-run -v --verbose -y --yes --no-input -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--from --where --as --via --plan-out --text --report-id -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--from')
        __mastoctl_add_completions -f
        return
        ;;
    '--where')
        return
        ;;
    '--as')
        return
        ;;
    '--via')
        __mastoctl_add_completions -W 'api'$'\n''jobs'$'\n''direct'
        return
        ;;
    '--plan-out')
        __mastoctl_add_completions -f
        return
        ;;
    '--text')
        return
        ;;
    '--report-id')
        return
        ;;
    '-c'|'--concurrency')
        return
        ;;
    '--limit')
        return
        ;;
    '--deadline')
        return
        ;;
    '--rate')
        return
        ;;
    '--lock-wait')
        return
        ;;
    '--metrics-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--ping')
        return
        ;;
    '--allow-schema')
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_accounts_enable() {
    repeating_flags=()
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--from --where --as --via --plan-out -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--from')
        __mastoctl_add_completions -f
        return
        ;;
    '--where')
        return
        ;;
    '--as')
        return
        ;;
    '--via')
        __mastoctl_add_completions -W 'api'$'\n''jobs'$'\n''direct'
        return
        ;;
    '--plan-out')
        __mastoctl_add_completions -f
        return
        ;;
    '-c'|'--concurrency')
        return
        ;;
    '--limit')
        return
        ;;
    '--deadline')
        return
        ;;
    '--rate')
        return
        ;;
    '--lock-wait')
        return
        ;;
    '--metrics-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--ping')
        return
        ;;
    '--allow-schema')
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_accounts_fix-duplicates() {
    repeating_flags=()
    non_repeating_flags=(--wait --no-wait --dry-run -v --verbose -y --yes --no-input -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--queue-limit -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--queue-limit')
        return
        ;;
    '-c'|'--concurrency')
        return
        ;;
    '--limit')
        return
        ;;
    '--deadline')
        return
        ;;
    '--rate')
        return
        ;;
    '--lock-wait')
        return
        ;;
    '--metrics-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--ping')
        return
        ;;
    '--allow-schema')
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_accounts_follow() {
    repeating_flags=()
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(-c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '-c'|'--concurrency')
        return
        ;;
    '--limit')
        return
        ;;
    '--deadline')
        return
        ;;
    '--rate')
        return
        ;;
    '--lock-wait')
        return
        ;;
    '--metrics-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--ping')
        return
        ;;
    '--allow-schema')
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_accounts_list() {
    repeating_flags=()
    non_repeating_flags=(--local --remote --reverse -q --quiet --version -h --help)
    repeating_options=(--domain --status --role --email --email-domain --ip --created --active)
    non_repeating_options=(--where --sort --limit --profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--where')
        return
        ;;
    '--domain')
        return
        ;;
    '--status')
        return
        ;;
    '--role')
        return
        ;;
    '--email')
        return
        ;;
    '--email-domain')
        return
        ;;
    '--ip')
        return
        ;;
    '--created')
        return
        ;;
    '--active')
        return
        ;;
    '--sort')
        __mastoctl_add_completions -W 'id'$'\n''created'$'\n''active'$'\n''followers'$'\n''posts'$'\n''storage'
        return
        ;;
    '--limit')
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_accounts_memorialize() {
    repeating_flags=()
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--from --where --as --via --plan-out -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--from')
        __mastoctl_add_completions -f
        return
        ;;
    '--where')
        return
        ;;
    '--as')
        return
        ;;
    '--via')
        __mastoctl_add_completions -W 'api'$'\n''jobs'$'\n''direct'
        return
        ;;
    '--plan-out')
        __mastoctl_add_completions -f
        return
        ;;
    '-c'|'--concurrency')
        return
        ;;
    '--limit')
        return
        ;;
    '--deadline')
        return
        ;;
    '--rate')
        return
        ;;
    '--lock-wait')
        return
        ;;
    '--metrics-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--ping')
        return
        ;;
    '--allow-schema')
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_accounts_merge() {
    repeating_flags=()
    non_repeating_flags=(-f --force --dry-run -v --verbose -y --yes --no-input -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(-c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options 2

    # Offer option value completions
    case "${prev}" in
    '-c'|'--concurrency')
        return
        ;;
    '--limit')
        return
        ;;
    '--deadline')
        return
        ;;
    '--rate')
        return
        ;;
    '--lock-wait')
        return
        ;;
    '--metrics-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--ping')
        return
        ;;
    '--allow-schema')
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_accounts_migrate() {
    repeating_flags=()
    non_repeating_flags=(--replay -f --force --dry-run -v --verbose -y --yes --no-input -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--target -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--target')
        return
        ;;
    '-c'|'--concurrency')
        return
        ;;
    '--limit')
        return
        ;;
    '--deadline')
        return
        ;;
    '--rate')
        return
        ;;
    '--lock-wait')
        return
        ;;
    '--metrics-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--ping')
        return
        ;;
    '--allow-schema')
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_accounts_modify() {
    repeating_flags=()
    non_repeating_flags=(--remove-role --confirm --enable --disable --disable-2fa --approve --reset-password --password-stdin --show-password --mx --no-mx --dry-run -v --verbose -y --yes --no-input -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--role --email --password-file --resolver --as -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--role')
        return
        ;;
    '--email')
        return
        ;;
    '--password-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--resolver')
        return
        ;;
    '--as')
        return
        ;;
    '-c'|'--concurrency')
        return
        ;;
    '--limit')
        return
        ;;
    '--deadline')
        return
        ;;
    '--rate')
        return
        ;;
    '--lock-wait')
        return
        ;;
    '--metrics-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--ping')
        return
        ;;
    '--allow-schema')
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_accounts_prune() {
    repeating_flags=()
    non_repeating_flags=(--careful --dry-run -v --verbose -y --yes --no-input -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--min-age --start-after -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--min-age')
        return
        ;;
    '--start-after')
        return
        ;;
    '-c'|'--concurrency')
        return
        ;;
    '--limit')
        return
        ;;
    '--deadline')
        return
        ;;
    '--rate')
        return
        ;;
    '--lock-wait')
        return
        ;;
    '--metrics-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--ping')
        return
        ;;
    '--allow-schema')
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_accounts_refresh() {
    repeating_flags=()
    non_repeating_flags=(--all --pictures --wait --no-wait --dry-run -v --verbose -y --yes --no-input -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--domain --queue-limit -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--domain')
        return
        ;;
    '--queue-limit')
        return
        ;;
    '-c'|'--concurrency')
        return
        ;;
    '--limit')
        return
        ;;
    '--deadline')
        return
        ;;
    '--rate')
        return
        ;;
    '--lock-wait')
        return
        ;;
    '--metrics-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--ping')
        return
        ;;
    '--allow-schema')
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_accounts_reject() {
    repeating_flags=()
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--from --where --as --via --plan-out -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--from')
        __mastoctl_add_completions -f
        return
        ;;
    '--where')
        return
        ;;
    '--as')
        return
        ;;
    '--via')
        __mastoctl_add_completions -W 'api'$'\n''jobs'$'\n''direct'
        return
        ;;
    '--plan-out')
        __mastoctl_add_completions -f
        return
        ;;
    '-c'|'--concurrency')
        return
        ;;
    '--limit')
        return
        ;;
    '--deadline')
        return
        ;;
    '--rate')
        return
        ;;
    '--lock-wait')
        return
        ;;
    '--metrics-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--ping')
        return
        ;;
    '--allow-schema')
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_accounts_reset-relationships() {
    repeating_flags=()
    non_repeating_flags=(--follows --followers --dry-run -v --verbose -y --yes --no-input -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(-c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '-c'|'--concurrency')
        return
        ;;
    '--limit')
        return
        ;;
    '--deadline')
        return
        ;;
    '--rate')
        return
        ;;
    '--lock-wait')
        return
        ;;
    '--metrics-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--ping')
        return
        ;;
    '--allow-schema')
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_accounts_revoke-sessions() {
    repeating_flags=()
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--from --where --as --via --plan-out -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--from')
        __mastoctl_add_completions -f
        return
        ;;
    '--where')
        return
        ;;
    '--as')
        return
        ;;
    '--via')
        __mastoctl_add_completions -W 'api'$'\n''jobs'$'\n''direct'
        return
        ;;
    '--plan-out')
        __mastoctl_add_completions -f
        return
        ;;
    '-c'|'--concurrency')
        return
        ;;
    '--limit')
        return
        ;;
    '--deadline')
        return
        ;;
    '--rate')
        return
        ;;
    '--lock-wait')
        return
        ;;
    '--metrics-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--ping')
        return
        ;;
    '--allow-schema')
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_accounts_role() {
    repeating_flags=()
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--from --where --as --via --plan-out -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--from')
        __mastoctl_add_completions -f
        return
        ;;
    '--where')
        return
        ;;
    '--as')
        return
        ;;
    '--via')
        __mastoctl_add_completions -W 'api'$'\n''jobs'$'\n''direct'
        return
        ;;
    '--plan-out')
        __mastoctl_add_completions -f
        return
        ;;
    '-c'|'--concurrency')
        return
        ;;
    '--limit')
        return
        ;;
    '--deadline')
        return
        ;;
    '--rate')
        return
        ;;
    '--lock-wait')
        return
        ;;
    '--metrics-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--ping')
        return
        ;;
    '--allow-schema')
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_accounts_rotate() {
    repeating_flags=()
    non_repeating_flags=(--all --dry-run -v --verbose -y --yes --no-input -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(-c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '-c'|'--concurrency')
        return
        ;;
    '--limit')
        return
        ;;
    '--deadline')
        return
        ;;
    '--rate')
        return
        ;;
    '--lock-wait')
        return
        ;;
    '--metrics-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--ping')
        return
        ;;
    '--allow-schema')
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_accounts_sensitize() {
    repeating_flags=()
    non_repeating_flags=(--notify --no-notify --dry-run -v --verbose -y --yes --no-input -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--from --where --as --via --plan-out --text --report-id -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--from')
        __mastoctl_add_completions -f
        return
        ;;
    '--where')
        return
        ;;
    '--as')
        return
        ;;
    '--via')
        __mastoctl_add_completions -W 'api'$'\n''jobs'$'\n''direct'
        return
        ;;
    '--plan-out')
        __mastoctl_add_completions -f
        return
        ;;
    '--text')
        return
        ;;
    '--report-id')
        return
        ;;
    '-c'|'--concurrency')
        return
        ;;
    '--limit')
        return
        ;;
    '--deadline')
        return
        ;;
    '--rate')
        return
        ;;
    '--lock-wait')
        return
        ;;
    '--metrics-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--ping')
        return
        ;;
    '--allow-schema')
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_accounts_sessions() {
    repeating_flags=()
    non_repeating_flags=(-q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--from --where --profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--from')
        __mastoctl_add_completions -f
        return
        ;;
    '--where')
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_accounts_show() {
    repeating_flags=()
    non_repeating_flags=(-q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_accounts_silence() {
    repeating_flags=()
    non_repeating_flags=(--notify --no-notify --dry-run -v --verbose -y --yes --no-input -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--from --where --as --via --plan-out --text --report-id -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--from')
        __mastoctl_add_completions -f
        return
        ;;
    '--where')
        return
        ;;
    '--as')
        return
        ;;
    '--via')
        __mastoctl_add_completions -W 'api'$'\n''jobs'$'\n''direct'
        return
        ;;
    '--plan-out')
        __mastoctl_add_completions -f
        return
        ;;
    '--text')
        return
        ;;
    '--report-id')
        return
        ;;
    '-c'|'--concurrency')
        return
        ;;
    '--limit')
        return
        ;;
    '--deadline')
        return
        ;;
    '--rate')
        return
        ;;
    '--lock-wait')
        return
        ;;
    '--metrics-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--ping')
        return
        ;;
    '--allow-schema')
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_accounts_strikes() {
    repeating_flags=()
    non_repeating_flags=(-q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--from --where --profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--from')
        __mastoctl_add_completions -f
        return
        ;;
    '--where')
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_accounts_suspend() {
    repeating_flags=()
    non_repeating_flags=(--notify --no-notify --dry-run -v --verbose -y --yes --no-input -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--from --where --as --via --plan-out --text --report-id -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--from')
        __mastoctl_add_completions -f
        return
        ;;
    '--where')
        return
        ;;
    '--as')
        return
        ;;
    '--via')
        __mastoctl_add_completions -W 'api'$'\n''jobs'$'\n''direct'
        return
        ;;
    '--plan-out')
        __mastoctl_add_completions -f
        return
        ;;
    '--text')
        return
        ;;
    '--report-id')
        return
        ;;
    '-c'|'--concurrency')
        return
        ;;
    '--limit')
        return
        ;;
    '--deadline')
        return
        ;;
    '--rate')
        return
        ;;
    '--lock-wait')
        return
        ;;
    '--metrics-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--ping')
        return
        ;;
    '--allow-schema')
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_accounts_unfollow() {
    repeating_flags=()
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(-c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '-c'|'--concurrency')
        return
        ;;
    '--limit')
        return
        ;;
    '--deadline')
        return
        ;;
    '--rate')
        return
        ;;
    '--lock-wait')
        return
        ;;
    '--metrics-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--ping')
        return
        ;;
    '--allow-schema')
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_accounts_unsilence() {
    repeating_flags=()
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--from --where --as --via --plan-out -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--from')
        __mastoctl_add_completions -f
        return
        ;;
    '--where')
        return
        ;;
    '--as')
        return
        ;;
    '--via')
        __mastoctl_add_completions -W 'api'$'\n''jobs'$'\n''direct'
        return
        ;;
    '--plan-out')
        __mastoctl_add_completions -f
        return
        ;;
    '-c'|'--concurrency')
        return
        ;;
    '--limit')
        return
        ;;
    '--deadline')
        return
        ;;
    '--rate')
        return
        ;;
    '--lock-wait')
        return
        ;;
    '--metrics-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--ping')
        return
        ;;
    '--allow-schema')
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_accounts_unsuspend() {
    repeating_flags=()
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--from --where --as --via --plan-out -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--from')
        __mastoctl_add_completions -f
        return
        ;;
    '--where')
        return
        ;;
    '--as')
        return
        ;;
    '--via')
        __mastoctl_add_completions -W 'api'$'\n''jobs'$'\n''direct'
        return
        ;;
    '--plan-out')
        __mastoctl_add_completions -f
        return
        ;;
    '-c'|'--concurrency')
        return
        ;;
    '--limit')
        return
        ;;
    '--deadline')
        return
        ;;
    '--rate')
        return
        ;;
    '--lock-wait')
        return
        ;;
    '--metrics-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--ping')
        return
        ;;
    '--allow-schema')
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_apply() {
    repeating_flags=()
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--via -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--via')
        __mastoctl_add_completions -W 'api'$'\n''jobs'$'\n''direct'
        return
        ;;
    '-c'|'--concurrency')
        return
        ;;
    '--limit')
        return
        ;;
    '--deadline')
        return
        ;;
    '--rate')
        return
        ;;
    '--lock-wait')
        return
        ;;
    '--metrics-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--ping')
        return
        ;;
    '--allow-schema')
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    1)
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_audit() {
    repeating_flags=()
    non_repeating_flags=(-q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--since --by --target --source --limit --profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--since')
        return
        ;;
    '--by')
        return
        ;;
    '--target')
        return
        ;;
    '--source')
        __mastoctl_add_completions -W 'server'$'\n''local'
        return
        ;;
    '--limit')
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_domain-allows() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __mastoctl_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    add|list|remove)
        # Offer subcommand argument completions
        "_mastoctl_domain-allows_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'add list remove' -- "${cur}"))
        ;;
    esac
}

_mastoctl_domain-allows_add() {
    repeating_flags=()
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--via --as -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--via')
        __mastoctl_add_completions -W 'api'$'\n''jobs'$'\n''direct'
        return
        ;;
    '--as')
        return
        ;;
    '-c'|'--concurrency')
        return
        ;;
    '--limit')
        return
        ;;
    '--deadline')
        return
        ;;
    '--rate')
        return
        ;;
    '--lock-wait')
        return
        ;;
    '--metrics-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--ping')
        return
        ;;
    '--allow-schema')
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_domain-allows_list() {
    repeating_flags=()
    non_repeating_flags=(-q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--match --profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--match')
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_domain-allows_remove() {
    repeating_flags=()
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--via --as -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--via')
        __mastoctl_add_completions -W 'api'$'\n''jobs'$'\n''direct'
        return
        ;;
    '--as')
        return
        ;;
    '-c'|'--concurrency')
        return
        ;;
    '--limit')
        return
        ;;
    '--deadline')
        return
        ;;
    '--rate')
        return
        ;;
    '--lock-wait')
        return
        ;;
    '--metrics-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--ping')
        return
        ;;
    '--allow-schema')
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_domain-blocks() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __mastoctl_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    add|drift|export|import|list|plan|remove|repair|show|sync|update)
        # Offer subcommand argument completions
        "_mastoctl_domain-blocks_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'add drift export import list plan remove repair show sync update' -- "${cur}"))
        ;;
    esac
}

_mastoctl_domain-blocks_add() {
    repeating_flags=()
    non_repeating_flags=(--reject-media --reject-reports --obfuscate --wait --no-wait --dry-run -v --verbose -y --yes --no-input -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--severity --public-comment --private-comment --queue-limit --via --as -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--severity')
        __mastoctl_add_completions -W 'noop'$'\n''silence'$'\n''suspend'
        return
        ;;
    '--public-comment')
        return
        ;;
    '--private-comment')
        return
        ;;
    '--queue-limit')
        return
        ;;
    '--via')
        __mastoctl_add_completions -W 'api'$'\n''jobs'$'\n''direct'
        return
        ;;
    '--as')
        return
        ;;
    '-c'|'--concurrency')
        return
        ;;
    '--limit')
        return
        ;;
    '--deadline')
        return
        ;;
    '--rate')
        return
        ;;
    '--lock-wait')
        return
        ;;
    '--metrics-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--ping')
        return
        ;;
    '--allow-schema')
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_domain-blocks_drift() {
    repeating_flags=()
    non_repeating_flags=(-q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    1)
        __mastoctl_add_completions -o plusdirs -fX '!*.@(toml)'
        return
        ;;
    esac
}

_mastoctl_domain-blocks_export() {
    repeating_flags=()
    non_repeating_flags=(--private-comments --all -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--dialect --profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--dialect')
        __mastoctl_add_completions -W 'mastodon'$'\n''json'$'\n''oliphant'$'\n''plain'
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_domain-blocks_import() {
    repeating_flags=()
    non_repeating_flags=(--overwrite --skip-bad --dry-run -v --verbose -y --yes --no-input -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--severity --max-severity --prefix --queue-limit --via --as -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--severity')
        __mastoctl_add_completions -W 'noop'$'\n''silence'$'\n''suspend'
        return
        ;;
    '--max-severity')
        __mastoctl_add_completions -W 'noop'$'\n''silence'$'\n''suspend'
        return
        ;;
    '--prefix')
        return
        ;;
    '--queue-limit')
        return
        ;;
    '--via')
        __mastoctl_add_completions -W 'api'$'\n''jobs'$'\n''direct'
        return
        ;;
    '--as')
        return
        ;;
    '-c'|'--concurrency')
        return
        ;;
    '--limit')
        return
        ;;
    '--deadline')
        return
        ;;
    '--rate')
        return
        ;;
    '--lock-wait')
        return
        ;;
    '--metrics-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--ping')
        return
        ;;
    '--allow-schema')
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    1)
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_domain-blocks_list() {
    repeating_flags=()
    non_repeating_flags=(-q --quiet --version -h --help)
    repeating_options=(--severity)
    non_repeating_options=(--match --limit --profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--severity')
        __mastoctl_add_completions -W 'noop'$'\n''silence'$'\n''suspend'
        return
        ;;
    '--match')
        return
        ;;
    '--limit')
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_domain-blocks_plan() {
    repeating_flags=()
    non_repeating_flags=(--all -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--plan-out --as --profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--plan-out')
        __mastoctl_add_completions -f
        return
        ;;
    '--as')
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    1)
        __mastoctl_add_completions -o plusdirs -fX '!*.@(toml)'
        return
        ;;
    esac
}

_mastoctl_domain-blocks_remove() {
    repeating_flags=()
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--via --as -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--via')
        __mastoctl_add_completions -W 'api'$'\n''jobs'$'\n''direct'
        return
        ;;
    '--as')
        return
        ;;
    '-c'|'--concurrency')
        return
        ;;
    '--limit')
        return
        ;;
    '--deadline')
        return
        ;;
    '--rate')
        return
        ;;
    '--lock-wait')
        return
        ;;
    '--metrics-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--ping')
        return
        ;;
    '--allow-schema')
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_domain-blocks_repair() {
    repeating_flags=()
    non_repeating_flags=(--accounts --no-accounts --wait --no-wait --dry-run -v --verbose -y --yes --no-input -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--min-age --queue-limit --via -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--min-age')
        return
        ;;
    '--queue-limit')
        return
        ;;
    '--via')
        __mastoctl_add_completions -W 'api'$'\n''jobs'$'\n''direct'
        return
        ;;
    '-c'|'--concurrency')
        return
        ;;
    '--limit')
        return
        ;;
    '--deadline')
        return
        ;;
    '--rate')
        return
        ;;
    '--lock-wait')
        return
        ;;
    '--metrics-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--ping')
        return
        ;;
    '--allow-schema')
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_domain-blocks_show() {
    repeating_flags=()
    non_repeating_flags=(-q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_domain-blocks_sync() {
    repeating_flags=()
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--max-changes --max-removals --queue-limit --plan-out --via --as -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--max-changes')
        return
        ;;
    '--max-removals')
        return
        ;;
    '--queue-limit')
        return
        ;;
    '--plan-out')
        __mastoctl_add_completions -f
        return
        ;;
    '--via')
        __mastoctl_add_completions -W 'api'$'\n''jobs'$'\n''direct'
        return
        ;;
    '--as')
        return
        ;;
    '-c'|'--concurrency')
        return
        ;;
    '--limit')
        return
        ;;
    '--deadline')
        return
        ;;
    '--rate')
        return
        ;;
    '--lock-wait')
        return
        ;;
    '--metrics-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--ping')
        return
        ;;
    '--allow-schema')
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    1)
        __mastoctl_add_completions -o plusdirs -fX '!*.@(toml)'
        return
        ;;
    esac
}

_mastoctl_domain-blocks_update() {
    repeating_flags=()
    non_repeating_flags=(--reject-media --no-reject-media --reject-reports --no-reject-reports --obfuscate --no-obfuscate --wait --no-wait --dry-run -v --verbose -y --yes --no-input -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--severity --public-comment --private-comment --queue-limit --via --as -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--severity')
        __mastoctl_add_completions -W 'noop'$'\n''silence'$'\n''suspend'
        return
        ;;
    '--public-comment')
        return
        ;;
    '--private-comment')
        return
        ;;
    '--queue-limit')
        return
        ;;
    '--via')
        __mastoctl_add_completions -W 'api'$'\n''jobs'$'\n''direct'
        return
        ;;
    '--as')
        return
        ;;
    '-c'|'--concurrency')
        return
        ;;
    '--limit')
        return
        ;;
    '--deadline')
        return
        ;;
    '--rate')
        return
        ;;
    '--lock-wait')
        return
        ;;
    '--metrics-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--ping')
        return
        ;;
    '--allow-schema')
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_domains() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __mastoctl_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    clear-errors|crawl|list|purge|resume-delivery|show|stop-delivery)
        # Offer subcommand argument completions
        "_mastoctl_domains_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'clear-errors crawl list purge resume-delivery show stop-delivery' -- "${cur}"))
        ;;
    esac
}

_mastoctl_domains_clear-errors() {
    repeating_flags=()
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--via -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--via')
        __mastoctl_add_completions -W 'api'$'\n''jobs'$'\n''direct'
        return
        ;;
    '-c'|'--concurrency')
        return
        ;;
    '--limit')
        return
        ;;
    '--deadline')
        return
        ;;
    '--rate')
        return
        ;;
    '--lock-wait')
        return
        ;;
    '--metrics-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--ping')
        return
        ;;
    '--allow-schema')
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_domains_crawl() {
    repeating_flags=()
    non_repeating_flags=(-x --exclude-suspended -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(-c --concurrency --limit --deadline --profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '-c'|'--concurrency')
        return
        ;;
    '--limit')
        return
        ;;
    '--deadline')
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_domains_list() {
    repeating_flags=()
    non_repeating_flags=(--blocked --unavailable -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--sort --limit --profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--sort')
        __mastoctl_add_completions -W 'accounts'$'\n''media'$'\n''posts'$'\n''last-activity'
        return
        ;;
    '--limit')
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_domains_purge() {
    repeating_flags=()
    non_repeating_flags=(--limited-federation-mode --by-uri --include-subdomains --purge-domain-blocks --subdomain-emoji --wait --no-wait --dry-run -v --verbose -y --yes --no-input -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--via -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--via')
        __mastoctl_add_completions -W 'api'$'\n''jobs'$'\n''direct'
        return
        ;;
    '-c'|'--concurrency')
        return
        ;;
    '--limit')
        return
        ;;
    '--deadline')
        return
        ;;
    '--rate')
        return
        ;;
    '--lock-wait')
        return
        ;;
    '--metrics-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--ping')
        return
        ;;
    '--allow-schema')
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_domains_resume-delivery() {
    repeating_flags=()
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--via --as -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--via')
        __mastoctl_add_completions -W 'api'$'\n''jobs'$'\n''direct'
        return
        ;;
    '--as')
        return
        ;;
    '-c'|'--concurrency')
        return
        ;;
    '--limit')
        return
        ;;
    '--deadline')
        return
        ;;
    '--rate')
        return
        ;;
    '--lock-wait')
        return
        ;;
    '--metrics-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--ping')
        return
        ;;
    '--allow-schema')
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_domains_show() {
    repeating_flags=()
    non_repeating_flags=(--fetch -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_domains_stop-delivery() {
    repeating_flags=()
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--via --as -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--via')
        __mastoctl_add_completions -W 'api'$'\n''jobs'$'\n''direct'
        return
        ;;
    '--as')
        return
        ;;
    '-c'|'--concurrency')
        return
        ;;
    '--limit')
        return
        ;;
    '--deadline')
        return
        ;;
    '--rate')
        return
        ;;
    '--lock-wait')
        return
        ;;
    '--metrics-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--ping')
        return
        ;;
    '--allow-schema')
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_canonical-email-blocks() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __mastoctl_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    add|find|list|remove)
        # Offer subcommand argument completions
        "_mastoctl_canonical-email-blocks_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'add find list remove' -- "${cur}"))
        ;;
    esac
}

_mastoctl_canonical-email-blocks_add() {
    repeating_flags=()
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--from --as --via -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--from')
        __mastoctl_add_completions -f
        return
        ;;
    '--as')
        return
        ;;
    '--via')
        __mastoctl_add_completions -W 'api'$'\n''jobs'$'\n''direct'
        return
        ;;
    '-c'|'--concurrency')
        return
        ;;
    '--limit')
        return
        ;;
    '--deadline')
        return
        ;;
    '--rate')
        return
        ;;
    '--lock-wait')
        return
        ;;
    '--metrics-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--ping')
        return
        ;;
    '--allow-schema')
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_canonical-email-blocks_find() {
    repeating_flags=()
    non_repeating_flags=(-q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--from --profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--from')
        __mastoctl_add_completions -f
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_canonical-email-blocks_list() {
    repeating_flags=()
    non_repeating_flags=(-q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_canonical-email-blocks_remove() {
    repeating_flags=()
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--from --as --via -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--from')
        __mastoctl_add_completions -f
        return
        ;;
    '--as')
        return
        ;;
    '--via')
        __mastoctl_add_completions -W 'api'$'\n''jobs'$'\n''direct'
        return
        ;;
    '-c'|'--concurrency')
        return
        ;;
    '--limit')
        return
        ;;
    '--deadline')
        return
        ;;
    '--rate')
        return
        ;;
    '--lock-wait')
        return
        ;;
    '--metrics-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--ping')
        return
        ;;
    '--allow-schema')
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_email-domain-blocks() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __mastoctl_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    add|export|import|list|remove)
        # Offer subcommand argument completions
        "_mastoctl_email-domain-blocks_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'add export import list remove' -- "${cur}"))
        ;;
    esac
}

_mastoctl_email-domain-blocks_add() {
    repeating_flags=()
    non_repeating_flags=(--with-dns-records --allow-with-approval --dry-run -v --verbose -y --yes --no-input -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--resolver --from --as --via -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--resolver')
        return
        ;;
    '--from')
        __mastoctl_add_completions -f
        return
        ;;
    '--as')
        return
        ;;
    '--via')
        __mastoctl_add_completions -W 'api'$'\n''jobs'$'\n''direct'
        return
        ;;
    '-c'|'--concurrency')
        return
        ;;
    '--limit')
        return
        ;;
    '--deadline')
        return
        ;;
    '--rate')
        return
        ;;
    '--lock-wait')
        return
        ;;
    '--metrics-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--ping')
        return
        ;;
    '--allow-schema')
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_email-domain-blocks_export() {
    repeating_flags=()
    non_repeating_flags=(--only-blocked --only-with-approval -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_email-domain-blocks_import() {
    repeating_flags=()
    non_repeating_flags=(--with-dns-records --allow-with-approval --dry-run -v --verbose -y --yes --no-input -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--resolver --as --via -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--resolver')
        return
        ;;
    '--as')
        return
        ;;
    '--via')
        __mastoctl_add_completions -W 'api'$'\n''jobs'$'\n''direct'
        return
        ;;
    '-c'|'--concurrency')
        return
        ;;
    '--limit')
        return
        ;;
    '--deadline')
        return
        ;;
    '--rate')
        return
        ;;
    '--lock-wait')
        return
        ;;
    '--metrics-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--ping')
        return
        ;;
    '--allow-schema')
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    1)
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_email-domain-blocks_list() {
    repeating_flags=()
    non_repeating_flags=(--only-blocked --only-with-approval -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_email-domain-blocks_remove() {
    repeating_flags=()
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--from --as --via -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--from')
        __mastoctl_add_completions -f
        return
        ;;
    '--as')
        return
        ;;
    '--via')
        __mastoctl_add_completions -W 'api'$'\n''jobs'$'\n''direct'
        return
        ;;
    '-c'|'--concurrency')
        return
        ;;
    '--limit')
        return
        ;;
    '--deadline')
        return
        ;;
    '--rate')
        return
        ;;
    '--lock-wait')
        return
        ;;
    '--metrics-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--ping')
        return
        ;;
    '--allow-schema')
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_ip-blocks() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __mastoctl_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    add|export|import|list|remove)
        # Offer subcommand argument completions
        "_mastoctl_ip-blocks_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'add export import list remove' -- "${cur}"))
        ;;
    esac
}

_mastoctl_ip-blocks_add() {
    repeating_flags=()
    non_repeating_flags=(-f --force --dry-run -v --verbose -y --yes --no-input -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--severity --comment --duration --from --as --via -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--severity')
        __mastoctl_add_completions -W 'sign_up_requires_approval'$'\n''sign_up_block'$'\n''no_access'
        return
        ;;
    '--comment')
        return
        ;;
    '--duration')
        return
        ;;
    '--from')
        __mastoctl_add_completions -f
        return
        ;;
    '--as')
        return
        ;;
    '--via')
        __mastoctl_add_completions -W 'api'$'\n''jobs'$'\n''direct'
        return
        ;;
    '-c'|'--concurrency')
        return
        ;;
    '--limit')
        return
        ;;
    '--deadline')
        return
        ;;
    '--rate')
        return
        ;;
    '--lock-wait')
        return
        ;;
    '--metrics-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--ping')
        return
        ;;
    '--allow-schema')
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_ip-blocks_export() {
    repeating_flags=()
    non_repeating_flags=(--active -q --quiet --version -h --help)
    repeating_options=(--severity)
    non_repeating_options=(--profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--severity')
        __mastoctl_add_completions -W 'sign_up_requires_approval'$'\n''sign_up_block'$'\n''no_access'
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_ip-blocks_import() {
    repeating_flags=()
    non_repeating_flags=(-f --force --dry-run -v --verbose -y --yes --no-input -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--severity --comment --duration --as --via -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--severity')
        __mastoctl_add_completions -W 'sign_up_requires_approval'$'\n''sign_up_block'$'\n''no_access'
        return
        ;;
    '--comment')
        return
        ;;
    '--duration')
        return
        ;;
    '--as')
        return
        ;;
    '--via')
        __mastoctl_add_completions -W 'api'$'\n''jobs'$'\n''direct'
        return
        ;;
    '-c'|'--concurrency')
        return
        ;;
    '--limit')
        return
        ;;
    '--deadline')
        return
        ;;
    '--rate')
        return
        ;;
    '--lock-wait')
        return
        ;;
    '--metrics-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--ping')
        return
        ;;
    '--allow-schema')
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    1)
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_ip-blocks_list() {
    repeating_flags=()
    non_repeating_flags=(--expired -q --quiet --version -h --help)
    repeating_options=(--severity)
    non_repeating_options=(--expiring --covering --profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--severity')
        __mastoctl_add_completions -W 'sign_up_requires_approval'$'\n''sign_up_block'$'\n''no_access'
        return
        ;;
    '--expiring')
        return
        ;;
    '--covering')
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_ip-blocks_remove() {
    repeating_flags=()
    non_repeating_flags=(-f --force --dry-run -v --verbose -y --yes --no-input -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--from --as --via -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--from')
        __mastoctl_add_completions -f
        return
        ;;
    '--as')
        return
        ;;
    '--via')
        __mastoctl_add_completions -W 'api'$'\n''jobs'$'\n''direct'
        return
        ;;
    '-c'|'--concurrency')
        return
        ;;
    '--limit')
        return
        ;;
    '--deadline')
        return
        ;;
    '--rate')
        return
        ;;
    '--lock-wait')
        return
        ;;
    '--metrics-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--ping')
        return
        ;;
    '--allow-schema')
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_username-blocks() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __mastoctl_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    add|list|remove)
        # Offer subcommand argument completions
        "_mastoctl_username-blocks_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'add list remove' -- "${cur}"))
        ;;
    esac
}

_mastoctl_username-blocks_add() {
    repeating_flags=()
    non_repeating_flags=(--contains --allow-with-approval -f --force --dry-run -v --verbose -y --yes --no-input -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--from --as --via -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--from')
        __mastoctl_add_completions -f
        return
        ;;
    '--as')
        return
        ;;
    '--via')
        __mastoctl_add_completions -W 'api'$'\n''jobs'$'\n''direct'
        return
        ;;
    '-c'|'--concurrency')
        return
        ;;
    '--limit')
        return
        ;;
    '--deadline')
        return
        ;;
    '--rate')
        return
        ;;
    '--lock-wait')
        return
        ;;
    '--metrics-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--ping')
        return
        ;;
    '--allow-schema')
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_username-blocks_list() {
    repeating_flags=()
    non_repeating_flags=(-q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_username-blocks_remove() {
    repeating_flags=()
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--from --as --via -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--from')
        __mastoctl_add_completions -f
        return
        ;;
    '--as')
        return
        ;;
    '--via')
        __mastoctl_add_completions -W 'api'$'\n''jobs'$'\n''direct'
        return
        ;;
    '-c'|'--concurrency')
        return
        ;;
    '--limit')
        return
        ;;
    '--deadline')
        return
        ;;
    '--rate')
        return
        ;;
    '--lock-wait')
        return
        ;;
    '--metrics-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--ping')
        return
        ;;
    '--allow-schema')
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_media() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __mastoctl_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    remove|remove-orphans|restore-quarantine|usage|lookup|verify|refresh)
        # Offer subcommand argument completions
        "_mastoctl_media_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'remove remove-orphans restore-quarantine usage lookup verify refresh' -- "${cur}"))
        ;;
    esac
}

_mastoctl_media_remove() {
    repeating_flags=()
    non_repeating_flags=(--prune-profiles --remove-headers --include-follows --keep-interacted --dry-run -v --verbose -y --yes --no-input -q --quiet --version -h --help)
    repeating_options=(--domain --except-domain --type)
    non_repeating_options=(-d --days --larger-than --max-size --until-free --shard -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '-d'|'--days')
        return
        ;;
    '--domain')
        return
        ;;
    '--except-domain')
        return
        ;;
    '--type')
        __mastoctl_add_completions -W 'image'$'\n''gifv'$'\n''video'$'\n''unknown'$'\n''audio'
        return
        ;;
    '--larger-than')
        return
        ;;
    '--max-size')
        return
        ;;
    '--until-free')
        return
        ;;
    '--shard')
        return
        ;;
    '-c'|'--concurrency')
        return
        ;;
    '--limit')
        return
        ;;
    '--deadline')
        return
        ;;
    '--rate')
        return
        ;;
    '--lock-wait')
        return
        ;;
    '--metrics-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--ping')
        return
        ;;
    '--allow-schema')
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_media_remove-orphans() {
    repeating_flags=()
    non_repeating_flags=(--fix-permissions --dry-run -v --verbose -y --yes --no-input -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--start-after --prefix --min-age --quarantine --listing -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--start-after')
        return
        ;;
    '--prefix')
        return
        ;;
    '--min-age')
        return
        ;;
    '--quarantine')
        return
        ;;
    '--listing')
        __mastoctl_add_completions -f
        return
        ;;
    '-c'|'--concurrency')
        return
        ;;
    '--limit')
        return
        ;;
    '--deadline')
        return
        ;;
    '--rate')
        return
        ;;
    '--lock-wait')
        return
        ;;
    '--metrics-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--ping')
        return
        ;;
    '--allow-schema')
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_media_restore-quarantine() {
    repeating_flags=()
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(-c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '-c'|'--concurrency')
        return
        ;;
    '--limit')
        return
        ;;
    '--deadline')
        return
        ;;
    '--rate')
        return
        ;;
    '--lock-wait')
        return
        ;;
    '--metrics-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--ping')
        return
        ;;
    '--allow-schema')
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_media_usage() {
    repeating_flags=()
    non_repeating_flags=(--inventory -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--by --top --profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--by')
        __mastoctl_add_completions -W 'domain'$'\n''account'$'\n''type'$'\n''age'$'\n''style'
        return
        ;;
    '--top')
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_media_lookup() {
    repeating_flags=()
    non_repeating_flags=(-q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_media_verify() {
    repeating_flags=()
    non_repeating_flags=(--styles --fix --dry-run -v --verbose -y --yes --no-input -q --quiet --version -h --help)
    repeating_options=(--kind --domain)
    non_repeating_options=(--top -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--kind')
        __mastoctl_add_completions -W 'avatar'$'\n''header'$'\n''emoji'$'\n''attachment'$'\n''thumbnail'$'\n''preview-card'$'\n''site-upload'$'\n''backup'
        return
        ;;
    '--domain')
        return
        ;;
    '--top')
        return
        ;;
    '-c'|'--concurrency')
        return
        ;;
    '--limit')
        return
        ;;
    '--deadline')
        return
        ;;
    '--rate')
        return
        ;;
    '--lock-wait')
        return
        ;;
    '--metrics-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--ping')
        return
        ;;
    '--allow-schema')
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_media_refresh() {
    repeating_flags=()
    non_repeating_flags=(--force --wait --no-wait --dry-run -v --verbose -y --yes --no-input -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--account --domain --status -d --days --queue-limit -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--account')
        return
        ;;
    '--domain')
        return
        ;;
    '--status')
        return
        ;;
    '-d'|'--days')
        return
        ;;
    '--queue-limit')
        return
        ;;
    '-c'|'--concurrency')
        return
        ;;
    '--limit')
        return
        ;;
    '--deadline')
        return
        ;;
    '--rate')
        return
        ;;
    '--lock-wait')
        return
        ;;
    '--metrics-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--ping')
        return
        ;;
    '--allow-schema')
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_preview-cards() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __mastoctl_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    remove)
        # Offer subcommand argument completions
        "_mastoctl_preview-cards_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'remove' -- "${cur}"))
        ;;
    esac
}

_mastoctl_preview-cards_remove() {
    repeating_flags=()
    non_repeating_flags=(--link --dry-run -v --verbose -y --yes --no-input -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--days -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--days')
        return
        ;;
    '-c'|'--concurrency')
        return
        ;;
    '--limit')
        return
        ;;
    '--deadline')
        return
        ;;
    '--rate')
        return
        ;;
    '--lock-wait')
        return
        ;;
    '--metrics-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--ping')
        return
        ;;
    '--allow-schema')
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_prune() {
    repeating_flags=()
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--policy --only --schedule -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--policy')
        __mastoctl_add_completions -o plusdirs -fX '!*.@(toml)'
        return
        ;;
    '--only')
        return
        ;;
    '--schedule')
        __mastoctl_add_completions -W 'systemd'$'\n''cron'$'\n''kubernetes'
        return
        ;;
    '-c'|'--concurrency')
        return
        ;;
    '--limit')
        return
        ;;
    '--deadline')
        return
        ;;
    '--rate')
        return
        ;;
    '--lock-wait')
        return
        ;;
    '--metrics-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--ping')
        return
        ;;
    '--allow-schema')
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_reports() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __mastoctl_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    assign|list|reopen|resolve|show|unassign)
        # Offer subcommand argument completions
        "_mastoctl_reports_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'assign list reopen resolve show unassign' -- "${cur}"))
        ;;
    esac
}

_mastoctl_reports_assign() {
    repeating_flags=()
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--from --as --via --plan-out -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--from')
        __mastoctl_add_completions -f
        return
        ;;
    '--as')
        return
        ;;
    '--via')
        __mastoctl_add_completions -W 'api'$'\n''jobs'$'\n''direct'
        return
        ;;
    '--plan-out')
        __mastoctl_add_completions -f
        return
        ;;
    '-c'|'--concurrency')
        return
        ;;
    '--limit')
        return
        ;;
    '--deadline')
        return
        ;;
    '--rate')
        return
        ;;
    '--lock-wait')
        return
        ;;
    '--metrics-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--ping')
        return
        ;;
    '--allow-schema')
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_reports_list() {
    repeating_flags=()
    non_repeating_flags=(--resolved --unresolved -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--target --by --category --limit --profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--target')
        return
        ;;
    '--by')
        return
        ;;
    '--category')
        __mastoctl_add_completions -W 'other'$'\n''spam'$'\n''legal'$'\n''violation'
        return
        ;;
    '--limit')
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_reports_reopen() {
    repeating_flags=()
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--from --as --via --plan-out -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--from')
        __mastoctl_add_completions -f
        return
        ;;
    '--as')
        return
        ;;
    '--via')
        __mastoctl_add_completions -W 'api'$'\n''jobs'$'\n''direct'
        return
        ;;
    '--plan-out')
        __mastoctl_add_completions -f
        return
        ;;
    '-c'|'--concurrency')
        return
        ;;
    '--limit')
        return
        ;;
    '--deadline')
        return
        ;;
    '--rate')
        return
        ;;
    '--lock-wait')
        return
        ;;
    '--metrics-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--ping')
        return
        ;;
    '--allow-schema')
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_reports_resolve() {
    repeating_flags=()
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--from --as --via --plan-out -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--from')
        __mastoctl_add_completions -f
        return
        ;;
    '--as')
        return
        ;;
    '--via')
        __mastoctl_add_completions -W 'api'$'\n''jobs'$'\n''direct'
        return
        ;;
    '--plan-out')
        __mastoctl_add_completions -f
        return
        ;;
    '-c'|'--concurrency')
        return
        ;;
    '--limit')
        return
        ;;
    '--deadline')
        return
        ;;
    '--rate')
        return
        ;;
    '--lock-wait')
        return
        ;;
    '--metrics-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--ping')
        return
        ;;
    '--allow-schema')
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_reports_show() {
    repeating_flags=()
    non_repeating_flags=(-q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_reports_unassign() {
    repeating_flags=()
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--from --as --via --plan-out -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--from')
        __mastoctl_add_completions -f
        return
        ;;
    '--as')
        return
        ;;
    '--via')
        __mastoctl_add_completions -W 'api'$'\n''jobs'$'\n''direct'
        return
        ;;
    '--plan-out')
        __mastoctl_add_completions -f
        return
        ;;
    '-c'|'--concurrency')
        return
        ;;
    '--limit')
        return
        ;;
    '--deadline')
        return
        ;;
    '--rate')
        return
        ;;
    '--lock-wait')
        return
        ;;
    '--metrics-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--ping')
        return
        ;;
    '--allow-schema')
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_search() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __mastoctl_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    deploy|queue|status|verify)
        # Offer subcommand argument completions
        "_mastoctl_search_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'deploy queue status verify' -- "${cur}"))
        ;;
    esac
}

_mastoctl_search_deploy() {
    repeating_flags=()
    non_repeating_flags=(--import --no-import --clean --no-clean --reset-chewy --only-mapping --gzip --no-gzip --swap --in-place --resume --dry-run -v --verbose -y --yes --no-input -q --quiet --version -h --help)
    repeating_options=(--only)
    non_repeating_options=(-b --batch-size --since -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--only')
        __mastoctl_add_completions -W 'instances'$'\n''accounts'$'\n''tags'$'\n''public_statuses'$'\n''statuses'
        return
        ;;
    '-b'|'--batch-size')
        return
        ;;
    '--since')
        return
        ;;
    '-c'|'--concurrency')
        return
        ;;
    '--limit')
        return
        ;;
    '--deadline')
        return
        ;;
    '--rate')
        return
        ;;
    '--lock-wait')
        return
        ;;
    '--metrics-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--ping')
        return
        ;;
    '--allow-schema')
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_search_queue() {
    repeating_flags=()
    non_repeating_flags=(--clear --dry-run -v --verbose -y --yes --no-input -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(-c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '-c'|'--concurrency')
        return
        ;;
    '--limit')
        return
        ;;
    '--deadline')
        return
        ;;
    '--rate')
        return
        ;;
    '--lock-wait')
        return
        ;;
    '--metrics-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--ping')
        return
        ;;
    '--allow-schema')
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_search_status() {
    repeating_flags=()
    non_repeating_flags=(--count --no-count -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_search_verify() {
    repeating_flags=()
    non_repeating_flags=(--full --repair --dry-run -v --verbose -y --yes --no-input -q --quiet --version -h --help)
    repeating_options=(--only)
    non_repeating_options=(--sample --top -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--only')
        __mastoctl_add_completions -W 'instances'$'\n''accounts'$'\n''tags'$'\n''public_statuses'$'\n''statuses'
        return
        ;;
    '--sample')
        return
        ;;
    '--top')
        return
        ;;
    '-c'|'--concurrency')
        return
        ;;
    '--limit')
        return
        ;;
    '--deadline')
        return
        ;;
    '--rate')
        return
        ;;
    '--lock-wait')
        return
        ;;
    '--metrics-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--ping')
        return
        ;;
    '--allow-schema')
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_config() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __mastoctl_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    show|check|init)
        # Offer subcommand argument completions
        "_mastoctl_config_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'show check init' -- "${cur}"))
        ;;
    esac
}

_mastoctl_config_show() {
    repeating_flags=()
    non_repeating_flags=(-q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_config_check() {
    repeating_flags=()
    non_repeating_flags=(-q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_config_init() {
    repeating_flags=()
    non_repeating_flags=(--stdout --force -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_sandbox() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __mastoctl_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    start|stop|status|env)
        # Offer subcommand argument completions
        "_mastoctl_sandbox_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'start stop status env' -- "${cur}"))
        ;;
    esac
}

_mastoctl_sandbox_start() {
    repeating_flags=()
    non_repeating_flags=(--s3 -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--dir --mastodon --size --seed --profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--dir')
        __mastoctl_add_completions -d
        return
        ;;
    '--mastodon')
        __mastoctl_add_completions -W '4.3'$'\n''4.4'$'\n''4.5'$'\n''4.6'
        return
        ;;
    '--size')
        __mastoctl_add_completions -W 'small'$'\n''medium'$'\n''large'
        return
        ;;
    '--seed')
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_sandbox_stop() {
    repeating_flags=()
    non_repeating_flags=(--keep -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--dir --profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--dir')
        __mastoctl_add_completions -d
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_sandbox_status() {
    repeating_flags=()
    non_repeating_flags=(-q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--dir --profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--dir')
        __mastoctl_add_completions -d
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_sandbox_env() {
    repeating_flags=()
    non_repeating_flags=(--path -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--dir --profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--dir')
        __mastoctl_add_completions -d
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_settings() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __mastoctl_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    registrations)
        # Offer subcommand argument completions
        "_mastoctl_settings_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'registrations' -- "${cur}"))
        ;;
    esac
}

_mastoctl_settings_registrations() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __mastoctl_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    approved|close|open)
        # Offer subcommand argument completions
        "_mastoctl_settings_registrations_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'approved close open' -- "${cur}"))
        ;;
    esac
}

_mastoctl_settings_registrations_approved() {
    repeating_flags=()
    non_repeating_flags=(--require-reason --require-invite-text --no-require-reason --no-require-invite-text --dry-run -v --verbose -y --yes --no-input -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(-c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '-c'|'--concurrency')
        return
        ;;
    '--limit')
        return
        ;;
    '--deadline')
        return
        ;;
    '--rate')
        return
        ;;
    '--lock-wait')
        return
        ;;
    '--metrics-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--ping')
        return
        ;;
    '--allow-schema')
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_settings_registrations_close() {
    repeating_flags=()
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(-c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '-c'|'--concurrency')
        return
        ;;
    '--limit')
        return
        ;;
    '--deadline')
        return
        ;;
    '--rate')
        return
        ;;
    '--lock-wait')
        return
        ;;
    '--metrics-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--ping')
        return
        ;;
    '--allow-schema')
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_settings_registrations_open() {
    repeating_flags=()
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(-c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '-c'|'--concurrency')
        return
        ;;
    '--limit')
        return
        ;;
    '--deadline')
        return
        ;;
    '--rate')
        return
        ;;
    '--lock-wait')
        return
        ;;
    '--metrics-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--ping')
        return
        ;;
    '--allow-schema')
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_instance() {
    repeating_flags=()
    non_repeating_flags=(-q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_login() {
    repeating_flags=()
    non_repeating_flags=(--open -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--token-file --scopes --profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--token-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--scopes')
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_logout() {
    repeating_flags=()
    non_repeating_flags=(--force -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_doctor() {
    repeating_flags=()
    non_repeating_flags=(--no-write -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_version() {
    repeating_flags=()
    non_repeating_flags=(--instance -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--profile --env-file --format --color --progress --log-file)
    __mastoctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--format')
        __mastoctl_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''ids'
        return
        ;;
    '--color')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--progress')
        __mastoctl_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-file')
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_help() {
    repeating_flags=()
    non_repeating_flags=(--version)
    repeating_options=()
    non_repeating_options=()
    __mastoctl_offer_flags_options -1
}

complete -o filenames -F _mastoctl mastoctl
