/** Words that make readable codes: short, told apart when spoken, meaning nothing about a child. */
const WORDS = (
  'fern kauri stone river cloud ember rimu shell harbour moss pebble lantern willow acorn breeze coral dune falcon garnet heron ' +
  'island juniper kelp lichen maple nectar opal pine quartz reef saffron totara urchin violet wren yarrow zephyr amber birch cedar ' +
  'delta estuary flax grove hazel iris jasper kowhai lagoon meadow nutmeg otter petal quail rata summit thistle upland vale walnut ' +
  'anchor bellbird canyon drift echo feather glacier hebe inlet jade kestrel limpet mosaic north orchid plum quill ripple sorrel tern ' +
  'umber valley weka aspen bramble clover dusk elder frost gorse honey indigo jetty kite laurel manuka nikau olive puriri raven sable ' +
  'tawa tide vine wharf beacon compass cobalt comet cove crest crystal dawn driftwood eagle fjord forest gale geyser hollow lark lilac'
).split(' ');

/**
 * Codes for new pupils: words not given yet, then words with a number ("fern-2"). A code is never used twice in a library.
 * @param random 0 to 1, so that the order of the class list can't be read from the codes
 */
export function newCodes(count: number, taken: readonly string[], random: () => number): string[] {
  const used = new Set(taken);
  const codes: string[] = [];
  for (let round = 1; codes.length < count; round += 1) {
    const free = WORDS.map((word) => (round === 1 ? word : `${word}-${round}`)).filter((code) => !used.has(code));
    while (codes.length < count && free.length > 0) codes.push(...free.splice(Math.floor(random() * free.length), 1));
  }
  return codes;
}

/** Whether it is a code as `newCodes` makes them: nobody's name can pass for one. */
export function isCode(text: string): boolean {
  const [, word = '', round] = /^([a-z]+)(?:-([1-9][0-9]{0,3}))?$/.exec(text) ?? [];
  return WORDS.includes(word) && round !== '1';
}

/** Names as a teacher pastes them: one a line or separated by commas, tabs or semicolons; numbers in front are dropped. */
export function namesFrom(text: string): string[] {
  return text
    .split(/[\n\r\t;,]+/)
    .map((name) =>
      name
        .normalize('NFC')
        .replace(/^\s*\d+[.)]?\s*/, '')
        .trim(),
    )
    .filter((name) => name !== '');
}
