import { proposePage } from '../../../main/engines/imaging/page/proposePage.ts';
import { intersectionOverUnion } from '../../../tests/support/quads.ts';
import { glassOf, type GlassKind } from './glass.ts';

/** A slip is cut out right from here on; what is missing then is less than a millimetre of its edges. */
const RIGHT = 0.96;

/** True for the split where every sheet was found where it lies, and nothing else. */
export async function measureGlass(seed: number): Promise<{ kind: GlassKind; sheets: number; found: number; isRight: boolean }> {
  const { kind, picture, sheets } = await glassOf(seed);
  const { quad, others } = await proposePage(picture);
  const found = quad === null ? [] : [quad, ...(others ?? [])];
  const isRight = found.length === sheets.length && sheets.every((sheet) => found.some((one) => intersectionOverUnion(one, sheet) >= RIGHT));
  return { kind, sheets: sheets.length, found: found.length, isRight };
}
