"""How likely the tiny random Whisper of whisper.py thinks a text with a sound, and without any: nothing comes from the audio then, neither keys nor
values. Computed with transformers. Run whisper.py first."""

import torch
from transformers import WhisperFeatureExtractor, WhisperForConditionalGeneration

from golden import Topic
from logmel import signals
from tiny import GOLDEN
from whisper import NAME

TEXTS = [[257, 260, 77, 67, 259, 77, 3, 45], [257, 260, 77, 77, 67, 259, 3, 45, 46, 47, 120, 121], [262]]


@torch.no_grad()
def main():
    model = WhisperForConditionalGeneration.from_pretrained(GOLDEN / NAME, attn_implementation="eager").float().eval()
    config = model.generation_config
    start, end = config.decoder_start_token_id, model.config.eos_token_id
    audio = dict(signals())["sweep"]
    encoded = model.model.encoder(WhisperFeatureExtractor()(audio, sampling_rate=16000, return_tensors="pt").input_features)

    def places(text):
        logits = model(encoder_outputs=encoded, decoder_input_ids=torch.tensor([[start, config.no_timestamps_token_id, *text]])).logits[0, 1:, : end + 1]
        return torch.log_softmax(logits, -1)[range(len(text) + 1), [*text, end]]

    topic = Topic("text-evidence")
    heard = [places(text) for text in TEXTS]
    for layer in model.model.decoder.layers:
        for projection in (layer.encoder_attn.k_proj, layer.encoder_attn.v_proj):
            projection.register_forward_hook(lambda module, given, out: torch.zeros_like(out))
    topic.write(start=start, cases=[{"signal": "sweep", "text": text, "heard": topic.floats(h), "expected": topic.floats(places(text))} for text, h in zip(TEXTS, heard)])


if __name__ == "__main__":
    main()
