"""Whose work is in the voice: what `parley convert` copies (NOTICE) and reads (the model card's licence)."""

CARD = """---
license: GPL-3.0-or-later
---
# Parley voice

A small CSM made by Parley's own recipe, `onnx-export/voice`: trained on speech of flite's statistical voices and altered ones made of them.
"""

NOTICE = """Parley voice is part of Parley, GPL-3.0-or-later. No recording of a living speaker was used; everything it learnt from was spoken by
flite, a synthesizer of Carnegie Mellon University whose licence is free, and its text normaliser is made of CMU's dictionary.

flite and its voices slt, rms and awb
    Language Technologies Institute, Carnegie Mellon University. Copyright (c) 1999-2016. All Rights Reserved.
CMU pronouncing dictionary, as Festival's CMU lexicon 0.4
    Centre for Speech Technology Research, University of Edinburgh, UK. Copyright (c) 1996, 1997. All Rights Reserved.
    (modified: converted to phone symbols of this voice's tokenizer)

Permission is hereby granted, free of charge, to use and distribute this software and its documentation without restriction,
including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of this
work, and to permit persons to whom this work is furnished to do so, subject to the following conditions:
 1. The code must retain the above copyright notice, this list of conditions and the following disclaimer.
 2. Any modifications must be clearly marked as such.
 3. Original authors' names are not deleted.
 4. The authors' names are not used to endorse or promote products derived from this software without specific prior written permission.

CARNEGIE MELLON UNIVERSITY, THE UNIVERSITY OF EDINBURGH AND THE CONTRIBUTORS TO THIS WORK DISCLAIM ALL WARRANTIES WITH REGARD TO
THIS SOFTWARE, INCLUDING ALL IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS, IN NO EVENT SHALL CARNEGIE MELLON UNIVERSITY, THE
UNIVERSITY OF EDINBURGH NOR THE CONTRIBUTORS BE LIABLE FOR ANY SPECIAL, INDIRECT OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER
RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF
OR IN CONNECTION WITH THE USE OR PERFORMANCE OF THIS SOFTWARE.
"""

PARTS = [
    dict(part="language model", licence="GPL-3.0-or-later", attribution="Parley voice, by Parley's contributors (recipe: onnx-export/voice)"),
    dict(part="codec", licence="GPL-3.0-or-later", attribution="Parley voice, by Parley's contributors; a small network of Mimi's kind"),
    dict(part="voices it learnt from", licence="flite's (free, like BSD)", attribution="flite's slt, rms and awb, Carnegie Mellon University"),
    dict(part="pronunciations", licence="CMUDICT's (free, like BSD)", attribution="CMU pronouncing dictionary, by way of Festival, University of Edinburgh"),
]


def write(folder):
    (folder / "README.md").write_text(CARD)
    (folder / "NOTICE").write_text(NOTICE)
