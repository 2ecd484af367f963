import type { SessionOptions } from 'node:http2';

/** HTTP/2's limits are for strangers; at both ends of this pipe stands Stepwall, and a picture's whole stream may be taken away at any time. */
export const PIPE: SessionOptions & { streamResetBurst: number; streamResetRate: number } = {
  maxSessionMemory: 1000,
  settings: { initialWindowSize: 1024 * 1024 },
  streamResetBurst: 1_000_000,
  streamResetRate: 1_000_000,
};
