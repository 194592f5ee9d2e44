"""What the recogniser must do with the tiny random Whisper of whisper.py, computed with transformers: greedy tokens under the rules for timestamps,
their probabilities, and the times of tokens by dynamic time warping. Run whisper.py first."""

import numpy as np
import torch
from transformers import WhisperFeatureExtractor, WhisperForConditionalGeneration
from transformers.generation.logits_process import SuppressTokensAtBeginLogitsProcessor, SuppressTokensLogitsProcessor, WhisperTimeStampLogitsProcessor
from transformers.models.whisper.generation_whisper import _dynamic_time_warping, _median_filter

from golden import Topic, margin
from logmel import signals
from tiny import GOLDEN
from whisper import NAME

MOST = 60


@torch.no_grad()
def main():
    model = WhisperForConditionalGeneration.from_pretrained(GOLDEN / NAME, attn_implementation="eager").float().eval()
    config = model.generation_config
    start, end = config.decoder_start_token_id, model.config.eos_token_id
    first = config.no_timestamps_token_id + 1
    config.eos_token_id, config.bos_token_id, config.max_initial_timestamp_index = end, end, 50
    topic = Topic("recognition")
    cases = []
    for name, audio in signals():
        if name not in ("sweep", "full"):
            continue
        mel = WhisperFeatureExtractor()(audio, sampling_rate=16000, return_tensors="pt").input_features
        encoded = model.model.encoder(mel)
        rules = [SuppressTokensAtBeginLogitsProcessor(config.begin_suppress_tokens, 1), SuppressTokensLogitsProcessor([t for t in range(end + 1, first)] + config.suppress_tokens),
                 WhisperTimeStampLogitsProcessor(config, begin_index=1)]
        tokens, sums, margins, no_speech = [start], 0.0, [], None
        while len(tokens) <= MOST:
            logits = model(encoder_outputs=encoded, decoder_input_ids=torch.tensor([tokens])).logits[:, -1]
            if no_speech is None:
                no_speech = torch.softmax(logits, -1)[0, end + 7].item()                # <|nocaptions|>
            for rule in rules:
                logits = rule(torch.tensor([tokens]), logits)
            logits = logits[0]
            best = int(logits.argmax())
            margins.append(float(margin(logits)))
            sums += float(torch.log_softmax(logits, -1)[best])
            if best == end:
                break
            tokens.append(best)
        text = [257, 260, 77, 67, 259, 77, 3, 45, 46, 47, 120, 121, 122, 200, 201, 258, 11, 12]
        fed = [start, config.no_timestamps_token_id] + text + [end]
        out = model(encoder_outputs=encoded, decoder_input_ids=torch.tensor([fed]), output_attentions=True)
        positions = round(len(audio) / 320)
        heads = torch.stack([out.cross_attentions[layer][0, head] for layer, head in config.alignment_heads])[:, :, :positions]
        heads = heads / heads.sum(-1, keepdim=True)
        deviation, mean = torch.std_mean(heads, dim=-2, keepdim=True, unbiased=False)
        matrix = _median_filter(((heads - mean) / deviation)[None], 7)[0].mean(0)[1:-1]
        rows, columns = _dynamic_time_warping(-matrix.double().numpy())
        begins = columns[np.concatenate([[True], np.diff(rows) > 0])]
        probabilities = torch.softmax(out.logits[0, 1:-2, :end], -1)[range(len(text)), text]
        cases.append({"signal": name, "tokens": tokens[1:], "log_probability": sums, "smallest_margin": min(margins), "no_speech": no_speech, "text": text,
                      "begins": begins.tolist(), "probabilities": topic.floats(probabilities)})
    topic.write(start=start, cases=cases)


if __name__ == "__main__":
    main()
