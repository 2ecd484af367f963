import { proposePage } from '../../../main/engines/imaging/page/proposePage.ts';
import type { RgbPixels } from '../../../main/engines/imaging/decode/pixels.ts';
import { writtenPaper } from './writtenPaper.ts';

const TURNS = [0, 90, 180, 270] as const;

/** Papers other than those that are photographed. */
const OTHER_PAPERS = 500;
/** From here on a turn is proposed, and 0 is meant. */
const SURE = 0.95;

/** One paper copied at four turns: in how many the proposal is right, wrong, and left to the person. */
export async function measureTurns(seed: number): Promise<{ right: number; wrong: number; unsure: number }> {
  const { picture } = await writtenPaper(seed + OTHER_PAPERS);
  const counts = { right: 0, wrong: 0, unsure: 0 };
  for (const lying of TURNS) {
    const { turnDegrees, turnConfidence = 0 } = await proposePage(turnedBy(picture, lying));
    if (turnConfidence < SURE) counts.unsure++;
    else if ((turnDegrees + lying) % 360 === 0) counts.right++;
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
