"""Sentences as words of pieces, as Sources/Semantics/WordVectors.swift groups them."""
import numpy as np
from vectors.e5 import MARK

UNSPACED = ((0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF), (0x3040, 0x30FF), (0x3400, 0x9FFF))


def is_unspaced(piece): return any(low <= ord(c) <= high for c in piece for low, high in UNSPACED)


def importance(e5):
    """How much each piece tells: 0.2 to 6 by how rare it is, 0.1 for punctuation, 0 for what stands for nothing."""
    weight = np.clip(7.5 - (9 + e5.scores / np.log(10)), 0.2, 6).astype(np.float32)
    for i, piece in enumerate(e5.pieces):
        if piece == MARK or i < 4: weight[i] = 0
        elif not any(c.isalnum() for c in piece): weight[i] = 0.1
    return weight


class Sentence:
    """The pieces of a sentence, and its words: each a tuple of pieces, and where they stand among the sentence's."""

    def __init__(self, e5, weight, text):
        self.pieces, self.words, self.places = [], [], []
        for written in text.split():
            group, places, single = [], [], False

            def close():
                if group: self.words.append(tuple(group)); self.places.append(list(places))
                group.clear(); places.clear()

            for piece in e5.tokens(written):
                self.pieces.append(piece)
                if weight[piece] <= 0.1: close(); continue
                alone = is_unspaced(e5.pieces[piece])
                if alone or single: close()
                group.append(piece); places.append(len(self.pieces) - 1); single = alone
            close()


def word_weight(weight, word): return min(6.5, max(weight[k] for k in word) + (0.5 if len(word) > 1 else 0))
