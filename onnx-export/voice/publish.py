"""Put the trained parts together as a checkpoint in transformers' layout: `publish.py WORK OUT [--words LIST...]`.

The codec inside, tokenizer.json beside; heads that only training used are left out. Reads the result back and checks it.
"""
import argparse
import json
import pathlib

import torch
from transformers import CsmForConditionalGeneration, GenerationConfig

import attribution
import encode
import lexicon as dictionary
import spelling
import tokenizer as spelling_tokenizer
from speech import configuration


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("work", type=pathlib.Path)
    p.add_argument("out", type=pathlib.Path)
    p.add_argument("--words", nargs="*", default=[], help="further word lists for the tokenizer")
    p.add_argument("--half", action="store_true", help="16-bit weights, to travel light")
    p.add_argument("--temperature", type=float, default=.3)
    p.add_argument("--depth-temperature", type=float, default=.1)
    p.add_argument("--top-k", type=int, default=50)
    a = p.parse_args()
    decoder = a.work / "decoder.pt"
    codec = encode.load_model(decoder if decoder.exists() else a.work / "books.pt")
    saved = torch.load(a.work / "speech.pt", map_location="cpu")
    csm = CsmForConditionalGeneration(configuration(codec.config, **saved["shape"]))
    csm.codec_model = codec
    missing, unexpected = csm.load_state_dict(saved["mean"], strict=False)
    assert not unexpected and all(n.startswith("codec_model.") for n in missing), (missing, unexpected)
    csm.generation_config = GenerationConfig(
        bos_token_id=spelling.BEGIN, pad_token_id=spelling.AUDIO, do_sample=True, temperature=a.temperature, top_k=a.top_k,
        max_new_tokens=375, depth_decoder_do_sample=True, depth_decoder_temperature=a.depth_temperature, depth_decoder_top_k=a.top_k)
    if a.half:
        csm.half()
    csm.eval().save_pretrained(a.out)
    lexicon = dictionary.load()
    wanted = spelling_tokenizer.words_wanted(lexicon, a.words)
    by_rule = spelling_tokenizer.build({}).normalizer
    wrong = {w: phones for w, phones in wanted.items() if by_rule.normalize_str(w) != spelling.symbols(phones)}
    spelling_tokenizer.build(wrong).save(str(a.out / "tokenizer.json"), pretty=False)
    begin, end, audio, _ = spelling.SPECIAL
    (a.out / "tokenizer_config.json").write_text(json.dumps(dict(
        tokenizer_class="PreTrainedTokenizerFast", bos_token=begin, eos_token=end, pad_token=end), indent=1))
    (a.out / "preprocessor_config.json").write_text(json.dumps(dict(
        feature_extractor_type="EncodecFeatureExtractor", feature_size=1, padding_side="right", padding_value=0.0,
        processor_class="CsmProcessor", return_attention_mask=True, sampling_rate=24000, chunk_length_s=None, overlap=None), indent=1))
    attribution.write(a.out)
    again = CsmForConditionalGeneration.from_pretrained(a.out, dtype="auto").eval()
    for n, t in csm.state_dict().items():
        assert torch.equal(t, again.state_dict()[n]), n
    size = sum(f.stat().st_size for f in a.out.iterdir()) / 1e6
    print(f"language networks at step {saved['step']}, decoder {'trained' if decoder.exists() else 'untrained'}; {size:.1f} MB in {a.out}")


if __name__ == "__main__":
    main()
