#!/bin/sh
# Installs Prism, which holds requests and answers against a vendor's API document, into the cache of this user. For the contract tests only.
set -eu
folder="${XDG_CACHE_HOME:-$HOME/.cache}/billingreconcile/prism"
mkdir -p "$folder"
cd "$folder"
npm install --no-audit --no-fund '@stoplight/prism-cli@5'
