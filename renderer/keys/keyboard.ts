import { chordOf, strikes, type Keys, type Platform, type Press } from './chord.ts';
import { needs, type Place } from './place.ts';

/** From below to above: the topmost that binds a key has it, and an open dialog shuts off what lies under it. */
const LAYERS = ['app', 'screen', 'panel', 'dialog'] as const;
export type Layer = (typeof LAYERS)[number];

/** What some keys do. */
export interface Binding {
  readonly keys: Keys | readonly Keys[];
  /** What the list of shortcuts says; null where that is said already. */
  readonly words: string | null;
  /** Null where there is nothing to do now; no layer below gets the keys either. */
  readonly run: ((struck: Keys) => void) | null;
  /** The key is let go of, or the window is left while it is down. */
  readonly released?: () => void;
  /** The keys are bound only while this is true. */
  readonly when?: () => boolean;
  readonly whileTyping?: boolean;
  /** Not while any field, button or list has the focus. */
  readonly onlyFree?: boolean;
  /** Once a press, however long the key is held. */
  readonly once?: boolean;
  /** What has no say in these keys even while it has the focus: they are heard before it gets them. */
  readonly over?: readonly Place[];
}

export interface OpenLayer {
  readonly layer: Layer;
  bindings: readonly Binding[];
}

/** What of a `KeyboardEvent` the keyboard looks at and does. */
export interface KeyPress extends Press {
  readonly target: EventTarget | null;
  readonly repeat: boolean;
  readonly isComposing: boolean;
  readonly defaultPrevented: boolean;
  preventDefault(): void;
  stopImmediatePropagation(): void;
}

export interface Shortcut {
  readonly keys: readonly Keys[];
  readonly words: string;
  /** On every screen, not only on this one. */
  readonly everywhere: boolean;
}

export interface Keyboard {
  readonly platform: Platform;
  /** @returns what closes the layer */
  open(layer: OpenLayer): () => void;
  /** `before`: what has the focus was not asked yet. */
  press(event: KeyPress, before: boolean): void;
  release(code: string): void;
  releaseAll(): void;
  /** What can be pressed now, topmost first. */
  shortcuts(): Shortcut[];
}

const keysOf = ({ keys }: Binding): readonly Keys[] => (typeof keys === 'string' ? [keys] : keys);

/** All keys of the window that belong to no field, list or button. */
export function createKeyboard(platform: Platform, placeOf: (target: EventTarget | null, inDialog: boolean) => Place): Keyboard {
  let layers: readonly OpenLayer[] = [];
  const held = new Map<string, () => void>();

  /** Topmost first, down to the topmost dialog. */
  const live = (): readonly OpenLayer[] => {
    const fromTop = layers.toReversed().toSorted((a, b) => LAYERS.indexOf(b.layer) - LAYERS.indexOf(a.layer));
    return fromTop[0]?.layer === 'dialog' ? fromTop.slice(0, 1) : fromTop;
  };

  /** Whether a binding may have keys that were struck while this had the focus. */
  const mayHave = ({ whileTyping = false, onlyFree = false, over = [], when }: Binding, struck: Keys, place: Place): boolean => {
    if (when?.() === false) return false;
    if (place === 'typing' && whileTyping) return true;
    if (onlyFree && place !== 'free') return false;
    return over.includes(place) || !needs(place, chordOf(struck));
  };
  const find = (event: KeyPress): { binding: Binding; struck: Keys } | undefined => {
    for (const { layer, bindings } of live()) {
      const place = placeOf(event.target, layer === 'dialog');
      const heard = bindings.flatMap((binding) => {
        const struck = keysOf(binding).find((keys) => strikes(event, chordOf(keys), platform));
        return struck !== undefined && mayHave(binding, struck, place) ? [{ binding, struck }] : [];
      });
      const [first] = heard;
      if (first !== undefined) return heard.find(({ binding }) => binding.run !== null) ?? first;
    }
    return undefined;
  };

  return {
    platform,
    open(layer) {
      layers = [...layers, layer];
      return () => {
        layers = layers.filter((one) => one !== layer);
      };
    },
    press(event, before) {
      if (event.isComposing || event.defaultPrevented) return;
      const found = find(event);
      if (found === undefined) return;
      const { run, released, once = false, over } = found.binding;
      if (run === null || (over !== undefined) !== before) return;
      event.preventDefault();
      if (before) event.stopImmediatePropagation();
      if (event.repeat && once) return;
      if (released !== undefined) held.set(event.code, released);
      run(found.struck);
    },
    release(code) {
      held.get(code)?.();
      held.delete(code);
    },
    releaseAll() {
      for (const code of held.keys()) this.release(code);
    },
    shortcuts() {
      const taken = new Set<Keys>();
      return live().flatMap(({ layer, bindings }) => {
        const free = bindings.map((binding) => ({ binding, keys: keysOf(binding).filter((keys) => !taken.has(keys)) }));
        free.forEach(({ keys }) => keys.forEach((one) => taken.add(one)));
        return free.flatMap(({ binding: { words }, keys }) => (words === null || keys.length === 0 ? [] : [{ keys, words, everywhere: layer === 'app' }]));
      });
    },
  };
}
