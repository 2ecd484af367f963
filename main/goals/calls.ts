import type { Handlers, Work } from '../../core/contract/contract.ts';
import type { goalCalls } from '../../core/contract/goalCalls.ts';
import type { FileTaken } from '../../core/goals/fileNote.ts';
import type { Bank } from '../../core/goals/goal.ts';
import type { Told } from '../../core/goals/pupilGoals.ts';
import { goalWords } from '../../core/words/goals.ts';
import type { Context } from '../library/context.ts';
import * as bank from './goalBank.ts';
import { logAsCsv, logAsJson, takeLog } from './goalLog.ts';
import * as goals from './goals.ts';
import * as placements from './placements.ts';
import { classGoals } from './writers.ts';

/** The calls of the goal bank and of pupils' goals. */
export function goalHandlers({ library, exchange, tell }: Pick<Context, 'library' | 'exchange' | 'tell'>): Handlers<typeof goalCalls> {
  const changed = <A>(pupil: string | null, answer: A) => ({ answer, told: { 'goals.changed': { pupil } } }) as const;
  const told = (answer: Told) => changed(answer.state.pupil, answer);
  const newBank = <T extends Bank | { bank: Bank }>(answer: T) => changed(null, answer);
  /** Windows are told even where it was stopped: some of it may be in. */
  const taking = (file: string, take: typeof takeLog): Work<FileTaken> => {
    const { bytes } = exchange.take(file);
    return (report, signal) => take(library(), bytes, report, signal).finally(() => tell('goals.changed', { pupil: null }));
  };

  return {
    'goals.bank': () => bank.goalBank(library()),
    'goals.save': (item) => newBank(bank.saveItems(library(), [item])),
    'goals.saveAll': (items) => newBank(bank.saveItems(library(), items)),
    'goals.merge': ({ from, into }) => newBank(bank.mergeGoals(library(), from, into)),
    'goals.csvOut': () => exchange.giveOut(goalWords.file.bankCsv, bank.bankAsCsv(library())),
    'goals.csvIn': ({ file }) => taking(file, bank.takeCsv),
    'goals.packOut': ({ goals: codes, looked }) => exchange.giveOut(goalWords.file.pack, bank.packOf(library(), codes, looked)),
    'goals.packIn': ({ file }) => taking(file, bank.takePack),

    'goals.class': () => classGoals(library()),
    'goals.choose': (choice) => told(goals.chooseGoal(library(), choice)),
    'goals.confer': (conference) => told(goals.confer(library(), conference)),
    'goals.master': (mastery) => told(goals.master(library(), mastery)),
    'goals.rest': (rested) => told(goals.rest(library(), rested)),
    'goals.takeBack': (entry) => told(goals.takeBack(library(), entry)),
    'goals.unmaster': (entry) => told(goals.unmaster(library(), entry)),
    'goals.story': ({ pupil }) => goals.story(library(), pupil),
    'goals.suggest': ({ pupil, date }) => goals.suggest(library(), pupil, date),
    'goals.logOut': ({ as }) =>
      as === 'json' ? exchange.giveOut(goalWords.file.logJson, logAsJson(library())) : exchange.giveOut(goalWords.file.logCsv, logAsCsv(library())),
    'goals.logIn': ({ file }) => taking(file, takeLog),

    'placements.record': (placement) => changed(placement.pupil, placements.recordPlacement(library(), placement)),
    'placements.takeBack': ({ placement }) => changed(placements.takePlacementBack(library(), placement), {}),
    'placements.list': ({ wall }) => placements.placementsOn(library(), wall),
    'placements.ofPupil': ({ pupil }) => placements.chartsOfPupil(library(), pupil),
    'placements.next': ({ wall, pupil, date }) => placements.nextLevel(library(), wall, pupil, date),
    'placements.propose': ({ wall }) => placements.proposals(library(), wall),
  };
}
