#!/bin/sh
# The command 'parley' of Parley.app: link it into a folder of the PATH, for example
#   sudo ln -s /Applications/Parley.app/Contents/Resources/parley /usr/local/bin/parley
self=$0
while [ -L "$self" ]; do
    link=$(readlink "$self")
    case $link in /*) self=$link ;; *) self=${self%/*}/$link ;; esac
done

# If a standard stream is closed, one of Java's own files would get its descriptor. What cannot be written stays an error.
{ :; } 2>/dev/null 3<&0 || exec 0</dev/null
{ :; } 2>/dev/null 3>&1 || exec 1</dev/null
{ :; } 3>&2 2>/dev/null || exec 2</dev/null

exec "${self%/*}/../MacOS/Parley" "$@"
