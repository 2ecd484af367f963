"""Makes the asset of what train.py learned: python3 export.py WEIGHTS outline.onnx

In: `picture`, n x 3 x 256 x 256, RGB from 0 to 1. Out: `maps`, n x 2 x 128 x 128, from 0 to 1: paper, and the fold between facing pages.
"""
import sys

import torch

from net import OutlineNet


class Exported(torch.nn.Module):
    def __init__(self, net):
        super().__init__()
        self.net = net

    def forward(self, picture):
        return torch.sigmoid(self.net(picture - .5))


net = OutlineNet()
net.load_state_dict(torch.load(sys.argv[1]))
net.eval()
torch.onnx.export(Exported(net), torch.zeros(1, 3, 256, 256), sys.argv[2], opset_version=13, input_names=['picture'], output_names=['maps'],
                  dynamic_axes={'picture': {0: 'n'}, 'maps': {0: 'n'}})
