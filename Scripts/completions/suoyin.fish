function __suoyin_should_offer_completions_for_flags_or_options -a expected_commands
    set -l non_repeating_flags_or_options $argv[2..]
    set -l non_repeating_flags_or_options_absent 0
    set -l positional_index 0
    set -l commands
    __suoyin_parse_tokens
    test "$commands" = "$expected_commands"; and return $non_repeating_flags_or_options_absent
end

function __suoyin_should_offer_completions_for_positional -a expected_commands positional_index_comparison expected_positional_index
    set -l non_repeating_flags_or_options
    set -l non_repeating_flags_or_options_absent 0
    set -l positional_index 0
    set -l commands
    __suoyin_parse_tokens
    test "$commands" = "$expected_commands" -a \( "$positional_index" "$positional_index_comparison" "$expected_positional_index" \)
end

function __suoyin_parse_tokens -S
    set -l unparsed_tokens (__suoyin_tokens -pc)
    switch $unparsed_tokens[1]
    case 'suoyin'
        __suoyin_parse_subcommand 0 'version' 'h/help'
        switch $unparsed_tokens[1]
        case 'index'
            __suoyin_parse_subcommand -r 1 'index=' 'collection=' 'include=+' 'exclude=+' 'field=+' 'prune' 'max-source=' 'encoding=' 'lossy' 'config=' 'jobs=' 'dry-run' 'rebuild' 'q/quiet' 'v/verbose' 'report=' 'version' 'h/help'
        case 'search'
            __suoyin_parse_subcommand -r 1 'filter=+' 'since=' 'until=' 'index=' 'socket=' 'sort=' 'facet=+' 'group=' 'count' 'coverage' 'cursor=' 'limit=' 'passages=' 'deadline-ms=' 'format=' 'bom' 'color=' 'no-pager' 'queries=' 'version' 'h/help'
        case 'explain'
            __suoyin_parse_subcommand -r 1 'filter=+' 'since=' 'until=' 'index=' 'socket=' 'limit=' 'format=' 'version' 'h/help'
        case 'fields'
            __suoyin_parse_subcommand 0 'format=' 'version' 'h/help'
        case 'show'
            __suoyin_parse_subcommand 1 'index=' 'socket=' 'original' 'repairs' 'lines=' 'cite' 'format=' 'color=' 'no-pager' 'version' 'h/help'
        case 'open'
            __suoyin_parse_subcommand 1 'index=' 'socket=' 'line=' 'match=' 'editor' 'version' 'h/help'
        case 'similar'
            __suoyin_parse_subcommand 1 'index=' 'socket=' 'limit=' 'format=' 'version' 'h/help'
        case 'concordance'
            __suoyin_parse_subcommand -r 1 'filter=+' 'since=' 'until=' 'coverage' 'index=' 'socket=' 'sort=' 'width=' 'limit=' 'format=' 'bom' 'color=' 'version' 'h/help'
        case 'trend'
            __suoyin_parse_subcommand -r 1 'filter=+' 'since=' 'until=' 'coverage' 'index=' 'socket=' 'by=' 'format=' 'bom' 'no-pager' 'version' 'h/help'
        case 'collocations'
            __suoyin_parse_subcommand -r 1 'filter=+' 'since=' 'until=' 'coverage' 'index=' 'socket=' 'window=' 'minimum=' 'sort=' 'limit=' 'format=' 'bom' 'no-pager' 'version' 'h/help'
        case 'cites'
            __suoyin_parse_subcommand 1 'index=' 'socket=' 'limit=' 'format=' 'bom' 'no-pager' 'version' 'h/help'
        case 'cited-by'
            __suoyin_parse_subcommand 1 'index=' 'socket=' 'limit=' 'format=' 'bom' 'no-pager' 'version' 'h/help'
        case 'history'
            __suoyin_parse_subcommand 1 'index=' 'socket=' 'limit=' 'format=' 'bom' 'no-pager' 'version' 'h/help'
        case 'compare'
            __suoyin_parse_subcommand 2 'index=' 'socket=' 'all' 'format=' 'bom' 'color=' 'no-pager' 'version' 'h/help'
        case 'export'
            __suoyin_parse_subcommand -r 1 'filter=+' 'since=' 'until=' 'coverage' 'index=' 'socket=' 'format=' 'bom' 'version' 'h/help'
        case 'status'
            __suoyin_parse_subcommand 0 'index=' 'socket=' 'format=' 'version' 'h/help'
        case 'remove'
            __suoyin_parse_subcommand -r 1 'index=' 'collection=' 'dry-run' 'q/quiet' 'version' 'h/help'
        case 'check'
            __suoyin_parse_subcommand 0 'index=' 'sample=' 'digest' 'version' 'h/help'
        case 'backup'
            __suoyin_parse_subcommand 1 'index=' 'version' 'h/help'
        case 'repair'
            __suoyin_parse_subcommand 1 'diff' 'encoding=' 'lossy' 'format=' 'version' 'h/help'
        case 'split'
            __suoyin_parse_subcommand 1 'encoding=' 'lossy' 'format=' 'version' 'h/help'
        case 'segment'
            __suoyin_parse_subcommand -r 1 'format=' 'version' 'h/help'
        case 'serve'
            __suoyin_parse_subcommand 0 'index=' 'socket=' 'workers=' 'queue=' 'deadline-ms=' 'log-level=' 'log-queries' 'socket-mode=' 'socket-group=' 'check' 'idle-seconds=' 'version' 'h/help'
        case 'help'
            __suoyin_parse_subcommand -r 1 'version'
        end
    end
end

function __suoyin_tokens
    if test (string split -m 1 -f 1 -- . "$FISH_VERSION") -gt 3
        commandline --tokens-raw $argv
    else
        commandline -o $argv
    end
end

function __suoyin_parse_subcommand -S -a positional_count
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

function __suoyin_complete_directories
    set -l token (commandline -t)
    string match -- '*/' $token
    set -l subdirs $token*/
    printf %s\n $subdirs
end

function __suoyin_custom_completion
    set -x SAP_SHELL fish
    set -x SAP_SHELL_VERSION $FISH_VERSION
    set -l tokens (__suoyin_tokens -p)
    if test -z "$(__suoyin_tokens -t)"
        set -l index (count (__suoyin_tokens -pc))
        set tokens $tokens[..$index] \'\' $tokens[(math $index + 1)..]
    end
    command $tokens[1] $argv $tokens
end

complete -c 'suoyin' -f
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin" version' -l 'version' -d 'Show the version.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_positional "suoyin" -eq 1' -fa 'index' -d 'Index gazettes: files, or directories with all that is below them.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_positional "suoyin" -eq 1' -fa 'search' -d 'Search for words, or for "phrases" in quotation marks.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_positional "suoyin" -eq 1' -fa 'explain' -d 'Show how a query is read and ranked: tokens, tree, plan, the engine\'s query, terms, scores.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_positional "suoyin" -eq 1' -fa 'fields' -d 'Print the table of fields: names, kinds of values, what they mean, an example.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_positional "suoyin" -eq 1' -fa 'show' -d 'Print a document: what is known of it, and its repaired text with source lines.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_positional "suoyin" -eq 1' -fa 'open' -d 'Print the file and line at which a document begins, or open it in the editor.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_positional "suoyin" -eq 1' -fa 'similar' -d 'List the documents most like one; what prints the same text is marked.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_positional "suoyin" -eq 1' -fa 'concordance' -d 'Print every place where a query\'s text stands, with what stands around it.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_positional "suoyin" -eq 1' -fa 'trend' -d 'Count documents and places of queries by year, month, issuer or region.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_positional "suoyin" -eq 1' -fa 'collocations' -d 'List the words that stand near a query\'s text more often than elsewhere in the same documents.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_positional "suoyin" -eq 1' -fa 'cites' -d 'List the documents that a document names, with what it says of each and on which line.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_positional "suoyin" -eq 1' -fa 'cited-by' -d 'List the documents of the index that name a document, by number or title.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_positional "suoyin" -eq 1' -fa 'history' -d 'List in order of date what issued, changed and repealed a document, and what it did to others.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_positional "suoyin" -eq 1' -fa 'compare' -d 'Say clause by clause what differs between two documents.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_positional "suoyin" -eq 1' -fa 'export' -d 'Write documents with what is known of them, one a line, for other programs.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_positional "suoyin" -eq 1' -fa 'status' -d 'Print what the index holds and what made it.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_positional "suoyin" -eq 1' -fa 'remove' -d 'Remove sources and their documents from the index; files on disk are not touched.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_positional "suoyin" -eq 1' -fa 'check' -d 'Check that the index is whole and holds what it says.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_positional "suoyin" -eq 1' -fa 'backup' -d 'Copy what answers now into a directory that is an index of its own.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_positional "suoyin" -eq 1' -fa 'repair' -d 'Print the repaired text of a file, or what repair changed in it.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_positional "suoyin" -eq 1' -fa 'split' -d 'Print the documents in a file: their lines, and the fields that are indexed.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_positional "suoyin" -eq 1' -fa 'segment' -d 'Print a text\'s folded form, its words and its bigrams.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_positional "suoyin" -eq 1' -fa 'serve' -d 'Answer searches on a Unix socket, for programs and for the other commands.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_positional "suoyin" -eq 1' -fa 'help' -d 'Show subcommand help information.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin index" index' -l 'index' -d 'The index directory. [default: $SUOYIN_INDEX, else ./Index]' -rfa '(__suoyin_complete_directories)'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin index" collection' -l 'collection' -d 'The collection the sources belong to. [default: default]' -rfka ''
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin index"' -l 'include' -d 'Only files whose name, or path below the directory, matches. Repeatable.' -rfka ''
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin index"' -l 'exclude' -d 'Not the files and directories that match. Repeatable.' -rfka ''
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin index"' -l 'field' -d 'What holds for all documents, such as publication=公报. Repeatable.' -rfka ''
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin index" prune' -l 'prune' -d 'Remove sources below these paths from the index whose file is gone.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin index" max-source' -l 'max-source' -d 'The largest source that is read, in MB of 1,048,576 bytes. [default: 64]' -rfka ''
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin index" encoding' -l 'encoding' -d 'The encoding that sources are in, by a name that ICU knows. [default: each source\'s bytes tell]' -rfka ''
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin index" lossy' -l 'lossy' -d 'Read what cannot be decoded as U+FFFD, and say so, instead of skipping the source.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin index" config' -l 'config' -d 'Index what this file names, instead of paths and the options above.' -rfka ''
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin index" jobs' -l 'jobs' -d 'How many workers read and analyse at a time, one a core at most. [default: one a core]' -rfka ''
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin index" dry-run' -l 'dry-run' -d 'Say what would be added, changed and removed, and change nothing.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin index" rebuild' -l 'rebuild' -d 'Read every source again, whatever the index has of it.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin index" q quiet' -l 'quiet' -s 'q' -d 'Say nothing but what is wrong.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin index" v verbose' -l 'verbose' -s 'v' -d 'Name each source that is added, changed or removed.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin index" report' -l 'report' -d 'Write what was done, and what failed, as JSON to this file.' -rfka ''
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin index" version' -l 'version' -d 'Show the version.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin index" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin search"' -l 'filter' -d 'Only documents whose field has the value, or lies in a range: date>=2023; repeatable.' -rfka '(__suoyin_custom_completion ---completion search -- --filter (count (__suoyin_tokens -pc)) (__suoyin_tokens -tC))'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin search" since' -l 'since' -d 'Only documents dated on this day, in this month or year, or later: 2023, 2023-04, 2023-04-05.' -rfka ''
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin search" until' -l 'until' -d 'Only documents dated until then, that day, month or year included.' -rfka ''
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin search" index' -l 'index' -d 'The index directory. [default: $SUOYIN_INDEX, else ./Index]' -rfa '(__suoyin_complete_directories)'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin search" socket' -l 'socket' -d 'Ask the daemon on this socket. [default: $SUOYIN_SOCKET; else the daemon that serves the index, if one does]' -rfka ''
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin search" sort' -l 'sort' -d 'Order: relevance, or of the exact matches alone newest, oldest or number. [default: relevance]' -rfka ''
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin search"' -l 'facet' -d 'Count the exact matches by issuers, region, kind, year, collection or publication; repeatable.' -rfka ''
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin search" group' -l 'group' -d 'Put the hits of a page together: those of one source, or of one parent document.' -rfka 'none source parent'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin search" count' -l 'count' -d 'Print how many documents match exactly, and nothing else.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin search" coverage' -l 'coverage' -d 'Say on standard error how many of the documents that the filters leave have text that cannot be read, or that was not repaired.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin search" cursor' -l 'cursor' -d 'Where the page begins: what the answer before it said. [default: at the best]' -rfka ''
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin search" limit' -l 'limit' -d 'How many hits at most. [default: 10]' -rfka ''
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin search" passages' -l 'passages' -d 'How many passages of each hit at most. [default: 1]' -rfka ''
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin search" deadline-ms' -l 'deadline-ms' -d 'End after so many milliseconds with the best that was found. [default: none; through a daemon, its own]' -rfka ''
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin search" format' -l 'format' -d 'text for people; json the whole answer, jsonl one hit a line; csv and tsv tables; trec for evaluation; ids.' -rfka 'text json jsonl csv tsv trec ids'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin search" bom' -l 'bom' -d 'Begin a table with a byte order mark, without which Excel takes Chinese for another encoding.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin search" color' -l 'color' -d 'When to colour: auto is on a terminal, unless NO_COLOR is set.' -rfka 'auto always never'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin search" no-pager' -l 'no-pager' -d 'Print at once. On a terminal text goes through $SUOYIN_PAGER, else $PAGER, else less -FRX.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin search" queries' -l 'queries' -d 'A file of {"id","q"} lines, with "filter":["field=value"] if wanted, to search one after another; - is standard input.' -rfka ''
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin search" version' -l 'version' -d 'Show the version.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin search" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin explain"' -l 'filter' -d 'Only documents whose field has the value, or lies in a range: date>=2023; repeatable.' -rfka '(__suoyin_custom_completion ---completion explain -- --filter (count (__suoyin_tokens -pc)) (__suoyin_tokens -tC))'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin explain" since' -l 'since' -d 'Only documents dated on this day, in this month or year, or later: 2023, 2023-04, 2023-04-05.' -rfka ''
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin explain" until' -l 'until' -d 'Only documents dated until then, that day, month or year included.' -rfka ''
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin explain" index' -l 'index' -d 'The index directory. [default: $SUOYIN_INDEX, else ./Index]' -rfa '(__suoyin_complete_directories)'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin explain" socket' -l 'socket' -d 'Ask the daemon on this socket. [default: $SUOYIN_SOCKET; else the daemon that serves the index, if one does]' -rfka ''
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin explain" limit' -l 'limit' -d 'Of how many hits the score is explained.' -rfka ''
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin explain" format' -l 'format' -d 'text for people, json for programs.' -rfka 'text json'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin explain" version' -l 'version' -d 'Show the version.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin explain" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin fields" format' -l 'format' -d 'text for people, json for programs.' -rfka 'text json'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin fields" version' -l 'version' -d 'Show the version.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin fields" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin show" index' -l 'index' -d 'The index directory. [default: $SUOYIN_INDEX, else ./Index]' -rfa '(__suoyin_complete_directories)'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin show" socket' -l 'socket' -d 'Ask the daemon on this socket. [default: $SUOYIN_SOCKET; else the daemon that serves the index, if one does]' -rfka ''
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin show" original' -l 'original' -d 'Print the lines of the source, as they were when they were read, below each paragraph.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin show" repairs' -l 'repairs' -d 'Print what repair changed in the document instead of its text.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin show" lines' -l 'lines' -d 'Print only paragraphs that stand on these lines of the source: 120-180.' -rfka ''
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin show" cite' -l 'cite' -d 'Print the document as one line of a list of references (GB/T 7714) instead.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin show" format' -l 'format' -d 'text for people, json for programs, csl-json for reference managers.' -rfka 'text json csl-json'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin show" color' -l 'color' -d 'When to colour: auto is on a terminal, unless NO_COLOR is set.' -rfka 'auto always never'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin show" no-pager' -l 'no-pager' -d 'Print at once. On a terminal text goes through $SUOYIN_PAGER, else $PAGER, else less -FRX.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin show" version' -l 'version' -d 'Show the version.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin show" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin open" index' -l 'index' -d 'The index directory. [default: $SUOYIN_INDEX, else ./Index]' -rfa '(__suoyin_complete_directories)'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin open" socket' -l 'socket' -d 'Ask the daemon on this socket. [default: $SUOYIN_SOCKET; else the daemon that serves the index, if one does]' -rfka ''
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin open" line' -l 'line' -d 'A line of the source that the document is made of.' -rfka ''
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin open" match' -l 'match' -d 'The line of the passage that answers this query best.' -rfka ''
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin open" editor' -l 'editor' -d 'Open the file in $VISUAL, else $EDITOR, which is given +LINE FILE.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin open" version' -l 'version' -d 'Show the version.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin open" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin similar" index' -l 'index' -d 'The index directory. [default: $SUOYIN_INDEX, else ./Index]' -rfa '(__suoyin_complete_directories)'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin similar" socket' -l 'socket' -d 'Ask the daemon on this socket. [default: $SUOYIN_SOCKET; else the daemon that serves the index, if one does]' -rfka ''
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin similar" limit' -l 'limit' -d 'How many documents at most.' -rfka ''
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin similar" format' -l 'format' -d 'text for people, json for programs.' -rfka 'text json'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin similar" version' -l 'version' -d 'Show the version.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin similar" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin concordance"' -l 'filter' -d 'Only documents whose field has the value, or lies in a range: date>=2023; repeatable.' -rfka '(__suoyin_custom_completion ---completion concordance -- --filter (count (__suoyin_tokens -pc)) (__suoyin_tokens -tC))'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin concordance" since' -l 'since' -d 'Only documents dated on this day, in this month or year, or later: 2023, 2023-04, 2023-04-05.' -rfka ''
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin concordance" until' -l 'until' -d 'Only documents dated until then, that day, month or year included.' -rfka ''
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin concordance" coverage' -l 'coverage' -d 'Say on standard error how many of the documents that the filters leave have text that cannot be read, or that was not repaired.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin concordance" index' -l 'index' -d 'The index directory. [default: $SUOYIN_INDEX, else ./Index]' -rfa '(__suoyin_complete_directories)'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin concordance" socket' -l 'socket' -d 'Ask the daemon on this socket. [default: $SUOYIN_SOCKET; else the daemon that serves the index, if one does]' -rfka ''
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin concordance" sort' -l 'sort' -d 'Order: document, left, right, date, source.' -rfka ''
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin concordance" width' -l 'width' -d 'How many characters of context each side has. [default: in text what fits on the terminal\'s line; elsewhere 30]' -rfka ''
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin concordance" limit' -l 'limit' -d 'How many lines at most. [default: all]' -rfka ''
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin concordance" format' -l 'format' -d 'text for people, csv for programs, jsonl for one line an object, json for one page an object.' -rfka 'text json jsonl csv'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin concordance" bom' -l 'bom' -d 'Begin a table with a byte order mark, without which Excel takes Chinese for another encoding.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin concordance" color' -l 'color' -d 'When to colour: auto is on a terminal, unless NO_COLOR is set.' -rfka 'auto always never'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin concordance" version' -l 'version' -d 'Show the version.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin concordance" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin trend"' -l 'filter' -d 'Only documents whose field has the value, or lies in a range: date>=2023; repeatable.' -rfka '(__suoyin_custom_completion ---completion trend -- --filter (count (__suoyin_tokens -pc)) (__suoyin_tokens -tC))'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin trend" since' -l 'since' -d 'Only documents dated on this day, in this month or year, or later: 2023, 2023-04, 2023-04-05.' -rfka ''
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin trend" until' -l 'until' -d 'Only documents dated until then, that day, month or year included.' -rfka ''
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin trend" coverage' -l 'coverage' -d 'Say on standard error how many of the documents that the filters leave have text that cannot be read, or that was not repaired.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin trend" index' -l 'index' -d 'The index directory. [default: $SUOYIN_INDEX, else ./Index]' -rfa '(__suoyin_complete_directories)'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin trend" socket' -l 'socket' -d 'Ask the daemon on this socket. [default: $SUOYIN_SOCKET; else the daemon that serves the index, if one does]' -rfka ''
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin trend" by' -l 'by' -d 'What documents are put together by: year, month, issuer, region, kind, publication, collection.' -rfka ''
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin trend" format' -l 'format' -d 'text for people, json and csv for programs.' -rfka 'text json csv'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin trend" bom' -l 'bom' -d 'Begin a table with a byte order mark, without which Excel takes Chinese for another encoding.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin trend" no-pager' -l 'no-pager' -d 'Print at once. On a terminal text goes through $SUOYIN_PAGER, else $PAGER, else less -FRX.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin trend" version' -l 'version' -d 'Show the version.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin trend" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin collocations"' -l 'filter' -d 'Only documents whose field has the value, or lies in a range: date>=2023; repeatable.' -rfka '(__suoyin_custom_completion ---completion collocations -- --filter (count (__suoyin_tokens -pc)) (__suoyin_tokens -tC))'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin collocations" since' -l 'since' -d 'Only documents dated on this day, in this month or year, or later: 2023, 2023-04, 2023-04-05.' -rfka ''
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin collocations" until' -l 'until' -d 'Only documents dated until then, that day, month or year included.' -rfka ''
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin collocations" coverage' -l 'coverage' -d 'Say on standard error how many of the documents that the filters leave have text that cannot be read, or that was not repaired.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin collocations" index' -l 'index' -d 'The index directory. [default: $SUOYIN_INDEX, else ./Index]' -rfa '(__suoyin_complete_directories)'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin collocations" socket' -l 'socket' -d 'Ask the daemon on this socket. [default: $SUOYIN_SOCKET; else the daemon that serves the index, if one does]' -rfka ''
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin collocations" window' -l 'window' -d 'How near, in characters.' -rfka ''
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin collocations" minimum' -l 'minimum' -d 'Leave out words that stand near less often.' -rfka ''
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin collocations" sort' -l 'sort' -d 'Order: likelihood, frequency.' -rfka ''
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin collocations" limit' -l 'limit' -d 'How many words at most.' -rfka ''
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin collocations" format' -l 'format' -d 'text for people, json and csv for programs.' -rfka 'text json csv'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin collocations" bom' -l 'bom' -d 'Begin a table with a byte order mark, without which Excel takes Chinese for another encoding.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin collocations" no-pager' -l 'no-pager' -d 'Print at once. On a terminal text goes through $SUOYIN_PAGER, else $PAGER, else less -FRX.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin collocations" version' -l 'version' -d 'Show the version.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin collocations" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin cites" index' -l 'index' -d 'The index directory. [default: $SUOYIN_INDEX, else ./Index]' -rfa '(__suoyin_complete_directories)'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin cites" socket' -l 'socket' -d 'Ask the daemon on this socket. [default: $SUOYIN_SOCKET; else the daemon that serves the index, if one does]' -rfka ''
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin cites" limit' -l 'limit' -d 'How many rows at most.' -rfka ''
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin cites" format' -l 'format' -d 'text for people, json for programs, csv for tables.' -rfka 'text json csv'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin cites" bom' -l 'bom' -d 'Begin a table with a byte order mark, without which Excel takes Chinese for another encoding.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin cites" no-pager' -l 'no-pager' -d 'Print at once. On a terminal text goes through $SUOYIN_PAGER, else $PAGER, else less -FRX.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin cites" version' -l 'version' -d 'Show the version.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin cites" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin cited-by" index' -l 'index' -d 'The index directory. [default: $SUOYIN_INDEX, else ./Index]' -rfa '(__suoyin_complete_directories)'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin cited-by" socket' -l 'socket' -d 'Ask the daemon on this socket. [default: $SUOYIN_SOCKET; else the daemon that serves the index, if one does]' -rfka ''
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin cited-by" limit' -l 'limit' -d 'How many rows at most.' -rfka ''
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin cited-by" format' -l 'format' -d 'text for people, json for programs, csv for tables.' -rfka 'text json csv'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin cited-by" bom' -l 'bom' -d 'Begin a table with a byte order mark, without which Excel takes Chinese for another encoding.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin cited-by" no-pager' -l 'no-pager' -d 'Print at once. On a terminal text goes through $SUOYIN_PAGER, else $PAGER, else less -FRX.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin cited-by" version' -l 'version' -d 'Show the version.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin cited-by" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin history" index' -l 'index' -d 'The index directory. [default: $SUOYIN_INDEX, else ./Index]' -rfa '(__suoyin_complete_directories)'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin history" socket' -l 'socket' -d 'Ask the daemon on this socket. [default: $SUOYIN_SOCKET; else the daemon that serves the index, if one does]' -rfka ''
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin history" limit' -l 'limit' -d 'How many rows at most.' -rfka ''
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin history" format' -l 'format' -d 'text for people, json for programs, csv for tables.' -rfka 'text json csv'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin history" bom' -l 'bom' -d 'Begin a table with a byte order mark, without which Excel takes Chinese for another encoding.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin history" no-pager' -l 'no-pager' -d 'Print at once. On a terminal text goes through $SUOYIN_PAGER, else $PAGER, else less -FRX.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin history" version' -l 'version' -d 'Show the version.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin history" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin compare" index' -l 'index' -d 'The index directory. [default: $SUOYIN_INDEX, else ./Index]' -rfa '(__suoyin_complete_directories)'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin compare" socket' -l 'socket' -d 'Ask the daemon on this socket. [default: $SUOYIN_SOCKET; else the daemon that serves the index, if one does]' -rfka ''
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin compare" all' -l 'all' -d 'Print clauses that are the same, headings by themselves, and unchanged stretches, too.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin compare" format' -l 'format' -d 'text for people, json for programs, csv for tables.' -rfka 'text json csv'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin compare" bom' -l 'bom' -d 'Begin a table with a byte order mark, without which Excel takes Chinese for another encoding.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin compare" color' -l 'color' -d 'When to colour: auto is on a terminal, unless NO_COLOR is set.' -rfka 'auto always never'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin compare" no-pager' -l 'no-pager' -d 'Print at once. On a terminal text goes through $SUOYIN_PAGER, else $PAGER, else less -FRX.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin compare" version' -l 'version' -d 'Show the version.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin compare" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin export"' -l 'filter' -d 'Only documents whose field has the value, or lies in a range: date>=2023; repeatable.' -rfka '(__suoyin_custom_completion ---completion export -- --filter (count (__suoyin_tokens -pc)) (__suoyin_tokens -tC))'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin export" since' -l 'since' -d 'Only documents dated on this day, in this month or year, or later: 2023, 2023-04, 2023-04-05.' -rfka ''
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin export" until' -l 'until' -d 'Only documents dated until then, that day, month or year included.' -rfka ''
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin export" coverage' -l 'coverage' -d 'Say on standard error how many of the documents that the filters leave have text that cannot be read, or that was not repaired.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin export" index' -l 'index' -d 'The index directory. [default: $SUOYIN_INDEX, else ./Index]' -rfa '(__suoyin_complete_directories)'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin export" socket' -l 'socket' -d 'Ask the daemon on this socket. [default: $SUOYIN_SOCKET; else the daemon that serves the index, if one does]' -rfka ''
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin export" format' -l 'format' -d 'jsonl for records, csv for a table of fields, bulk for search engines.' -rfka 'jsonl csv bulk'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin export" bom' -l 'bom' -d 'Begin a table with a byte order mark, without which Excel takes Chinese for another encoding.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin export" version' -l 'version' -d 'Show the version.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin export" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin status" index' -l 'index' -d 'The index directory. [default: $SUOYIN_INDEX, else ./Index]' -rfa '(__suoyin_complete_directories)'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin status" socket' -l 'socket' -d 'Ask the daemon on this socket. [default: $SUOYIN_SOCKET; else the daemon that serves the index, if one does]' -rfka ''
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin status" format' -l 'format' -d 'text for people, json for programs.' -rfka 'text json'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin status" version' -l 'version' -d 'Show the version.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin status" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin remove" index' -l 'index' -d 'The index directory. [default: $SUOYIN_INDEX, else ./Index]' -rfa '(__suoyin_complete_directories)'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin remove" collection' -l 'collection' -d 'Only from this collection; without paths, all of it.' -rfka ''
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin remove" dry-run' -l 'dry-run' -d 'Say what would be removed, and change nothing.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin remove" q quiet' -l 'quiet' -s 'q' -d 'Say nothing but what is wrong.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin remove" version' -l 'version' -d 'Show the version.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin remove" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin check" index' -l 'index' -d 'The index directory. [default: $SUOYIN_INDEX, else ./Index]' -rfa '(__suoyin_complete_directories)'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin check" sample' -l 'sample' -d 'How many documents of each collection are analysed again.' -rfka ''
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin check" digest' -l 'digest' -d 'Also print a digest of everything the index answers from: equal content, equal digest.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin check" version' -l 'version' -d 'Show the version.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin check" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin backup" index' -l 'index' -d 'The index directory. [default: $SUOYIN_INDEX, else ./Index]' -rfa '(__suoyin_complete_directories)'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin backup" version' -l 'version' -d 'Show the version.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin backup" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin repair" diff' -l 'diff' -d 'Print each change instead, with its line and rule, and the lines that were left out.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin repair" encoding' -l 'encoding' -d 'The encoding that sources are in, by a name that ICU knows. [default: each source\'s bytes tell]' -rfka ''
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin repair" lossy' -l 'lossy' -d 'Read what cannot be decoded as U+FFFD, and say so, instead of skipping the source.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin repair" format' -l 'format' -d 'text for people, json for programs.' -rfka 'text json'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin repair" version' -l 'version' -d 'Show the version.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin repair" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin split" encoding' -l 'encoding' -d 'The encoding that sources are in, by a name that ICU knows. [default: each source\'s bytes tell]' -rfka ''
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin split" lossy' -l 'lossy' -d 'Read what cannot be decoded as U+FFFD, and say so, instead of skipping the source.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin split" format' -l 'format' -d 'text for people, json for programs.' -rfka 'text json'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin split" version' -l 'version' -d 'Show the version.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin split" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin segment" format' -l 'format' -d 'text for people, json for programs.' -rfka 'text json'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin segment" version' -l 'version' -d 'Show the version.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin segment" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin serve" index' -l 'index' -d 'The index directory. [default: $SUOYIN_INDEX, else ./Index]' -rfa '(__suoyin_complete_directories)'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin serve" socket' -l 'socket' -d 'The socket. [default: $SUOYIN_SOCKET, else $XDG_RUNTIME_DIR/suoyin/suoyin.sock, else below the temporary directory]' -rfka ''
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin serve" workers' -l 'workers' -d 'How many searches run at a time. [default: one a core]' -rfka ''
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin serve" queue' -l 'queue' -d 'How many requests may wait, of those that may take long and of all others; beyond, they are refused with 503.' -rfka ''
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin serve" deadline-ms' -l 'deadline-ms' -d 'After how long answers end where the request does not say.' -rfka ''
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin serve" log-level' -l 'log-level' -d 'The least that is logged: debug, info, notice, warning, error.' -rfka ''
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin serve" log-queries' -l 'log-queries' -d 'Log what is looked for, too.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin serve" socket-mode' -l 'socket-mode' -d 'Who may connect, in octal digits: 0600 to 0666. [default: 0600, the daemon\'s user alone]' -rfka ''
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin serve" socket-group' -l 'socket-group' -d 'The group that the socket is given to; with --socket-mode 0660 its members may search. A directory that is made for the socket is then 0750 and the group\'s; one that is there is left as it is.' -rfka ''
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin serve" check' -l 'check' -d 'Say whether a start would succeed, a line for each thing it needs, and end with the status that it would end with; nothing is served or changed.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin serve" idle-seconds' -l 'idle-seconds' -d 'After how long a connection is closed that neither sends a whole request nor reads its answer.' -rfka ''
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin serve" version' -l 'version' -d 'Show the version.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin serve" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'suoyin' -n '__suoyin_should_offer_completions_for_flags_or_options "suoyin help" version' -l 'version' -d 'Show the version.'
