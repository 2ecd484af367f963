import type { VoteAnswer } from '../../../../core/ranking/votes.ts';
import type { Keys } from '../../../keys/chord.ts';

/** In the order in which they lie beside each other, on the keyboard and on a teacher's card. */
export const answers = ['left', 'tie', 'right', 'unreadable'] as const satisfies readonly VoteAnswer[];

/** Each teacher's own keys lie together: two at the middle row, two above it, one below. */
const ROWS = ['ASDF', 'HJKL', 'QWER', 'UIOP', 'ZXCV'] as const;

/** Who is alone may use the arrows as well. */
const ARROWS: Readonly<Record<VoteAnswer, readonly Keys[]>> = { left: ['ArrowLeft'], tie: ['ArrowDown'], right: ['ArrowRight'], unreadable: [] };

/** The keys with which a teacher gives an answer, the one that is shown first. @param teacher from 0 */
export function keysFor(teacher: number, answer: VoteAnswer, teachers: number): readonly [Keys, ...Keys[]] {
  const letter = ROWS[teacher]![answers.indexOf(answer)] as Keys;
  return teachers === 1 ? [letter, ...ARROWS[answer]] : [letter];
}
