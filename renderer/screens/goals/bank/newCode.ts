const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const CHANCE = 5;

/**
 * A code for something new: what it is about, and a few letters by chance, so that two schools that join their banks
 * never gave one code to two things.
 */
export function newCode(about: string): string {
  const plain = about
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^A-Za-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 30);
  const chance = [...crypto.getRandomValues(new Uint8Array(CHANCE))].map((byte) => LETTERS[byte % LETTERS.length]).join('');
  return plain === '' ? chance : `${plain}-${chance}`;
}
