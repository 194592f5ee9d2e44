#!/bin/bash
# Renders scripts on a Slurm of one node that this script starts, and with GNU parallel, kills a part in the middle, and checks that nothing is
# lost and nothing is spoken twice: packaging/qa/cluster.sh [program]. Run it as root on Debian 12; it installs slurm-wlm, munge and parallel
# if they are missing. QA_OPTIONS are options of 'parley render', for example "--model NAME". Logs are in target/qa/cluster.
set -u
here=$(cd "$(dirname "$0")/../.." && pwd -P)
export PARLEY=${1:-parley}
read -ra options <<<"${QA_OPTIONS:-}"
out=$here/target/qa/cluster
dir=$(mktemp -d /var/tmp/parley-cluster.XXXXXX)
export SLURM_CONF=$dir/slurm.conf PARLEY_HOME=$dir/home
parts=4
scripts=6
lines=${QA_LINES:-8}
failed=0
rm -rf "$out"
mkdir -p "$out" "$dir/scripts" "$dir/state" "$dir/spool" "$PARLEY_HOME"

[ "$(id -u)" = 0 ] || { echo "Run it as root." >&2; exit 1; }
if ! command -v slurmctld sbatch munged parallel >/dev/null || ! command -v slurmd >/dev/null; then
    apt-get update -q >/dev/null && DEBIAN_FRONTEND=noninteractive apt-get install -y -q slurm-wlm munge parallel >"$out/apt.log" 2>&1 \
        || { echo "The packages could not be installed; see $out/apt.log." >&2; exit 1; }
fi

started=()
tidy() {
    scancel --full --signal=KILL --user=root 2>/dev/null
    for ((i = ${#started[@]} - 1; i >= 0; i--)); do kill "${started[i]}" 2>/dev/null; done
    wait 2>/dev/null
    cp "$dir"/*.log "$out" 2>/dev/null
    rm -rf "$dir"
}
trap tidy EXIT
trap 'exit 130' INT TERM

ok() { echo "ok    $1"; }
fail() { echo "FAIL  $1"; failed=1; }
until_true() { # what, command…
    local what=$1
    shift
    for ((i = 0; i < 3000; i++)); do
        "$@" && return 0
        sleep 0.2
    done
    fail "$what: waited ten minutes"
    exit 1
}

# One munged, one controller, one node, all of this script.
install -d -o munge -g munge -m 700 "$dir/munge"
dd if=/dev/urandom of="$dir/munge/key" bs=128 count=1 2>/dev/null
chown munge: "$dir/munge/key"
chmod 400 "$dir/munge/key"
chmod 711 "$dir" 
install -d -o munge -g munge -m 755 "$dir/run"
runuser -u munge -- munged --foreground --key-file="$dir/munge/key" --socket="$dir/run/munge" --pid-file="$dir/munge/pid" --log-file="$dir/munge/log" \
    --seed-file="$dir/munge/seed" &
started+=($!)
node=$(hostname -s)
cat >"$SLURM_CONF" <<CONF
ClusterName=parley
SlurmctldHost=$node(127.0.0.1)
SlurmctldPort=16817
SlurmdPort=16818
SlurmUser=root
AuthType=auth/munge
AuthInfo=socket=$dir/run/munge
CredType=cred/munge
StateSaveLocation=$dir/state
SlurmdSpoolDir=$dir/spool
SlurmctldPidFile=$dir/slurmctld.pid
SlurmdPidFile=$dir/slurmd.pid
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SlurmdParameters=config_overrides
MpiDefault=none
ReturnToService=2
KillWait=30
NodeName=$node NodeAddr=127.0.0.1 CPUs=$parts State=UNKNOWN
PartitionName=all Nodes=$node Default=YES State=UP
CONF
until_true "munged" test -S "$dir/run/munge"
slurmctld -D >"$dir/slurmctld.log" 2>&1 &
started+=($!)
slurmd -D >"$dir/slurmd.log" 2>&1 &
started+=($!)
idle() { sinfo -h -o %t 2>/dev/null | grep -q idle; }
until_true "the node" idle
ok "a Slurm of one node"

files=()
for ((s = 1; s <= scripts; s++)); do
    files+=("$dir/scripts/scene$s.txt")
    for ((l = 1; l <= lines; l++)); do
        [ $((l % 2)) = 1 ] && echo "Ann: This is scene $s, and line $l of it." || echo "Ben: I have heard line $l."
    done >"${files[-1]}"
done

# What every event log says together: each line of each script finished exactly once, and the killed part's, too.
count() { # log…
    python3 - "$scripts" "$lines" "$@" <<'PY'
import collections, json, os, sys
scripts, lines, logs = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3:]
spoken, took_over = collections.Counter(), 0
for log in logs:
    unit = ""
    for text in open(log, encoding="utf-8", errors="replace"):
        try:
            event = json.loads(text)
        except ValueError:
            continue
        if event.get("event") == "unit":
            unit = os.path.basename(event["name"])
            took_over += event["taken_over"]
        if event.get("event") == "line" and not event["reused"]:
            spoken[unit, event["id"]] += 1
twice = [k for k, n in spoken.items() if n > 1]
print(f"{len(spoken)} of {scripts * lines} lines spoken, {len(twice)} twice, {took_over} units taken over")
sys.exit(len(spoken) != scripts * lines or bool(twice))
PY
}
same() { # folder
    for f in "${files[@]}"; do
        local name
        name=$(basename "$f" .txt).wav
        cmp "$dir/whole/$name" "$1/$name" || return 1
    done
}
render() { "$PARLEY" render "$@" "${options[@]}"; }
begun() { [ "$(cat "$out"/slurm-*.log 2>/dev/null | grep -c '"event":"line"')" -ge "$1" ]; }

# 1: a job array, of which a task dies in the middle as if its node had lost power: the processes of the job and of Slurm's step.
job=$(sbatch --parsable --array=1-$parts --cpus-per-task=1 --output="$out/slurm-%a.log" --error="$out/slurm-%a.err" \
    "$here/packaging/cluster/slurm.sh" "$dir/work" "${files[@]}" "${options[@]}" --takeover 10 --json) || exit 1
until_true "the first lines" begun $((scripts * lines / 4))
for part in $(seq $parts); do
    victim=$(pgrep -f -- "java.* --part $part/$parts " | head -n 1)
    [ -n "$victim" ] && break
done
step=$(ps -o ppid= -p "$victim")
kill -9 $step "$victim"
begun $((scripts * lines)) && fail "the part was killed too late to show anything"
# Slurm does not know yet that this task has ended.
others_ended() { ! squeue -h -r -j "$job" -o %K | grep -vqx "$part"; }
until_true "the end of the job" others_ended
scancel "$job"
count "$out"/slurm-*.log >"$out/count.txt" && ok "a job array, a task killed in the middle: $(cat "$out/count.txt")" || fail "a job array: $(cat "$out/count.txt")"
grep -q ', [1-9][0-9]* units taken over' "$out/count.txt" && ok "another part took over" || fail "no part took over"
render "${files[@]}" --work "$dir/work" --merge -o "$dir/slurm" >"$out/merge.log" 2>&1 && ok "merge" || { fail "merge"; tail -n 5 "$out/merge.log"; }

mkdir -p "$dir/whole"
for f in "${files[@]}"; do render "$f" --threads 1 -o "$dir/whole/$(basename "$f" .txt).wav" >>"$out/whole.log" 2>&1 || fail "$f rendered whole"; done
same "$dir/slurm" && ok "bit for bit as rendered whole" || fail "not as rendered whole"

# 2: GNU parallel, on this machine.
parallel --will-cite -j 2 "$PARLEY" render "${files[@]}" "${options[@]}" --threads 1 --work "$dir/work2" --json --part '{}/3' '>' "$out/parallel-{}.log" '2>' "$out/parallel-{}.err" ::: 1 2 3 \
    && ok "GNU parallel" || fail "GNU parallel"
count "$out"/parallel-*.log >"$out/count2.txt" && ok "$(cat "$out/count2.txt")" || fail "$(cat "$out/count2.txt")"
render "${files[@]}" --work "$dir/work2" --merge -o "$dir/parallel" >"$out/merge2.log" 2>&1 && same "$dir/parallel" && ok "merged, and as rendered whole" || fail "merge"
exit $failed
