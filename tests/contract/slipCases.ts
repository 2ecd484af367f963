import sharp from 'sharp';
import { beforeAll, expect, test } from 'vitest';
import { bring, newWall, type Window } from '../support/library.ts';

/** Two slips with writing on them, beside each other under a scanner's dark lid. */
async function twoSlips(): Promise<Uint8Array> {
  const lines = (left: number): string =>
    Array.from({ length: 9 }, (_, k) => `<rect x="${left + 40}" y="${150 + k * 70}" width="${300 - (k % 4) * 30}" height="7"/>`).join('');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="900"><rect width="1200" height="900" fill="#4a4a4a"/>
    <g fill="#f6f5f0"><rect x="90" y="90" width="440" height="700"/><rect x="650" y="100" width="440" height="700"/></g><g fill="#333">${lines(90)}${lines(650)}</g></svg>`;
  const jpeg = await sharp(Buffer.from(svg)).jpeg({ quality: 92 }).toBuffer();
  return new Uint8Array(jpeg);
}

/** The calls about a picture that was cut into papers, over whichever wire, on a wall of its own. */
export function slipCases(window: () => Window): void {
  let scan: Uint8Array;
  beforeAll(async () => {
    scan = await twoSlips();
  });

  test('papers: slips of one picture become one page again, and are cut again; what is erased shows nowhere', async () => {
    const { api, ask } = window();
    const { wall, task } = await newWall(window());
    const { papers } = await bring(window(), task, [['glass.jpg', scan]]);
    const [first, second] = papers.map(({ id }) => id) as [string, string];
    expect(papers.map(({ code, pages }) => [code, pages.length, pages[0]!.isSlip])).toEqual([
      ['1', 1, true],
      ['2', 1, true],
    ]);

    await api.call('papers.asOnePage', { paper: second });
    const [joined, ...none] = await api.call('papers.list', { task });
    expect(none).toEqual([]);
    expect(joined).toMatchObject({ id: second, code: '2', pages: [{ width: 1200, height: 900, cleaning: { quad: null, degrees: 0 } }] });
    const page = joined!.pages[0]!.id;
    expect((await ask(`/pictures/page/${page}/clean`)).status).toBe(200);
    await expect(api.call('papers.asOnePage', { paper: second })).rejects.toMatchObject({ code: 'bad-request' });

    await api.call('papers.cutAgain', { paper: second });
    const again = await api.call('papers.list', { task });
    expect(again.map(({ id, pages }) => [id, pages.map((one) => one.id)])).toEqual(papers.map(({ id, pages }) => [id, pages.map((one) => one.id)]));
    expect((await ask(`/pictures/page/${page}/clean`)).status).toBe(404);
    await expect(api.call('papers.cutAgain', { paper: second })).rejects.toMatchObject({ code: 'bad-request' });

    // Put together in one paper, they become one page as well.
    await api.call('papers.merge', { into: first, from: second });
    await api.call('papers.asOnePage', { paper: first });
    expect((await api.call('papers.list', { task })).map(({ id, pages }) => [id, pages.length])).toEqual([[first, 1]]);
    await api.call('papers.cutAgain', { paper: first });
    expect((await api.call('papers.list', { task })).map(({ id, pages }) => [id, pages.length])).toEqual([[first, 2]]);

    await api.call('papers.split', { page: papers[1]!.pages[0]!.id });
    const [, other] = await api.call('papers.list', { task });
    await api.call('papers.erase', { paper: first });
    expect((await api.call('papers.list', { task })).map(({ id, pages }) => [id, pages[0]!.isSlip])).toEqual([[other!.id, undefined]]);
    await expect(api.call('papers.asOnePage', { paper: other!.id })).rejects.toMatchObject({ code: 'bad-request' });
    await api.call('walls.bin', { wall });
    await api.call('walls.destroy', { wall });
  });
}
