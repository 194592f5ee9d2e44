#!/bin/sh
# background.sh LOG SCRIPT ARGS...: run a step of the recipe behind everything else on this machine, surviving the shell.
# An allocator that keeps freed memory (tcmalloc, else glibc told so) saves a third of the time of training on a CPU.
log=$1; shift
for keeper in /usr/lib/*/libtcmalloc_minimal.so.4; do [ -e "$keeper" ] && export LD_PRELOAD="$keeper"; done
export MALLOC_MMAP_THRESHOLD_=8000000000 MALLOC_TRIM_THRESHOLD_=16000000000 MALLOC_TOP_PAD_=67108864
export PARLEY_PAUSE_FILE=${PARLEY_PAUSE_FILE:-/tmp/parley-pause-training} OMP_NUM_THREADS=${OMP_NUM_THREADS:-1}
setsid nohup nice -n "${NICE:-19}" "${PYTHON:-python3}" "$@" >>"$log" 2>&1 </dev/null &
echo $!
