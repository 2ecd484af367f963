import { guardMemory } from '../helpers/guardMemory.ts';
import { connectToParent } from '../helpers/parentPort.ts';
import { decodePicture, pictureFacts } from './decode.ts';
import { findNames, sideToLookAt } from './findNames.ts';
import { DEFAULT_LIMITS } from './limits.ts';
import { failureAnswer, type Answer } from './messages.ts';
import { NamesRequest } from './namesMessages.ts';
import { ocrModels } from './ocrModels.ts';
import type { RgbPixels } from './pixels.ts';
import { READING_SIDE, readBack } from './readBack.ts';

const parent = connectToParent();

parent.onMessage((message) => {
  const request = NamesRequest.parse(message);
  if (request.kind === 'limit') return guardMemory(request.memoryMb);
  void answer(request).then((value) => parent.send(value));
});

async function answer(request: Exclude<NamesRequest, { kind: 'limit' }>): Promise<Answer> {
  try {
    return { ok: true, value: await work(request) };
  } catch (error) {
    return failureAnswer(error);
  }
}

async function work(request: Exclude<NamesRequest, { kind: 'limit' }>): Promise<unknown> {
  const models = await ocrModels();
  switch (request.kind) {
    case 'find': {
      const { page, placing, paper, names } = request;
      const size = await pictureFacts(page, 0, DEFAULT_LIMITS);
      return findNames(models, await decoded(page, sideToLookAt(size, placing, paper)), { size, placing, paper, names });
    }
    case 'read-back':
      return { names: await readBack(models, await decoded(request.copy, READING_SIDE), request.names) };
  }
}

/** As it is stored, but hardly longer than `longestSide` px: what is made smaller while it is decoded costs least. */
async function decoded(jpeg: Uint8Array, longestSide: number): Promise<RgbPixels> {
  const facts = await pictureFacts(jpeg, 0, DEFAULT_LIMITS);
  const { width, height } = facts;
  const megapixels = (width * height * (longestSide / Math.max(width, height)) ** 2) / 1e6;
  const limits = { ...DEFAULT_LIMITS, megapixelsKept: Math.min(DEFAULT_LIMITS.megapixelsKept, megapixels) };
  return decodePicture(jpeg, 0, { ...facts, orientation: 1 }, limits);
}
