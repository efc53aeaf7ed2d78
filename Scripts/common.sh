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

# Sets `binary` to the command to run: the one that SUOYIN_BINARY names, else one that is built as a release.
# SUOYIN_BINARY is the caller's path: to be called before a script goes to another folder.
find_binary() {
  binary=${SUOYIN_BINARY-}
  if [ -z "$binary" ]; then
    say "$(basename -- "$0"): building suoyin (a few minutes the first time) …"
    swift build --package-path "$root" -c release --product suoyin >&2
    binary=$(swift build --package-path "$root" -c release --product suoyin --show-bin-path)/suoyin
  fi
  [ -x "$binary" ] || fail "there is no program '$binary'" "SUOYIN_BINARY names a built suoyin, or nothing"
  binary=$(realpath -- "$binary")
}

# Where the project's Swift lies, relative to the root; read by Scripts/format and Scripts/check.
# shellcheck disable=SC2034
swift_places=(Package.swift Sources Tests Scripts)
