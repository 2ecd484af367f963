/** What no honest file comes near: arrays and objects, values in them, and how deep they lie in each other. */
const MOST_HOLDERS = 600_000;
const MOST_VALUES = 3_500_000;
const DEEPEST = 12;

const [QUOTE, BACKSLASH, COMMA, OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = new TextEncoder().encode('"\\,[]{}');

/**
 * Whether parsing these bytes as JSON can be afforded. A few bytes of text (`[],`) may become fifty of memory, and a parser that runs out of it takes its whole
 * process along; so what it would have to hold is counted before.
 */
export function isLightJson(bytes: Uint8Array): boolean {
  let [holders, values, depth] = [0, 0, 0];
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === QUOTE) at = endOfString(bytes, at);
    else if (byte === COMMA) values += 1;
    else if (byte === OPEN_LIST || byte === OPEN_OBJECT) {
      holders += 1;
      depth += 1;
      if (depth > DEEPEST) return false;
    } else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) depth -= 1;
  }
  return holders <= MOST_HOLDERS && values <= MOST_VALUES;
}

/** Where the string that begins at `from` is closed. */
function endOfString(bytes: Uint8Array, from: number): number {
  let at = from + 1;
  while (at < bytes.length && bytes[at] !== QUOTE) at += bytes[at] === BACKSLASH ? 2 : 1;
  return at;
}
