import type { Page } from 'playwright';
import { callInPage } from '../../tests/support/callInPage.ts';

const NAMES = 'Aroha Ben Caleb Dina Eru Fatima Grace Hemi Isla Jack Kiri Leo Mere Noah Olive Pita Quinn Ruby Sione Tui Uma Vai Wiremu Yara'.split(' ');
const MASTERED = ['SE1', 'PU1', 'PU2', 'SP1', 'HW2'];
const OUTCOMES = ['tried', 'with-help', 'by-myself'] as const;

/** A made-up class in the middle of a term, placed on the wall, for the README's pictures. @returns the pupil whose kete is shown */
export async function makePictureClass(page: Page, wall: string): Promise<string> {
  const days = Array.from({ length: 12 }, (_, ago) => new Date(Date.now() - (12 - ago) * 86_400_000).toISOString().slice(0, 10));
  const { pupils } = await callInPage(page, 'class.add', { names: NAMES });
  await callInPage(page, 'class.place', { pupils: pupils.map(({ id }) => id), space: '', year: 3 });
  for (const [index, { id: pupil }] of pupils.entries()) {
    const date = days[0]!;
    await callInPage(page, 'placements.record', { wall, pupil, place: (index % 7) / 2 + 0.5, by: 'teacher', date });
    for (const goal of MASTERED.slice(0, 1 + (index % 5))) await callInPage(page, 'goals.master', { pupil, date, goal, because: 'teacher-says' });
    const [best] = (await callInPage(page, 'goals.suggest', { pupil, date })).slice(index % 4);
    if (best === undefined) continue;
    await callInPage(page, 'goals.choose', {
      pupil,
      date,
      goal: best.goal,
      origin: 'chart',
      why: best.reasons[0]?.text ?? '',
      second: false,
      confirmed: false,
    });
    for (const [turn, day] of days.slice(1, 3 + (index % 9)).entries()) {
      const outcome = OUTCOMES[(index + turn) % OUTCOMES.length]!;
      const talk = { context: 'writing' as const, fixedTogether: false, praise: ['content' as const], says: 'yes' as const, seconds: 30, supersedes: null };
      await callInPage(page, 'goals.confer', { pupil, date: day, goal: best.goal, outcome, ...talk });
    }
  }
  return pupils[3]!.id;
}
