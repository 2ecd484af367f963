import type { Handlers } from '../../core/contract/contract.ts';
import type { sheetCalls } from '../../core/contract/sheetCalls.ts';
import type { Context } from '../library/context.ts';
import { keepMeasured, listPrinters, makeWish, sendWish, sheetsChanged, type Printers } from './printWish.ts';
import { forgetPrinted } from './printedWall.ts';

/** The calls that bring a strip to paper. */
export function sheetHandlers(context: Context, printers: Printers): Handlers<typeof sheetCalls> {
  const { library } = context;
  return {
    'printers.list': (chosen) => listPrinters(printers, chosen),
    'printers.measured': (measured) => {
      keepMeasured(printers, measured);
      return {};
    },
    'print.changed': ({ wall, settings }) => sheetsChanged(library(), wall, settings),
    'print.make': (wish) => (report, signal) => makeWish(context, wish, report, signal),
    'print.send': (wish) => (report, signal) => sendWish(context, printers, wish, report, signal),
    'print.cameOut': ({ wall, bad }) => {
      forgetPrinted(library(), wall, bad);
      return { answer: {}, told: { 'wall.changed': { wall, revision: null } } };
    },
  };
}
