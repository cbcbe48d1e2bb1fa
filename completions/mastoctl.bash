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
    accounts|reports|statuses|invites|roles|email-subscriptions|canonical-email-blocks|email-domain-blocks|ip-blocks|username-blocks|domains|domain-blocks|domain-allows|relays|fasp|media|preview-cards|emoji|statuses|prune|search|instance|doctor|top|queues|mail|support|audit|backup|stats|settings|rules|terms|announcements|trends|tags|webhooks|cache|upgrade|maintenance|feeds|self-destruct|apply|fleet|config|login|logout|sandbox|version|help)
        # Offer subcommand argument completions
        "_mastoctl_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'accounts reports statuses invites roles email-subscriptions canonical-email-blocks email-domain-blocks ip-blocks username-blocks domains domain-blocks domain-allows relays fasp media preview-cards emoji statuses prune search instance doctor top queues mail support audit backup stats settings rules terms announcements trends tags webhooks cache upgrade maintenance feeds self-destruct apply fleet config login logout sandbox version help' -- "${cur}"))
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
    approve|backup|clean-posts|create|cull|delete|delete-archives|desensitize|disable|dossier|enable|fix-duplicates|follow|list|memorialize|merge|migrate|modify|notes|prune|refresh|reject|resend-confirmation|reset-relationships|revoke-sessions|role|rotate|sensitize|sessions|show|silence|strikes|suspend|unfollow|unsilence|unsuspend|warn)
        # Offer subcommand argument completions
        "_mastoctl_accounts_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'approve backup clean-posts create cull delete delete-archives desensitize disable dossier enable fix-duplicates follow list memorialize merge migrate modify notes prune refresh reject resend-confirmation reset-relationships revoke-sessions role rotate sensitize sessions show silence strikes suspend unfollow unsilence unsuspend warn' -- "${cur}"))
        ;;
    esac
}

_mastoctl_accounts_approve() {
    repeating_flags=()
    non_repeating_flags=(--all --dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(-n --number --as --via -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(-c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_accounts_clean-posts() {
    repeating_flags=()
    non_repeating_flags=(--media-only --keep-pinned --no-keep-pinned --keep-direct --no-keep-direct --keep-polls --keep-favourites --keep-bookmarks --dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--before --min-favourites --min-boosts --via -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
    __mastoctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--before')
        return
        ;;
    '--min-favourites')
        return
        ;;
    '--min-boosts')
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
    '--api-url')
        return
        ;;
    '--format')
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
    non_repeating_flags=(--confirmed --approve --reattach --force --password-stdin --show-password --mx --no-mx --dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--email --role --password-file --resolver -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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
    non_repeating_flags=(--once --dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--confirm-after -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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
    non_repeating_flags=(--wait --no-wait --dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--email --via -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_accounts_delete-archives() {
    repeating_flags=()
    non_repeating_flags=(--all --dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--older-than -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
    __mastoctl_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--older-than')
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
    '--api-url')
        return
        ;;
    '--format')
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
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--from --where --as --via --plan-out -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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
    non_repeating_flags=(--notify --no-notify --dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--from --where --as --via --plan-out --text --report-id -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_accounts_dossier() {
    repeating_flags=()
    non_repeating_flags=(--legal --dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--out -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
    __mastoctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--out')
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
    '--api-url')
        return
        ;;
    '--format')
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
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--from --where --as --via --plan-out -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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
    non_repeating_flags=(--wait --no-wait --dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--queue-limit -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(-c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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
    non_repeating_options=(--where --sort --limit --profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--from --where --as --via --plan-out -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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
    non_repeating_flags=(-f --force --dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(-c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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
    non_repeating_flags=(--replay -f --force --dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--target -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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
    non_repeating_flags=(--remove-role --confirm --enable --disable --disable-2fa --approve --reset-password --password-stdin --show-password --mx --no-mx --dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--role --email --password-file --resolver --as -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_accounts_notes() {
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
        "_mastoctl_accounts_notes_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'add list remove' -- "${cur}"))
        ;;
    esac
}

_mastoctl_accounts_notes_add() {
    repeating_flags=()
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--as --via -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
    __mastoctl_offer_flags_options 2

    # Offer option value completions
    case "${prev}" in
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_accounts_notes_list() {
    repeating_flags=()
    non_repeating_flags=(-q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_accounts_notes_remove() {
    repeating_flags=()
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--as --via -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
    __mastoctl_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
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
    '--api-url')
        return
        ;;
    '--format')
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
    non_repeating_flags=(--careful --dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--min-age --start-after -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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
    non_repeating_flags=(--all --pictures --wait --no-wait --dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--domain --queue-limit -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--from --where --as --via --plan-out -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_accounts_resend-confirmation() {
    repeating_flags=()
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--since --every --as --via -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
    __mastoctl_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--since')
        return
        ;;
    '--every')
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
    '--api-url')
        return
        ;;
    '--format')
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
    non_repeating_flags=(--follows --followers --dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(-c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--from --where --as --via --plan-out -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--from --where --as --via --plan-out -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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
    non_repeating_flags=(--all --dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(-c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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
    non_repeating_flags=(--notify --no-notify --dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--from --where --as --via --plan-out --text --report-id -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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
    non_repeating_options=(--from --where --profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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
    non_repeating_options=(--profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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
    non_repeating_flags=(--notify --no-notify --dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--from --where --as --via --plan-out --text --report-id -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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
    non_repeating_options=(--from --where --profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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
    non_repeating_flags=(--notify --no-notify --dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--from --where --as --via --plan-out --text --report-id -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(-c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--from --where --as --via --plan-out -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--from --where --as --via --plan-out -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_accounts_warn() {
    repeating_flags=()
    non_repeating_flags=(--notify --no-notify --dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--from --where --as --via --plan-out --text --report-id -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--from --as --via --plan-out -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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
    non_repeating_options=(--target --by --category --limit --profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--from --as --via --plan-out -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--from --as --via --plan-out -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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
    non_repeating_options=(--profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--from --as --via --plan-out -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_statuses() {
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
    authors|delete|list|remove|report|sensitize|show|similar|unreport)
        # Offer subcommand argument completions
        "_mastoctl_statuses_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'authors delete list remove report sensitize show similar unreport' -- "${cur}"))
        ;;
    esac
}

_mastoctl_statuses_authors() {
    repeating_flags=()
    non_repeating_flags=(-q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--where --profile --env-file --api-url --format --color --progress --log-file)
    __mastoctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_statuses_delete() {
    repeating_flags=()
    non_repeating_flags=(--notify --no-notify --dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--from --where --text --report-id --category --as --via --plan-out -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
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
    '--text')
        return
        ;;
    '--report-id')
        return
        ;;
    '--category')
        __mastoctl_add_completions -W 'other'$'\n''spam'$'\n''legal'$'\n''violation'
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_statuses_list() {
    repeating_flags=()
    non_repeating_flags=(--private -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--where --limit --profile --env-file --api-url --format --color --progress --log-file)
    __mastoctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--where')
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_statuses_remove() {
    repeating_flags=()
    non_repeating_flags=(--continue --clean-followed --keep-threads --keep-interacted --keep-direct --skip-status-remove --skip-media-remove --compress-database --dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--days -b --batch-size --shard -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
    __mastoctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--days')
        return
        ;;
    '-b'|'--batch-size')
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_statuses_report() {
    repeating_flags=()
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--report-id --as --via -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
    __mastoctl_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--report-id')
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_statuses_sensitize() {
    repeating_flags=()
    non_repeating_flags=(--notify --no-notify --dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--from --where --text --report-id --category --as --via --plan-out -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
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
    '--text')
        return
        ;;
    '--report-id')
        return
        ;;
    '--category')
        __mastoctl_add_completions -W 'other'$'\n''spam'$'\n''legal'$'\n''violation'
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_statuses_show() {
    repeating_flags=()
    non_repeating_flags=(--private -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_statuses_similar() {
    repeating_flags=()
    non_repeating_flags=(-q --quiet --version -h --help)
    repeating_options=(--by)
    non_repeating_options=(--within --profile --env-file --api-url --format --color --progress --log-file)
    __mastoctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--within')
        return
        ;;
    '--by')
        __mastoctl_add_completions -W 'text'$'\n''link'$'\n''picture'
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_statuses_unreport() {
    repeating_flags=()
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--report-id --as --via -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
    __mastoctl_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--report-id')
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_invites() {
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
    expire|list)
        # Offer subcommand argument completions
        "_mastoctl_invites_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'expire list' -- "${cur}"))
        ;;
    esac
}

_mastoctl_invites_expire() {
    repeating_flags=()
    non_repeating_flags=(--all --dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--as --via -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
    __mastoctl_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_invites_list() {
    repeating_flags=()
    non_repeating_flags=(--open -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--by --profile --env-file --api-url --format --color --progress --log-file)
    __mastoctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--by')
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_roles() {
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
    list)
        # Offer subcommand argument completions
        "_mastoctl_roles_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'list' -- "${cur}"))
        ;;
    esac
}

_mastoctl_roles_list() {
    repeating_flags=()
    non_repeating_flags=(-q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_email-subscriptions() {
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
    list|unsubscribe)
        # Offer subcommand argument completions
        "_mastoctl_email-subscriptions_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'list unsubscribe' -- "${cur}"))
        ;;
    esac
}

_mastoctl_email-subscriptions_list() {
    repeating_flags=()
    non_repeating_flags=(-q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--account --profile --env-file --api-url --format --color --progress --log-file)
    __mastoctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--account')
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_email-subscriptions_unsubscribe() {
    repeating_flags=()
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--as --via -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
    __mastoctl_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
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
    '--api-url')
        return
        ;;
    '--format')
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
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--from --as --via -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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
    non_repeating_options=(--from --profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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
    non_repeating_options=(--profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--from --as --via -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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
    non_repeating_flags=(--with-dns-records --allow-with-approval --dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--resolver --from --as --via -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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
    non_repeating_options=(--profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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
    non_repeating_flags=(--with-dns-records --allow-with-approval --skip-bad --dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--resolver --as --via -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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
    non_repeating_options=(--profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--from --as --via -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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
    non_repeating_flags=(-f --force --allow-lockout --dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--severity --comment --duration --from --as --via -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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
    non_repeating_options=(--profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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
    non_repeating_flags=(-f --force --allow-lockout --skip-bad --dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--severity --comment --duration --as --via -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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
    non_repeating_options=(--expiring --covering --profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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
    non_repeating_flags=(-f --force --dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--from --as --via -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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
    add|import|list|remove)
        # Offer subcommand argument completions
        "_mastoctl_username-blocks_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'add import list remove' -- "${cur}"))
        ;;
    esac
}

_mastoctl_username-blocks_add() {
    repeating_flags=()
    non_repeating_flags=(--contains --allow-with-approval -f --force --dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--from --as --via -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_username-blocks_import() {
    repeating_flags=()
    non_repeating_flags=(--contains --allow-with-approval --skip-bad --dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--as --via -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
    __mastoctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_username-blocks_list() {
    repeating_flags=()
    non_repeating_flags=(-q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--from --as --via -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--via -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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
    non_repeating_options=(-c --concurrency --limit --deadline --profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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
    non_repeating_options=(--sort --limit --profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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
    non_repeating_flags=(--limited-federation-mode --by-uri --include-subdomains --purge-domain-blocks --subdomain-emoji --wait --no-wait --dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--via -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--via --as -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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
    non_repeating_options=(--profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--via --as -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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
    non_repeating_flags=(--reject-media --reject-reports --obfuscate --wait --no-wait --dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=(--allow-domain)
    non_repeating_options=(--severity --public-comment --private-comment --queue-limit --via --as -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
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
    '--allow-domain')
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
    '--api-url')
        return
        ;;
    '--format')
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
    repeating_options=(--allow-domain)
    non_repeating_options=(--profile --env-file --api-url --format --color --progress --log-file)
    __mastoctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--allow-domain')
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--api-url')
        return
        ;;
    '--format')
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
    non_repeating_options=(--dialect --profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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
    non_repeating_flags=(--overwrite --skip-bad --dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=(--allow-domain)
    non_repeating_options=(--severity --max-severity --prefix --queue-limit --via --as -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
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
    '--allow-domain')
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
    '--api-url')
        return
        ;;
    '--format')
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
    non_repeating_options=(--match --where --limit --profile --env-file --api-url --format --color --progress --log-file)
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
    '--where')
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
    '--api-url')
        return
        ;;
    '--format')
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
    repeating_options=(--allow-domain)
    non_repeating_options=(--plan-out --as --profile --env-file --api-url --format --color --progress --log-file)
    __mastoctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--allow-domain')
        return
        ;;
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
    '--api-url')
        return
        ;;
    '--format')
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
    non_repeating_flags=(--skip-bad --dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--from --where --via --as -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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
    non_repeating_flags=(--accounts --no-accounts --wait --no-wait --dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--min-age --queue-limit --via -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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
    non_repeating_options=(--profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=(--allow-domain)
    non_repeating_options=(--max-changes --max-removals --queue-limit --plan-out --via --as -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
    __mastoctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--max-changes')
        return
        ;;
    '--max-removals')
        return
        ;;
    '--allow-domain')
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
    '--api-url')
        return
        ;;
    '--format')
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
    non_repeating_flags=(--reject-media --no-reject-media --reject-reports --no-reject-reports --obfuscate --no-obfuscate --wait --no-wait --dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--severity --public-comment --private-comment --queue-limit --via --as -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--via --as -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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
    non_repeating_options=(--match --profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--via --as -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_relays() {
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
    add|disable|enable|list|remove)
        # Offer subcommand argument completions
        "_mastoctl_relays_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'add disable enable list remove' -- "${cur}"))
        ;;
    esac
}

_mastoctl_relays_add() {
    repeating_flags=()
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--as --via -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
    __mastoctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_relays_disable() {
    repeating_flags=()
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--as --via -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
    __mastoctl_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_relays_enable() {
    repeating_flags=()
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--as --via -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
    __mastoctl_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_relays_list() {
    repeating_flags=()
    non_repeating_flags=(-q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_relays_remove() {
    repeating_flags=()
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--as --via -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
    __mastoctl_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_fasp() {
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
    confirm|disable|enable|list)
        # Offer subcommand argument completions
        "_mastoctl_fasp_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'confirm disable enable list' -- "${cur}"))
        ;;
    esac
}

_mastoctl_fasp_confirm() {
    repeating_flags=()
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--fingerprint --via --as -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
    __mastoctl_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--fingerprint')
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_fasp_disable() {
    repeating_flags=()
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--via --as -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_fasp_enable() {
    repeating_flags=()
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--via --as -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_fasp_list() {
    repeating_flags=()
    non_repeating_flags=(-q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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
    remove|remove-orphans|restore-quarantine|usage|list|lookup|verify|refresh|move|acl)
        # Offer subcommand argument completions
        "_mastoctl_media_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'remove remove-orphans restore-quarantine usage list lookup verify refresh move acl' -- "${cur}"))
        ;;
    esac
}

_mastoctl_media_remove() {
    repeating_flags=()
    non_repeating_flags=(--prune-profiles --remove-headers --include-follows --keep-interacted --dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=(--domain --except-domain --type)
    non_repeating_options=(-d --days --larger-than --max-size --until-free --shard -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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
    non_repeating_flags=(--fix-permissions --dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--start-after --prefix --min-age --quarantine --listing -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(-c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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
    non_repeating_options=(--by --top --profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_media_list() {
    repeating_flags=()
    non_repeating_flags=(--local -q --quiet --version -h --help)
    repeating_options=(--kind)
    non_repeating_options=(--profile --env-file --api-url --format --color --progress --log-file)
    __mastoctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--kind')
        __mastoctl_add_completions -W 'avatar'$'\n''header'$'\n''emoji'$'\n''attachment'$'\n''thumbnail'$'\n''preview-card'$'\n''site-upload'$'\n''backup'
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--api-url')
        return
        ;;
    '--format')
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
    non_repeating_options=(--profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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
    non_repeating_flags=(--styles --fix --dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=(--kind --domain)
    non_repeating_options=(--top -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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
    non_repeating_flags=(--force --wait --no-wait --dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--account --domain --status -d --days --queue-limit -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_media_move() {
    repeating_flags=()
    non_repeating_flags=(--remove-source --dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=(--only)
    non_repeating_options=(--from --to -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
    __mastoctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--from')
        return
        ;;
    '--to')
        return
        ;;
    '--only')
        __mastoctl_add_completions -W 'local'$'\n''cached'$'\n''avatars'$'\n''headers'$'\n''emoji'$'\n''attachments'$'\n''thumbnails'$'\n''preview-cards'$'\n''site-uploads'$'\n''backups'
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_media_acl() {
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
    repair)
        # Offer subcommand argument completions
        "_mastoctl_media_acl_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'repair' -- "${cur}"))
        ;;
    esac
}

_mastoctl_media_acl_repair() {
    repeating_flags=()
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--prefix --start-after -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
    __mastoctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--prefix')
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
    '--api-url')
        return
        ;;
    '--format')
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
    non_repeating_flags=(--link --dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--days -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_emoji() {
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
    list|import|export|copy|refresh|purge)
        # Offer subcommand argument completions
        "_mastoctl_emoji_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'list import export copy refresh purge' -- "${cur}"))
        ;;
    esac
}

_mastoctl_emoji_list() {
    repeating_flags=()
    non_repeating_flags=(--local --remote -q --quiet --version -h --help)
    repeating_options=(--domain)
    non_repeating_options=(--category --match --limit --profile --env-file --api-url --format --color --progress --log-file)
    __mastoctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--domain')
        return
        ;;
    '--category')
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_emoji_import() {
    repeating_flags=()
    non_repeating_flags=(--overwrite --unlisted --dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--prefix --suffix --category -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
    __mastoctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--prefix')
        return
        ;;
    '--suffix')
        return
        ;;
    '--category')
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
    '--api-url')
        return
        ;;
    '--format')
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
        __mastoctl_add_completions -o plusdirs -fX '!*.@(tar.gz|tgz|tar)'
        return
        ;;
    esac
}

_mastoctl_emoji_export() {
    repeating_flags=()
    non_repeating_flags=(--overwrite -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--category --profile --env-file --api-url --format --color --progress --log-file)
    __mastoctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--category')
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--api-url')
        return
        ;;
    '--format')
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
        __mastoctl_add_completions -d
        return
        ;;
    esac
}

_mastoctl_emoji_copy() {
    repeating_flags=()
    non_repeating_flags=(--overwrite --unlisted --dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=(--domain)
    non_repeating_options=(--match --category -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
    __mastoctl_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--domain')
        return
        ;;
    '--match')
        return
        ;;
    '--category')
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_emoji_refresh() {
    repeating_flags=()
    non_repeating_flags=(--force --dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=(--domain)
    non_repeating_options=(--match -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
    __mastoctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--domain')
        return
        ;;
    '--match')
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_emoji_purge() {
    repeating_flags=()
    non_repeating_flags=(--remote-only --suspended-only --dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=(--domain)
    non_repeating_options=(-c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
    __mastoctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--domain')
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_statuses() {
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
    authors|delete|list|remove|report|sensitize|show|similar|unreport)
        # Offer subcommand argument completions
        "_mastoctl_statuses_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'authors delete list remove report sensitize show similar unreport' -- "${cur}"))
        ;;
    esac
}

_mastoctl_statuses_authors() {
    repeating_flags=()
    non_repeating_flags=(-q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--where --profile --env-file --api-url --format --color --progress --log-file)
    __mastoctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_statuses_delete() {
    repeating_flags=()
    non_repeating_flags=(--notify --no-notify --dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--from --where --text --report-id --category --as --via --plan-out -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
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
    '--text')
        return
        ;;
    '--report-id')
        return
        ;;
    '--category')
        __mastoctl_add_completions -W 'other'$'\n''spam'$'\n''legal'$'\n''violation'
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_statuses_list() {
    repeating_flags=()
    non_repeating_flags=(--private -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--where --limit --profile --env-file --api-url --format --color --progress --log-file)
    __mastoctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--where')
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_statuses_remove() {
    repeating_flags=()
    non_repeating_flags=(--continue --clean-followed --keep-threads --keep-interacted --keep-direct --skip-status-remove --skip-media-remove --compress-database --dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--days -b --batch-size --shard -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
    __mastoctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--days')
        return
        ;;
    '-b'|'--batch-size')
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_statuses_report() {
    repeating_flags=()
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--report-id --as --via -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
    __mastoctl_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--report-id')
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_statuses_sensitize() {
    repeating_flags=()
    non_repeating_flags=(--notify --no-notify --dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--from --where --text --report-id --category --as --via --plan-out -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
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
    '--text')
        return
        ;;
    '--report-id')
        return
        ;;
    '--category')
        __mastoctl_add_completions -W 'other'$'\n''spam'$'\n''legal'$'\n''violation'
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_statuses_show() {
    repeating_flags=()
    non_repeating_flags=(--private -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_statuses_similar() {
    repeating_flags=()
    non_repeating_flags=(-q --quiet --version -h --help)
    repeating_options=(--by)
    non_repeating_options=(--within --profile --env-file --api-url --format --color --progress --log-file)
    __mastoctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--within')
        return
        ;;
    '--by')
        __mastoctl_add_completions -W 'text'$'\n''link'$'\n''picture'
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_statuses_unreport() {
    repeating_flags=()
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--report-id --as --via -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
    __mastoctl_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--report-id')
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
    '--api-url')
        return
        ;;
    '--format')
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
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--policy --only --schedule -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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
    non_repeating_flags=(--import --no-import --clean --no-clean --reset-chewy --only-mapping --gzip --no-gzip --swap --in-place --resume --finish --dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=(--only)
    non_repeating_options=(-b --batch-size --since --shard -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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
    non_repeating_flags=(--clear --dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(-c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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
    non_repeating_options=(--profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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
    non_repeating_flags=(--full --repair --dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=(--only)
    non_repeating_options=(--sample --top -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __mastoctl_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    show|report)
        # Offer subcommand argument completions
        "_mastoctl_instance_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'show report' -- "${cur}"))
        ;;
    esac
}

_mastoctl_instance_show() {
    repeating_flags=()
    non_repeating_flags=(-q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_instance_report() {
    repeating_flags=()
    non_repeating_flags=(-q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--month --profile --env-file --api-url --format --color --progress --log-file)
    __mastoctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--month')
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--api-url')
        return
        ;;
    '--format')
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
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __mastoctl_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    examine|list|explain)
        # Offer subcommand argument completions
        "_mastoctl_doctor_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'examine list explain' -- "${cur}"))
        ;;
    esac
}

_mastoctl_doctor_examine() {
    repeating_flags=()
    non_repeating_flags=(--fast --deep --since-last --no-write -q --quiet --version -h --help)
    repeating_options=(--only --skip --group)
    non_repeating_options=(--fail-on --baseline --metrics-file --profile --env-file --api-url --format --color --progress --log-file)
    __mastoctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--only')
        return
        ;;
    '--skip')
        return
        ;;
    '--group')
        __mastoctl_add_completions -W 'configuration'$'\n''postgres'$'\n''schema'$'\n''redis'$'\n''sidekiq'$'\n''schedules'$'\n''storage'$'\n''search'$'\n''web'$'\n''federation'$'\n''mail'$'\n''backups'$'\n''people'$'\n''data'$'\n''software'$'\n''host'
        return
        ;;
    '--fail-on')
        __mastoctl_add_completions -W 'notice'$'\n''warning'$'\n''problem'$'\n''critical'$'\n''never'
        return
        ;;
    '--baseline')
        __mastoctl_add_completions -f
        return
        ;;
    '--metrics-file')
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_doctor_list() {
    repeating_flags=()
    non_repeating_flags=(-q --quiet --version -h --help)
    repeating_options=(--group)
    non_repeating_options=(--profile --env-file --api-url --format --color --progress --log-file)
    __mastoctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--group')
        __mastoctl_add_completions -W 'configuration'$'\n''postgres'$'\n''schema'$'\n''redis'$'\n''sidekiq'$'\n''schedules'$'\n''storage'$'\n''search'$'\n''web'$'\n''federation'$'\n''mail'$'\n''backups'$'\n''people'$'\n''data'$'\n''software'$'\n''host'
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_doctor_explain() {
    repeating_flags=()
    non_repeating_flags=(-q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_top() {
    repeating_flags=()
    non_repeating_flags=(--once -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--every --profile --env-file --api-url --format --color --progress --log-file)
    __mastoctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--every')
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_queues() {
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
    list|show|latency|processes|schedules|locks|retry|scheduled|dead|requeue|delete|kill)
        # Offer subcommand argument completions
        "_mastoctl_queues_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'list show latency processes schedules locks retry scheduled dead requeue delete kill' -- "${cur}"))
        ;;
    esac
}

_mastoctl_queues_list() {
    repeating_flags=()
    non_repeating_flags=(-q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_queues_show() {
    repeating_flags=()
    non_repeating_flags=(-q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--where --limit --profile --env-file --api-url --format --color --progress --log-file)
    __mastoctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--where')
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_queues_latency() {
    repeating_flags=()
    non_repeating_flags=(-q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--over --profile --env-file --api-url --format --color --progress --log-file)
    __mastoctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--over')
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_queues_processes() {
    repeating_flags=()
    non_repeating_flags=(-q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_queues_schedules() {
    repeating_flags=()
    non_repeating_flags=(-q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_queues_locks() {
    repeating_flags=()
    non_repeating_flags=(--delete --dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--older -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
    __mastoctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--older')
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_queues_retry() {
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
    list)
        # Offer subcommand argument completions
        "_mastoctl_queues_retry_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'list' -- "${cur}"))
        ;;
    esac
}

_mastoctl_queues_retry_list() {
    repeating_flags=()
    non_repeating_flags=(-q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--where --limit --profile --env-file --api-url --format --color --progress --log-file)
    __mastoctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--where')
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_queues_scheduled() {
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
    list)
        # Offer subcommand argument completions
        "_mastoctl_queues_scheduled_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'list' -- "${cur}"))
        ;;
    esac
}

_mastoctl_queues_scheduled_list() {
    repeating_flags=()
    non_repeating_flags=(-q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--where --limit --profile --env-file --api-url --format --color --progress --log-file)
    __mastoctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--where')
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_queues_dead() {
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
    list)
        # Offer subcommand argument completions
        "_mastoctl_queues_dead_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'list' -- "${cur}"))
        ;;
    esac
}

_mastoctl_queues_dead_list() {
    repeating_flags=()
    non_repeating_flags=(-q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--where --limit --profile --env-file --api-url --format --color --progress --log-file)
    __mastoctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--where')
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_queues_requeue() {
    repeating_flags=()
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=(--in)
    non_repeating_options=(--where -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
    __mastoctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--where')
        return
        ;;
    '--in')
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_queues_delete() {
    repeating_flags=()
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=(--in)
    non_repeating_options=(--where -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
    __mastoctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--where')
        return
        ;;
    '--in')
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_queues_kill() {
    repeating_flags=()
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=(--in)
    non_repeating_options=(--where -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
    __mastoctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--where')
        return
        ;;
    '--in')
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_mail() {
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
    check|test)
        # Offer subcommand argument completions
        "_mastoctl_mail_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'check test' -- "${cur}"))
        ;;
    esac
}

_mastoctl_mail_check() {
    repeating_flags=()
    non_repeating_flags=(--bulk -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_mail_test() {
    repeating_flags=()
    non_repeating_flags=(--bulk -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_support() {
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
    bundle|show|compare)
        # Offer subcommand argument completions
        "_mastoctl_support_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'bundle show compare' -- "${cur}"))
        ;;
    esac
}

_mastoctl_support_bundle() {
    repeating_flags=()
    non_repeating_flags=(--dry-run --fast -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--output --profile --env-file --api-url --format --color --progress --log-file)
    __mastoctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--output')
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_support_show() {
    repeating_flags=()
    non_repeating_flags=(-q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_support_compare() {
    repeating_flags=()
    non_repeating_flags=(-q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--profile --env-file --api-url --format --color --progress --log-file)
    __mastoctl_offer_flags_options 2

    # Offer option value completions
    case "${prev}" in
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--api-url')
        return
        ;;
    '--format')
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
    2)
        __mastoctl_add_completions -f
        return
        ;;
    esac
}

_mastoctl_audit() {
    repeating_flags=()
    non_repeating_flags=(-q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--since --by --target --source --limit --profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_backup() {
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
    create|diff|handover|init|list|prune|receive|rehearse|restore|schedule|show|verify)
        # Offer subcommand argument completions
        "_mastoctl_backup_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'create diff handover init list prune receive rehearse restore schedule show verify' -- "${cur}"))
        ;;
    esac
}

_mastoctl_backup_create() {
    repeating_flags=()
    non_repeating_flags=(--with-cache --stream --dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--parts --redis --engine --upload-rate -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
    __mastoctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--parts')
        return
        ;;
    '--redis')
        __mastoctl_add_completions -W 'queues'$'\n''full'$'\n''none'
        return
        ;;
    '--engine')
        __mastoctl_add_completions -W 'pg_dump'$'\n''pgbackrest'
        return
        ;;
    '--upload-rate')
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_backup_diff() {
    repeating_flags=()
    non_repeating_flags=(-q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--profile --env-file --api-url --format --color --progress --log-file)
    __mastoctl_offer_flags_options 2

    # Offer option value completions
    case "${prev}" in
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_backup_handover() {
    repeating_flags=()
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(-c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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
        __mastoctl_add_completions -d
        return
        ;;
    esac
}

_mastoctl_backup_init() {
    repeating_flags=()
    non_repeating_flags=(--show-password -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--repository --password-path --backend-env --profile --env-file --api-url --format --color --progress --log-file)
    __mastoctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--repository')
        return
        ;;
    '--password-path')
        __mastoctl_add_completions -f
        return
        ;;
    '--backend-env')
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_backup_list() {
    repeating_flags=()
    non_repeating_flags=(-q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_backup_prune() {
    repeating_flags=()
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--keep-last --keep-hourly --keep-daily --keep-weekly --keep-monthly --keep-yearly -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
    __mastoctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--keep-last')
        return
        ;;
    '--keep-hourly')
        return
        ;;
    '--keep-daily')
        return
        ;;
    '--keep-weekly')
        return
        ;;
    '--keep-monthly')
        return
        ;;
    '--keep-yearly')
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_backup_receive() {
    repeating_flags=()
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--replace -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
    __mastoctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--replace')
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
    '--api-url')
        return
        ;;
    '--format')
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
        __mastoctl_add_completions -d
        return
        ;;
    esac
}

_mastoctl_backup_rehearse() {
    repeating_flags=()
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--directory --server -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
    __mastoctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--directory')
        __mastoctl_add_completions -d
        return
        ;;
    '--server')
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_backup_restore() {
    repeating_flags=()
    non_repeating_flags=(--staging --anonymize --finish --dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--parts --point-in-time --replace -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
    __mastoctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--parts')
        return
        ;;
    '--point-in-time')
        return
        ;;
    '--replace')
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_backup_schedule() {
    repeating_flags=()
    non_repeating_flags=(--no-prune -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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
        __mastoctl_add_completions -W 'systemd'$'\n''cron'$'\n''kubernetes'
        return
        ;;
    esac
}

_mastoctl_backup_show() {
    repeating_flags=()
    non_repeating_flags=(-q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_backup_verify() {
    repeating_flags=()
    non_repeating_flags=(--read-data --dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--subset -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
    __mastoctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--subset')
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_stats() {
    repeating_flags=()
    non_repeating_flags=(-q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--months --profile --env-file --api-url --format --color --progress --log-file)
    __mastoctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--months')
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--api-url')
        return
        ;;
    '--format')
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
    get|list|registrations|set)
        # Offer subcommand argument completions
        "_mastoctl_settings_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'get list registrations set' -- "${cur}"))
        ;;
    esac
}

_mastoctl_settings_get() {
    repeating_flags=()
    non_repeating_flags=(-q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_settings_list() {
    repeating_flags=()
    non_repeating_flags=(--changed -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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
    non_repeating_flags=(--require-reason --require-invite-text --no-require-reason --no-require-invite-text --dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(-c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(-c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(-c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_settings_set() {
    repeating_flags=()
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--from -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
    __mastoctl_offer_flags_options 2

    # Offer option value completions
    case "${prev}" in
    '--from')
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_rules() {
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
    add|change|list|remove)
        # Offer subcommand argument completions
        "_mastoctl_rules_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'add change list remove' -- "${cur}"))
        ;;
    esac
}

_mastoctl_rules_add() {
    repeating_flags=()
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--hint --priority --as --via -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
    __mastoctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--hint')
        return
        ;;
    '--priority')
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_rules_change() {
    repeating_flags=()
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--text --hint --priority --as --via -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
    __mastoctl_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--text')
        return
        ;;
    '--hint')
        return
        ;;
    '--priority')
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_rules_list() {
    repeating_flags=()
    non_repeating_flags=(--removed -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_rules_remove() {
    repeating_flags=()
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--as --via -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
    __mastoctl_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_terms() {
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
    list|publish)
        # Offer subcommand argument completions
        "_mastoctl_terms_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'list publish' -- "${cur}"))
        ;;
    esac
}

_mastoctl_terms_list() {
    repeating_flags=()
    non_repeating_flags=(-q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_terms_publish() {
    repeating_flags=()
    non_repeating_flags=(--notify --dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--changelog --effective --as --via -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
    __mastoctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--changelog')
        return
        ;;
    '--effective')
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_announcements() {
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
    add|list|publish|remove|unpublish)
        # Offer subcommand argument completions
        "_mastoctl_announcements_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'add list publish remove unpublish' -- "${cur}"))
        ;;
    esac
}

_mastoctl_announcements_add() {
    repeating_flags=()
    non_repeating_flags=(--all-day --dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--at --starts --ends --as --via -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
    __mastoctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--at')
        return
        ;;
    '--starts')
        return
        ;;
    '--ends')
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_announcements_list() {
    repeating_flags=()
    non_repeating_flags=(-q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_announcements_publish() {
    repeating_flags=()
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--as --via -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
    __mastoctl_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_announcements_remove() {
    repeating_flags=()
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--as --via -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
    __mastoctl_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_announcements_unpublish() {
    repeating_flags=()
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--as --via -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
    __mastoctl_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_trends() {
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
    links|statuses|tags)
        # Offer subcommand argument completions
        "_mastoctl_trends_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'links statuses tags' -- "${cur}"))
        ;;
    esac
}

_mastoctl_trends_links() {
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
    approve|list|reject)
        # Offer subcommand argument completions
        "_mastoctl_trends_links_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'approve list reject' -- "${cur}"))
        ;;
    esac
}

_mastoctl_trends_links_approve() {
    repeating_flags=()
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--as --via -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
    __mastoctl_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_trends_links_list() {
    repeating_flags=()
    non_repeating_flags=(--undecided -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_trends_links_reject() {
    repeating_flags=()
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--as --via -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
    __mastoctl_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_trends_statuses() {
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
    approve|list|reject)
        # Offer subcommand argument completions
        "_mastoctl_trends_statuses_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'approve list reject' -- "${cur}"))
        ;;
    esac
}

_mastoctl_trends_statuses_approve() {
    repeating_flags=()
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--as --via -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
    __mastoctl_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_trends_statuses_list() {
    repeating_flags=()
    non_repeating_flags=(--undecided -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_trends_statuses_reject() {
    repeating_flags=()
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--as --via -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
    __mastoctl_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_trends_tags() {
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
    approve|list|reject)
        # Offer subcommand argument completions
        "_mastoctl_trends_tags_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'approve list reject' -- "${cur}"))
        ;;
    esac
}

_mastoctl_trends_tags_approve() {
    repeating_flags=()
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--as --via -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
    __mastoctl_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_trends_tags_list() {
    repeating_flags=()
    non_repeating_flags=(--undecided -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_trends_tags_reject() {
    repeating_flags=()
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--as --via -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
    __mastoctl_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_tags() {
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
    list|listable|trendable|usable)
        # Offer subcommand argument completions
        "_mastoctl_tags_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'list listable trendable usable' -- "${cur}"))
        ;;
    esac
}

_mastoctl_tags_list() {
    repeating_flags=()
    non_repeating_flags=(--limited -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--review --prefix --profile --env-file --api-url --format --color --progress --log-file)
    __mastoctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--review')
        __mastoctl_add_completions -W 'reviewed'$'\n''unreviewed'$'\n''pending'
        return
        ;;
    '--prefix')
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_tags_listable() {
    repeating_flags=()
    non_repeating_flags=(--off --dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--as --via -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
    __mastoctl_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_tags_trendable() {
    repeating_flags=()
    non_repeating_flags=(--off --dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--as --via -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
    __mastoctl_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_tags_usable() {
    repeating_flags=()
    non_repeating_flags=(--off --dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--as --via -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
    __mastoctl_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_webhooks() {
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
    add|disable|enable|list|remove|rotate-secret)
        # Offer subcommand argument completions
        "_mastoctl_webhooks_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'add disable enable list remove rotate-secret' -- "${cur}"))
        ;;
    esac
}

_mastoctl_webhooks_add() {
    repeating_flags=()
    non_repeating_flags=(--show-secret --dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=(--event)
    non_repeating_options=(--template --as --via -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
    __mastoctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--event')
        __mastoctl_add_completions -W 'account.approved'$'\n''account.created'$'\n''account.updated'$'\n''report.created'$'\n''report.updated'$'\n''status.created'$'\n''status.updated'
        return
        ;;
    '--template')
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_webhooks_disable() {
    repeating_flags=()
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--as --via -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
    __mastoctl_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_webhooks_enable() {
    repeating_flags=()
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--as --via -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
    __mastoctl_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_webhooks_list() {
    repeating_flags=()
    non_repeating_flags=(-q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_webhooks_remove() {
    repeating_flags=()
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--as --via -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
    __mastoctl_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_webhooks_rotate-secret() {
    repeating_flags=()
    non_repeating_flags=(--show-secret --dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--as --via -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
    __mastoctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_cache() {
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
    clear|recount)
        # Offer subcommand argument completions
        "_mastoctl_cache_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'clear recount' -- "${cur}"))
        ;;
    esac
}

_mastoctl_cache_clear() {
    repeating_flags=()
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(-c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_cache_recount() {
    repeating_flags=()
    non_repeating_flags=(--leave-missing --dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(-c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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
        __mastoctl_add_completions -W 'accounts'$'\n''statuses'
        return
        ;;
    esac
}

_mastoctl_upgrade() {
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
    check|storage-schema)
        # Offer subcommand argument completions
        "_mastoctl_upgrade_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'check storage-schema' -- "${cur}"))
        ;;
    esac
}

_mastoctl_upgrade_check() {
    repeating_flags=()
    non_repeating_flags=(-q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--to --profile --env-file --api-url --format --color --progress --log-file)
    __mastoctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--to')
        __mastoctl_add_completions -W '4.3'$'\n''4.4'$'\n''4.5'$'\n''4.6'$'\n''4.7'
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_upgrade_storage-schema() {
    repeating_flags=()
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(-c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_maintenance() {
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
    indexes|fix-duplicates)
        # Offer subcommand argument completions
        "_mastoctl_maintenance_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'indexes fix-duplicates' -- "${cur}"))
        ;;
    esac
}

_mastoctl_maintenance_indexes() {
    repeating_flags=()
    non_repeating_flags=(--check --dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(-c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_maintenance_fix-duplicates() {
    repeating_flags=()
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(-c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_feeds() {
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
    build|clear|vacuum)
        # Offer subcommand argument completions
        "_mastoctl_feeds_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'build clear vacuum' -- "${cur}"))
        ;;
    esac
}

_mastoctl_feeds_build() {
    repeating_flags=()
    non_repeating_flags=(--all --skip-filled-timelines --dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--via -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_feeds_clear() {
    repeating_flags=()
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(-c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_feeds_vacuum() {
    repeating_flags=()
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(-c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_self-destruct() {
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
    begin|servers|status)
        # Offer subcommand argument completions
        "_mastoctl_self-destruct_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'begin servers status' -- "${cur}"))
        ;;
    esac
}

_mastoctl_self-destruct_begin() {
    repeating_flags=()
    non_repeating_flags=(-q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_self-destruct_servers() {
    repeating_flags=()
    non_repeating_flags=(-q --quiet --version -h --help)
    repeating_options=(--state)
    non_repeating_options=(--profile --env-file --api-url --format --color --progress --log-file)
    __mastoctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--state')
        __mastoctl_add_completions -W 'told'$'\n''waiting'$'\n''retrying'$'\n''failed'$'\n''unavailable'
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_self-destruct_status() {
    repeating_flags=()
    non_repeating_flags=(-q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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
    non_repeating_flags=(--dry-run -v --verbose -y --yes --no-input --with-unknown-tables --trust-storage -q --quiet --version -h --help)
    repeating_options=()
    non_repeating_options=(--via -c --concurrency --limit --deadline --rate --lock-wait --metrics-file --ping --allow-schema --profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_fleet() {
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
    list|run|plan|apply|audit|report|drift|offboard)
        # Offer subcommand argument completions
        "_mastoctl_fleet_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'list run plan apply audit report drift offboard' -- "${cur}"))
        ;;
    esac
}

_mastoctl_fleet_list() {
    repeating_flags=()
    non_repeating_flags=(-q --quiet --version -h --help)
    repeating_options=(--inventory)
    non_repeating_options=(--profile --env-file --api-url --format --color --progress --log-file)
    __mastoctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--inventory')
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_fleet_run() {
    repeating_flags=()
    non_repeating_flags=(-q --quiet --version -h --help)
    repeating_options=(--inventory)
    non_repeating_options=(--parallel --time-limit --canary --out --profile --env-file --api-url --format --color --progress --log-file)
    __mastoctl_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--inventory')
        __mastoctl_add_completions -f
        return
        ;;
    '--parallel')
        return
        ;;
    '--time-limit')
        return
        ;;
    '--canary')
        return
        ;;
    '--out')
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_fleet_plan() {
    repeating_flags=()
    non_repeating_flags=(-q --quiet --version -h --help)
    repeating_options=(--inventory)
    non_repeating_options=(--parallel --time-limit --out --profile --env-file --api-url --format --color --progress --log-file)
    __mastoctl_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--inventory')
        __mastoctl_add_completions -f
        return
        ;;
    '--parallel')
        return
        ;;
    '--time-limit')
        return
        ;;
    '--out')
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
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_fleet_apply() {
    repeating_flags=()
    non_repeating_flags=(-y --yes --dry-run -q --quiet --version -h --help)
    repeating_options=(--inventory)
    non_repeating_options=(--parallel --time-limit --profile --env-file --api-url --format --color --progress --log-file)
    __mastoctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--inventory')
        __mastoctl_add_completions -f
        return
        ;;
    '--parallel')
        return
        ;;
    '--time-limit')
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--api-url')
        return
        ;;
    '--format')
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
        __mastoctl_add_completions -d
        return
        ;;
    esac
}

_mastoctl_fleet_audit() {
    repeating_flags=()
    non_repeating_flags=(-q --quiet --version -h --help)
    repeating_options=(--inventory)
    non_repeating_options=(--since --by --limit --parallel --time-limit --profile --env-file --api-url --format --color --progress --log-file)
    __mastoctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--inventory')
        __mastoctl_add_completions -f
        return
        ;;
    '--since')
        return
        ;;
    '--by')
        return
        ;;
    '--limit')
        return
        ;;
    '--parallel')
        return
        ;;
    '--time-limit')
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_fleet_report() {
    repeating_flags=()
    non_repeating_flags=(-q --quiet --version -h --help)
    repeating_options=(--inventory)
    non_repeating_options=(--month --parallel --time-limit --profile --env-file --api-url --format --color --progress --log-file)
    __mastoctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--inventory')
        __mastoctl_add_completions -f
        return
        ;;
    '--month')
        return
        ;;
    '--parallel')
        return
        ;;
    '--time-limit')
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_fleet_drift() {
    repeating_flags=()
    non_repeating_flags=(-q --quiet --version -h --help)
    repeating_options=(--inventory)
    non_repeating_options=(--declared --parallel --time-limit --profile --env-file --api-url --format --color --progress --log-file)
    __mastoctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--inventory')
        __mastoctl_add_completions -f
        return
        ;;
    '--declared')
        __mastoctl_add_completions -f
        return
        ;;
    '--parallel')
        return
        ;;
    '--time-limit')
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--api-url')
        return
        ;;
    '--format')
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

_mastoctl_fleet_offboard() {
    repeating_flags=()
    non_repeating_flags=(-y --yes --dry-run -q --quiet --version -h --help)
    repeating_options=(--inventory)
    non_repeating_options=(--to --copy --receipt --notice --keep --time-limit --profile --env-file --api-url --format --color --progress --log-file)
    __mastoctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--inventory')
        __mastoctl_add_completions -f
        return
        ;;
    '--to')
        __mastoctl_add_completions -d
        return
        ;;
    '--copy')
        __mastoctl_add_completions -d
        return
        ;;
    '--receipt')
        return
        ;;
    '--notice')
        return
        ;;
    '--keep')
        return
        ;;
    '--time-limit')
        return
        ;;
    '--profile')
        return
        ;;
    '--env-file')
        __mastoctl_add_completions -f
        return
        ;;
    '--api-url')
        return
        ;;
    '--format')
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
    non_repeating_options=(--profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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
    non_repeating_options=(--profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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
    non_repeating_options=(--profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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
    non_repeating_options=(--token-file --scopes --profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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
    non_repeating_options=(--profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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
    non_repeating_options=(--dir --mastodon --size --seed --profile --env-file --api-url --format --color --progress --log-file)
    __mastoctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--dir')
        __mastoctl_add_completions -d
        return
        ;;
    '--mastodon')
        __mastoctl_add_completions -W '4.3'$'\n''4.4'$'\n''4.5'$'\n''4.6'$'\n''4.7'
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
    '--api-url')
        return
        ;;
    '--format')
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
    non_repeating_options=(--dir --profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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
    non_repeating_options=(--dir --profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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
    non_repeating_options=(--dir --profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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
    non_repeating_options=(--profile --env-file --api-url --format --color --progress --log-file)
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
    '--api-url')
        return
        ;;
    '--format')
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
