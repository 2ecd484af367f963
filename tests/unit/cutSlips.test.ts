import { expect, test } from 'vitest';
import { cutSlips } from '../../main/engines/imaging/page/cutSlips.ts';
import type { RgbPixels } from '../../main/engines/imaging/decode/pixels.ts';
import { proposePage } from '../../main/engines/imaging/page/proposePage.ts';

/** Four slips of one grey level each on a dark lid, so close that their boxes with room round them overlap. */
function glass(): RgbPixels {
  const [width, height] = [800, 1100];
  const data = new Uint8Array(width * height * 3).fill(40);
  [0, 1, 2, 3].forEach((slip) => {
    const left = slip % 2 === 0 ? 40 : 412;
    const top = slip < 2 ? 40 : 562;
    for (let y = top; y < top + 500; y++) data.fill(230 + slip * 4, (y * width + left) * 3, (y * width + left + 350) * 3);
  });
  return { data, width, height };
}

test('each slip on a glass becomes a picture of its own, with nothing of its neighbours in it', async () => {
  const picture = glass();
  const proposal = await proposePage(picture);
  expect(proposal.others).toHaveLength(3);
  const slips = cutSlips(picture, proposal);
  slips.forEach(({ pixels, proposal: own }, slip) => {
    const levels = new Set(pixels.data);
    expect(levels.has(230 + slip * 4)).toBe(true);
    expect([0, 1, 2, 3].filter((other) => other !== slip && levels.has(230 + other * 4))).toEqual([]);
    expect(own.others).toBeUndefined();
    for (const { x, y } of own.quad!) expect(x >= 0 && y >= 0 && x < pixels.width && y < pixels.height).toBe(true);
  });
});

test('a picture of one sheet is not cut', async () => {
  const { data, width, height } = glass();
  for (let y = 540; y < height; y++) data.fill(40, y * width * 3, (y + 1) * width * 3);
  for (let y = 0; y < height; y++) data.fill(40, (y * width + 400) * 3, (y + 1) * width * 3);
  const picture = { data, width, height };
  expect(cutSlips(picture, await proposePage(picture))).toEqual([]);
});
