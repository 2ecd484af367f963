"""The net: a small encoder after MobileNetV2 (Sandler et al. 2018) with a light decoder; a picture in, two maps of half its size out.

0.28 million parameters. The picture is RGB from -0.5 to 0.5, its sides multiples of 32; the maps are logits: paper, and the fold
between two facing pages.
"""
import torch.nn as nn
import torch.nn.functional as F


def convolved(i, o, stride=1, kernel=3, groups=1):
    return nn.Sequential(nn.Conv2d(i, o, kernel, stride, kernel // 2, groups=groups, bias=False), nn.BatchNorm2d(o), nn.ReLU6(True))


class Block(nn.Module):
    def __init__(self, i, o, stride=1, kernel=3, widened=3):
        super().__init__()
        m = i * widened
        self.layers = nn.Sequential(convolved(i, m, 1, 1), convolved(m, m, stride, kernel, m), nn.Conv2d(m, o, 1, bias=False), nn.BatchNorm2d(o))
        self.adds = i == o and stride == 1

    def forward(self, x):
        y = self.layers(x)
        return x + y if self.adds else y


class OutlineNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.down1 = convolved(3, 16, 2)
        self.down2 = nn.Sequential(Block(16, 24, 2), Block(24, 24))
        self.down3 = nn.Sequential(Block(24, 40, 2, 5), Block(40, 40, 1, 5))
        self.down4 = nn.Sequential(Block(40, 64, 2, 5), Block(64, 64, 1, 5))
        self.down5 = nn.Sequential(Block(64, 96, 2, 5), Block(96, 96, 1, 5), Block(96, 96, 1, 5))
        self.narrow = nn.ModuleList([nn.Conv2d(96, 64, 1), nn.Conv2d(64, 40, 1), nn.Conv2d(40, 24, 1), nn.Conv2d(24, 16, 1)])
        self.mixed = nn.ModuleList([Block(n, n, 1, 3, 2) for n in (64, 40, 24, 16)])
        self.out = nn.Conv2d(16, 2, 3, 1, 1)

    def forward(self, x):
        levels = [self.down1(x)]
        for down in (self.down2, self.down3, self.down4, self.down5):
            levels.append(down(levels[-1]))
        y = levels.pop()
        y = y + y.mean((2, 3), keepdim=True)
        for narrow, mixed in zip(self.narrow, self.mixed):
            y = mixed(F.interpolate(narrow(y), scale_factor=2., mode='nearest') + levels.pop())
        return self.out(y)
