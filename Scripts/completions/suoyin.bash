#!/bin/bash

__suoyin_cursor_index_in_current_word() {
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
__suoyin_offer_flags_options() {
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

__suoyin_add_completions() {
    local completion
    while IFS='' read -r completion; do
        COMPREPLY+=("${completion}")
    done < <(IFS=$'\n' compgen "${@}" -- "${cur}")
}

__suoyin_custom_complete() {
    if [[ -n "${cur}" || -z ${COMP_WORDS[${COMP_CWORD}]} || "${COMP_LINE:${COMP_POINT}:1}" != ' ' ]]; then
        local -ar words=("${COMP_WORDS[@]}")
    else
        local -ar words=("${COMP_WORDS[@]::${COMP_CWORD}}" '' "${COMP_WORDS[@]:${COMP_CWORD}}")
    fi

    "${COMP_WORDS[0]}" "${@}" "${words[@]}"
}

_suoyin() {
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
    __suoyin_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    index|search|explain|fields|show|open|similar|concordance|trend|collocations|cites|cited-by|history|compare|export|status|remove|check|backup|repair|split|segment|serve|help)
        # Offer subcommand argument completions
        "_suoyin_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'index search explain fields show open similar concordance trend collocations cites cited-by history compare export status remove check backup repair split segment serve help' -- "${cur}"))
        ;;
    esac
}

_suoyin_index() {
    repeating_flags=()
    non_repeating_flags=(--prune --lossy --dry-run --rebuild --quiet -q --verbose -v --version -h --help)
    repeating_options=(--include --exclude --field)
    non_repeating_options=(--index --collection --max-source --encoding --config --jobs --report)
    __suoyin_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--index')
        __suoyin_add_completions -d
        return
        ;;
    '--collection')
        return
        ;;
    '--include')
        return
        ;;
    '--exclude')
        return
        ;;
    '--field')
        return
        ;;
    '--max-source')
        return
        ;;
    '--encoding')
        return
        ;;
    '--config')
        return
        ;;
    '--jobs')
        return
        ;;
    '--report')
        return
        ;;
    esac
}

_suoyin_search() {
    repeating_flags=()
    non_repeating_flags=(--count --coverage --bom --no-pager --version -h --help)
    repeating_options=(--filter --facet)
    non_repeating_options=(--since --until --index --socket --sort --group --cursor --limit --passages --deadline-ms --format --color --queries)
    __suoyin_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--filter')
        __suoyin_add_completions -W "$(__suoyin_custom_complete ---completion search -- --filter "${COMP_CWORD}" "$(__suoyin_cursor_index_in_current_word)")"
        return
        ;;
    '--since')
        return
        ;;
    '--until')
        return
        ;;
    '--index')
        __suoyin_add_completions -d
        return
        ;;
    '--socket')
        return
        ;;
    '--sort')
        return
        ;;
    '--facet')
        return
        ;;
    '--group')
        __suoyin_add_completions -W 'none'$'\n''source'$'\n''parent'
        return
        ;;
    '--cursor')
        return
        ;;
    '--limit')
        return
        ;;
    '--passages')
        return
        ;;
    '--deadline-ms')
        return
        ;;
    '--format')
        __suoyin_add_completions -W 'text'$'\n''json'$'\n''jsonl'$'\n''csv'$'\n''tsv'$'\n''trec'$'\n''ids'
        return
        ;;
    '--color')
        __suoyin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--queries')
        return
        ;;
    esac
}

_suoyin_explain() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=(--filter)
    non_repeating_options=(--since --until --index --socket --limit --format)
    __suoyin_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--filter')
        __suoyin_add_completions -W "$(__suoyin_custom_complete ---completion explain -- --filter "${COMP_CWORD}" "$(__suoyin_cursor_index_in_current_word)")"
        return
        ;;
    '--since')
        return
        ;;
    '--until')
        return
        ;;
    '--index')
        __suoyin_add_completions -d
        return
        ;;
    '--socket')
        return
        ;;
    '--limit')
        return
        ;;
    '--format')
        __suoyin_add_completions -W 'text'$'\n''json'
        return
        ;;
    esac
}

_suoyin_fields() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=(--format)
    __suoyin_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--format')
        __suoyin_add_completions -W 'text'$'\n''json'
        return
        ;;
    esac
}

_suoyin_show() {
    repeating_flags=()
    non_repeating_flags=(--original --repairs --cite --no-pager --version -h --help)
    repeating_options=()
    non_repeating_options=(--index --socket --lines --format --color)
    __suoyin_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--index')
        __suoyin_add_completions -d
        return
        ;;
    '--socket')
        return
        ;;
    '--lines')
        return
        ;;
    '--format')
        __suoyin_add_completions -W 'text'$'\n''json'$'\n''csl-json'
        return
        ;;
    '--color')
        __suoyin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    esac
}

_suoyin_open() {
    repeating_flags=()
    non_repeating_flags=(--editor --version -h --help)
    repeating_options=()
    non_repeating_options=(--index --socket --line --match)
    __suoyin_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--index')
        __suoyin_add_completions -d
        return
        ;;
    '--socket')
        return
        ;;
    '--line')
        return
        ;;
    '--match')
        return
        ;;
    esac
}

_suoyin_similar() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=(--index --socket --limit --format)
    __suoyin_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--index')
        __suoyin_add_completions -d
        return
        ;;
    '--socket')
        return
        ;;
    '--limit')
        return
        ;;
    '--format')
        __suoyin_add_completions -W 'text'$'\n''json'
        return
        ;;
    esac
}

_suoyin_concordance() {
    repeating_flags=()
    non_repeating_flags=(--coverage --bom --version -h --help)
    repeating_options=(--filter)
    non_repeating_options=(--since --until --index --socket --sort --width --limit --format --color)
    __suoyin_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--filter')
        __suoyin_add_completions -W "$(__suoyin_custom_complete ---completion concordance -- --filter "${COMP_CWORD}" "$(__suoyin_cursor_index_in_current_word)")"
        return
        ;;
    '--since')
        return
        ;;
    '--until')
        return
        ;;
    '--index')
        __suoyin_add_completions -d
        return
        ;;
    '--socket')
        return
        ;;
    '--sort')
        return
        ;;
    '--width')
        return
        ;;
    '--limit')
        return
        ;;
    '--format')
        __suoyin_add_completions -W 'text'$'\n''json'$'\n''jsonl'$'\n''csv'
        return
        ;;
    '--color')
        __suoyin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    esac
}

_suoyin_trend() {
    repeating_flags=()
    non_repeating_flags=(--coverage --bom --no-pager --version -h --help)
    repeating_options=(--filter)
    non_repeating_options=(--since --until --index --socket --by --format)
    __suoyin_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--filter')
        __suoyin_add_completions -W "$(__suoyin_custom_complete ---completion trend -- --filter "${COMP_CWORD}" "$(__suoyin_cursor_index_in_current_word)")"
        return
        ;;
    '--since')
        return
        ;;
    '--until')
        return
        ;;
    '--index')
        __suoyin_add_completions -d
        return
        ;;
    '--socket')
        return
        ;;
    '--by')
        return
        ;;
    '--format')
        __suoyin_add_completions -W 'text'$'\n''json'$'\n''csv'
        return
        ;;
    esac
}

_suoyin_collocations() {
    repeating_flags=()
    non_repeating_flags=(--coverage --bom --no-pager --version -h --help)
    repeating_options=(--filter)
    non_repeating_options=(--since --until --index --socket --window --minimum --sort --limit --format)
    __suoyin_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--filter')
        __suoyin_add_completions -W "$(__suoyin_custom_complete ---completion collocations -- --filter "${COMP_CWORD}" "$(__suoyin_cursor_index_in_current_word)")"
        return
        ;;
    '--since')
        return
        ;;
    '--until')
        return
        ;;
    '--index')
        __suoyin_add_completions -d
        return
        ;;
    '--socket')
        return
        ;;
    '--window')
        return
        ;;
    '--minimum')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--format')
        __suoyin_add_completions -W 'text'$'\n''json'$'\n''csv'
        return
        ;;
    esac
}

_suoyin_cites() {
    repeating_flags=()
    non_repeating_flags=(--bom --no-pager --version -h --help)
    repeating_options=()
    non_repeating_options=(--index --socket --limit --format)
    __suoyin_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--index')
        __suoyin_add_completions -d
        return
        ;;
    '--socket')
        return
        ;;
    '--limit')
        return
        ;;
    '--format')
        __suoyin_add_completions -W 'text'$'\n''json'$'\n''csv'
        return
        ;;
    esac
}

_suoyin_cited-by() {
    repeating_flags=()
    non_repeating_flags=(--bom --no-pager --version -h --help)
    repeating_options=()
    non_repeating_options=(--index --socket --limit --format)
    __suoyin_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--index')
        __suoyin_add_completions -d
        return
        ;;
    '--socket')
        return
        ;;
    '--limit')
        return
        ;;
    '--format')
        __suoyin_add_completions -W 'text'$'\n''json'$'\n''csv'
        return
        ;;
    esac
}

_suoyin_history() {
    repeating_flags=()
    non_repeating_flags=(--bom --no-pager --version -h --help)
    repeating_options=()
    non_repeating_options=(--index --socket --limit --format)
    __suoyin_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--index')
        __suoyin_add_completions -d
        return
        ;;
    '--socket')
        return
        ;;
    '--limit')
        return
        ;;
    '--format')
        __suoyin_add_completions -W 'text'$'\n''json'$'\n''csv'
        return
        ;;
    esac
}

_suoyin_compare() {
    repeating_flags=()
    non_repeating_flags=(--all --bom --no-pager --version -h --help)
    repeating_options=()
    non_repeating_options=(--index --socket --format --color)
    __suoyin_offer_flags_options 2

    # Offer option value completions
    case "${prev}" in
    '--index')
        __suoyin_add_completions -d
        return
        ;;
    '--socket')
        return
        ;;
    '--format')
        __suoyin_add_completions -W 'text'$'\n''json'$'\n''csv'
        return
        ;;
    '--color')
        __suoyin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    esac
}

_suoyin_export() {
    repeating_flags=()
    non_repeating_flags=(--coverage --bom --version -h --help)
    repeating_options=(--filter)
    non_repeating_options=(--since --until --index --socket --format)
    __suoyin_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--filter')
        __suoyin_add_completions -W "$(__suoyin_custom_complete ---completion export -- --filter "${COMP_CWORD}" "$(__suoyin_cursor_index_in_current_word)")"
        return
        ;;
    '--since')
        return
        ;;
    '--until')
        return
        ;;
    '--index')
        __suoyin_add_completions -d
        return
        ;;
    '--socket')
        return
        ;;
    '--format')
        __suoyin_add_completions -W 'jsonl'$'\n''csv'$'\n''bulk'
        return
        ;;
    esac
}

_suoyin_status() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=(--index --socket --format)
    __suoyin_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--index')
        __suoyin_add_completions -d
        return
        ;;
    '--socket')
        return
        ;;
    '--format')
        __suoyin_add_completions -W 'text'$'\n''json'
        return
        ;;
    esac
}

_suoyin_remove() {
    repeating_flags=()
    non_repeating_flags=(--dry-run --quiet -q --version -h --help)
    repeating_options=()
    non_repeating_options=(--index --collection)
    __suoyin_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--index')
        __suoyin_add_completions -d
        return
        ;;
    '--collection')
        return
        ;;
    esac
}

_suoyin_check() {
    repeating_flags=()
    non_repeating_flags=(--digest --version -h --help)
    repeating_options=()
    non_repeating_options=(--index --sample)
    __suoyin_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--index')
        __suoyin_add_completions -d
        return
        ;;
    '--sample')
        return
        ;;
    esac
}

_suoyin_backup() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=(--index)
    __suoyin_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--index')
        __suoyin_add_completions -d
        return
        ;;
    esac
}

_suoyin_repair() {
    repeating_flags=()
    non_repeating_flags=(--diff --lossy --version -h --help)
    repeating_options=()
    non_repeating_options=(--encoding --format)
    __suoyin_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--encoding')
        return
        ;;
    '--format')
        __suoyin_add_completions -W 'text'$'\n''json'
        return
        ;;
    esac
}

_suoyin_split() {
    repeating_flags=()
    non_repeating_flags=(--lossy --version -h --help)
    repeating_options=()
    non_repeating_options=(--encoding --format)
    __suoyin_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--encoding')
        return
        ;;
    '--format')
        __suoyin_add_completions -W 'text'$'\n''json'
        return
        ;;
    esac
}

_suoyin_segment() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=(--format)
    __suoyin_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--format')
        __suoyin_add_completions -W 'text'$'\n''json'
        return
        ;;
    esac
}

_suoyin_serve() {
    repeating_flags=()
    non_repeating_flags=(--log-queries --check --version -h --help)
    repeating_options=()
    non_repeating_options=(--index --socket --workers --queue --deadline-ms --log-level --socket-mode --socket-group --idle-seconds)
    __suoyin_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--index')
        __suoyin_add_completions -d
        return
        ;;
    '--socket')
        return
        ;;
    '--workers')
        return
        ;;
    '--queue')
        return
        ;;
    '--deadline-ms')
        return
        ;;
    '--log-level')
        return
        ;;
    '--socket-mode')
        return
        ;;
    '--socket-group')
        return
        ;;
    '--idle-seconds')
        return
        ;;
    esac
}

_suoyin_help() {
    repeating_flags=()
    non_repeating_flags=(--version)
    repeating_options=()
    non_repeating_options=()
    __suoyin_offer_flags_options -1
}

complete -o filenames -F _suoyin suoyin
