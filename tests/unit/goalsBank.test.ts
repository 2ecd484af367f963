import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkBank, coverage, goalsInUse, inYear } from '../../core/goals/bank.ts';
import { goalsFromCsv, goalsToCsv } from '../../core/goals/csv.ts';
import type { Bank, Goal } from '../../core/goals/goal.ts';
import { joinBanks, packFromText, packText, partOfBank, personalWords } from '../../core/goals/pack.ts';
import { sizeNotes, smallEnough, splitHints } from '../../core/goals/sizeCheck.ts';
import { clashes, historyOf, newestByCode, revised } from '../../core/kernel/versions.ts';
import { starterBank } from '../support/starterBank.ts';

const goal = (code: string): Goal => newestByCode(starterBank.goals).get(code)!;
const withGoals = (...goals: readonly Goal[]): Bank => ({ ...starterBank, goals });

describe('the starter bank', () => {
  const goals = goalsInUse(starterBank);

  test('has at least 150 goals', () => {
    expect(goals.length).toBeGreaterThanOrEqual(150);
  });

  test.each([0, 1, 2, 3, 4, 5, 6])('has six transcription, six composition and three process goals in year %i', (year) => {
    const count = (family: Goal['family']): number => goals.filter((each) => each.family === family && inYear(each, year)).length;
    expect(count('transcription')).toBeGreaterThanOrEqual(6);
    expect(count('composition')).toBeGreaterThanOrEqual(6);
    expect(count('process')).toBeGreaterThanOrEqual(3);
  });

  test('gives the team nothing to look at and no thin cell', () => {
    expect(checkBank(starterBank)).toEqual([]);
    expect(coverage(starterBank).filter(({ thin }) => thin)).toEqual([]);
  });

  test('asks for small things in words a pupil can say', () => {
    expect(goals.flatMap((each) => sizeNotes(each).map(({ message }) => `${each.code}: ${message}`))).toEqual([]);
  });

  test('builds only on goals that do not begin later, and tells the teacher what to look for and how to model', () => {
    for (const each of goals) {
      for (const need of each.prerequisites) expect(goal(need).yearFrom, `${need} before ${each.code}`).toBeLessThanOrEqual(each.yearFrom);
      expect(each.lookFor.length, each.code).toBeGreaterThan(20);
      expect(each.model.length, each.code).toBeGreaterThan(20);
    }
  });

  test('has a good-sentence card for each year, its ingredients leading to goals of about that year', () => {
    expect(starterBank.cards.map(({ year }) => year)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    for (const { year, ingredients } of starterBank.cards) {
      for (const { text, goals: codes } of ingredients) {
        expect(codes.length, text).toBeGreaterThan(0);
        for (const code of codes)
          expect(inYear({ yearFrom: goal(code).yearFrom - 1, yearTo: goal(code).yearTo + 1 }, year), `${code} in year ${year}`).toBe(true);
      }
    }
  });
});

describe('looking over a bank', () => {
  const kinds = (bank: Bank): string[] => checkBank(bank).map(({ kind }) => kind);

  test('a circle of prerequisites is told with its goals', () => {
    const bank = withGoals({ ...goal('HW1'), prerequisites: ['HW4'] }, goal('HW2'), goal('HW4'));
    expect(
      checkBank(bank)
        .filter(({ kind }) => kind === 'circle')
        .map(({ codes }) => [...codes].sort()),
    ).toEqual([['HW1', 'HW2', 'HW4']]);
  });

  test('what is missing, shared, misfiled or too long to say is told', () => {
    expect(kinds(withGoals(goal('HW4')))).toContain('missing');
    expect(kinds(withGoals(goal('HW1'), { ...goal('HW3'), symbol: goal('HW1').symbol }))).toContain('same-symbol');
    expect(kinds(withGoals({ ...goal('HW1'), family: 'process' }))).toContain('family');
    expect(kinds(withGoals({ ...goal('HW1'), symbol: null }))).toContain('no-symbol');
    expect(kinds(withGoals({ ...goal('HW1'), sayIt: 'I start each letter at its dot' }))).toContain('say-it');
  });

  test('two symbols that look alike are told', () => {
    const dot = starterBank.symbols.find(({ code }) => code === 'start-dot')!;
    const bank = { ...withGoals(goal('HW1'), { ...goal('HW3'), symbol: 'dot-again' }), symbols: [...starterBank.symbols, { ...dot, code: 'dot-again' }] };
    expect(
      checkBank(bank)
        .filter(({ kind }) => kind === 'look-alike')
        .map(({ codes }) => [...codes].sort()),
    ).toEqual([['dot-again', 'start-dot']]);
  });

  test('a skill set counts its goals in each year, retired ones left out', () => {
    const bank = withGoals(...starterBank.goals.filter(({ skillSet }) => skillSet === 'HW'));
    const count = (year: number, of: Bank): number => coverage(of).find((cell) => cell.year === year && cell.skillSet === 'HW')!.count;
    const retired = { ...bank, goals: revised(bank.goals, { ...goal('HW1'), status: 'retired' }) };
    expect([count(0, retired), count(1, retired), count(2, retired)]).toEqual([count(0, bank) - 1, count(1, bank) - 1, count(2, bank)]);
  });
});

const words = fc
  .string({ unit: fc.constantFrom(...'ab Z9āé,;"\'=+-@|\\\n\r\t.'.split('')), minLength: 1, maxLength: 30 })
  .map((text) => text.trim())
  .filter((text) => text !== '');
const someGoal: fc.Arbitrary<Goal> = fc.record({
  code: fc.constantFrom('A1', 'A2', 'B-3'),
  version: fc.integer({ min: 1, max: 3 }),
  status: fc.constantFrom('draft', 'agreed', 'retired'),
  family: fc.constantFrom('transcription', 'composition', 'process'),
  skillSet: fc.constantFrom('HW', 'XX'),
  yearFrom: fc.integer({ min: 0, max: 3 }),
  yearTo: fc.integer({ min: 3, max: 6 }),
  order: fc.nat(500),
  pupilText: words,
  sayIt: fc.option(words, { nil: '' }),
  lens: fc.constantFrom('readable', 'manageable'),
  symbol: fc.constantFrom(null, 'bell'),
  lookFor: fc.option(words, { nil: '' }),
  model: words,
  adapt: fc.option(words, { nil: '' }),
  prerequisites: fc.uniqueArray(fc.constantFrom('A1', 'B-3', 'C4')),
  refs: fc.array(
    fc.record({ document: words, version: words, year: fc.constantFrom('', '1-3'), place: fc.option(words, { nil: '' }), text: fc.option(words, { nil: '' }) }),
    { maxLength: 2 },
  ),
  replacedBy: fc.constantFrom(null, 'A1'),
});

describe('goals as a table', () => {
  test('come back without loss', () => {
    expect(goalsFromCsv(goalsToCsv(starterBank.goals), starterBank.skillSets)).toEqual({ goals: starterBank.goals, notes: [] });
    fc.assert(
      fc.property(fc.array(someGoal, { maxLength: 5 }), (goals) => {
        expect(goalsFromCsv(goalsToCsv(goals), [])).toEqual({ goals, notes: [] });
      }),
      { numRuns: 200 },
    );
  });

  test('no cell begins like a formula', () => {
    const csv = goalsToCsv([{ ...goal('HW1'), pupilText: '=1+1', model: '@cmd' }]);
    expect(csv).toContain("'=1+1");
    expect(csv).toContain("'@cmd");
  });

  test('a school’s own short list comes in, also with semicolons', () => {
    const { goals, notes } = goalsFromCsv(
      'Code;Pupil words;Skill set;First year;Last year\nMINE1;I use "our" word wall.;SL;0;2\n\nMINE2;"I write; I read.";SE;1;1\n',
      starterBank.skillSets,
    );
    expect(notes).toEqual([]);
    expect(goals.map(({ code, pupilText, family, status }) => ({ code, pupilText, family, status }))).toEqual([
      { code: 'MINE1', pupilText: 'I use "our" word wall.', family: 'transcription', status: 'draft' },
      { code: 'MINE2', pupilText: 'I write; I read.', family: 'composition', status: 'draft' },
    ]);
  });

  test('what can’t be read is told by its line, the rest comes in', () => {
    const header = 'code,pupil words,skill set,first year,last year,mood\n';
    const { goals, notes } = goalsFromCsv(
      `${header}A1,"two\nlines",HW,0,1,\nA 2,words,HW,0,1,\nA3,words,HW,5,1,\nA4,words,HW,,1,\nA5,one, two,HW,0,1,\nA6,words,HW,0,1,\n`,
      starterBank.skillSets,
    );
    expect(goals.map(({ code }) => code)).toEqual(['A1', 'A6']);
    expect(notes.map(({ line }) => line)).toEqual(expect.arrayContaining([1, 4, 5, 6, 7]));
    expect(notes.find(({ line }) => line === 4)?.message).toContain('“code” must be letters');
    expect(notes.find(({ line }) => line === 7)?.message).toContain('7 cells');
    expect(goalsFromCsv('name,year\nx,1', []).notes[0]?.message).toContain('Missing: code, pupil words');
    expect(goalsFromCsv('', []).notes[0]?.message).toContain('empty');
    expect(goalsFromCsv(`${header}A1,"never closed,HW,0,1`, []).notes[1]).toMatchObject({
      line: 2,
      message: expect.stringContaining('never closed') as string,
    });
  });
});

describe('goal packs', () => {
  const someBank: fc.Arbitrary<Bank> = fc
    .array(someGoal, { maxLength: 6 })
    .map((goals) => ({ skillSets: starterBank.skillSets, goals, symbols: [], cards: [] }));

  test('join to the same bank in any order, any grouping, any number of times, and lose nothing', () => {
    fc.assert(
      fc.property(someBank, someBank, someBank, (a, b, c) => {
        const joined = joinBanks(joinBanks(a, b), c);
        expect(joinBanks(c, joinBanks(b, a))).toEqual(joined);
        expect(joinBanks(joined, b)).toEqual(joined);
        for (const one of [...a.goals, ...b.goals, ...c.goals]) expect(joined.goals).toContainEqual(one);
        for (const [code, newest] of newestByCode(joined.goals))
          expect(newest.version).toBe(Math.max(...[a, b, c].flatMap(({ goals }) => goals.filter((one) => one.code === code)).map(({ version }) => version)));
      }),
    );
  });

  test('two wordings under one number both stay, and are told until a next version settles it', () => {
    const [ours, theirs] = [
      { ...goal('HW1'), version: 2, pupilText: 'I start on the dot.' },
      { ...goal('HW1'), version: 2, pupilText: 'I begin at the top dot.' },
    ];
    const joined = joinBanks({ ...starterBank, goals: [goal('HW1'), ours] }, { ...starterBank, goals: [theirs] });
    expect(clashes(joined.goals)).toHaveLength(1);
    expect(checkBank(joined).map(({ kind }) => kind)).toContain('two-wordings');
    const settled = revised(joined.goals, theirs);
    expect(clashes(settled)).toEqual([]);
    expect(historyOf(settled, 'HW1').map(({ version }) => version)).toEqual([1, 2, 2, 3]);
    expect(newestByCode(settled).get('HW1')?.pupilText).toBe('I begin at the top dot.');
  });

  test('go through a file unchanged; other files are refused in plain words', () => {
    expect(packFromText(packText(starterBank))).toEqual({ bank: joinBanks(starterBank, starterBank), notes: [] });
    expect(packText(joinBanks(starterBank, starterBank))).toBe(packText(starterBank));
    expect(() => packFromText('{')).toThrow('not a goal pack');
    expect(() => packFromText('{"format":"stepwall-goals","formatVersion":1,"bank":{}}')).toThrow('can’t be read');
  });

  test('may hold nothing but what belongs in them', () => {
    const pack = JSON.parse(packText(starterBank)) as { bank: { goals: Record<string, unknown>[] } };
    const { code } = pack.bank.goals[0]!;
    pack.bank.goals[0]!['pupil'] = 'fern';
    const { bank, notes } = packFromText(JSON.stringify(pack));
    expect(bank.goals.map((each) => each.code)).not.toContain(code);
    expect(bank.goals).toHaveLength(starterBank.goals.length - 1);
    expect(notes).toEqual([{ line: 1, message: expect.stringContaining(`The goal ${String(code)} was left out`) as string }]);
    expect(() => packFromText(JSON.stringify({ ...pack, pupils: ['fern'] }))).toThrow('can’t be read');
  });

  test('a part takes along all that it builds on', () => {
    const part = partOfBank(starterBank, ['ST3']);
    const codes = part.goals.map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(['ST3', 'ST2', 'ST7', 'ST1', 'ST4']));
    expect(codes).not.toContain('HW1');
    expect(checkBank(part)).toEqual([]);
  });

  test('a child’s name in the words of a goal is pointed out before the pack leaves', () => {
    const bank = withGoals({ ...goal('HW1'), model: 'Show it on Aroha’s page.' }, goal('HW3'));
    expect(personalWords(bank, ['Aroha', 'Roha', 'Kenji'])).toEqual([{ name: 'Aroha', goal: 'HW1' }]);
  });
});

describe('is this small enough?', () => {
  const wording = (pupilText: string, sayIt = 'Say it'): { pupilText: string; sayIt: string; yearFrom: number } => ({ pupilText, sayIt, yearFrom: 1 });

  test.each([
    ['I use capitals and I use full stops.', 'two-things'],
    ['I always use capital letters.', 'every-time'],
    ['My writing is neat.', 'vague'],
    ['I don’t forget my full stops.', 'away-from'],
    ['I look at each and every single word on my page again when I have come to the end of it.', 'long'],
    ['I check my punctuation carefully and responsibly.', 'hard-words'],
    ['Full stops at the end.', 'whose'],
  ])('%s → %s', (pupilText, kind) => {
    expect(sizeNotes(wording(pupilText)).map((note) => note.kind)).toContain(kind);
    expect(smallEnough(wording(pupilText))).toBe(false);
  });

  test('a double goal is split into its halves, and each half is small enough', () => {
    const [first = '', second = ''] = splitHints('I use capitals and I end with full stops.');
    expect([first, second]).toEqual(['I use capitals.', 'I end with full stops.']);
    expect([first, second].every((half) => smallEnough(wording(half)))).toBe(true);
  });

  test('every goal can be made smaller, never into the same words', () => {
    for (const { pupilText } of starterBank.goals) {
      const hints = splitHints(pupilText);
      expect(hints.length).toBeGreaterThan(1);
      expect(hints).not.toContain(pupilText);
    }
  });
});
