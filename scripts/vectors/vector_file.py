"""The file that Sources/Semantics/VectorFile.swift describes."""
import struct, sys, zlib
import numpy as np


def write(path, e5, E, weight, chance, absence):
    keep = sorted((i for i in range(4, len(e5.pieces)) if e5.pieces[i]), key=lambda i: e5.pieces[i].encode())
    out, restarts, previous, size = [], [], b'', 0
    for n, i in enumerate(keep):
        b = e5.pieces[i].encode(); k = 0
        if n % 16 == 0: restarts.append(size)
        else:
            while k < min(len(b), len(previous), 255) and b[k] == previous[k]: k += 1
        entry = bytes([k, len(b) - k]) + b[k:]; out.append(entry); size += len(entry); previous = b
    strings = b''.join(out)
    scale = np.maximum(np.abs(E[keep]).max(1) / 7, 1e-4).astype('<f2')
    q = np.clip(np.round(E[keep] / scale.astype(np.float32)[:, None]), -8, 7).astype(np.int8) + 8
    packed = (q[:, 0::2] | (q[:, 1::2] << 4)).astype(np.uint8)
    scores = np.round(np.clip(-e5.scores[keep], 0, 25) * 2621).astype('<u2')
    weights = np.round(np.clip(weight[keep], 0, 6.3) * 40).astype(np.uint8)
    pad = lambda b: b + bytes(-len(b) % 8)
    sections = [pad(np.array(restarts, '<u4').tobytes()), pad(strings), pad(scores.tobytes()), pad(weights.tobytes()),
                pad(scale.tobytes()), pad(packed.tobytes()), absence.astype('<f4').tobytes()]
    body = b''.join(sections)
    head = struct.pack('<4sIIIII', b'DVEC', 3, len(keep), E.shape[1], len(restarts), len(strings))
    head += struct.pack('<IIII', zlib.crc32(body), round(-e5.unknown * 1000), round(chance * 1000), 0)
    with open(path, 'wb') as f: f.write(head + body)
    print(f'{path}: {len(keep)} pieces, {E.shape[1]} dimensions, {(len(head) + len(body)) / 1e6:.2f} MB', file=sys.stderr)
