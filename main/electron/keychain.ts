import { safeStorage } from 'electron';
import { Refusal } from '../../core/kernel/refusal.ts';
import { troubleWords } from '../../core/words/trouble.ts';
import type { KeyWrap } from '../platform/media/keyStore.ts';

/**
 * The system's keychain as a wrap for keys; null where there is none. Call after the app is ready.
 * On a Linux without a keyring Electron would wrap with a password that everybody knows: an owner-only file says more honestly what it is.
 */
export function keychain(): KeyWrap | null {
  if (!safeStorage.isEncryptionAvailable()) return null;
  if (process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text') return null;
  return {
    place: 'keychain',
    wrap: (key) => safeStorage.encryptString(Buffer.from(key).toString('base64')),
    unwrap(wrapped) {
      try {
        return Buffer.from(safeStorage.decryptString(Buffer.from(wrapped)), 'base64');
      } catch {
        throw new Refusal('locked', troubleWords.keys.keychainClosed);
      }
    },
  };
}
