import { expect, test } from 'vitest';
import { PrivacyFinished } from '../../core/capture/privacyState.ts';
import { ReadWriting } from '../../core/capture/readWords.ts';
import { NamesDone } from '../../core/capture/suggestedNames.ts';
import { bring, newWall, type Window } from '../support/library.ts';

/** Every call about names on pages and about finishing, over whichever wire, on a wall of its own. */
export function nameCases(window: () => Window, page: Uint8Array): void {
  test('names: looked for, boxes hidden and taken back; finished with a certificate, after which nothing can be cleaned', async () => {
    const { api, ask, ended } = window();
    const { wall, task } = await newWall(window());
    const { papers } = await bring(window(), task, [['one.jpg', page]]);
    const id = papers[0]!.pages[0]!.id;
    expect(await api.call('names.suggestions', { task })).toMatchObject([{ page: id, boxes: [], look: 'not-searched' }]);
    expect(NamesDone.parse((await ended((await api.call('names.suggest', { task, useClassList: true })).job)).result)).toEqual({ pages: 1 });
    const [found] = await api.call('names.suggestions', { task });
    expect(found?.look === null).toBe(found!.boxes.length > 0);

    expect(ReadWriting.parse((await ended((await api.call('papers.read', { paper: papers[0]!.id })).job)).result).lines).toBeInstanceOf(Array);

    const hidden = async (): Promise<unknown> => (await api.call('papers.list', { task }))[0]!.pages[0]!.cleaning.redactions;
    const boxes = [{ x: 20, y: 10, width: 100, height: 20 }];
    await ended((await api.call('names.apply', { task, pages: [{ page: id, boxes }], cover: 'paper' })).job);
    expect(await hidden()).toEqual(boxes);
    expect(NamesDone.parse((await ended((await api.call('names.takeBack', { task })).job)).result)).toEqual({ pages: 1 });
    expect(await hidden()).toEqual([]);

    expect(await api.call('privacy.state', { task })).toEqual({
      papers: 1,
      pages: 1,
      unchecked: 1,
      uncheckedInBin: 0,
      finishedAt: null,
      hasCertificate: false,
    });
    await expect(api.call('privacy.finish', { task, lookedAgain: [] })).rejects.toMatchObject({ code: 'conflict' });
    await api.call('pages.check', { page: id, checked: true });
    await expect(api.call('privacy.certificate', { task })).rejects.toMatchObject({ code: 'not-found' });
    expect(PrivacyFinished.parse((await ended((await api.call('privacy.finish', { task, lookedAgain: [] })).job)).result)).toEqual({
      done: true,
      namesSeen: [],
    });
    const certificate = await api.call('privacy.certificate', { task });
    const pdf = Buffer.from(await (await ask(`/outgoing/${certificate.token}`)).arrayBuffer());
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect((await api.call('privacy.state', { task })).finishedAt).not.toBe(null);
    await expect(api.call('pages.clean', { page: id, cleaning: papers[0]!.pages[0]!.cleaning })).rejects.toMatchObject({ code: 'locked' });
    await api.call('walls.bin', { wall });
    await api.call('walls.destroy', { wall });
  });
}
