#!/bin/sh
# Writes speech-like sound into the folder $1: six voices (flite, espeak-ng), 24 kHz mono WAV. Used by WatermarkMeasure.
set -e
mkdir -p "$1"
n=0
while IFS= read -r line; do
    for voice in slt rms awb kal16; do
        flite -voice $voice -t "$line" -o "$1/raw.wav"
        sox -D "$1/raw.wav" -b 16 "$1/flite-$voice-$n.wav" gain -n -3 rate -v 24000
    done
    for voice in en-us en-gb+f3; do
        espeak-ng -v $voice -w "$1/raw.wav" "$line"
        sox -D "$1/raw.wav" -b 16 "$1/espeak-$voice-$n.wav" gain -n -3 rate -v 24000
    done
    n=$((n + 1))
done <<'EOF'
Did you see that light over the water, or was it only me? I could swear it moved twice before it went out.
It was probably a fishing boat. They come in late when the weather turns, and nobody keeps a proper lamp anymore.
The lighthouse keeper left thirty years ago, and since then nobody has climbed the stairs. Would you like to try?
Oh no, not tonight. The steps are rotten, the door is locked, and I promised my sister that I would be home before ten.
She sells sea shells by the sea shore, and every summer the tourists buy them back, one by one, for twice the price.
Wait. Did you hear that? Something is walking on the roof, slowly, as if it had all the time in the world.
Yes, well, perhaps we should go inside and make some tea before the storm gets here and the power fails again.
Six hundred and forty seven people have signed the letter so far; that is more than live in the whole village.
EOF
rm -f "$1/raw.wav"
