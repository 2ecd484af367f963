import { connectToParent } from '../../../platform/helpers/parentPort.ts';
import { pagePixels, pictureFacts } from '../decode/decode.ts';
import { findNames, sideToLookAt, turnOf } from './findNames.ts';
import { DEFAULT_LIMITS } from '../decode/limits.ts';
import { failureAnswer, type Answer } from '../messages.ts';
import { NamesRequest } from './namesMessages.ts';
import { ocrModels } from './ocrModels.ts';
import { readWriting } from './readWriting.ts';
import { READING_SIDE, readBack } from '../clean/readBack.ts';

const parent = connectToParent();

parent.onMessage((message) => {
  void answer(NamesRequest.parse(message)).then((value) => parent.send(value));
});

async function answer(request: NamesRequest): Promise<Answer> {
  try {
    return { ok: true, value: await work(request) };
  } catch (error) {
    return failureAnswer(error);
  }
}

async function work(request: NamesRequest): Promise<unknown> {
  const models = await ocrModels();
  switch (request.kind) {
    case 'find': {
      const { page, placing, trueSize, names } = request;
      const size = await pictureFacts(page, 0, DEFAULT_LIMITS);
      return findNames(models, await pagePixels(page, sideToLookAt(size, placing, trueSize)), { size, placing, trueSize, names });
    }
    case 'turn': {
      const { page, placing, trueSize } = request;
      const size = await pictureFacts(page, 0, DEFAULT_LIMITS);
      return { turn: await turnOf(models, await pagePixels(page, sideToLookAt(size, placing, trueSize)), { size, placing, trueSize }) };
    }
    case 'writing':
      return readWriting(models, await pagePixels(request.copy, READING_SIDE), request.question);
    case 'read-back':
      return { names: await readBack(models, await pagePixels(request.copy, READING_SIDE), request.names) };
  }
}
