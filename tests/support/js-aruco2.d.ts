declare module 'js-aruco2' {
  interface Marker {
    readonly id: number;
    /** Clockwise from the marker's own top left, px. */
    readonly corners: readonly { readonly x: number; readonly y: number }[];
  }
  class Detector {
    constructor(options: { dictionaryName: string; maxHammingDistance?: number });
    /** `data`: four bytes a pixel. */
    detectImage(width: number, height: number, data: Uint8ClampedArray | Uint8Array): readonly Marker[];
  }
  export const AR: { readonly Detector: typeof Detector };
}
