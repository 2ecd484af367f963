"""What is written and printed on made-up sheets of paper: RGB pictures of about 420 x 594 px."""
import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

WORDS = ('when the rain came we ran to shed because our shoes were wet and my friend said it would stop soon so waited counted drops on roof '
         'loud like drums then sun came out saw rainbow over field 12 7 name date total score question').split()
TINTS = [(250, 245, 225), (255, 238, 200), (225, 240, 255), (250, 225, 230), (235, 225, 205), (228, 240, 220)]
CARDS = [(200, 45, 50), (45, 90, 180), (245, 215, 70), (190, 135, 80), (70, 140, 80), (230, 120, 40), (150, 90, 170)]


class Writer:
    """Writes pages with the fonts of two lists of files."""

    def __init__(self, random, hands, prints):
        self.random, self.hands, self.prints, self.known = random, hands, prints, {}

    def font(self, file, size):
        if (file, size) not in self.known:
            self.known[file, size] = ImageFont.truetype(file, size)
        return self.known[file, size]

    def page(self, size=None):
        """One sheet, float32; its paper is white, tinted, or card in a strong colour, some of it dark with light ink."""
        r = self.random
        w, h = size or ((420, 594) if r.random() < .65 else r.choice([(420, 297), (420, 420), (300, 594), (380, 560)]))
        if size is None and r.random() < .2:
            w, h = h, w
        kind = r.random()
        paper, ink = (255, 255, 255), r.choice([(30, 30, 40), (60, 60, 66), (30, 50, 140), (110, 110, 115), (20, 20, 20), (170, 40, 40)])
        if kind < .2:
            paper = r.choice(TINTS)
        elif kind < .26:
            paper = r.choice(CARDS)
        elif kind < .31:
            paper, ink = r.choice([(28, 30, 36), (30, 60, 50), (20, 30, 60), (60, 40, 30)]), (235, 235, 225)
        im = Image.new('RGB', (w, h), paper)
        d = ImageDraw.Draw(im)
        if kind >= .26 and r.random() < .4:
            self.rules(d, w, h)
        if r.random() < .93:
            self.text(d, w, h, ink)
        if r.random() < .3:
            self.boxes(d, w, h)
        if r.random() < .12:
            m = r.randrange(8, 50)
            d.rectangle([m, m, w - m, h - m - r.randrange(0, 60)], outline=ink, width=r.choice([1, 1, 2, 4]))
        if r.random() < .1:
            for i in range(30):
                y = int(h * .1 + i * h * .028)
                d.rectangle([w - 14, y, w - 4, y + 6], fill=(10, 10, 10))
        if r.random() < .06:
            x, y = r.randrange(0, w // 2), r.randrange(0, h // 2)
            picture = np.clip(np.random.default_rng(r.randrange(1 << 30)).normal(130, 50, (6, 6, 3)), 0, 255).astype('uint8')
            im.paste(Image.fromarray(picture).resize((w // 2, h // 3), Image.BICUBIC), (x, y))
        return np.asarray(im).astype('float32')

    def rules(self, d, w, h):
        r = self.random
        step, colour = r.choice([8, 12, 16, 20]), r.choice([(190, 210, 235), (200, 200, 215), (215, 190, 190), (150, 180, 220)])
        for y in range(r.randrange(10, 50), h, step):
            d.line([(0, y), (w, y)], fill=colour)
        if r.random() < .4:
            for x in range(0, w, step):
                d.line([(x, 0), (x, h)], fill=colour)
        if r.random() < .5:
            x = r.choice([r.randrange(25, 60), w - r.randrange(25, 60)])
            d.line([(x, 0), (x, h)], fill=(240, 150, 150))

    def text(self, d, w, h, ink):
        r = self.random
        left, top, size = r.randrange(10, 60), r.randrange(12, 90), r.choice([8, 10, 12, 14, 18, 22, 40])
        font = self.font(r.choice(self.hands if r.random() < .6 else self.prints), size)
        columns = 2 if size < 14 and r.random() < .15 else 1
        breadth = (w - left * r.uniform(1.2, 2.2)) / columns
        for column in range(columns):
            y, until = top, h * r.uniform(.15, 1)
            while y < until - size:
                t = ' '.join(r.choice(WORDS) for _ in range(14))
                while font.getlength(t) > breadth and ' ' in t:
                    t = t.rsplit(' ', 1)[0]
                d.text((left + column * breadth * 1.04, y), t, font=font, fill=ink)
                y += size * r.choice([1.2, 1.35, 1.5, 2])
                if r.random() < .06:
                    y += size * 2

    def boxes(self, d, w, h):
        r = self.random
        for _ in range(r.randrange(2, 9)):
            x, y = r.randrange(w), r.randrange(h)
            place, colour = [x, y, min(w, x + r.randrange(20, 260)), min(h, y + r.randrange(8, 200))], tuple(r.randrange(60, 255) for _ in range(3))
            if r.random() < .5:
                d.rectangle(place, outline=colour, width=r.choice([1, 2, 4]))
            else:
                d.rectangle(place, fill=colour)


def creased(page, random):
    """The same sheet with folds: each darkens or lightens one of its sides and leaves a thin line."""
    h, w = page.shape[:2]
    yy, xx = np.mgrid[0:h, 0:w].astype('float32')
    lies = random.choice([0, np.pi / 2])
    for _ in range(random.choice([1, 1, 2, 3, 5])):
        angle = random.uniform(0, np.pi) if random.random() < .3 else random.choice([lies, lies, np.pi / 2 - lies])
        t = (xx - w * random.uniform(.15, .85)) * np.cos(angle) + (yy - h * random.uniform(.15, .85)) * np.sin(angle)
        page = page * (1 + np.tanh(t / random.uniform(2, 60)) * random.uniform(-.09, .09))[..., None]
        page = page - (np.exp(-(t / random.uniform(1, 2)) ** 2) * random.uniform(-8, 25))[..., None]
    return page


def crumpled(page, random):
    """The same sheet with many small facets."""
    h, w = page.shape[:2]
    seeds = np.random.default_rng(random.randrange(1 << 30)).normal(0, 1, (random.randrange(4, 14), random.randrange(4, 14))).astype('float32')
    field = cv2.resize(seeds, (w, h), interpolation=cv2.INTER_LINEAR)
    return page * (1 + field * random.uniform(.01, .05))[..., None]
