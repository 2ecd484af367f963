"""Photos of paper, made up with everything varied at random: python3 photos.py SEED COUNT OUT HANDS PRINTS

HANDS and PRINTS are globs of font files. Writes OUT_x.npy (COUNT x 256 x 256 x 3, RGB) and OUT_y.npy (COUNT x 128 x 128 x 2: the share
of each pixel that is paper, and that is the fold between two facing pages), bytes. About 60 ms a photo.
"""
import glob
import random
import sys

import cv2
import numpy as np

from desks import desk_of, noise, screen
from pages import Writer, creased, crumpled

SIDE = 256
cv2.setNumThreads(1)


class Camera:
    def __init__(self, seed, hands, prints):
        self.r, self.rng = random.Random(seed), np.random.default_rng(seed)
        self.writer = Writer(self.r, hands, prints)

    def photo(self):
        """A picture of SIDE px, and its two targets of half of that."""
        r = self.r
        h, w = (400, r.choice([288, 300, 320])) if r.random() < .7 else (r.choice([225, 288, 300, 380]), 400)
        scene = r.choices(['sheet', 'cut', 'fills', 'book', 'slips', 'pile', 'none'], [46, 14, 9, 14, 6, 5, 6])[0]
        if scene == 'none':
            picture, paper, fold = desk_of(r, self.rng, h, w, False), np.zeros((h, w), 'float32'), np.zeros((h, w), 'float32')
            for _ in range(r.choice([0, 1, 1, 2])):
                screen(picture, r, self.rng)
        elif scene == 'fills':
            picture, paper, fold = self.filling(h, w)
        else:
            picture, paper, fold = self.laid(h, w, scene)
        picture = self.lit(picture)
        shrunk = cv2.resize(picture, (SIDE, SIDE), interpolation=cv2.INTER_AREA)
        shrunk = cv2.imdecode(cv2.imencode('.jpg', shrunk.astype('uint8'), [1, r.randrange(55, 96)])[1], 1)
        targets = cv2.resize(np.dstack([paper, fold]), (SIDE // 2, SIDE // 2), interpolation=cv2.INTER_AREA)
        return shrunk, np.clip(targets * 255, 0, 255).astype('uint8')

    def filling(self, h, w):
        """A scan, a crop from a page, a board: nothing but what is written on."""
        r = self.r
        page = self.writer.page()
        ph, pw = page.shape[:2]
        if r.random() < .4:
            s = r.uniform(.2, .8)
            y, x = r.randrange(int(ph * (1 - s))), r.randrange(int(pw * (1 - s)))
            page = page[y:y + int(ph * s), x:x + int(pw * s)]
        page = page * r.uniform(.6, 1) * np.array([r.uniform(.9, 1), r.uniform(.93, 1), r.uniform(.85, 1)])
        return cv2.resize(page.astype('float32'), (w, h), interpolation=cv2.INTER_AREA), np.ones((h, w), 'float32'), np.zeros((h, w), 'float32')

    def sheet(self, scene):
        """Paper with its outline and its fold, as one flat picture each."""
        r = self.r
        if scene != 'book':
            page = self.writer.page()
            fold = np.zeros(page.shape[:2], 'float32')
        else:
            size = r.choice([(300, 420), (300, 400), (260, 420), (420, 594)])
            left, right = self.writer.page(size), self.writer.page(size)
            if r.random() < .5:
                left = right.copy() if r.random() < .3 else left * 0 + right.max((0, 1)) - (right.max((0, 1)) - left) * r.choice([0, .5, 1])
            page = np.hstack([left, right])
            away = np.abs(np.arange(page.shape[1]) - size[0])
            dark = np.exp(-away / r.uniform(3, 60)) * r.uniform(.02, .5)
            one = np.where(np.arange(page.shape[1]) < size[0], r.uniform(.4, 1), 1) if r.random() < .7 else 1
            page = page * (1 - dark * one)[None, :, None]
            if r.random() < .6:
                page[:, size[0] - 1:size[0] + 1] *= r.uniform(.4, 1)
            if r.random() < .25:  # wire or stitches
                page[::r.randrange(8, 20), size[0] - 5:size[0] + 5] *= r.uniform(.3, 1.2)
            fold = np.broadcast_to((away < 5).astype('float32'), page.shape[:2]).copy()
        if r.random() < .5:
            page = creased(page, r)
        if r.random() < .15:
            page = crumpled(page, r)
        paper = np.full(page.shape[:2], 1, 'float32')
        if r.random() < .08:  # a torn or folded corner
            cv2.circle(paper, (r.choice([0, page.shape[1]]), r.choice([0, page.shape[0]])), r.randrange(15, 60), 0, -1)
        return page, paper, fold

    def place(self, scene, pw, ph, w, h):
        """Where the sheet's corners come to lie in the picture, px."""
        r = self.r
        fit = min(w / pw, h / ph)
        scale = r.choices([r.uniform(.7, 1.02), r.uniform(.45, .8), r.uniform(.22, .5)], [60, 28, 12])[0] * fit
        angle = np.radians(r.choice([0, 0, 0, 90, 180, 270]) + r.gauss(0, 9 if r.random() < .8 else 25))
        turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
        quad = np.array([[-pw / 2, -ph / 2], [pw / 2, -ph / 2], [pw / 2, ph / 2], [-pw / 2, ph / 2]]) * scale @ turn.T
        quad = quad * (1 + self.rng.uniform(-.12, .12, (4, 1)))
        quad = quad + [w / 2 + r.gauss(0, .06) * w, h / 2 + r.gauss(0, .06) * h]
        if scene == 'cut':
            quad = (quad - quad.mean(0)) * r.uniform(1.0, 1.7) + quad.mean(0) + [r.gauss(0, .2) * w, r.gauss(0, .2) * h]
        if scene == 'book' and r.random() < .5:  # one page of it fills the picture, a sliver of the other is seen
            side = quad[[0, 3]].mean(0) * .5 + quad[[1, 2]].mean(0) * .5
            page = quad[[1, 2]].mean(0) if r.random() < .5 else quad[[0, 3]].mean(0)
            aim = page * .5 + side * .5
            quad = (quad - aim) * r.uniform(1.2, 1.75) + [w / 2 + r.gauss(0, .05) * w, h / 2 + r.gauss(0, .04) * h]
        return quad

    def laid(self, h, w, scene):
        """A sheet, a book, several slips or a pile on a desk."""
        r, rng = self.r, self.rng
        tone, tint = r.uniform(.5, 1), np.array([r.uniform(.9, 1.03), r.uniform(.93, 1.02), r.uniform(.85, 1.06)])
        desk = desk_of(r, rng, h, w, scene in ('sheet', 'cut'))
        page, outline, fold = self.sheet(scene)
        if r.random() < (.42 if scene in ('sheet', 'cut') else .12):  # a desk nearly as the paper
            off = np.array([r.uniform(-7, 7), r.uniform(-7, 7), r.uniform(-18, 8)]) - (r.random() < .5) * r.uniform(0, 14)
            desk = np.ones_like(desk) * (page.max((0, 1)) * tone * tint + off) + noise(rng, h, w, r.randrange(2, 8), r.uniform(0, 6))[..., None]
            desk = desk + noise(rng, h, w, 80, r.uniform(0, 4))[..., None] * (r.random() < .3)
        picture, paper, folds = desk.astype('float32'), np.zeros((h, w), 'float32'), np.zeros((h, w), 'float32')
        if scene == 'slips':
            count, edge = r.choice([2, 2, 2, 3, 4, 6]), r.choice([1, 2])
            columns = count if edge == 1 and count < 4 else 2
            rows = -(-count // columns)
            if (w > h) != (columns > rows):
                columns, rows = rows, columns
            same = self.writer.page().shape
            for k in range(count):
                page = self.writer.page((same[1], same[0])) * tone * tint
                cell = np.array([w / columns, h / rows])
                fit = min(cell[0] / page.shape[1], cell[1] / page.shape[0]) * r.uniform(.6, .95)
                angle = np.radians(r.gauss(0, 5))
                turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
                quad = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]]) * np.array(page.shape[1::-1]) / 2 * fit @ turn.T + cell * [k % columns + .5, k // columns + .5]
                whole = np.ones(page.shape[:2], 'float32')
                picture, mask, _ = self.lay(picture, page, whole, whole * 0, quad)
                paper = np.maximum(paper, mask)
            return picture, paper, folds
        quad = self.place(scene, page.shape[1], page.shape[0], w, h)
        if scene == 'book' and r.random() < .6:  # its cover sticks out
            cover = np.ones((20, 20, 3), 'float32') * np.array([r.uniform(10, 200) for _ in range(3)])
            out = (quad - quad.mean(0)) * r.uniform(1.01, 1.08) + quad.mean(0) + rng.normal(0, 2, 2)
            picture, _, _ = self.lay(picture, cover, np.ones((20, 20), 'float32'), np.zeros((20, 20), 'float32'), out)
        if scene == 'pile' or (scene == 'book' and r.random() < .3):  # sheets beneath stick out
            for _ in range(r.choice([1, 1, 2, 3])):
                under = self.writer.page((page.shape[1], page.shape[0])) * tone * tint * r.uniform(.85, 1)
                reach = r.choice([3, 6, 14, 40]) if scene == 'pile' else 3
                whole = np.ones(under.shape[:2], 'float32')
                picture, _, _ = self.lay(picture, under, whole, whole * 0, quad + rng.normal(0, reach, 2) + rng.normal(0, reach / 3, (4, 2)))
        picture, paper, folds = self.lay(picture, page * tone * tint, outline, fold, quad)
        if r.random() < .15:
            picture = self.hand(picture, quad)
        return picture, paper, folds

    def lay(self, picture, page, outline, fold, quad):
        """The picture with a sheet laid onto it, bent and with its shadow; and where paper and fold now are."""
        r, rng = self.r, self.rng
        h, w = picture.shape[:2]
        ph, pw = page.shape[:2]
        warp = cv2.getPerspectiveTransform(np.float32([[0, 0], [pw, 0], [pw, ph], [0, ph]]), np.float32(quad))
        laid = cv2.warpPerspective(page.astype('float32'), warp, (w, h), flags=cv2.INTER_AREA, borderMode=cv2.BORDER_REPLICATE)
        mask, folds = cv2.warpPerspective(outline, warp, (w, h)), cv2.warpPerspective(fold, warp, (w, h))
        if r.random() < .5:
            yy, xx = np.mgrid[0:h, 0:w].astype('float32')
            if fold.any():  # a book's pages bow up towards the fold
                x0 = quad.mean(0) + (quad[1] - quad[0]) * 0
                way = (quad[1] - quad[0]) / np.hypot(*(quad[1] - quad[0]))
                t = np.abs((xx - x0[0]) * way[0] + (yy - x0[1]) * way[1])
                off = (np.exp(-t / r.uniform(15, 90)) * r.uniform(-14, 14)).astype('float32')
                mx, my = xx - way[1] * off, yy + way[0] * off
            else:
                bend, wave, across = r.uniform(1, 9), r.uniform(.6, 1.6) * np.pi / max(h, w), r.random() < .5
                off = (np.sin((yy if across else xx) * wave + r.uniform(0, 6)) * bend).astype('float32')
                mx, my = (xx + off, yy) if across else (xx, yy + off)
            laid, mask, folds = (cv2.remap(one, mx.astype('float32'), my.astype('float32'), cv2.INTER_LINEAR) for one in (laid, mask, folds))
        mask = cv2.GaussianBlur(mask, (0, 0), r.uniform(.3, .9))
        if r.random() < .8:
            shade = cv2.GaussianBlur(np.roll(mask, (r.randrange(-6, 7), r.randrange(-6, 7)), (0, 1)), (0, 0), r.uniform(1.5, 9))
            picture = picture * (1 - shade * r.uniform(0, .35))[..., None]
        picture = laid * mask[..., None] + picture * (1 - mask[..., None])
        if r.random() < .5:  # the narrow shadow, or the light, of its edge
            rim = np.clip(cv2.dilate(np.roll(mask, (r.choice([-1, 0, 1]), r.choice([-1, 0, 1])), (0, 1)), np.ones((3, 3))) - mask, 0, 1)
            picture = picture - (cv2.GaussianBlur(rim, (0, 0), .7) * r.uniform(-10, 40))[..., None]
        return picture.astype('float32'), mask, folds * mask

    def hand(self, picture, quad):
        r = self.r
        h, w = picture.shape[:2]
        skin, over = np.array(r.choice([(225, 180, 155), (190, 140, 110), (120, 80, 60), (240, 200, 180)])), np.zeros((h, w), 'float32')
        k = r.randrange(4)
        t = r.uniform(0, 1)
        at = quad[k] * (1 - t) + quad[(k + 1) % 4] * t
        out = (at - quad.mean(0)) / (1e-6 + np.hypot(*(at - quad.mean(0))))
        for finger in range(r.choice([1, 1, 2, 4])):
            tip = at - out * r.uniform(0, 14) + np.array([-out[1], out[0]]) * finger * 13
            cv2.line(over, tuple(tip.astype(int).tolist()), tuple((tip + out * r.uniform(40, 140)).astype(int).tolist()), 1, r.randrange(9, 24))
        over = cv2.GaussianBlur(over, (0, 0), 1.5)[..., None]
        return picture * (1 - over) + skin * over * r.uniform(.6, 1.1)

    def lit(self, picture):
        """The light, shadows, blur and noise of the camera."""
        r, rng = self.r, self.rng
        h, w = picture.shape[:2]
        yy, xx = np.mgrid[0:h, 0:w].astype('float32')
        if r.random() < .6:
            picture = picture * (1 + noise(rng, h, w, r.randrange(2, 5), r.uniform(.05, .35)))[..., None]
        if r.random() < .3:  # light that falls off to one side
            angle = r.uniform(0, 2 * np.pi)
            t = ((xx / w - .5) * np.cos(angle) + (yy / h - .5) * np.sin(angle))
            picture = picture * (1 + t * r.uniform(.1, .9))[..., None]
        if r.random() < .25:  # a hard shadow
            angle = r.uniform(0, np.pi)
            t = (xx - w * r.uniform(.1, .9)) * np.cos(angle) + (yy - h * r.uniform(.1, .9)) * np.sin(angle)
            picture = picture * (1 - 1 / (1 + np.exp(np.clip(-t / r.uniform(1, 20), -50, 50))) * r.uniform(.1, .7))[..., None]
        if r.random() < .08:  # glare
            spot = np.exp(-((xx - r.uniform(0, w)) ** 2 + (yy - r.uniform(0, h)) ** 2) / r.uniform(20, 90) ** 2)
            picture = picture + (spot * r.uniform(20, 140))[..., None]
        picture = np.clip(picture + rng.normal(0, r.uniform(.5, 6), picture.shape), 0, 255)
        return cv2.GaussianBlur(picture, (0, 0), r.uniform(.3, 1.6)) if r.random() < .5 else picture


def main(seed, count, out, hands, prints):
    camera = Camera(int(seed), sorted(glob.glob(hands)), sorted(glob.glob(prints)))
    x = np.lib.format.open_memmap(out + '_x.npy', 'w+', 'uint8', (int(count), SIDE, SIDE, 3))
    y = np.lib.format.open_memmap(out + '_y.npy', 'w+', 'uint8', (int(count), SIDE // 2, SIDE // 2, 2))
    for k in range(int(count)):
        x[k], y[k] = camera.photo()


if __name__ == '__main__':
    main(*sys.argv[1:])
