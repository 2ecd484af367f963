/** On a Mac the command key does what Ctrl does elsewhere. */
export type Platform = 'mac' | 'other';

type Letter =
  'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G' | 'H' | 'I' | 'J' | 'K' | 'L' | 'M' | 'N' | 'O' | 'P' | 'Q' | 'R' | 'S' | 'T' | 'U' | 'V' | 'W' | 'X' | 'Y' | 'Z';
type Digit = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9';
type Sign = '+' | '-' | '=' | '.' | '?' | '[' | ']' | "'";
export type NamedKey =
  | 'Enter'
  | 'Escape'
  | 'Space'
  | 'Delete'
  | 'Backspace'
  | 'ArrowLeft'
  | 'ArrowRight'
  | 'ArrowUp'
  | 'ArrowDown'
  | 'PageUp'
  | 'PageDown'
  | 'Home'
  | 'End'
  | 'F2'
  | 'F5';
type Key = Letter | Digit | Sign | NamedKey;

/** Keys as they are declared: `Mod+Shift+Z`. `Mod` is Ctrl, or the command key on a Mac. */
export type Keys = `${'' | 'Mod+'}${'' | 'Alt+'}${'' | 'Shift+'}${Key}`;

export interface Chord {
  readonly mod: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
  /** A letter or digit, a sign, or the name of a key. */
  readonly key: string;
}

/** What of a `KeyboardEvent` says which keys are down. */
export interface Press {
  readonly key: string;
  /** Where the key lies, whatever is written on it. */
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  getModifierState(name: 'AltGraph'): boolean;
}

/** Where signs lie on most keyboards. */
const PLACES: Readonly<Record<string, string>> = { '-': 'Minus', '=': 'Equal', '.': 'Period', '[': 'BracketLeft', ']': 'BracketRight', "'": 'Quote' };

export function chordOf(keys: Keys): Chord {
  const { mod, alt, shift, key = '' } = /^(?<mod>Mod\+)?(?<alt>Alt\+)?(?<shift>Shift\+)?(?<key>.+)$/.exec(keys)?.groups ?? {};
  return { mod: mod !== undefined, alt: alt !== undefined, shift: shift !== undefined, key };
}

/** Whether a press strikes these keys. What a key writes counts; where it writes no letter, digit or sign of ours, its place does. */
export function strikes(press: Press, { mod, alt, shift, key }: Chord, platform: Platform): boolean {
  // Windows gives the key that writes a third sign as Ctrl and Alt together.
  const isWriting = press.getModifierState('AltGraph');
  const [command, other] = platform === 'mac' ? [press.metaKey, press.ctrlKey] : [press.ctrlKey, press.metaKey];
  const held = isWriting ? !mod && !alt : command === mod && !other && press.altKey === alt;
  return held && isKey(press, key) && (press.shiftKey === shift || (!shift && shiftIsWriting(press, key)));
}

function isKey({ key: written, code }: Press, key: string): boolean {
  if (key.length > 1) return written === (key === 'Space' ? ' ' : key);
  if (written.toUpperCase() === key) return true;
  if (/\d/.test(key)) return code === `Digit${key}` && !/^\d$/.test(written);
  const writesItsOwn = /^[\x20-\x7e]$/.test(written);
  return !writesItsOwn && code === (PLACES[key] ?? `Key${key}`);
}

/** Signs, and digits on some keyboards, are only written while Shift is down. */
const shiftIsWriting = ({ key: written }: Press, key: string): boolean => written === key && /^[^A-Z]$/.test(key);

const MAC_NAMES = { mod: '⌘', alt: '⌥', shift: '⇧' };

/** How keys are written for a person: `Ctrl+Shift+Z`, or `⇧⌘Z` on a Mac. */
export function nameOf(keys: Keys, platform: Platform, word: (name: NamedKey | 'Ctrl' | 'Alt' | 'Shift') => string): string {
  const { mod, alt, shift, key } = chordOf(keys);
  const named = key.length > 1 ? word(key as NamedKey) : key;
  if (platform === 'mac') return `${alt ? MAC_NAMES.alt : ''}${shift ? MAC_NAMES.shift : ''}${mod ? MAC_NAMES.mod : ''}${named}`;
  return [...(mod ? [word('Ctrl')] : []), ...(alt ? [word('Alt')] : []), ...(shift ? [word('Shift')] : []), named].join('+');
}

/** As `aria-keyshortcuts` wants it. */
export const ariaKeys = (keys: Keys, platform: Platform): string => keys.replace('Mod', platform === 'mac' ? 'Meta' : 'Control');
