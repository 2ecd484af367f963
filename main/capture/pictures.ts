import { Cleaning } from '../../core/capture/cleaning.ts';
import { Refusal } from '../../core/kernel/refusal.ts';
import { captureWords } from '../../core/words/capture.ts';
import type { Context } from '../library/context.ts';
import type { Pictures } from '../platform/host/files.ts';
import { PROXY, copyOf, ensureClean, requireOriginal, wishFor } from './pages.ts';

/** Bytes kept in memory only: a picture that may show a name is never cached on the disk. */
const CACHE_BYTES = 96 * 1024 * 1024;

/** Sizes that screens ask for, in px of the longest side; others are rounded up to one of them. */
const SIZES = [256, 512, 1024, 2048] as const;

/** Pictures of the window: `page/<id>/source`, `page/<id>/clean`, `page/<id>/preview` (with settings) or `media/<id>`. */
export function createPictures(context: Pick<Context, 'library' | 'imaging'>): Pictures {
  const cache = new Map<string, Uint8Array>();
  let held = 0;

  async function cached(key: string, make: () => Promise<Uint8Array>): Promise<Uint8Array> {
    const known = cache.get(key);
    if (known !== undefined) {
      cache.delete(key);
      cache.set(key, known);
      return known;
    }
    const made = await make();
    cache.set(key, made);
    held += made.length;
    for (const [oldest, bytes] of cache) {
      if (held <= CACHE_BYTES) break;
      cache.delete(oldest);
      held -= bytes.length;
    }
    return made;
  }

  async function sized(full: () => Uint8Array, small: (() => Uint8Array) | null, size: number | null): Promise<Uint8Array> {
    if (size === null) return full();
    if (small !== null && size === PROXY) return small();
    // A screen that shows what is coming in does not wait until those who read it have time.
    return small !== null && size < PROXY ? context.imaging.smaller(small(), size) : context.imaging.proxy(full(), size);
  }

  return {
    async get(path, query) {
      const library = context.library();
      const size = sizeFor(query.get('w'));
      const [kind, id = '', view] = path.split('/');
      if (kind === 'media' && /^[0-9a-f]{64}$/.test(id)) {
        if (!library.media.has(id)) throw gone();
        return cached(`${library.id} media ${id} ${size}`, () => sized(() => library.media.read(id), null, size));
      }
      if (kind !== 'page') throw gone();
      if (view === 'source') {
        const page = requireOriginal(library, id);
        return cached(`${page.picture} ${size}`, () =>
          sized(
            () => library.sealed.read(page.picture, page.key),
            () => library.sealed.read(page.proxy, page.key),
            size,
          ),
        );
      }
      if (view === 'clean') {
        const copy = copyOf(library, await ensureClean(library, context.imaging, id));
        if (copy === null) throw gone();
        return cached(`${copy.id} ${size}`, () => sized(copy.whole, copy.small, size));
      }
      if (view === 'preview') {
        const page = requireOriginal(library, id);
        const settings = settingsFrom(query);
        const wish = { ...wishFor(library, page, settings), longestSide: size ?? PROXY };
        const made = await context.imaging.clean(library.sealed.read(page.picture, page.key), settings, wish);
        return made.jpeg;
      }
      throw gone();
    },
  };
}

function settingsFrom(query: URLSearchParams): Cleaning {
  try {
    return Cleaning.parse(JSON.parse(query.get('settings') ?? ''));
  } catch {
    throw new Refusal('bad-request', captureWords.page.settingsNotShown);
  }
}

function sizeFor(width: string | null): number | null {
  const wanted = Number(width);
  if (width === null || !Number.isFinite(wanted)) return null;
  return SIZES.find((size) => size >= wanted) ?? null;
}

const gone = (): Refusal => new Refusal('not-found', captureWords.page.pictureGone);
