declare module 'heic-decode' {
  interface DecodedImage {
    readonly width: number;
    readonly height: number;
    /** Red, green, blue, opacity; a byte each. */
    readonly data: Uint8ClampedArray;
  }
  interface UndecodedImage {
    readonly width: number;
    readonly height: number;
    decode(): Promise<DecodedImage>;
  }
  const decode: {
    all(options: { buffer: Uint8Array }): Promise<UndecodedImage[] & { dispose(): void }>;
  };
  export default decode;
}
