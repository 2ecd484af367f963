"""Trains the net on what photos.py made: python3 train.py [--from WEIGHTS] MINUTES WEIGHTS PHOTOS...

PHOTOS are the names given to photos.py as OUT. Begins small and ends at full size, since most is learned as well from small pictures.
Writes WEIGHTS (a state dict) as it goes. With --from it goes on with what was learned before, more gently and without the smallest size.
"""
import sys
import time

import cv2
import numpy as np
import torch
import torch.nn.functional as F

from net import OutlineNet

BATCH = 24
KEPT_APART = 300
# Up to this share of the time pictures are this large.
SIZES = [(.3, 160), (.8, 192), (1, 256)]
torch.manual_seed(0)
# One thread: several processes with other names learn side by side, and their weights can be averaged.
torch.set_num_threads(1)


class Photos:
    def __init__(self, names, seed):
        self.x = [np.load(name + '_x.npy', mmap_mode='r') for name in names]
        self.y = [np.load(name + '_y.npy', mmap_mode='r') for name in names]
        self.places = [(k, i) for k, part in enumerate(self.x) for i in range(len(part))]
        self.rng = np.random.default_rng(seed)

    def batch(self, places, size, varied):
        x = np.stack([cv2.resize(self.x[k][i], (size, size), interpolation=cv2.INTER_AREA) for k, i in places]).astype('float32') / 255
        y = np.stack([cv2.resize(self.y[k][i], (size // 2, size // 2), interpolation=cv2.INTER_AREA) for k, i in places]).astype('float32') / 255
        if varied:
            turn, n = self.rng.integers(4), len(places)
            x, y = np.rot90(x, turn, (1, 2)), np.rot90(y, turn, (1, 2))
            if self.rng.random() < .5:
                x, y = x[:, :, ::-1], y[:, :, ::-1]
            x = x * self.rng.uniform(.85, 1.15, (n, 1, 1, 3)) + self.rng.uniform(-.06, .06, (n, 1, 1, 1))
            x = np.clip(x, 0, 1) ** self.rng.uniform(.75, 1.3, (n, 1, 1, 1))
            if self.rng.random() < .1:
                x = np.repeat(x.mean(3, keepdims=True), 3, 3)
        as_tensor = lambda a: torch.from_numpy(np.ascontiguousarray(a.transpose(0, 3, 1, 2)).astype('float32'))
        return as_tensor(x) - .5, as_tensor(y)

    def drawn(self, size):
        chosen = self.rng.integers(KEPT_APART, len(self.places), BATCH)
        return self.batch([self.places[i] for i in chosen], size, True)

    def apart(self, size):
        for k in range(0, KEPT_APART, 50):
            yield self.batch(self.places[k:k + 50], size, False)


def loss_of(z, y):
    p = torch.sigmoid(z)
    loss = F.binary_cross_entropy_with_logits(z[:, 0], y[:, 0])
    loss = loss + 2 * F.binary_cross_entropy_with_logits(z[:, 1], y[:, 1], pos_weight=torch.tensor(3.))
    both, all_ = (p[:, 0] * y[:, 0]).sum((1, 2)), (p[:, 0] + y[:, 0]).sum((1, 2))
    return loss + (1 - (2 * both + 1) / (all_ + 1)).mean()


def measured(net, photos):
    """Mean IoU of the paper kept apart, and the share of photos at 0.95."""
    net.eval()
    ious = []
    with torch.no_grad():
        for x, y in photos.apart(256):
            p, t = torch.sigmoid(net(x))[:, 0] > .5, y[:, 0] > .5
            ious += (((p & t).sum((1, 2)) + 1.) / ((p | t).sum((1, 2)) + 1.)).tolist()
    return np.mean(ious), np.mean(np.array(ious) > .95)


def main(earlier, minutes, weights, *names):
    photos, net, started, step, average = Photos(names, len(weights)), OutlineNet(), time.time(), 0, 1.
    if earlier:
        net.load_state_dict(torch.load(earlier))
    pace = 1e-3 if earlier else 3e-3
    optimiser = torch.optim.AdamW(net.parameters(), pace, weight_decay=1e-2)
    while (share := (time.time() - started) / (float(minutes) * 60)) < 1:
        size = next(size for until, size in (SIZES[1:] if earlier else SIZES) if share <= until)
        # What was learned before knows its means and deviations, too: small batches would only blur them.
        net.train(not earlier)
        for group in optimiser.param_groups:
            group['lr'] = pace * min(1, step / 100) * (.5 * (1 + np.cos(np.pi * share)) + .01)
        x, y = photos.drawn(size)
        loss = loss_of(net(x), y)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        step += 1
        average = average * .98 + loss.item() * .02
        if step % 200 == 0:
            torch.save(net.state_dict(), weights)
            print(step, '%.0f s' % (time.time() - started), size, 'loss %.3f, IoU %.3f, at 0.95: %.2f' % (average, *measured(net, photos)), flush=True)
    torch.save(net.state_dict(), weights)


if __name__ == '__main__':
    given = sys.argv[1:]
    main(*(given[1:] if given[0] == '--from' else [None, *given]))
