"""Static vectors that tell of words what the hidden states of a transformer tell of them in their sentences.

For the words of a few dozen sentences in two languages the teacher says how alike each of one side is to each of the other:
the cosine of hidden states, less what either is alike to everything (Conneau et al. 2018, section 2.3). Half of a word's
target is that, as a distribution over the other side's words; half is the word of its own sentence's translation that is its
mutual best, where there is one. The student's distribution, over cosines of summed piece vectors, is drawn towards it
(Hinton et al. 2015; for links from hidden states see Dou and Neubig 2021, section 2).
"""
import random, sys
import numpy as np, scipy.sparse as sp

STUDENT_SCALE, TEACHER_SCALE, LEAST_LINK, SENTENCES = 20.0, 12.0, 0.3, 48
NAME_SCALE, NAMES, OTHER_LANGUAGES = 15.0, 400, 0.2


def unit(x): return x / (np.linalg.norm(x, axis=-1, keepdims=True) + 1e-9)


def teach(e5, weight, sentences, layer):
    """The teacher's vectors of the words of one language's sentences."""
    states = e5.hidden([s.pieces for s in sentences], layer)
    mean = np.concatenate(states).mean(0)
    def word(state, places, word): return ((state[places] - mean) * weight[list(word)][:, None]).sum(0)
    return [unit(np.array([word(h, p, w) for p, w in zip(s.places, s.words)], np.float32).reshape(-1, e5.dims)).astype(np.float16)
            for h, s in zip(states, sentences)]


def less_hubs(C, nearest):
    """Similarities less what rows and columns are alike to everything."""
    k = min(nearest, *C.shape)
    return 2 * C - np.partition(C, -k, 1)[:, -k:].mean(1)[:, None] - np.partition(C, -k, 0)[-k:].mean(0)


def links(a, b):
    """Of two sentences' words, those that are each other's best."""
    if not len(a) or not len(b): return []
    C = a.astype(np.float32) @ b.astype(np.float32).T
    L = less_hubs(C, 4); best = L.argmax(1); rows = np.arange(len(a))
    return [(i, best[i]) for i in rows if L.argmax(0)[best[i]] == i and C[i, best[i]] > LEAST_LINK]


def softmax(x, axis): x = np.exp(x - x.max(axis, keepdims=True)); return x / x.sum(axis, keepdims=True)


class Distillation:
    """Pieces' vectors: a projection that all share (Adam), and what each has of its own (Adagrad)."""

    def __init__(self, inputs, projection, weight, words, teachers, seed=0):
        self.inputs, self.P = inputs, projection.astype(np.float32)
        self.D = np.zeros((len(inputs), projection.shape[1]), np.float32)
        self.squares = np.full(len(inputs), 1e-8, np.float32)
        self.moments, self.steps = (np.zeros_like(self.P), np.zeros_like(self.P)), 0
        self.weight, self.words, self.teachers = weight, words, teachers
        self.rng, self.links = np.random.default_rng(seed), {}

    def vectors(self): return self.inputs @ self.P + self.D

    def epoch(self, number, share, own_rate, shared_rate):
        """Every language with English, and a share of the other pairs."""
        languages = sorted(self.words)
        todo = [(a, b) for i, a in enumerate(languages) for b in languages[:i] if 'en' in (a, b) or self.rng.random() < share]
        random.Random(number).shuffle(todo); losses = []
        for a, b in todo:
            order = self.rng.permutation(len(self.words[a]))
            for start in range(0, len(order) - SENTENCES + 1, SENTENCES):
                losses.append(self.step(a, b, order[start:start + SENTENCES], own_rate, shared_rate))
        print(f'epoch {number} loss {np.mean(losses):.4f}', file=sys.stderr, flush=True)

    def targets(self, a, b, chosen):
        """For each word of either side, a distribution over the other's."""
        A, B = self.teachers[a], self.teachers[b]
        if (a, b) not in self.links: self.links[a, b] = [links(x, y) for x, y in zip(A, B)]
        C = np.concatenate([A[n] for n in chosen]).astype(np.float32) @ np.concatenate([B[n] for n in chosen]).astype(np.float32).T
        C = TEACHER_SCALE * less_hubs(C, 10)
        rows, columns = softmax(C, 1), softmax(C, 0)
        i, j, x, y = [], [], 0, 0
        for n in chosen:
            for k, l in self.links[a, b][n]: i.append(x + k); j.append(y + l)
            x += len(A[n]); y += len(B[n])
        rows[i] *= 0.5; rows[i, j] += 0.5; columns[:, j] *= 0.5; columns[i, j] += 0.5
        return rows, columns

    def step(self, a, b, chosen, own_rate, shared_rate):
        sides = [[w for n in chosen for w in self.words[l][n]] for l in (a, b)]
        rows, columns = self.targets(a, b, chosen)
        return self.draw(sides, rows, columns, own_rate, shared_rate, STUDENT_SCALE)

    def draw(self, sides, rows, columns, own_rate, shared_rate, scale, left_out=None):
        """Draws the distributions of two sides' words over each other towards `rows` and `columns`."""
        used = sorted({k for side in sides for w in side for k in w}); at = {k: i for i, k in enumerate(used)}
        def sums(side):
            return sp.csr_matrix(([self.weight[k] for w in side for k in w], (
                [i for i, w in enumerate(side) for _ in w], [at[k] for w in side for k in w])), (len(side), len(used)), np.float32)
        def shares(side): x = np.array([max(self.weight[k] for k in w) for w in side], np.float32); return x / x.sum()
        MA, MB = map(sums, sides); wr, wc = map(shares, sides)
        X = self.inputs[used]; F = X @ self.P + self.D[used]
        x, y = MA @ F, MB @ F
        nx, ny = (np.linalg.norm(z, axis=1, keepdims=True) + 1e-6 for z in (x, y))
        u, v = x / nx, y / ny
        S = scale * (u @ v.T); R, C = (S, S) if left_out is None else (np.where(x, -1e9, S) for x in left_out)
        p, q = softmax(R, 1), softmax(C, 0)
        loss = -((wr[:, None] * rows * np.log(p + 1e-12)).sum() + (wc * columns * np.log(q + 1e-12)).sum()) / 2
        G = ((p - rows) * wr[:, None] + (q - columns) * wc) * (scale / 2)
        gu, gv = G @ v, G.T @ u
        gx, gy = (gu - u * (gu * u).sum(1, keepdims=True)) / nx, (gv - v * (gv * v).sum(1, keepdims=True)) / ny
        g = MA.T @ gx + MB.T @ gy
        if shared_rate: self.share(X.T @ g, shared_rate)
        if own_rate:
            self.squares[used] += (g * g).mean(1)
            self.D[used] -= own_rate * g / np.sqrt(self.squares[used])[:, None]
        return loss

    def restart(self):
        """Forgets how far the pieces' own vectors have moved, which slows their steps."""
        self.squares[:] = 1e-8

    def mix(self, steps, share, names, own_rate):
        """Names of things in two languages, and between them sentences, a `share` of the steps; the rate falls to a fifth."""
        taught = sorted(set(self.words) & set(names)); others = sorted(set(names) - set(taught)); losses = []
        def one(languages): return languages[self.rng.integers(len(languages))]
        def english_or(rate): return 'en' if self.rng.random() < rate else one(taught)
        self.restart()
        for n in range(steps):
            rate = own_rate * (1 - 0.8 * n / steps)
            if self.rng.random() < share:
                a, b = one(taught), english_or(0.2)
                if a != b: self.step(a, b, self.rng.choice(len(self.words[a]), SENTENCES, replace=False), rate, 0)
                continue
            a, b = (one(others), one(taught)) if self.rng.random() < OTHER_LANGUAGES else (one(taught), english_or(0.4))
            if a != b: losses.append(self.name(names[a], names[b], rate))
        print(f'names, loss {np.mean(losses[-300:]):.4f}', file=sys.stderr, flush=True)

    def name(self, a, b, rate):
        """The name of each of a few hundred things against those of the others: equal names are no counterexamples."""
        both = sorted(a.keys() & b.keys())
        chosen = self.rng.choice(len(both), min(NAMES, len(both)), replace=False)
        sides = [[side[both[n]] for n in chosen] for side in (a, b)]
        def same(side):
            numbers = {}; n = np.array([numbers.setdefault(w, len(numbers)) for w in side])
            return (n[:, None] == n) & ~np.eye(len(n), dtype=bool)
        rows = columns = np.eye(len(chosen), dtype=np.float32)
        return self.draw(sides, rows, columns, rate, 0, NAME_SCALE, (same(sides[1]), same(sides[0])))

    def share(self, g, rate):
        m, v = self.moments; self.steps += 1
        m *= 0.9; m += 0.1 * g; v *= 0.999; v += 0.001 * g * g
        self.P -= rate * (m / (1 - 0.9 ** self.steps)) / (np.sqrt(v / (1 - 0.999 ** self.steps)) + 1e-9)
