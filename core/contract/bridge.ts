import type { Reply } from '../kernel/refusal.ts';

/**
 * The one thing that the shell's preload puts into the window (`window.bridge`). Calls and events are the contract's, checked on the other side;
 * everything else rejects with an Error whose message may be shown as it stands.
 */
export interface Bridge {
  invoke(name: string, input: unknown): Promise<Reply>;
  /** @returns what ends the listening */
  listen(event: string, listener: (payload: unknown) => void): () => void;
  /** Tokens in the order of the files. What lies on the disk is read there when its turn comes; what was pasted is handed over now. */
  offerFiles(files: readonly File[]): Promise<string[]>;
  readonly desktop: {
    /** `accept` as in `<input accept>`; the answer is tokens, or null when nothing was chosen. */
    pickFiles(accept: string): Promise<string[] | null>;
    /** False when the teacher thought better of it. */
    saveOutgoing(token: string): Promise<boolean>;
    /** Opens it in the program that this computer has for such files. */
    openOutgoing(token: string): Promise<void>;
    keepAwake(on: boolean): Promise<void>;
    setFullScreen(on: boolean): Promise<void>;
  };
}
