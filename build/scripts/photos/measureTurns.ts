import type { OcrModels } from '../../../main/engines/imaging/names/ocrModels.ts';
import type { RgbPixels } from '../../../main/engines/imaging/decode/pixels.ts';
import { readTurn } from '../../../main/engines/imaging/page/readTurn.ts';

const TURNS = [0, 90, 180, 270] as const;

export interface MeasuredTurns {
  readonly right: number;
  readonly wrong: number;
  readonly unsure: number;
}

/** One page copied at four turns: in how many it is turned rightly, wrongly, and left to the person. `upright` is the turn that makes it read. */
export async function measureTurns(models: OcrModels, picture: RgbPixels, upright = 0): Promise<MeasuredTurns> {
  const counts = { right: 0, wrong: 0, unsure: 0 };
  for (const more of TURNS) {
    const { turn } = await readTurn(models, turnedBy(picture, more));
    if (turn === null) counts.unsure++;
    else if ((turn + more) % 360 === upright) counts.right++;
    else counts.wrong++;
  }
  return counts;
}

function turnedBy(picture: RgbPixels, degrees: number): RgbPixels {
  if (degrees === 0) return picture;
  const { data: from, width, height } = turnedBy(picture, degrees - 90);
  const data = new Uint8Array(from.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) data.set(from.subarray((y * width + x) * 3, (y * width + x) * 3 + 3), (x * height + height - 1 - y) * 3);
  }
  return { data, width: height, height: width };
}
