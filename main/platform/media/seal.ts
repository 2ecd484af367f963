import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { Refusal } from '../../../core/kernel/refusal.ts';
import { troubleWords } from '../../../core/words/trouble.ts';

const NONCE = 12;
const TAG = 16;
export const KEY_BYTES = 32;

/** AES-256-GCM: 12 bytes of nonce, the ciphertext, 16 bytes of tag. `label` is bound to it, so that files can't be swapped. */
export function seal(bytes: Uint8Array, key: Uint8Array, label: string): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(label));
  return Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
}

/** @throws Refusal `unreadable` when the key is another or a byte has changed. */
export function unseal(sealed: Uint8Array, key: Uint8Array, label: string): Buffer {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE));
    decipher.setAAD(Buffer.from(label));
    decipher.setAuthTag(sealed.subarray(sealed.length - TAG));
    return Buffer.concat([decipher.update(sealed.subarray(NONCE, sealed.length - TAG)), decipher.final()]);
  } catch {
    throw new Refusal('unreadable', troubleWords.sealed.notOpened);
  }
}
