function __mastoctl_should_offer_completions_for_flags_or_options -a expected_commands
    set -l non_repeating_flags_or_options $argv[2..]
    set -l non_repeating_flags_or_options_absent 0
    set -l positional_index 0
    set -l commands
    __mastoctl_parse_tokens
    test "$commands" = "$expected_commands"; and return $non_repeating_flags_or_options_absent
end

function __mastoctl_should_offer_completions_for_positional -a expected_commands positional_index_comparison expected_positional_index
    set -l non_repeating_flags_or_options
    set -l non_repeating_flags_or_options_absent 0
    set -l positional_index 0
    set -l commands
    __mastoctl_parse_tokens
    test "$commands" = "$expected_commands" -a \( "$positional_index" "$positional_index_comparison" "$expected_positional_index" \)
end

function __mastoctl_parse_tokens -S
    set -l unparsed_tokens (__mastoctl_tokens -pc)
    switch $unparsed_tokens[1]
    case 'mastoctl'
        __mastoctl_parse_subcommand 0 'version' 'h/help'
        switch $unparsed_tokens[1]
        case 'media'
            __mastoctl_parse_subcommand 0 'version' 'h/help'
            switch $unparsed_tokens[1]
            case 'remove'
                __mastoctl_parse_subcommand 0 'd/days=' 'prune-profiles' 'remove-headers' 'include-follows' 'keep-interacted' 'domain=+' 'except-domain=+' 'type=+' 'larger-than=' 'max-size=' 'until-free=' 'shard=' 'dry-run' 'c/concurrency=' 'v/verbose' 'limit=' 'deadline=' 'rate=' 'lock-wait=' 'y/yes' 'no-input' 'metrics-file=' 'ping=' 'allow-schema=' 'profile=' 'env-file=' 'format=' 'q/quiet' 'color=' 'progress=' 'log-file=' 'version' 'h/help'
            case 'remove-orphans'
                __mastoctl_parse_subcommand 0 'start-after=' 'prefix=' 'fix-permissions' 'min-age=' 'quarantine=' 'listing=' 'dry-run' 'c/concurrency=' 'v/verbose' 'limit=' 'deadline=' 'rate=' 'lock-wait=' 'y/yes' 'no-input' 'metrics-file=' 'ping=' 'allow-schema=' 'profile=' 'env-file=' 'format=' 'q/quiet' 'color=' 'progress=' 'log-file=' 'version' 'h/help'
            case 'restore-quarantine'
                __mastoctl_parse_subcommand 1 'dry-run' 'c/concurrency=' 'v/verbose' 'limit=' 'deadline=' 'rate=' 'lock-wait=' 'y/yes' 'no-input' 'metrics-file=' 'ping=' 'allow-schema=' 'profile=' 'env-file=' 'format=' 'q/quiet' 'color=' 'progress=' 'log-file=' 'version' 'h/help'
            case 'usage'
                __mastoctl_parse_subcommand 0 'by=' 'top=' 'inventory' 'profile=' 'env-file=' 'format=' 'q/quiet' 'color=' 'progress=' 'log-file=' 'version' 'h/help'
            case 'lookup'
                __mastoctl_parse_subcommand 1 'profile=' 'env-file=' 'format=' 'q/quiet' 'color=' 'progress=' 'log-file=' 'version' 'h/help'
            case 'verify'
                __mastoctl_parse_subcommand 0 'kind=+' 'domain=+' 'styles' 'top=' 'fix' 'dry-run' 'c/concurrency=' 'v/verbose' 'limit=' 'deadline=' 'rate=' 'lock-wait=' 'y/yes' 'no-input' 'metrics-file=' 'ping=' 'allow-schema=' 'profile=' 'env-file=' 'format=' 'q/quiet' 'color=' 'progress=' 'log-file=' 'version' 'h/help'
            case 'refresh'
                __mastoctl_parse_subcommand 0 'account=' 'domain=' 'status=' 'd/days=' 'force' 'wait' 'no-wait' 'queue-limit=' 'dry-run' 'c/concurrency=' 'v/verbose' 'limit=' 'deadline=' 'rate=' 'lock-wait=' 'y/yes' 'no-input' 'metrics-file=' 'ping=' 'allow-schema=' 'profile=' 'env-file=' 'format=' 'q/quiet' 'color=' 'progress=' 'log-file=' 'version' 'h/help'
            end
        case 'preview-cards'
            __mastoctl_parse_subcommand 0 'version' 'h/help'
            switch $unparsed_tokens[1]
            case 'remove'
                __mastoctl_parse_subcommand 0 'days=' 'link' 'dry-run' 'c/concurrency=' 'v/verbose' 'limit=' 'deadline=' 'rate=' 'lock-wait=' 'y/yes' 'no-input' 'metrics-file=' 'ping=' 'allow-schema=' 'profile=' 'env-file=' 'format=' 'q/quiet' 'color=' 'progress=' 'log-file=' 'version' 'h/help'
            end
        case 'prune'
            __mastoctl_parse_subcommand 0 'policy=' 'only=' 'schedule=' 'dry-run' 'c/concurrency=' 'v/verbose' 'limit=' 'deadline=' 'rate=' 'lock-wait=' 'y/yes' 'no-input' 'metrics-file=' 'ping=' 'allow-schema=' 'profile=' 'env-file=' 'format=' 'q/quiet' 'color=' 'progress=' 'log-file=' 'version' 'h/help'
        case 'config'
            __mastoctl_parse_subcommand 0 'version' 'h/help'
            switch $unparsed_tokens[1]
            case 'show'
                __mastoctl_parse_subcommand 0 'profile=' 'env-file=' 'format=' 'q/quiet' 'color=' 'progress=' 'log-file=' 'version' 'h/help'
            case 'check'
                __mastoctl_parse_subcommand 0 'profile=' 'env-file=' 'format=' 'q/quiet' 'color=' 'progress=' 'log-file=' 'version' 'h/help'
            case 'init'
                __mastoctl_parse_subcommand 0 'stdout' 'force' 'profile=' 'env-file=' 'format=' 'q/quiet' 'color=' 'progress=' 'log-file=' 'version' 'h/help'
            end
        case 'sandbox'
            __mastoctl_parse_subcommand 0 'version' 'h/help'
            switch $unparsed_tokens[1]
            case 'start'
                __mastoctl_parse_subcommand 0 'dir=' 'mastodon=' 'size=' 's3' 'seed=' 'profile=' 'env-file=' 'format=' 'q/quiet' 'color=' 'progress=' 'log-file=' 'version' 'h/help'
            case 'stop'
                __mastoctl_parse_subcommand 0 'dir=' 'keep' 'profile=' 'env-file=' 'format=' 'q/quiet' 'color=' 'progress=' 'log-file=' 'version' 'h/help'
            case 'status'
                __mastoctl_parse_subcommand 0 'dir=' 'profile=' 'env-file=' 'format=' 'q/quiet' 'color=' 'progress=' 'log-file=' 'version' 'h/help'
            case 'env'
                __mastoctl_parse_subcommand 0 'dir=' 'path' 'profile=' 'env-file=' 'format=' 'q/quiet' 'color=' 'progress=' 'log-file=' 'version' 'h/help'
            end
        case 'instance'
            __mastoctl_parse_subcommand 0 'profile=' 'env-file=' 'format=' 'q/quiet' 'color=' 'progress=' 'log-file=' 'version' 'h/help'
        case 'doctor'
            __mastoctl_parse_subcommand 0 'no-write' 'profile=' 'env-file=' 'format=' 'q/quiet' 'color=' 'progress=' 'log-file=' 'version' 'h/help'
        case 'version'
            __mastoctl_parse_subcommand 0 'instance' 'profile=' 'env-file=' 'format=' 'q/quiet' 'color=' 'progress=' 'log-file=' 'version' 'h/help'
        case 'help'
            __mastoctl_parse_subcommand -r 1 'version'
        end
    end
end

function __mastoctl_tokens
    if test (string split -m 1 -f 1 -- . "$FISH_VERSION") -gt 3
        commandline --tokens-raw $argv
    else
        commandline -o $argv
    end
end

function __mastoctl_parse_subcommand -S -a positional_count
    argparse -s r -- $argv
    set -l option_specs $argv[2..]
    set -l is_repeating_positional $_flag_r
    set -el _flag_r
    set -a commands $unparsed_tokens[1]
    set positional_index 0
    while true
        set -e unparsed_tokens[1]
        argparse -sn "$commands" $option_specs -- $unparsed_tokens 2> /dev/null
        set unparsed_tokens $argv
        set positional_index (math $positional_index + 1)
        for non_repeating_flag_or_option in $non_repeating_flags_or_options
            if set -ql "_flag_$(string replace -a - _ -- $non_repeating_flag_or_option)"
                set non_repeating_flags_or_options_absent 1
                break
            end
        end
        test (count $unparsed_tokens) -eq 0 -o \( -z "$is_repeating_positional" -a "$positional_index" -gt "$positional_count" \) && break
    end
end

function __mastoctl_complete_directories
    set -l token (commandline -t)
    string match -- '*/' $token
    set -l subdirs $token*/
    printf %s\n $subdirs
end

function __mastoctl_custom_completion
    set -x SAP_SHELL fish
    set -x SAP_SHELL_VERSION $FISH_VERSION
    set -l tokens (__mastoctl_tokens -p)
    if test -z "$(__mastoctl_tokens -t)"
        set -l index (count (__mastoctl_tokens -pc))
        set tokens $tokens[..$index] \'\' $tokens[(math $index + 1)..]
    end
    command $tokens[1] $argv $tokens
end

complete -c 'mastoctl' -f
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl" version' -l 'version' -d 'Show the version.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_positional "mastoctl" -eq 1' -fa 'media' -d 'Find out about stored media, and prune them.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_positional "mastoctl" -eq 1' -fa 'preview-cards' -d 'Prune the pictures of link previews.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_positional "mastoctl" -eq 1' -fa 'prune' -d 'Carry out the retention policy; this is what cron should call.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_positional "mastoctl" -eq 1' -fa 'config' -d 'Show, check and write the configuration.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_positional "mastoctl" -eq 1' -fa 'sandbox' -d 'Run a throw-away instance on this machine.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_positional "mastoctl" -eq 1' -fa 'instance' -d 'Tell what the instance is, how big it is and how its services are.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_positional "mastoctl" -eq 1' -fa 'doctor' -d 'Check everything a run needs.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_positional "mastoctl" -eq 1' -fa 'version' -d 'Tell the version of this program, and of the instance when asked.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_positional "mastoctl" -eq 1' -fa 'help' -d 'Show subcommand help information.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media" version' -l 'version' -d 'Show the version.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_positional "mastoctl media" -eq 1' -fa 'remove' -d 'Delete cached copies of remote media.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_positional "mastoctl media" -eq 1' -fa 'remove-orphans' -d 'Delete stored files that belong to nothing in the database.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_positional "mastoctl media" -eq 1' -fa 'restore-quarantine' -d 'Move files out of quarantine, back to where they were.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_positional "mastoctl media" -eq 1' -fa 'usage' -d 'Tell how much space media take.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_positional "mastoctl media" -eq 1' -fa 'lookup' -d 'Tell on which page a media file is shown.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_positional "mastoctl media" -eq 1' -fa 'verify' -d 'Find rows whose stored file is missing.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_positional "mastoctl media" -eq 1' -fa 'refresh' -d 'Fetch remote media again.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media remove" d days' -s 'd' -l 'days' -d 'Keep media cached within this many days.' -rfka ''
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media remove" prune-profiles' -l 'prune-profiles' -d 'Remove avatars and headers instead of media attachments.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media remove" remove-headers' -l 'remove-headers' -d 'Remove headers instead of media attachments.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media remove" include-follows' -l 'include-follows' -d 'With the two above: also of accounts somebody here follows or is followed by.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media remove" keep-interacted' -l 'keep-interacted' -d 'Keep media of posts that local people favourited, bookmarked, boosted, answered or quoted.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media remove"' -l 'domain' -d 'Only of this domain and its subdomains. May be repeated.' -rfka ''
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media remove"' -l 'except-domain' -d 'Never of this domain and its subdomains. May be repeated.' -rfka ''
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media remove"' -l 'type' -d 'Only of this type. May be repeated.' -rfka 'image gifv video unknown audio'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media remove" larger-than' -l 'larger-than' -d 'Only files larger than this: 10MB.' -rfka ''
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media remove" max-size' -l 'max-size' -d 'Stop when the cache takes no more than this, oldest first.' -rfka ''
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media remove" until-free' -l 'until-free' -d 'Stop when the disk has this much free, oldest first.' -rfka ''
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media remove" shard' -l 'shard' -d 'Do one share of the work, for several hosts at once: 1/2.' -rfka ''
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media remove" dry-run' -l 'dry-run' -d 'Change nothing; tell what would be done.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media remove" c concurrency' -s 'c' -l 'concurrency' -d 'Batches at work at the same time.' -rfka ''
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media remove" v verbose' -s 'v' -l 'verbose' -d 'Name every item.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media remove" limit' -l 'limit' -d 'Stop after this many items.' -rfka ''
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media remove" deadline' -l 'deadline' -d 'Begin nothing new after this long: 90s, 15m, 2h.' -rfka ''
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media remove" rate' -l 'rate' -d 'Handle at most this many items a second: 500/s.' -rfka ''
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media remove" lock-wait' -l 'lock-wait' -d 'Wait this long for another run to end.' -rfka ''
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media remove" y yes' -s 'y' -l 'yes' -d 'Do not ask.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media remove" no-input' -l 'no-input' -d 'Never ask; fail where a question would be needed.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media remove" metrics-file' -l 'metrics-file' -d 'Write how the run went to this Prometheus text file.' -rF
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media remove" ping' -l 'ping' -d 'Tell this URL of start, success and failure.' -rfka ''
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media remove" allow-schema' -l 'allow-schema' -d 'Write although this schema version is unknown.' -rfka ''
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media remove" profile' -l 'profile' -d 'Use this profile.' -rfka ''
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media remove" env-file' -l 'env-file' -d 'Read the instance\'s settings from this file.' -rF
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media remove" format' -l 'format' -d 'The form of the answer: table, json, jsonl, tsv or ids.' -rfka 'table json jsonl tsv ids'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media remove" q quiet' -s 'q' -l 'quiet' -d 'Say nothing but the answer, and in a run that went well not even that.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media remove" color' -l 'color' -d 'Colour: auto, always or never.' -rfka 'auto always never'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media remove" progress' -l 'progress' -d 'Progress: auto, always or never.' -rfka 'auto always never'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media remove" log-file' -l 'log-file' -d 'Append diagnostics to this file.' -rF
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media remove" version' -l 'version' -d 'Show the version.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media remove" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media remove-orphans" start-after' -l 'start-after' -d 'Go on after this key.' -rfka ''
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media remove-orphans" prefix' -l 'prefix' -d 'Only keys that start so.' -rfka ''
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media remove-orphans" fix-permissions' -l 'fix-permissions' -d 'Set the server\'s own access on every file kept, backups excepted.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media remove-orphans" min-age' -l 'min-age' -d 'Leave younger files alone.' -rfka ''
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media remove-orphans" quarantine' -l 'quarantine' -d 'Move orphans below this prefix instead of deleting them.' -rfka ''
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media remove-orphans" listing' -l 'listing' -d 'Take the keys from this inventory, in CSV or JSON lines.' -rF
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media remove-orphans" dry-run' -l 'dry-run' -d 'Change nothing; tell what would be done.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media remove-orphans" c concurrency' -s 'c' -l 'concurrency' -d 'Batches at work at the same time.' -rfka ''
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media remove-orphans" v verbose' -s 'v' -l 'verbose' -d 'Name every item.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media remove-orphans" limit' -l 'limit' -d 'Stop after this many items.' -rfka ''
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media remove-orphans" deadline' -l 'deadline' -d 'Begin nothing new after this long: 90s, 15m, 2h.' -rfka ''
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media remove-orphans" rate' -l 'rate' -d 'Handle at most this many items a second: 500/s.' -rfka ''
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media remove-orphans" lock-wait' -l 'lock-wait' -d 'Wait this long for another run to end.' -rfka ''
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media remove-orphans" y yes' -s 'y' -l 'yes' -d 'Do not ask.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media remove-orphans" no-input' -l 'no-input' -d 'Never ask; fail where a question would be needed.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media remove-orphans" metrics-file' -l 'metrics-file' -d 'Write how the run went to this Prometheus text file.' -rF
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media remove-orphans" ping' -l 'ping' -d 'Tell this URL of start, success and failure.' -rfka ''
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media remove-orphans" allow-schema' -l 'allow-schema' -d 'Write although this schema version is unknown.' -rfka ''
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media remove-orphans" profile' -l 'profile' -d 'Use this profile.' -rfka ''
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media remove-orphans" env-file' -l 'env-file' -d 'Read the instance\'s settings from this file.' -rF
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media remove-orphans" format' -l 'format' -d 'The form of the answer: table, json, jsonl, tsv or ids.' -rfka 'table json jsonl tsv ids'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media remove-orphans" q quiet' -s 'q' -l 'quiet' -d 'Say nothing but the answer, and in a run that went well not even that.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media remove-orphans" color' -l 'color' -d 'Colour: auto, always or never.' -rfka 'auto always never'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media remove-orphans" progress' -l 'progress' -d 'Progress: auto, always or never.' -rfka 'auto always never'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media remove-orphans" log-file' -l 'log-file' -d 'Append diagnostics to this file.' -rF
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media remove-orphans" version' -l 'version' -d 'Show the version.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media remove-orphans" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media restore-quarantine" dry-run' -l 'dry-run' -d 'Change nothing; tell what would be done.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media restore-quarantine" c concurrency' -s 'c' -l 'concurrency' -d 'Batches at work at the same time.' -rfka ''
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media restore-quarantine" v verbose' -s 'v' -l 'verbose' -d 'Name every item.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media restore-quarantine" limit' -l 'limit' -d 'Stop after this many items.' -rfka ''
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media restore-quarantine" deadline' -l 'deadline' -d 'Begin nothing new after this long: 90s, 15m, 2h.' -rfka ''
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media restore-quarantine" rate' -l 'rate' -d 'Handle at most this many items a second: 500/s.' -rfka ''
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media restore-quarantine" lock-wait' -l 'lock-wait' -d 'Wait this long for another run to end.' -rfka ''
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media restore-quarantine" y yes' -s 'y' -l 'yes' -d 'Do not ask.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media restore-quarantine" no-input' -l 'no-input' -d 'Never ask; fail where a question would be needed.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media restore-quarantine" metrics-file' -l 'metrics-file' -d 'Write how the run went to this Prometheus text file.' -rF
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media restore-quarantine" ping' -l 'ping' -d 'Tell this URL of start, success and failure.' -rfka ''
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media restore-quarantine" allow-schema' -l 'allow-schema' -d 'Write although this schema version is unknown.' -rfka ''
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media restore-quarantine" profile' -l 'profile' -d 'Use this profile.' -rfka ''
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media restore-quarantine" env-file' -l 'env-file' -d 'Read the instance\'s settings from this file.' -rF
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media restore-quarantine" format' -l 'format' -d 'The form of the answer: table, json, jsonl, tsv or ids.' -rfka 'table json jsonl tsv ids'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media restore-quarantine" q quiet' -s 'q' -l 'quiet' -d 'Say nothing but the answer, and in a run that went well not even that.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media restore-quarantine" color' -l 'color' -d 'Colour: auto, always or never.' -rfka 'auto always never'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media restore-quarantine" progress' -l 'progress' -d 'Progress: auto, always or never.' -rfka 'auto always never'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media restore-quarantine" log-file' -l 'log-file' -d 'Append diagnostics to this file.' -rF
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media restore-quarantine" version' -l 'version' -d 'Show the version.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media restore-quarantine" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media usage" by' -l 'by' -d 'Tell it apart by domain, account, type, age or style. Style walks the storage.' -rfka 'domain account type age style'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media usage" top' -l 'top' -d 'List this many domains, accounts or styles.' -rfka ''
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media usage" inventory' -l 'inventory' -d 'Walk the storage, too: files and bytes by class and style, orphans, what is unrecognised.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media usage" profile' -l 'profile' -d 'Use this profile.' -rfka ''
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media usage" env-file' -l 'env-file' -d 'Read the instance\'s settings from this file.' -rF
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media usage" format' -l 'format' -d 'The form of the answer: table, json, jsonl, tsv or ids.' -rfka 'table json jsonl tsv ids'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media usage" q quiet' -s 'q' -l 'quiet' -d 'Say nothing but the answer, and in a run that went well not even that.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media usage" color' -l 'color' -d 'Colour: auto, always or never.' -rfka 'auto always never'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media usage" progress' -l 'progress' -d 'Progress: auto, always or never.' -rfka 'auto always never'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media usage" log-file' -l 'log-file' -d 'Append diagnostics to this file.' -rF
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media usage" version' -l 'version' -d 'Show the version.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media usage" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media lookup" profile' -l 'profile' -d 'Use this profile.' -rfka ''
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media lookup" env-file' -l 'env-file' -d 'Read the instance\'s settings from this file.' -rF
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media lookup" format' -l 'format' -d 'The form of the answer: table, json, jsonl, tsv or ids.' -rfka 'table json jsonl tsv ids'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media lookup" q quiet' -s 'q' -l 'quiet' -d 'Say nothing but the answer, and in a run that went well not even that.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media lookup" color' -l 'color' -d 'Colour: auto, always or never.' -rfka 'auto always never'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media lookup" progress' -l 'progress' -d 'Progress: auto, always or never.' -rfka 'auto always never'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media lookup" log-file' -l 'log-file' -d 'Append diagnostics to this file.' -rF
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media lookup" version' -l 'version' -d 'Show the version.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media lookup" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media verify"' -l 'kind' -d 'Only avatar, header, emoji, attachment, thumbnail, preview-card, site-upload or backup. May be repeated.' -rfka 'avatar header emoji attachment thumbnail preview-card site-upload backup'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media verify"' -l 'domain' -d 'Only of this domain and its subdomains. May be repeated.' -rfka ''
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media verify" styles' -l 'styles' -d 'Look for the smaller renditions, too. Missing ones are only reported.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media verify" top' -l 'top' -d 'List this many of the missing files.' -rfka ''
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media verify" fix' -l 'fix' -d 'Clear the rows of cached copies that are missing.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media verify" dry-run' -l 'dry-run' -d 'Change nothing; tell what would be done.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media verify" c concurrency' -s 'c' -l 'concurrency' -d 'Batches at work at the same time.' -rfka ''
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media verify" v verbose' -s 'v' -l 'verbose' -d 'Name every item.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media verify" limit' -l 'limit' -d 'Stop after this many items.' -rfka ''
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media verify" deadline' -l 'deadline' -d 'Begin nothing new after this long: 90s, 15m, 2h.' -rfka ''
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media verify" rate' -l 'rate' -d 'Handle at most this many items a second: 500/s.' -rfka ''
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media verify" lock-wait' -l 'lock-wait' -d 'Wait this long for another run to end.' -rfka ''
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media verify" y yes' -s 'y' -l 'yes' -d 'Do not ask.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media verify" no-input' -l 'no-input' -d 'Never ask; fail where a question would be needed.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media verify" metrics-file' -l 'metrics-file' -d 'Write how the run went to this Prometheus text file.' -rF
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media verify" ping' -l 'ping' -d 'Tell this URL of start, success and failure.' -rfka ''
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media verify" allow-schema' -l 'allow-schema' -d 'Write although this schema version is unknown.' -rfka ''
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media verify" profile' -l 'profile' -d 'Use this profile.' -rfka ''
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media verify" env-file' -l 'env-file' -d 'Read the instance\'s settings from this file.' -rF
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media verify" format' -l 'format' -d 'The form of the answer: table, json, jsonl, tsv or ids.' -rfka 'table json jsonl tsv ids'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media verify" q quiet' -s 'q' -l 'quiet' -d 'Say nothing but the answer, and in a run that went well not even that.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media verify" color' -l 'color' -d 'Colour: auto, always or never.' -rfka 'auto always never'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media verify" progress' -l 'progress' -d 'Progress: auto, always or never.' -rfka 'auto always never'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media verify" log-file' -l 'log-file' -d 'Append diagnostics to this file.' -rF
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media verify" version' -l 'version' -d 'Show the version.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media verify" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media refresh" account' -l 'account' -d 'Of this remote account.' -rfka ''
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media refresh" domain' -l 'domain' -d 'Of this domain and its subdomains.' -rfka ''
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media refresh" status' -l 'status' -d 'Of the post with this id here.' -rfka ''
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media refresh" d days' -s 'd' -l 'days' -d 'Known here for at most this many days.' -rfka ''
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media refresh" force' -l 'force' -d 'Also what has its file already.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media refresh" wait' -l 'wait' -d 'Wait until the jobs have ended, and tell what came.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media refresh" no-wait' -l 'no-wait' -d 'Wait until the jobs have ended, and tell what came.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media refresh" queue-limit' -l 'queue-limit' -d 'Let at most this many jobs wait in the server\'s queue.' -rfka ''
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media refresh" dry-run' -l 'dry-run' -d 'Change nothing; tell what would be done.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media refresh" c concurrency' -s 'c' -l 'concurrency' -d 'Batches at work at the same time.' -rfka ''
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media refresh" v verbose' -s 'v' -l 'verbose' -d 'Name every item.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media refresh" limit' -l 'limit' -d 'Stop after this many items.' -rfka ''
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media refresh" deadline' -l 'deadline' -d 'Begin nothing new after this long: 90s, 15m, 2h.' -rfka ''
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media refresh" rate' -l 'rate' -d 'Handle at most this many items a second: 500/s.' -rfka ''
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media refresh" lock-wait' -l 'lock-wait' -d 'Wait this long for another run to end.' -rfka ''
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media refresh" y yes' -s 'y' -l 'yes' -d 'Do not ask.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media refresh" no-input' -l 'no-input' -d 'Never ask; fail where a question would be needed.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media refresh" metrics-file' -l 'metrics-file' -d 'Write how the run went to this Prometheus text file.' -rF
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media refresh" ping' -l 'ping' -d 'Tell this URL of start, success and failure.' -rfka ''
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media refresh" allow-schema' -l 'allow-schema' -d 'Write although this schema version is unknown.' -rfka ''
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media refresh" profile' -l 'profile' -d 'Use this profile.' -rfka ''
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media refresh" env-file' -l 'env-file' -d 'Read the instance\'s settings from this file.' -rF
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media refresh" format' -l 'format' -d 'The form of the answer: table, json, jsonl, tsv or ids.' -rfka 'table json jsonl tsv ids'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media refresh" q quiet' -s 'q' -l 'quiet' -d 'Say nothing but the answer, and in a run that went well not even that.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media refresh" color' -l 'color' -d 'Colour: auto, always or never.' -rfka 'auto always never'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media refresh" progress' -l 'progress' -d 'Progress: auto, always or never.' -rfka 'auto always never'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media refresh" log-file' -l 'log-file' -d 'Append diagnostics to this file.' -rF
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media refresh" version' -l 'version' -d 'Show the version.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl media refresh" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl preview-cards" version' -l 'version' -d 'Show the version.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl preview-cards" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_positional "mastoctl preview-cards" -eq 1' -fa 'remove' -d 'Delete the pictures of old link previews.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl preview-cards remove" days' -l 'days' -d 'Keep pictures of previews updated within this many days.' -rfka ''
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl preview-cards remove" link' -l 'link' -d 'Only previews of plain links, not of photos and videos.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl preview-cards remove" dry-run' -l 'dry-run' -d 'Change nothing; tell what would be done.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl preview-cards remove" c concurrency' -s 'c' -l 'concurrency' -d 'Batches at work at the same time.' -rfka ''
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl preview-cards remove" v verbose' -s 'v' -l 'verbose' -d 'Name every item.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl preview-cards remove" limit' -l 'limit' -d 'Stop after this many items.' -rfka ''
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl preview-cards remove" deadline' -l 'deadline' -d 'Begin nothing new after this long: 90s, 15m, 2h.' -rfka ''
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl preview-cards remove" rate' -l 'rate' -d 'Handle at most this many items a second: 500/s.' -rfka ''
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl preview-cards remove" lock-wait' -l 'lock-wait' -d 'Wait this long for another run to end.' -rfka ''
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl preview-cards remove" y yes' -s 'y' -l 'yes' -d 'Do not ask.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl preview-cards remove" no-input' -l 'no-input' -d 'Never ask; fail where a question would be needed.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl preview-cards remove" metrics-file' -l 'metrics-file' -d 'Write how the run went to this Prometheus text file.' -rF
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl preview-cards remove" ping' -l 'ping' -d 'Tell this URL of start, success and failure.' -rfka ''
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl preview-cards remove" allow-schema' -l 'allow-schema' -d 'Write although this schema version is unknown.' -rfka ''
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl preview-cards remove" profile' -l 'profile' -d 'Use this profile.' -rfka ''
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl preview-cards remove" env-file' -l 'env-file' -d 'Read the instance\'s settings from this file.' -rF
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl preview-cards remove" format' -l 'format' -d 'The form of the answer: table, json, jsonl, tsv or ids.' -rfka 'table json jsonl tsv ids'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl preview-cards remove" q quiet' -s 'q' -l 'quiet' -d 'Say nothing but the answer, and in a run that went well not even that.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl preview-cards remove" color' -l 'color' -d 'Colour: auto, always or never.' -rfka 'auto always never'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl preview-cards remove" progress' -l 'progress' -d 'Progress: auto, always or never.' -rfka 'auto always never'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl preview-cards remove" log-file' -l 'log-file' -d 'Append diagnostics to this file.' -rF
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl preview-cards remove" version' -l 'version' -d 'Show the version.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl preview-cards remove" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl prune" policy' -l 'policy' -d 'Take the policy from this file instead of the profile.' -rfa '(for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.\'toml\';printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl prune" only' -l 'only' -d 'Only these parts of the policy: attachments,headers.' -rfka ''
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl prune" schedule' -l 'schedule' -d 'Prune nothing; print ready files for this scheduler: systemd, cron or kubernetes.' -rfka 'systemd cron kubernetes'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl prune" dry-run' -l 'dry-run' -d 'Change nothing; tell what would be done.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl prune" c concurrency' -s 'c' -l 'concurrency' -d 'Batches at work at the same time.' -rfka ''
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl prune" v verbose' -s 'v' -l 'verbose' -d 'Name every item.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl prune" limit' -l 'limit' -d 'Stop after this many items.' -rfka ''
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl prune" deadline' -l 'deadline' -d 'Begin nothing new after this long: 90s, 15m, 2h.' -rfka ''
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl prune" rate' -l 'rate' -d 'Handle at most this many items a second: 500/s.' -rfka ''
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl prune" lock-wait' -l 'lock-wait' -d 'Wait this long for another run to end.' -rfka ''
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl prune" y yes' -s 'y' -l 'yes' -d 'Do not ask.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl prune" no-input' -l 'no-input' -d 'Never ask; fail where a question would be needed.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl prune" metrics-file' -l 'metrics-file' -d 'Write how the run went to this Prometheus text file.' -rF
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl prune" ping' -l 'ping' -d 'Tell this URL of start, success and failure.' -rfka ''
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl prune" allow-schema' -l 'allow-schema' -d 'Write although this schema version is unknown.' -rfka ''
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl prune" profile' -l 'profile' -d 'Use this profile.' -rfka ''
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl prune" env-file' -l 'env-file' -d 'Read the instance\'s settings from this file.' -rF
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl prune" format' -l 'format' -d 'The form of the answer: table, json, jsonl, tsv or ids.' -rfka 'table json jsonl tsv ids'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl prune" q quiet' -s 'q' -l 'quiet' -d 'Say nothing but the answer, and in a run that went well not even that.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl prune" color' -l 'color' -d 'Colour: auto, always or never.' -rfka 'auto always never'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl prune" progress' -l 'progress' -d 'Progress: auto, always or never.' -rfka 'auto always never'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl prune" log-file' -l 'log-file' -d 'Append diagnostics to this file.' -rF
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl prune" version' -l 'version' -d 'Show the version.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl prune" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl config" version' -l 'version' -d 'Show the version.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl config" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_positional "mastoctl config" -eq 1' -fa 'show' -d 'Show every setting that has a value, and where it came from.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_positional "mastoctl config" -eq 1' -fa 'check' -d 'Tell what is wrong with the configuration.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_positional "mastoctl config" -eq 1' -fa 'init' -d 'Write a profile that lists every setting.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl config show" profile' -l 'profile' -d 'Use this profile.' -rfka ''
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl config show" env-file' -l 'env-file' -d 'Read the instance\'s settings from this file.' -rF
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl config show" format' -l 'format' -d 'The form of the answer: table, json, jsonl, tsv or ids.' -rfka 'table json jsonl tsv ids'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl config show" q quiet' -s 'q' -l 'quiet' -d 'Say nothing but the answer, and in a run that went well not even that.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl config show" color' -l 'color' -d 'Colour: auto, always or never.' -rfka 'auto always never'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl config show" progress' -l 'progress' -d 'Progress: auto, always or never.' -rfka 'auto always never'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl config show" log-file' -l 'log-file' -d 'Append diagnostics to this file.' -rF
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl config show" version' -l 'version' -d 'Show the version.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl config show" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl config check" profile' -l 'profile' -d 'Use this profile.' -rfka ''
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl config check" env-file' -l 'env-file' -d 'Read the instance\'s settings from this file.' -rF
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl config check" format' -l 'format' -d 'The form of the answer: table, json, jsonl, tsv or ids.' -rfka 'table json jsonl tsv ids'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl config check" q quiet' -s 'q' -l 'quiet' -d 'Say nothing but the answer, and in a run that went well not even that.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl config check" color' -l 'color' -d 'Colour: auto, always or never.' -rfka 'auto always never'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl config check" progress' -l 'progress' -d 'Progress: auto, always or never.' -rfka 'auto always never'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl config check" log-file' -l 'log-file' -d 'Append diagnostics to this file.' -rF
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl config check" version' -l 'version' -d 'Show the version.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl config check" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl config init" stdout' -l 'stdout' -d 'Write the profile to standard output instead of a file.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl config init" force' -l 'force' -d 'Replace a profile that exists.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl config init" profile' -l 'profile' -d 'Use this profile.' -rfka ''
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl config init" env-file' -l 'env-file' -d 'Read the instance\'s settings from this file.' -rF
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl config init" format' -l 'format' -d 'The form of the answer: table, json, jsonl, tsv or ids.' -rfka 'table json jsonl tsv ids'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl config init" q quiet' -s 'q' -l 'quiet' -d 'Say nothing but the answer, and in a run that went well not even that.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl config init" color' -l 'color' -d 'Colour: auto, always or never.' -rfka 'auto always never'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl config init" progress' -l 'progress' -d 'Progress: auto, always or never.' -rfka 'auto always never'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl config init" log-file' -l 'log-file' -d 'Append diagnostics to this file.' -rF
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl config init" version' -l 'version' -d 'Show the version.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl config init" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl sandbox" version' -l 'version' -d 'Show the version.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl sandbox" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_positional "mastoctl sandbox" -eq 1' -fa 'start' -d 'Make a throw-away instance and leave it running.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_positional "mastoctl sandbox" -eq 1' -fa 'stop' -d 'Stop a sandbox and remove all of it.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_positional "mastoctl sandbox" -eq 1' -fa 'status' -d 'Tell whether a sandbox runs, and what is in it.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_positional "mastoctl sandbox" -eq 1' -fa 'env' -d 'Print the settings of a running sandbox.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl sandbox start" dir' -l 'dir' -d 'The sandbox\'s directory.' -rfa '(__mastoctl_complete_directories)'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl sandbox start" mastodon' -l 'mastodon' -d 'The release whose database is made: 4.3 to 4.6.' -rfka '4.3 4.4 4.5 4.6'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl sandbox start" size' -l 'size' -d 'How much is in it: small, medium or large.' -rfka 'small medium large'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl sandbox start" s3' -l 's3' -d 'Keep the media in an S3 server instead of a directory.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl sandbox start" seed' -l 'seed' -d 'The same number makes the same instance.' -rfka ''
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl sandbox start" profile' -l 'profile' -d 'Use this profile.' -rfka ''
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl sandbox start" env-file' -l 'env-file' -d 'Read the instance\'s settings from this file.' -rF
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl sandbox start" format' -l 'format' -d 'The form of the answer: table, json, jsonl, tsv or ids.' -rfka 'table json jsonl tsv ids'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl sandbox start" q quiet' -s 'q' -l 'quiet' -d 'Say nothing but the answer, and in a run that went well not even that.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl sandbox start" color' -l 'color' -d 'Colour: auto, always or never.' -rfka 'auto always never'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl sandbox start" progress' -l 'progress' -d 'Progress: auto, always or never.' -rfka 'auto always never'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl sandbox start" log-file' -l 'log-file' -d 'Append diagnostics to this file.' -rF
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl sandbox start" version' -l 'version' -d 'Show the version.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl sandbox start" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl sandbox stop" dir' -l 'dir' -d 'The sandbox\'s directory.' -rfa '(__mastoctl_complete_directories)'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl sandbox stop" keep' -l 'keep' -d 'Stop the servers and leave the directory as it is.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl sandbox stop" profile' -l 'profile' -d 'Use this profile.' -rfka ''
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl sandbox stop" env-file' -l 'env-file' -d 'Read the instance\'s settings from this file.' -rF
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl sandbox stop" format' -l 'format' -d 'The form of the answer: table, json, jsonl, tsv or ids.' -rfka 'table json jsonl tsv ids'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl sandbox stop" q quiet' -s 'q' -l 'quiet' -d 'Say nothing but the answer, and in a run that went well not even that.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl sandbox stop" color' -l 'color' -d 'Colour: auto, always or never.' -rfka 'auto always never'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl sandbox stop" progress' -l 'progress' -d 'Progress: auto, always or never.' -rfka 'auto always never'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl sandbox stop" log-file' -l 'log-file' -d 'Append diagnostics to this file.' -rF
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl sandbox stop" version' -l 'version' -d 'Show the version.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl sandbox stop" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl sandbox status" dir' -l 'dir' -d 'The sandbox\'s directory.' -rfa '(__mastoctl_complete_directories)'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl sandbox status" profile' -l 'profile' -d 'Use this profile.' -rfka ''
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl sandbox status" env-file' -l 'env-file' -d 'Read the instance\'s settings from this file.' -rF
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl sandbox status" format' -l 'format' -d 'The form of the answer: table, json, jsonl, tsv or ids.' -rfka 'table json jsonl tsv ids'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl sandbox status" q quiet' -s 'q' -l 'quiet' -d 'Say nothing but the answer, and in a run that went well not even that.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl sandbox status" color' -l 'color' -d 'Colour: auto, always or never.' -rfka 'auto always never'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl sandbox status" progress' -l 'progress' -d 'Progress: auto, always or never.' -rfka 'auto always never'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl sandbox status" log-file' -l 'log-file' -d 'Append diagnostics to this file.' -rF
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl sandbox status" version' -l 'version' -d 'Show the version.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl sandbox status" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl sandbox env" dir' -l 'dir' -d 'The sandbox\'s directory.' -rfa '(__mastoctl_complete_directories)'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl sandbox env" path' -l 'path' -d 'Print the path of the env file instead.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl sandbox env" profile' -l 'profile' -d 'Use this profile.' -rfka ''
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl sandbox env" env-file' -l 'env-file' -d 'Read the instance\'s settings from this file.' -rF
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl sandbox env" format' -l 'format' -d 'The form of the answer: table, json, jsonl, tsv or ids.' -rfka 'table json jsonl tsv ids'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl sandbox env" q quiet' -s 'q' -l 'quiet' -d 'Say nothing but the answer, and in a run that went well not even that.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl sandbox env" color' -l 'color' -d 'Colour: auto, always or never.' -rfka 'auto always never'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl sandbox env" progress' -l 'progress' -d 'Progress: auto, always or never.' -rfka 'auto always never'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl sandbox env" log-file' -l 'log-file' -d 'Append diagnostics to this file.' -rF
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl sandbox env" version' -l 'version' -d 'Show the version.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl sandbox env" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl instance" profile' -l 'profile' -d 'Use this profile.' -rfka ''
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl instance" env-file' -l 'env-file' -d 'Read the instance\'s settings from this file.' -rF
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl instance" format' -l 'format' -d 'The form of the answer: table, json, jsonl, tsv or ids.' -rfka 'table json jsonl tsv ids'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl instance" q quiet' -s 'q' -l 'quiet' -d 'Say nothing but the answer, and in a run that went well not even that.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl instance" color' -l 'color' -d 'Colour: auto, always or never.' -rfka 'auto always never'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl instance" progress' -l 'progress' -d 'Progress: auto, always or never.' -rfka 'auto always never'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl instance" log-file' -l 'log-file' -d 'Append diagnostics to this file.' -rF
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl instance" version' -l 'version' -d 'Show the version.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl instance" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl doctor" no-write' -l 'no-write' -d 'Write nothing, not even a probe.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl doctor" profile' -l 'profile' -d 'Use this profile.' -rfka ''
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl doctor" env-file' -l 'env-file' -d 'Read the instance\'s settings from this file.' -rF
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl doctor" format' -l 'format' -d 'The form of the answer: table, json, jsonl, tsv or ids.' -rfka 'table json jsonl tsv ids'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl doctor" q quiet' -s 'q' -l 'quiet' -d 'Say nothing but the answer, and in a run that went well not even that.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl doctor" color' -l 'color' -d 'Colour: auto, always or never.' -rfka 'auto always never'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl doctor" progress' -l 'progress' -d 'Progress: auto, always or never.' -rfka 'auto always never'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl doctor" log-file' -l 'log-file' -d 'Append diagnostics to this file.' -rF
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl doctor" version' -l 'version' -d 'Show the version.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl doctor" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl version" instance' -l 'instance' -d 'Also tell which release the instance runs.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl version" profile' -l 'profile' -d 'Use this profile.' -rfka ''
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl version" env-file' -l 'env-file' -d 'Read the instance\'s settings from this file.' -rF
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl version" format' -l 'format' -d 'The form of the answer: table, json, jsonl, tsv or ids.' -rfka 'table json jsonl tsv ids'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl version" q quiet' -s 'q' -l 'quiet' -d 'Say nothing but the answer, and in a run that went well not even that.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl version" color' -l 'color' -d 'Colour: auto, always or never.' -rfka 'auto always never'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl version" progress' -l 'progress' -d 'Progress: auto, always or never.' -rfka 'auto always never'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl version" log-file' -l 'log-file' -d 'Append diagnostics to this file.' -rF
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl version" version' -l 'version' -d 'Show the version.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl version" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'mastoctl' -n '__mastoctl_should_offer_completions_for_flags_or_options "mastoctl help" version' -l 'version' -d 'Show the version.'
