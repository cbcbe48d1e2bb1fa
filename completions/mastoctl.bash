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
    media|preview-cards|prune|config|sandbox|instance|doctor|version|help)
        # Offer subcommand argument completions
        "_mastoctl_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'media preview-cards prune config sandbox instance doctor version help' -- "${cur}"))
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
