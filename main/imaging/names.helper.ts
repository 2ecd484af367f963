import { guardMemory } from '../helpers/guardMemory.ts';
import { connectToParent } from '../helpers/parentPort.ts';
import { decodePicture, pictureFacts } from './decode.ts';
import { findNames } from './findNames.ts';
import { DEFAULT_LIMITS } from './limits.ts';
import { failureAnswer, type Answer } from './messages.ts';
import { NamesRequest } from './namesMessages.ts';
import { ocrModels } from './ocrModels.ts';
import type { RgbPixels } from './pixels.ts';
import { readBack } from './readBack.ts';

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
    case 'find':
      return findNames(models, await decoded(request.page), request.placing, request.paper, request.names);
    case 'read-back':
      return { names: await readBack(models, await decoded(request.copy), request.names) };
  }
}

async function decoded(jpeg: Uint8Array): Promise<RgbPixels> {
  const facts = await pictureFacts(jpeg, 0, DEFAULT_LIMITS);
  return decodePicture(jpeg, 0, { ...facts, orientation: 1 }, DEFAULT_LIMITS);
}
