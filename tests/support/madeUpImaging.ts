import type { Imaging } from '../../main/engines/imaging/imaging.ts';

/** Pictures that are made up by `bytes`, one after the other, so that a test that is about something else takes no time over them. */
export const madeUpImaging = (bytes: () => Uint8Array): Imaging => ({
  async *read() {
    yield { kind: 'opened', pages: 1 };
    yield {
      kind: 'page',
      page: 1,
      jpeg: bytes(),
      proxy: bytes(),
      width: 40,
      height: 30,
      dpi: null,
      proposal: { quad: null, confidence: 0, skewDegrees: null, turnDegrees: 0, blank: false },
    };
  },
  clean: () => Promise.resolve({ jpeg: bytes(), proxy: bytes(), width: 40, height: 30 }),
  cleanToPng: () => Promise.resolve(bytes()),
  proxy: () => Promise.resolve(bytes()),
  smaller: () => Promise.resolve(bytes()),
  drawPdfPage: () => Promise.resolve(bytes()),
  names: {
    turn: () => Promise.resolve(0),
    find: () => Promise.resolve({ turn: 0, told: true, width: 40, height: 30, found: [], look: 'nothing-found' }),
    writing: () => Promise.resolve({ lines: [], readable: false }),
    readBack: () => Promise.resolve(0),
    close: () => Promise.resolve(),
  },
  close: () => Promise.resolve(),
});
