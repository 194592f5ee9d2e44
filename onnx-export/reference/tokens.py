"""A tiny byte-level BPE in the manner of Llama 3: same split pattern, ignore_merges, template and control tokens."""

import json

from tokenizers import AddedToken, Regex, Tokenizer, decoders, models, pre_tokenizers, processors

SPLIT = (r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*"
         r"|\s*[\r\n]+|\s+(?!\S)|\s+")
SPECIALS = ["<|begin_of_text|>", "<|end_of_text|>", "<|AUDIO|>", "<|audio_eos|>",
            "<|reserved_special_token_2|>", "<|start_header_id|>", "<|end_header_id|>", "<|eot_id|>"]
MERGES = """h e|l l|i n|Ġ t|e r|a n|o n|Ġ a|Ġt he|r e|Ġ s|Ġ w|o u|Ġ o|n d|e s|a t|e n|Ġ b|i t|Ġ c|in g|Ġ h|o r|Ġ f|Ġ m|Ġa nd
|i s|Ġt o|Ġ p|Ġ y|Ġy ou|Ġ I|s t|Ġ i|a r|Ġo f|l e|Ġ d|Ġ l|v er|o t|' s|' t|e d|Ġ n|l o|he ll|hell o|. .|.. .|Ċ Ċ|Ġ Ġ|ĠĠ ĠĠ|0 0|1 2
|12 3|Ã ©|ã ģ|] [""".replace("\n", "").split("|")
WHOLE = ["Hello", "Ġworld", "ĠðŁĺĬ", "zzz"]                          # in the vocabulary, reachable by no merge: ignore_merges

CHAT_TEMPLATE = """
{%- for message in messages %}
    {{- bos_token + '[' + message['role'] + ']' + message['content'][0]['text'] + eos_token }}
    {%- if message['content']|length > 1 %}{{- '<|AUDIO|><|audio_eos|>' }}{%- endif %}
{%- endfor %}
""".strip()


def byte_alphabet():
    """The 256 characters that stand for bytes, in byte order (GPT-2's table)."""
    printable = list(range(33, 127)) + list(range(161, 173)) + list(range(174, 256))
    spare = iter(range(256, 512))
    return [chr(b) if b in printable else chr(next(spare)) for b in range(256)]


def vocabulary():
    vocab = {c: i for i, c in enumerate(byte_alphabet())}
    for merge in MERGES:
        left, right = merge.split(" ")
        assert left in vocab and right in vocab, merge
        vocab.setdefault(left + right, len(vocab))
    for token in WHOLE:
        vocab[token] = len(vocab)
    return vocab, [tuple(m.split(" ")) for m in MERGES]


def tokenizer(pad_base_to=320, specials=SPECIALS):
    """Base tokens 0..pad_base_to-1 (unreachable fillers at the end), then the control tokens."""
    vocab, merges = vocabulary()
    while len(vocab) < pad_base_to:
        vocab[f"<filler{len(vocab)}>"] = len(vocab)
    assert len(vocab) == pad_base_to, len(vocab)
    tok = Tokenizer(models.BPE(vocab=vocab, merges=merges, ignore_merges=True))
    tok.pre_tokenizer = pre_tokenizers.Sequence([
        pre_tokenizers.Split(Regex(SPLIT), behavior="isolated", invert=False),
        pre_tokenizers.ByteLevel(add_prefix_space=False, trim_offsets=True, use_regex=False)])
    tok.decoder = decoders.ByteLevel()
    tok.add_special_tokens([AddedToken(s, normalized=False, special=True) for s in specials])
    bos, eos = specials[0], specials[1]
    tok.post_processor = processors.Sequence([
        processors.ByteLevel(trim_offsets=False),
        processors.TemplateProcessing(single=f"{bos} $A {eos}", pair=f"{bos} $A {eos} {bos}:1 $B:1 {eos}:1",
                                      special_tokens=[(s, tok.token_to_id(s)) for s in (bos, eos)])])
    return tok


def save(folder, tok):
    """tokenizer.json and the small files transformers' processor wants."""
    tok.save(str(folder / "tokenizer.json"))
    write(folder / "tokenizer_config.json", {"tokenizer_class": "PreTrainedTokenizerFast", "bos_token": SPECIALS[0],
          "eos_token": SPECIALS[1], "pad_token": SPECIALS[1], "model_input_names": ["input_ids", "attention_mask"]})
    write(folder / "special_tokens_map.json", {"bos_token": SPECIALS[0], "eos_token": SPECIALS[1], "pad_token": SPECIALS[1]})
    write(folder / "preprocessor_config.json", {"chunk_length_s": None, "feature_extractor_type": "EncodecFeatureExtractor",
          "feature_size": 1, "overlap": None, "padding_side": "right", "padding_value": 0.0, "processor_class": "CsmProcessor",
          "return_attention_mask": True, "sampling_rate": 24000})
    (folder / "chat_template.jinja").write_text(CHAT_TEMPLATE + "\n")


def write(path, value):
    path.write_text(json.dumps(value, indent=1, ensure_ascii=False) + "\n")
