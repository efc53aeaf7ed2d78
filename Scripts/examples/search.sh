#!/usr/bin/env bash
# search.sh SOCKET QUERY: two pages of hits, the first document, and a problem; with curl and jq.
set -euo pipefail
socket=$1 query=$2

# Asks for a path with parameters; prints the answer, whatever its status.
#   ask PATH [NAME=VALUE...]
ask() {
  local path=$1 parameter options=()
  shift
  for parameter in "$@"; do options+=(--data-urlencode "$parameter"); done
  curl --silent --show-error --unix-socket "$socket" --get "http://localhost$path" "${options[@]}"
}

answer=$(ask /v1/search "q=$query" limit=2)
first=$(jq -r '.hits[0].id // empty' <<<"$answer")
if [ -z "$first" ]; then
  echo 'nothing was found' >&2
  exit 1
fi
jq -r '.hits[] | .id + " " + .title' <<<"$answer"

next=$(jq -r '.next // empty' <<<"$answer")
if [ -n "$next" ]; then ask /v1/search "q=$query" limit=2 "cursor=$next" | jq -r '.hits[] | .id + " " + .title'; fi

# An id has characters that mean something in a URL.
ask "/v1/documents/$(jq -rn --arg id "$first" '$id | @uri')" \
  | jq -r '"document: " + .title + ", " + (.lines | length | tostring) + " paragraphs"'

ask /v1/search "q=$query" limit=1001 | jq -r '"problem: " + (.status | tostring) + " " + .type'
