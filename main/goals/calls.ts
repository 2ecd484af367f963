import type { Handlers } from '../../core/contract/contract.ts';
import type { goalCalls } from '../../core/contract/goalCalls.ts';
import type { Bank } from '../../core/goals/goal.ts';
import type { Told } from '../../core/goals/pupilGoals.ts';
import { goalWords } from '../../core/words/goals.ts';
import { requirePupil } from '../class/classList.ts';
import type { Context } from '../library/context.ts';
import * as bank from './goalBank.ts';
import * as goals from './goals.ts';
import * as placements from './placements.ts';
import { classGoals, standingOf } from './writers.ts';

/** The calls of the goal bank and of pupils' goals. */
export function goalHandlers({ library, exchange }: Pick<Context, 'library' | 'exchange'>): Handlers<typeof goalCalls> {
  const changed = <A>(pupil: string | null, answer: A) => ({ answer, told: { 'goals.changed': { pupil } } }) as const;
  const told = (answer: Told) => changed(answer.state.pupil, answer);
  const newBank = <T extends Bank | { bank: Bank }>(answer: T) => changed(null, answer);

  return {
    'goals.bank': () => bank.goalBank(library()),
    'goals.save': (item) => newBank(bank.saveItems(library(), [item])),
    'goals.saveAll': (items) => newBank(bank.saveItems(library(), items)),
    'goals.merge': ({ from, into }) => newBank(bank.mergeGoals(library(), from, into)),
    'goals.csvOut': () => exchange.giveOut(goalWords.file.bankCsv, bank.bankAsCsv(library())),
    'goals.csvIn': ({ file }) => newBank(bank.takeCsv(library(), exchange.take(file).bytes)),
    'goals.packOut': ({ goals: codes, looked }) => exchange.giveOut(goalWords.file.pack, bank.packOf(library(), codes, looked)),
    'goals.packIn': ({ file }) => newBank(bank.takePack(library(), exchange.take(file).bytes)),

    'goals.class': () => classGoals(library()),
    'goals.pupil': ({ pupil }) => standingOf(library(), requirePupil(library(), pupil).id),
    'goals.choose': (choice) => told(goals.chooseGoal(library(), choice)),
    'goals.confer': (conference) => told(goals.confer(library(), conference)),
    'goals.master': (mastery) => told(goals.master(library(), mastery)),
    'goals.rest': (rested) => told(goals.rest(library(), rested)),
    'goals.takeBack': (entry) => told(goals.takeBack(library(), entry)),
    'goals.unmaster': (entry) => told(goals.unmaster(library(), entry)),
    'goals.story': ({ pupil }) => goals.story(library(), pupil),
    'goals.suggest': ({ pupil, date }) => goals.suggest(library(), pupil, date),
    'goals.logOut': ({ as }) =>
      as === 'json' ? exchange.giveOut(goalWords.file.logJson, goals.logAsJson(library())) : exchange.giveOut(goalWords.file.logCsv, goals.logAsCsv(library())),
    'goals.logIn': ({ file }) => changed(null, { added: goals.takeLog(library(), exchange.take(file).bytes) }),

    'placements.record': (placement) => changed(placement.pupil, placements.recordPlacement(library(), placement)),
    'placements.takeBack': ({ placement }) => changed(placements.takePlacementBack(library(), placement), {}),
    'placements.list': ({ wall }) => placements.placementsOn(library(), wall),
    'placements.ofPupil': ({ pupil }) => placements.chartsOfPupil(library(), pupil),
    'placements.next': ({ wall, pupil, date }) => placements.nextLevel(library(), wall, pupil, date),
    'placements.propose': ({ wall }) => placements.proposals(library(), wall),
  };
}
