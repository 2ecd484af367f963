import { firstCleaning } from '../../../core/capture/trueSize.ts';
import { findNames } from '../../../main/engines/imaging/names/findNames.ts';
import type { OcrModels } from '../../../main/engines/imaging/names/ocrModels.ts';
import { proposePage } from '../../../main/engines/imaging/page/proposePage.ts';
import { drawNameSheet } from './drawNameSheet.ts';
import { CLASS_LIST, planNameSheet, type Kind } from './planNameSheet.ts';

export interface MeasuredSheet {
  readonly seed: number;
  readonly kind: Kind;
  /** Of the names' ink, how much lies in the boxes: 0 to 1; null on a sheet without a name. */
  readonly covered: number | null;
  /** Boxes that hold no ink of a name. */
  readonly falseBoxes: number;
  /** No box, but somebody is asked to look. */
  readonly asked: boolean;
  /** Of the page, how much lies in boxes. */
  readonly area: number;
  /** By which the page was turned to be read, clockwise, whoever saw to it. */
  readonly turn: number;
  /** Names of the list that were recognised, where it was used. */
  readonly whose: readonly string[];
  readonly ms: number;
}

/** Looks for names on the sheet of this seed and compares with the truth. */
export async function measureSheet(models: OcrModels, seed: number, useList: boolean): Promise<MeasuredSheet> {
  const sheet = planNameSheet(seed);
  const drawn = await drawNameSheet(sheet, seed);
  const { picture, nameInk } = drawn;
  const placing = firstCleaning(await proposePage(picture));
  const startedAt = process.threadCpuUsage();
  const seen = await findNames(models, picture, { size: picture, placing, trueSize: null, names: useList ? CLASS_LIST : [] });
  const { user, system } = process.threadCpuUsage(startedAt);
  const covering = new Uint8Array(nameInk.length);
  let falseBoxes = 0;
  for (const { box } of seen.found) {
    let inkInside = 0;
    for (let y = box.y; y < box.y + box.height; y++) {
      const row = y * picture.width;
      covering.fill(1, row + box.x, row + box.x + box.width);
      for (let x = box.x; x < box.x + box.width; x++) inkInside += nameInk[row + x]!;
    }
    if (inkInside === 0) falseBoxes++;
  }
  let [ink, hidden, area] = [0, 0, 0];
  for (let i = 0; i < nameInk.length; i++) {
    ink += nameInk[i]!;
    hidden += nameInk[i]! & covering[i]!;
    area += covering[i]!;
  }
  return {
    seed,
    kind: sheet.kind,
    covered: ink === 0 ? null : hidden / ink,
    falseBoxes,
    asked: seen.look !== null && seen.look !== 'none-seen',
    area: area / nameInk.length,
    turn: (placing.turn + seen.turn) % 360,
    whose: seen.found.flatMap(({ name }) => (name === null ? [] : [CLASS_LIST[name]!])),
    ms: (user + system) / 1000,
  };
}
