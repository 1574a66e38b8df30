"""How likely it is that a word's counterpart is missing from a translation, by its vector, how much it tells, how near the
nearest word is, and whether that word has it for its own nearest.

A logistic model over words of translations, once with their nearest word there and once with it left out: as many are missing
as are not. Names and things nearly always have a counterpart that is near; what grammar or idiom asks for has none.
"""
import sys
import numpy as np
from scipy.optimize import minimize
from vectors.distil import unit
from vectors.words import word_weight

EVERY, RIDGE = 3, 1e-6


def read(E, weight, words):
    sums = np.stack([(weight[list(w)][:, None] * E[list(w)]).sum(0) for w in words])
    return unit(sums), np.array([word_weight(weight, w) for w in words])


def answers(S, chance):
    """Of each row its nearest column, and the nearest but that one: how near, and whether the row is nearest to it."""
    rows, best = np.arange(len(S)), S.argmax(1); left = S.copy(); left[rows, best] = -9
    for column in best, left.argmax(1):
        near = S[rows, column]
        yield np.column_stack([np.maximum(0, (near - chance) / (1 - chance)), near >= S.max(0)[column]])


def examples(E, weight, sides, chance):
    there, missing = [], []
    for a, b in zip(*sides):
        if min(len(a.words), len(b.words)) < 4: continue
        (x, p), (y, q) = read(E, weight, a.words), read(E, weight, b.words)
        for S, vectors, telling in (x @ y.T, x, p), (y @ x.T, y, q):
            for found, answer in zip((there, missing), answers(S, chance)):
                found.append(np.column_stack([telling, answer, vectors]))
    return np.concatenate(there), np.concatenate(missing)


def absence(E, weight, sentences, chance):
    """Bias, then what the word's weight, its nearness, its being nearest itself and each dimension of its vector add."""
    pairs = [examples(E, weight, (sentences['en'][::EVERY], side[::EVERY]), chance)
             for language, side in sentences.items() if language != 'en']
    X = np.concatenate([there for there, _ in pairs] + [missing for _, missing in pairs]).astype(np.float32)
    y = np.repeat([0, 1], len(X) // 2).astype(np.float32)
    share = X[:, 0] / X[:, 0].sum()
    mean, deviation = X.mean(0), X.std(0)
    X = (X - mean) / deviation

    def loss(c):
        u = X @ c[1:].astype(np.float32) + c[0]; p = 1 / (1 + np.exp(-u)); slope = share * (p - y)
        value = -(share * (y * np.log(p + 1e-7) + (1 - y) * np.log(1 - p + 1e-7))).sum() + RIDGE * c @ c
        return float(value), np.append(slope.sum(), X.T @ slope).astype(float) + 2 * RIDGE * c

    fitted = minimize(loss, np.zeros(X.shape[1] + 1), jac=True, method='L-BFGS-B', options=dict(maxiter=300, ftol=1e-12))
    print(f'absence, loss {fitted.fun:.4f}', file=sys.stderr, flush=True)
    slopes = fitted.x[1:] / deviation
    return np.append(fitted.x[0] - (slopes * mean).sum(), slopes)
