"""A tiny random Whisper as transformers saves it, the same weights as CTranslate2 writes them, and what transformers computes with it.
Needs ctranslate2 4.8 besides; both need transformers' own Whisper only."""

import json
import shutil
import subprocess
import sys

import torch
from tokenizers import AddedToken, Tokenizer, decoders, models, pre_tokenizers
from transformers import GenerationConfig, WhisperConfig, WhisperFeatureExtractor, WhisperForConditionalGeneration

from golden import Topic
from tiny import GOLDEN

NAME = "whisper-tiny"
STEERING = ["<|endoftext|>", "<|startoftranscript|>", "<|en|>", "<|translate|>", "<|transcribe|>", "<|startoflm|>", "<|startofprev|>", "<|nocaptions|>", "<|notimestamps|>"]
MERGES = [("h", "e"), ("t", "he"), ("i", "n"), ("Ġ", "the"), ("Ġ", "a"), ("e", "r"), ("o", "n"), ("r", "e"), ("a", "n"), ("an", "d"), ("Ġ", "and")]


def tokenizer():
    letters = sorted(pre_tokenizers.ByteLevel.alphabet())
    vocabulary = {c: i for i, c in enumerate(letters)}
    for a, b in MERGES:
        vocabulary.setdefault(a + b, len(vocabulary))
    made = Tokenizer(models.BPE(vocab=vocabulary, merges=MERGES))
    made.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    made.decoder = decoders.ByteLevel()
    made.add_special_tokens([AddedToken(t, special=True) for t in STEERING])
    return made


def signal(samples):
    """A chirp that anybody can compute again: sin of a phase that grows with the square of time, in float64."""
    t = torch.arange(samples, dtype=torch.float64) / 16000
    return (0.3 * torch.sin(2 * torch.pi * (150 * t + 120 * t * t)) * torch.sin(2 * torch.pi * 1.5 * t).abs()).float()


def grid():
    """What the networks are given, which anybody can compute again: not a spectrogram, so that tests of the graphs need none."""
    bins, columns = torch.meshgrid(torch.arange(80, dtype=torch.float64), torch.arange(3000, dtype=torch.float64), indexing="ij")
    return (0.8 * torch.sin(0.7 * bins + 0.013 * columns)).float()[None]


def main():
    folder = GOLDEN / NAME
    shutil.rmtree(folder, ignore_errors=True)
    words = tokenizer()
    first = words.get_vocab_size()                                    # the timestamps have no entries, as in the published files
    ids = {t: words.token_to_id(t) for t in STEERING}
    config = WhisperConfig(
        vocab_size=first + 1501, d_model=32, encoder_layers=1, decoder_layers=2, encoder_attention_heads=2, decoder_attention_heads=4, encoder_ffn_dim=48,
        decoder_ffn_dim=40, pad_token_id=0, bos_token_id=0, eos_token_id=ids["<|endoftext|>"], decoder_start_token_id=ids["<|startoftranscript|>"],
        suppress_tokens=[], begin_suppress_tokens=[])
    config._attn_implementation = "eager"
    torch.manual_seed(7)
    model = WhisperForConditionalGeneration(config).eval()
    with torch.no_grad():
        for name, p in model.named_parameters():                      # the defaults are so small that every attention is flat
            if p.dim() > 1 and "embed_positions" not in name:
                p.copy_(torch.randn_like(p) * (1.5 / p[0].numel() ** .5))
            elif name.endswith("bias"):
                p.copy_(torch.randn_like(p) * .1)
    model = model.half().float()
    model.generation_config = GenerationConfig(
        alignment_heads=[[1, 0], [1, 3], [0, 2]], suppress_tokens=[5, 9, ids["<|startoflm|>"]], begin_suppress_tokens=[words.token_to_id("Ġ"), ids["<|endoftext|>"]],
        no_timestamps_token_id=ids["<|notimestamps|>"], decoder_start_token_id=ids["<|startoftranscript|>"])
    model.half().save_pretrained(folder)
    model.float()
    words.save(str(folder / "tokenizer.json"))

    topic = Topic(NAME)
    audio = signal(40000)
    mel = WhisperFeatureExtractor()(audio.numpy(), sampling_rate=16000, return_tensors="pt").input_features
    tokens = [ids["<|startoftranscript|>"], first] + words.encode("the and then").ids
    with torch.no_grad():
        out = model(grid(), decoder_input_ids=torch.tensor([tokens]), output_attentions=True)
        cross = model.model.decoder.layers[1].encoder_attn
        keys, values = (p(out.encoder_last_hidden_state)[0] for p in (cross.k_proj, cross.v_proj))
    attention = torch.stack([out.cross_attentions[layer][0, head] for layer, head in model.generation_config.alignment_heads])
    every = 25
    topic.write(samples=len(audio), mel_every=every, mel=topic.floats(mel[0, :, ::every]), tokens=tokens, first_timestamp=first,
                key_every=every, keys=topic.floats(keys[::every]), values=topic.floats(values[::every]), logits=topic.floats(out.logits[0]),
                attention_every=every, attention=topic.floats(attention[:, :, ::every]))

    other = GOLDEN / (NAME + "-ctranslate2")
    shutil.rmtree(other, ignore_errors=True)
    subprocess.run([sys.executable, "-m", "ctranslate2.converters.transformers", "--model", str(folder), "--output_dir", str(other), "--quantization", "float16"], check=True)
    (other / "vocabulary.json").unlink(missing_ok=True)


if __name__ == "__main__":
    main()
