"""What made-up sheets lie on: RGB pictures, float32, 0 to 255."""
import cv2
import numpy as np


def noise(rng, h, w, cells, amplitude):
    """Soft noise of about `cells` bumps across, between -amplitude and amplitude."""
    grid = rng.normal(0, 1, (max(2, int(cells)), max(2, int(cells)))).astype('float32')
    field = cv2.resize(grid, (w, h), interpolation=cv2.INTER_CUBIC)
    return field / max(1e-6, np.abs(field).max()) * amplitude


def plain(r, rng, h, w):
    level = r.uniform(150, 240)
    return np.ones((h, w, 3)) * np.array([level + r.uniform(-10, 10) for _ in range(3)])


def wood(r, rng, h, w):
    across = r.random() < .5
    cells = (r.randrange(60, 200), r.randrange(2, 6))
    grain = cv2.resize(rng.normal(0, 1, cells if across else cells[::-1]).astype('float32'), (w, h), interpolation=cv2.INTER_CUBIC)
    colour = np.array(r.choice([(170, 125, 80), (200, 160, 110), (110, 75, 50), (220, 195, 160), (90, 60, 45), (190, 170, 150)]))
    desk = colour + grain[..., None] * r.uniform(2, 20)
    if r.random() < .3:  # boards
        step, phase = r.randrange(30, 120), r.randrange(30)
        seams = (np.arange(h if across else w) + phase) % step < 2
        desk[(seams if across else slice(None)), (slice(None) if across else seams)] *= r.uniform(.5, .9)
    return desk


def cloth(r, rng, h, w):
    colour = np.array([r.uniform(20, 235) for _ in range(3)])
    desk = np.ones((h, w, 3)) * colour + noise(rng, h, w, r.randrange(20, 90), r.uniform(5, 30))[..., None]
    period, other = r.randrange(6, 60), np.array([r.uniform(20, 240) for _ in range(3)])
    kind = r.random()
    yy, xx = np.mgrid[0:h, 0:w]
    if kind < .35:
        desk[np.arange(h) // period % 2 == 0] *= r.uniform(.6, 1)
        desk[:, np.arange(w) // period % 2 == 0] *= r.uniform(.6, 1)
    elif kind < .5:
        desk[(xx // period % 2) == 0] = other
    elif kind < .65:
        desk[((xx % period - period / 2) ** 2 + (yy % period - period / 2) ** 2) < (period * .3) ** 2] = other
    elif kind < .85:  # flowers, prints, carpets
        for _ in range(r.randrange(20, 120)):
            centre, axes = (r.randrange(w), r.randrange(h)), (r.randrange(2, 30), r.randrange(2, 30))
            cv2.ellipse(desk, centre, axes, r.randrange(180), 0, 360, [r.uniform(20, 245) for _ in range(3)], r.choice([-1, -1, 1, 3]))
    return desk


def dark(r, rng, h, w):
    return np.ones((h, w, 3)) * r.uniform(8, 90) + np.array([r.uniform(-8, 8) for _ in range(3)]) + noise(rng, h, w, r.randrange(4, 60), r.uniform(2, 15))[..., None]


def mottled(r, rng, h, w):
    return np.ones((h, w, 3)) * np.array([r.uniform(30, 230) for _ in range(3)]) + noise(rng, h, w, r.randrange(3, 40), r.uniform(5, 40))[..., None]


def things(desk, r, rng, count):
    """Pens, edges, books and lids on the desk."""
    h, w = desk.shape[:2]
    for _ in range(count):
        colour, centre = [r.uniform(10, 245) for _ in range(3)], np.array([r.uniform(0, w), r.uniform(0, h)])
        points = (centre + rng.normal(0, r.uniform(15, 110), (r.randrange(3, 6), 2))).astype('int32')
        kind = r.random()
        if kind < .4:
            cv2.fillConvexPoly(desk, cv2.convexHull(points), colour)
        elif kind < .8:
            cv2.line(desk, tuple(int(v) for v in points[0]), tuple(int(v) for v in points[1]), colour, r.randrange(2, 14))
        else:  # the edge of the table, a wall, a carpet's border
            angle, t = r.uniform(0, np.pi), r.choice([r.uniform(.02, .2), r.uniform(.8, .98)])
            yy, xx = np.mgrid[0:h, 0:w]
            desk[((xx - w * t) * np.cos(angle) + (yy - h * t) * np.sin(angle)) * (1 if t > .5 else -1) > 0] = colour


def screen(desk, r, rng):
    """A lit screen in its frame: no paper, however rectangular."""
    h, w = desk.shape[:2]
    size, lean = np.array([r.uniform(.35, .9) * w, r.uniform(.3, .7) * h]), r.gauss(0, .1)
    box = cv2.boxPoints(((w * r.uniform(.3, .7), h * r.uniform(.3, .7)), tuple(size), np.degrees(lean)))
    inner = cv2.boxPoints((tuple(box.mean(0)), tuple(size * .94), np.degrees(lean)))
    cv2.fillConvexPoly(desk, box.astype('int32'), [r.uniform(5, 40)] * 3)
    cv2.fillConvexPoly(desk, inner.astype('int32'), [r.uniform(20, 250) for _ in range(3)])
    for _ in range(r.randrange(3, 25)):  # windows, lines of text, icons
        at = inner[0] + (inner[1] - inner[0]) * r.uniform(.05, .8) + (inner[3] - inner[0]) * r.uniform(.05, .9)
        along = (inner[1] - inner[0]) * r.uniform(.02, .2)
        cv2.line(desk, tuple(at.astype(int).tolist()), tuple((at + along).astype(int).tolist()), [r.uniform(20, 250) for _ in range(3)], r.choice([1, 2, 6, 20]))


def desk_of(r, rng, h, w, with_sheets):
    """Any desk, with things on it and, where `with_sheets`, a corner of another sheet now and then."""
    desk = np.array(r.choices([plain, wood, cloth, dark, mottled], [22, 26, 20, 14, 18])[0](r, rng, h, w), dtype='float32')
    things(desk, r, rng, r.choice([0, 0, 1, 2, 4]))
    if with_sheets and r.random() < .1:
        middle = (r.choice([-.1, 1.1]) * w, r.uniform(0, 1) * h) if r.random() < .5 else (r.uniform(0, 1) * w, r.choice([-.1, 1.1]) * h)
        cv2.fillConvexPoly(desk, cv2.boxPoints((middle, (w * .5, h * .55), r.uniform(-30, 30))).astype('int32'), [r.uniform(190, 250)] * 3)
    return desk
