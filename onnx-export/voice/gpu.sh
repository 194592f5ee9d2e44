#!/bin/bash
# gpu.sh PACK OUT: the whole recipe on a machine with a GPU and many cores, in 26 minutes (not run so far: times are plans).
# PACK is what pack.sh made; OUT gets the checkpoint in pieces of 15 MB, the logs and a few spoken lines.
# Meant to be started detached (setsid), as one command of a lent machine may be shorter than the whole.
set -e
here=$(cd "$(dirname "$0")" && pwd); out=$2; work=${WORK:-/tmp/parley-voice}; export PYTHONUNBUFFERED=1
mkdir -p $work "$out"; tar -C / -xzf "$1"; ldconfig
cd $here; exec > >(tee -a $work/all.log) 2>&1; date
python3 corpus.py $work/corpus --hours ${HOURS:-20} --jobs $(nproc);                                             date   # 2 min
python3 decoder.py $work/corpus $work/work --from-spectra --device cuda --batch 32 --steps 1000000 --steady 1 --rate 3e-3 > $work/vocoder.log 2>&1 & vocoder=$!
python3 books.py $work/corpus $work/work --device cuda --workers 1 --batch 96 --steps 100000 --minutes ${BOOKS:-6};       date
kill $vocoder || true; wait $vocoder || true
python3 encode.py $work/corpus $work/work --device cuda --frames 20000; date                                             # 1 min
python3 decoder.py $work/corpus $work/work --device cuda --batch 64 --steps 100000 --minutes ${SPEECH:-14} --adversarial ${ADVERSARIAL:-3000} --rate 3e-3 > $work/decoder.log 2>&1 &
python3 speech.py $work/corpus $work/work --device cuda --workers 1 --loaders 8 --positions 40000 --steps 100000 --minutes ${SPEECH:-14} \
  --hidden 384 --layers 8 --depth-hidden 256 --depth-layers 3 --depth-share .5 --save-every 120
wait; date
python3 publish.py $work/work $work/checkpoint --half
python3 say.py $work/checkpoint "The river was frozen for most of the month." "Could you open the window a little more?" --out "$out" || true
tar -C $work -czf - checkpoint | split -b 15000000 - "$out/checkpoint.tar.gz."
tar -C $work -czf "$out/logs.tar.gz" all.log vocoder.log decoder.log work/books.jsonl work/vocoder.jsonl work/decoder.jsonl work/speech.jsonl; date; touch $work/finished
