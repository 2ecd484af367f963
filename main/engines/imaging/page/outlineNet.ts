import { readFile } from 'node:fs/promises';
import { env, InferenceSession, Tensor } from 'onnxruntime-web';
import { assetPath } from '../../../platform/assets.ts';
import { squeezed, type RgbPixels } from '../decode/pixels.ts';

/** What the net sees in a picture, in square maps of `side` by `side` cells laid over the whole picture, row by row, each value from 0 to 1. */
export interface PaperMaps {
  /** How much of the cell is paper. */
  readonly paper: Float32Array;
  /** How likely two facing pages meet there. */
  readonly fold: Float32Array;
  readonly side: number;
}

/** px: the picture is squeezed into a square of this side; the maps have half of it. */
const SIDE = 256;
/** The picture is looked at as it is, mirrored, on its head, and both: the mean of the four is steadier than any. */
const VIEWS = [0, 1, 2, 3] as const;

let loaded: Promise<InferenceSession> | null = null;

/** Our own small net, made by `build/scripts/outlineNet` and loaded once a process, in about a third of a second. `copy` may be a small one. */
export async function lookForPaper(copy: RgbPixels): Promise<PaperMaps> {
  loaded ??= load();
  const net = await loaded;
  const small = squeezed(copy, SIDE, SIDE);
  const side = SIDE / 2;
  const size = side * side;
  const paper = new Float32Array(size);
  const fold = new Float32Array(size);
  const views = new Float32Array(VIEWS.length * 3 * SIDE * SIDE);
  for (const view of VIEWS) {
    const at = placesIn(view, SIDE);
    for (let c = 0; c < 3; c++) {
      const start = (view * 3 + c) * SIDE * SIDE;
      for (let i = 0; i < SIDE * SIDE; i++) views[start + i] = small.data[at(i) * 3 + c]! / 255;
    }
  }
  const { maps } = await net.run({ picture: new Tensor('float32', views, [VIEWS.length, 3, SIDE, SIDE]) });
  const seen = maps!.data as Float32Array;
  for (const view of VIEWS) {
    const at = placesIn(view, side);
    for (let i = 0; i < size; i++) {
      paper[at(i)]! += seen[view * 2 * size + i]! / VIEWS.length;
      fold[at(i)]! += seen[(view * 2 + 1) * size + i]! / VIEWS.length;
    }
  }
  maps!.dispose();
  return { paper, fold, side };
}

/** Where a pixel of a view lies in the picture: mirrored where the first bit is set, upside down where the second is. */
function placesIn(view: number, side: number): (i: number) => number {
  return (i) => {
    const [x, y] = [i % side, Math.floor(i / side)];
    return ((view & 2) === 0 ? y : side - 1 - y) * side + ((view & 1) === 0 ? x : side - 1 - x);
  };
}

async function load(): Promise<InferenceSession> {
  // One thread a process: two helpers share the computer's cores between them.
  env.wasm.numThreads = 1;
  return InferenceSession.create(new Uint8Array(await readFile(assetPath('outline.onnx'))), { executionProviders: ['wasm'], logSeverityLevel: 3 });
}
