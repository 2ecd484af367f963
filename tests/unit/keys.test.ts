import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ariaKeys, chordOf, nameOf, strikes, type Keys, type NamedKey, type Platform, type Press } from '../../renderer/keys/chord.ts';
import { createKeyboard, type Binding, type KeyPress, type Layer } from '../../renderer/keys/keyboard.ts';
import { needs, type Place } from '../../renderer/keys/place.ts';

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'] as Keys[];
const NAMED: readonly (Keys & NamedKey)[] = ['Enter', 'Escape', 'Space', 'Delete', 'ArrowLeft', 'PageDown', 'Home', 'F2'];
const platform = fc.constantFrom<Platform>('mac', 'other');
const held = fc.record({ mod: fc.boolean(), alt: fc.boolean(), shift: fc.boolean() });
const plain = fc.constantFrom<Keys>(...LETTERS, ...NAMED);
const keys = fc.tuple(held, plain).map(([{ mod, alt, shift }, key]) => `${mod ? 'Mod+' : ''}${alt ? 'Alt+' : ''}${shift ? 'Shift+' : ''}${key}` as Keys);

const NOTHING: Press = { key: '', code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, getModifierState: () => false };
/** What a browser says when someone strikes these keys. */
function pressOf(text: Keys, on: Platform): Press {
  const { mod, alt, shift, key } = chordOf(text);
  const isLetter = /^[A-Z]$/.test(key);
  return {
    ...NOTHING,
    key: key === 'Space' ? ' ' : isLetter && !shift ? key.toLowerCase() : key,
    code: isLetter ? `Key${key}` : key,
    ctrlKey: mod && on === 'other',
    metaKey: mod && on === 'mac',
    altKey: alt,
    shiftKey: shift,
  };
}

test('keys strike what is written like them, and nothing else', () => {
  fc.assert(
    fc.property(keys, keys, platform, (struck, declared, on) => {
      expect(strikes(pressOf(struck, on), chordOf(declared), on)).toBe(struck === declared);
    }),
    { numRuns: 2000 },
  );
});

test('the command key is the computer’s own: Ctrl is nothing on a Mac, and the Windows key nothing elsewhere', () => {
  fc.assert(
    fc.property(plain, (key) => {
      const text = `Mod+${key}` as Keys;
      expect(strikes(pressOf(text, 'mac'), chordOf(text), 'other')).toBe(false);
      expect(strikes(pressOf(text, 'other'), chordOf(text), 'mac')).toBe(false);
    }),
  );
});

test('what is written on the keys counts, on any keyboard', () => {
  const strike = (press: Partial<Press>, text: Keys, on: Platform = 'other'): boolean => strikes({ ...NOTHING, ...press }, chordOf(text), on);
  // Dvorak: Z lies where / does, and where Z lies is a semicolon.
  expect(strike({ key: 'z', code: 'Slash', ctrlKey: true }, 'Mod+Z')).toBe(true);
  expect(strike({ key: ';', code: 'KeyZ', ctrlKey: true }, 'Mod+Z')).toBe(false);
  // Another alphabet, and Alt on a Mac, write nothing of ours: the place counts.
  expect(strike({ key: 'я', code: 'KeyZ', ctrlKey: true }, 'Mod+Z')).toBe(true);
  expect(strike({ key: 'å', code: 'KeyA', altKey: true }, 'Alt+A', 'mac')).toBe(true);
  expect(strike({ key: '‘', code: 'BracketRight', altKey: true }, 'Alt+]', 'mac')).toBe(true);
  // Signs wherever they are, with whatever writes them.
  expect(strike({ key: '+', code: 'Equal', shiftKey: true }, '+')).toBe(true);
  expect(strike({ key: '?', code: 'Minus', shiftKey: true }, '?')).toBe(true);
  expect(strike({ key: '[', code: 'Digit8', ctrlKey: true, altKey: true, getModifierState: () => true }, '[')).toBe(true);
  // Digits: Shift writes something else here, and the digit itself in France.
  expect(strike({ key: '!', code: 'Digit1', shiftKey: true }, 'Shift+1')).toBe(true);
  expect(strike({ key: '&', code: 'Digit1' }, '1')).toBe(true);
  expect(strike({ key: '1', code: 'Numpad1' }, '1')).toBe(true);
  expect(strike({ key: '2', code: 'Digit2' }, '1')).toBe(false);
  // Caps lock is no Shift.
  expect(strike({ key: 'B', code: 'KeyB' }, 'B')).toBe(true);
});

test('keys are named as on this computer', () => {
  const word = (name: string): string => (name === 'ArrowLeft' ? '←' : name);
  expect(nameOf('Mod+Shift+Z', 'other', word)).toBe('Ctrl+Shift+Z');
  expect(nameOf('Mod+Shift+Z', 'mac', word)).toBe('⇧⌘Z');
  expect(nameOf('Alt+ArrowLeft', 'other', word)).toBe('Alt+←');
  expect(nameOf('Mod++', 'other', word)).toBe('Ctrl++');
  expect(ariaKeys('Mod+Z', 'other')).toBe('Control+Z');
  expect(ariaKeys('Mod+Z', 'mac')).toBe('Meta+Z');
  fc.assert(fc.property(keys, keys, platform, (a, b, on) => (a === b) === (nameOf(a, on, word) === nameOf(b, on, word))));
});

/** A keyboard on which everything that is done is written down; `place` is where the focus is. */
function kept(place: Place = 'free'): {
  done: string[];
  open: (layer: Layer, ...bindings: Binding[]) => () => void;
  strike: (text: Keys, more?: Partial<KeyPress>) => boolean;
  keyboard: ReturnType<typeof createKeyboard>;
} {
  const keyboard = createKeyboard('other', () => place);
  return {
    keyboard,
    done: [],
    open: (layer, ...bindings) => keyboard.open({ layer, bindings }),
    strike(text, more) {
      let taken = false;
      const event: KeyPress = {
        ...pressOf(text, 'other'),
        target: null,
        repeat: false,
        isComposing: false,
        defaultPrevented: false,
        preventDefault: () => void (taken = true),
        stopImmediatePropagation: () => undefined,
        ...more,
      };
      keyboard.press(event, true);
      if (!taken) keyboard.press(event, false);
      return taken;
    },
  };
}

test('the topmost open layer that binds a key has it, and a dialog shuts off what lies under it', () => {
  const ranks: readonly Layer[] = ['app', 'screen', 'panel', 'dialog'];
  fc.assert(
    fc.property(
      fc.array(fc.record({ layer: fc.constantFrom(...ranks), bound: fc.subarray<Keys>(['A', 'B', 'Mod+Z']), closed: fc.boolean() }), { maxLength: 8 }),
      fc.constantFrom<Keys>('A', 'B', 'Mod+Z'),
      (layers, struck) => {
        const { open, strike, done } = kept();
        layers.forEach(({ layer, bound, closed }, index) => {
          const close = open(layer, ...bound.map((one) => ({ keys: one, words: null, run: () => void done.push(`${index}`) })));
          if (closed) close();
        });
        const there = layers
          .map((one, index) => ({ ...one, index }))
          .filter(({ closed }) => !closed)
          .toSorted((a, b) => ranks.indexOf(b.layer) - ranks.indexOf(a.layer) || b.index - a.index);
        const heard = (there[0]?.layer === 'dialog' ? there.slice(0, 1) : there).find(({ bound }) => bound.includes(struck));
        expect(strike(struck)).toBe(heard !== undefined);
        expect(done).toEqual(heard === undefined ? [] : [`${heard.index}`]);
      },
    ),
  );
});

test('a layer with nothing to do just now keeps the keys from those under it', () => {
  const { open, strike, done } = kept();
  open('app', { keys: 'Mod+Z', words: 'Undo', run: () => void done.push('the chart') });
  open('screen', { keys: 'Mod+Z', words: 'Undo', run: null });
  expect(strike('Mod+Z')).toBe(false);
  expect(done).toEqual([]);
});

test('who types has the keys, but for those that are meant for it', () => {
  const { open, strike, done } = kept('typing');
  open(
    'screen',
    { keys: 'N', words: null, run: () => void done.push('N') },
    { keys: 'Mod+S', words: null, run: () => void done.push('saved'), whileTyping: true },
  );
  expect(strike('N')).toBe(false);
  expect(strike('Mod+S')).toBe(true);
  expect(done).toEqual(['saved']);
});

test('what has the focus keeps the keys that it needs', () => {
  expect(NAMED.filter((key) => needs('control', chordOf(key)))).toEqual(['Enter', 'Space']);
  expect(NAMED.filter((key) => !needs('slider', chordOf(key)))).toEqual(['Escape']);
  expect([...NAMED, ...LETTERS].every((key) => needs('popup', chordOf(key)) && needs('list', chordOf(key)))).toBe(true);
  expect(needs('list', chordOf('Mod+Z'))).toBe(false);
  const list = kept('list');
  list.open(
    'screen',
    { keys: 'J', words: null, run: () => void list.done.push('J'), over: ['list'] },
    { keys: 'K', words: null, run: () => void list.done.push('K') },
  );
  list.strike('J');
  list.strike('K');
  expect(list.done).toEqual(['J']);
  const control = kept('control');
  control.open('screen', { keys: 'C', words: null, run: () => void control.done.push('C'), onlyFree: true });
  expect(control.strike('C')).toBe(false);
});

test('a key that is held, repeated, composed, or was used already', () => {
  const { open, strike, done, keyboard } = kept();
  open(
    'screen',
    { keys: 'Space', words: null, run: () => void done.push('down'), released: () => void done.push('up'), once: true },
    { keys: 'ArrowLeft', words: null, run: () => void done.push('left') },
  );
  strike('Space');
  strike('Space', { repeat: true });
  keyboard.release('Space');
  keyboard.release('Space');
  strike('ArrowLeft', { repeat: true });
  strike('ArrowLeft', { isComposing: true });
  strike('ArrowLeft', { defaultPrevented: true });
  strike('Space');
  keyboard.releaseAll();
  expect(done).toEqual(['down', 'up', 'left', 'down', 'up']);
});

test('the list of shortcuts shows what is live: no key twice, none of what lies under a dialog', () => {
  const { open, keyboard } = kept();
  const run = (): undefined => undefined;
  open('app', { keys: 'Mod+Z', words: 'Undo on the chart', run }, { keys: '?', words: 'Show the keys', run });
  open('screen', { keys: 'Mod+Z', words: 'Undo', run: null }, { keys: ['J', 'Enter'], words: 'Next', run }, { keys: 'Escape', words: null, run });
  expect(keyboard.shortcuts()).toEqual([
    { keys: ['Mod+Z'], words: 'Undo', everywhere: false },
    { keys: ['J', 'Enter'], words: 'Next', everywhere: false },
    { keys: ['?'], words: 'Show the keys', everywhere: true },
  ]);
  const close = open('dialog');
  expect(keyboard.shortcuts()).toEqual([]);
  close();
  expect(keyboard.shortcuts()).toHaveLength(3);
});
