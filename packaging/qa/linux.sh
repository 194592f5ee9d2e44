#!/bin/bash
# Tries the packages for Linux on a bare Debian 12, as an ordinary user: packaging/qa/linux.sh [folder with the packages].
# Run it as root. It needs debootstrap, Xvfb, xdotool and ImageMagick, and the network for Debian's packages. Pictures are in target/qa.
set -u
here=$(cd "$(dirname "$0")/../.." && pwd -P)
packages=$(cd "${1:-$here/target/packages}" && pwd -P)
out=$here/target/qa
base=${QA_DEBIAN:-/var/cache/parley-qa/debian12}
root=$(mktemp -d /var/tmp/parley-qa.XXXXXX)
display=:97
failed=0
mkdir -p "$out"

tidy() {
    [ -n "${xvfb:-}" ] && kill "$xvfb" 2>/dev/null
    for m in tmp/.X11-unix dev proc ''; do umount -l "$root/$m" 2>/dev/null; done
    # Never through a mount that is still there.
    grep -q "$root" /proc/mounts || rm -rf "$root"
}
trap tidy EXIT
trap 'exit 130' INT TERM

check() {
    local what=$1
    shift
    if "$@" >"$out/last.log" 2>&1; then echo "ok    $what"; else
        echo "FAIL  $what"
        sed 's/^/      /' "$out/last.log" | tail -n 15
        failed=1
    fi
}
in_root() { chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG="${LANG_IN:-C.UTF-8}" DEBIAN_FRONTEND=noninteractive "$@"; }
# As the user ann, in her home folder, with a shell line.
ann() {
    in_root setpriv --reuid=1000 --regid=1000 --clear-groups /usr/bin/env HOME=/home/ann USER=ann DISPLAY=$display LANG="${LANG_IN:-C.UTF-8}" \
        sh -c "cd /home/ann && umask ${UMASK_IN:-022} && $1"
}

[ "$(id -u)" = 0 ] || { echo "Run it as root." >&2; exit 1; }
if [ ! -d "$base/usr" ]; then
    mkdir -p "$(dirname "$base")"
    debootstrap --variant=minbase bookworm "$base" || exit 1
fi
cp -a "$base/." "$root/"
# Java looks for the mount point of a file: the root must be one.
mount --bind "$root" "$root" && mount --bind /proc "$root/proc" && mount --bind /dev "$root/dev" || exit 1
mkdir -p "$root/tmp/.X11-unix"
cp /etc/resolv.conf "$root/etc/resolv.conf"
cp -r /etc/apt/apt.conf.d/. "$root/etc/apt/apt.conf.d/" 2>/dev/null
in_root apt-get update -qq >/dev/null 2>&1
in_root useradd --uid 1000 --create-home ann
cp "$packages"/parley_*.deb "$root/tmp/parley.deb"
sample=/usr/lib/parley/app/assets/samples/lighthouse.txt

echo "== The package, with its declared dependencies only"
check "is well-formed" desktop-file-validate "$here/packaging/linux/studio.parley.Parley.desktop"
check "installs" in_root apt-get install -y -qq --no-install-recommends /tmp/parley.deb
check "is at most 200 MiB" test "$(du -sm "$root/tmp/parley.deb" | cut -f1)" -le 200
check "has metadata that an app centre accepts" appstreamcli validate --no-net "$root/usr/share/metainfo/studio.parley.Parley.metainfo.xml"
# Parley loads ONNX Runtime itself, before the library that needs it by this name.
check "every native library finds what it needs" in_root sh -c '! find /usr/lib/parley -name "*.so" -exec env LD_LIBRARY_PATH=/usr/lib/parley/runtime/lib:/usr/lib/parley/runtime/lib/server:/usr/lib/parley/app/natives ldd {} + | grep "not found" | grep -v libonnxruntime.so.1'

echo "== Commands, as an ordinary user"
check "parley --version" ann 'parley --version | grep -q "^parley [0-9]"'
check "parley doctor finds nothing to mend" ann 'parley doctor'
check "parley render" ann "parley render $sample -o out.wav && test \$(stat -c %s out.wav) -gt 500000"
check "parley transcribe" ann "parley transcribe ${sample%/*}/refs/ann.wav | grep -q ships"
check "parley say to standard output" ann 'parley say "Hello." -o - | head -c 4 | grep -q RIFF'
check "a script from standard input" ann 'printf "Ann: Hello.\n" | parley render - -o stdin.wav'
check "exit code of a wrong option" ann 'parley say --nonsense; test $? = 2'
check "standard output closed is an error of the disk" ann 'parley --version >&-; test $? = 6'
check "standard input closed" ann 'parley --version <&- | grep -q parley'
check "all streams closed" ann 'parley --version <&- >&- 2>&-; test $? = 6'
check "Ctrl-C keeps finished lines" ann "timeout --preserve-status -s INT 6 parley render $sample -o stopped.wav --takes 8; test \$? = 130 && test ! -e stopped.wav"
check "nothing is unpacked" ann 'test ! -e ~/.cache/parley/natives && test ! -e ~/.openjfx && test ! -e ~/.djl.ai'
check "a private watermark key under any umask" env UMASK_IN=000 bash -c "$(declare -f in_root ann); root=$root display=$display; ann 'rm -f ~/.config/parley/watermark.key; parley say Hi. -o umask.wav && test \$(stat -c %a ~/.config/parley/watermark.key) = 600'"
for lang in C tr_TR.UTF-8; do
    [ $lang = C ] || { in_root apt-get install -y -qq --no-install-recommends locales && in_root localedef -i tr_TR -f UTF-8 $lang; } >/dev/null 2>&1
    LANG_IN=$lang check "LANG=$lang, names beyond ASCII" ann 'printf "İnci: Iıİi.\n" > "Zoë İğne.txt" && parley render "Zoë İğne.txt" -o "Zoë İğne.wav" && test -s "Zoë İğne.wav" && parley doctor'
done

echo "== The window"
Xvfb $display -screen 0 1440x900x24 >/dev/null 2>&1 &
xvfb=$!
for _ in $(seq 50); do [ -S /tmp/.X11-unix/X97 ] && break; sleep 0.1; done
mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"
# window NAME COMMAND: starts it, waits until a project is open, takes a picture and closes it.
window() {
    ann "exec $2" &
    local pid=$! id="" n
    for n in $(seq 300); do
        id=$(DISPLAY=$display xdotool search --onlyvisible --name "Parley" 2>/dev/null | head -n 1)
        [ -n "$id" ] && DISPLAY=$display xdotool getwindowname "$id" | grep -q "–" && break
        sleep 0.1
    done
    sleep 3
    DISPLAY=$display import -window root "$out/$1.png"
    kill "$pid" 2>/dev/null
    wait "$pid" 2>/dev/null
    [ "$n" -lt 300 ]
}
check "opens the sample (picture: $out/deb.png)" window deb parley
check "opens no message instead" ann 'test -z "$(find ~/.cache/parley/logs -name "*.log" -exec grep -l SEVERE {} +)"'

echo "== The folder, in a path with spaces that nobody can write"
mkdir -p "$root/opt/my programs"
tar -xzf "$packages"/parley-*-linux-x64.tar.gz -C "$root/opt/my programs"
chmod -R a-w "$root/opt/my programs"
check "parley --version" ann '"$(echo /opt/my\ programs/parley-*)/bin/parley" --version'
check "through a link" ann 'ln -s "$(echo /opt/my\ programs/parley-*)/bin/parley" p && ./p say Hi. -o link.wav'
check "opens the sample (picture: $out/folder.png)" window folder '"$(echo /opt/my\ programs/parley-*)/bin/parley"'

echo "== The desktop"
in_root apt-get install -y -qq --no-install-recommends xdg-utils desktop-file-utils libglib2.0-bin >/dev/null 2>&1
in_root update-desktop-database >/dev/null 2>&1
check "the type of a .parley file" ann 'echo x >x.parley; gio info -a standard::content-type x.parley | grep -q application/x-parley-project'
check "its program" ann 'test "$(xdg-mime query default application/x-parley-project)" = studio.parley.Parley.desktop'

echo "== Removal"
check "removes" in_root apt-get purge -y -qq parley
check "leaves nothing behind" in_root sh -c 'test -z "$(find / -xdev \( -path /home -o -path /proc -o -path /dev -o -path /opt -o -path /tmp \) -prune -o -iname "*parley*" -print | grep -v "^/var/log\|^/var/cache/apt")"'
check "leaves the user's work" ann 'test -s out.wav && test -d .config/parley'
check "the user's home has nothing else" ann 'test -z "$(find . -mindepth 1 -maxdepth 1 -name ".*" ! -name .config ! -name .cache ! -name .local ! -name ".bash*" ! -name .profile)"'
exit $failed
