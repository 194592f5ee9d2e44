#!/bin/sh
# Starts Parley with the Java runtime of this package.
set -eu

# This file's own folder, through any number of symbolic links.
self=$0
while [ -L "$self" ]; do
    link=$(readlink "$self")
    case $link in /*) self=$link ;; *) self=${self%/*}/$link ;; esac
done
root=$(CDPATH='' cd "${self%/*}/.." && pwd -P)
APPDIR=$root/app

# If a standard stream is closed, one of Java's own files would get its descriptor. What cannot be written stays an error.
{ :; } 2>/dev/null 3<&0 || exec 0</dev/null
{ :; } 2>/dev/null 3>&1 || exec 1</dev/null
{ :; } 3>&2 2>/dev/null || exec 2</dev/null

# As the window does itself, but without Java's first native call, which takes 30 ms.
cache=${PARLEY_HOME:+$PARLEY_HOME/cache}
cache=${cache:-${XDG_CACHE_HOME:-${HOME:-}/.cache}/parley}
case $cache in
    /?*) export MESA_SHADER_CACHE_DIR="${MESA_SHADER_CACHE_DIR:-$cache/graphics}" GIO_USE_NETWORK_MONITOR="${GIO_USE_NETWORK_MONITOR:-base}" ;;
esac

exec "$root/runtime/bin/java" @options@ -jar "$APPDIR/parley.jar" "$@"
