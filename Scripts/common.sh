# What the scripts share; sourced, never run.
# shellcheck shell=bash

# The scripts are called from any directory and through links: paths start from where this file really lies.
root=$(cd -P -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)

# Says what is being done. To stderr, so that answers on stdout stay clean.
say() {
  printf '%s\n' "$*" >&2
}

# Ends the script: what is wrong first, then the remedy.
#   fail MESSAGE [REMEDY]
fail() {
  printf '%s: %s\n' "$(basename -- "$0")" "$1" >&2
  if [ $# -ge 2 ]; then printf '  remedy: %s\n' "$2" >&2; fi
  exit 1
}

# Prints the comment at the top of the calling script, which is its help.
print_help() {
  sed -n '2,/^[^#]/{s/^# \{0,1\}//p;}' "$0"
}

# Where the project's Swift lies, relative to the root; read by Scripts/format and Scripts/check.
# shellcheck disable=SC2034
swift_places=(Package.swift Sources Tests Scripts)
