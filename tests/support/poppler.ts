import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';

/** False where poppler's tools are not installed: tests that ask them then skip by name. */
export const hasPoppler = (() => {
  try {
    execFileSync('pdftoppm', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly channels: number;
  readonly data: Uint8Array;
}

/** What an independent program says of a PDF. */
export class PdfUnderTest {
  readonly #folder = mkdtempSync(join(tmpdir(), 'stepwall-pdf-'));
  readonly #file = join(this.#folder, 'under-test.pdf');

  constructor(bytes: Uint8Array) {
    writeFileSync(this.#file, bytes);
  }

  info(...options: string[]): string {
    return this.#say('pdfinfo', options);
  }

  text(...options: string[]): string {
    return this.#say('pdftotext', options, ['-']);
  }

  /** One row of words per font. */
  fonts(): string[][] {
    return this.#table('pdffonts', []);
  }

  /** One row of words per use of a picture. */
  pictures(...options: string[]): string[][] {
    return this.#table('pdfimages', ['-list', ...options]);
  }

  /** The picture files as they are stored, once per use. */
  pictureFiles(): Uint8Array[] {
    this.#say('pdfimages', ['-all'], [join(this.#folder, 'picture')]);
    return this.#made('picture').map((file) => new Uint8Array(readFileSync(file)));
  }

  /** Page `page` (from 1) as pixels. */
  async raster(page: number, dotsPerInch: number): Promise<Raster> {
    const name = `page${page}`;
    this.#say('pdftoppm', ['-png', '-r', String(dotsPerInch), '-f', String(page), '-l', String(page), '-singlefile'], [join(this.#folder, name)]);
    const { data, info } = await sharp(join(this.#folder, `${name}.png`), { limitInputPixels: false })
      .raw()
      .toBuffer({ resolveWithObject: true });
    return { width: info.width, height: info.height, channels: info.channels, data };
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #say(program: string, options: string[], rest: string[] = []): string {
    // Its warnings about what other programs wrote are not for whoever reads the tests.
    return execFileSync(program, [...options, this.#file, ...rest], { encoding: 'utf8', maxBuffer: 1e8, stdio: ['ignore', 'pipe', 'ignore'] });
  }

  #table(program: string, options: string[]): string[][] {
    return this.#say(program, options)
      .trim()
      .split('\n')
      .slice(2)
      .map((row) => row.trim().split(/\s{2,}|\s/u));
  }

  #made(start: string): string[] {
    return readdirSync(this.#folder)
      .filter((file) => file.startsWith(start))
      .sort()
      .map((file) => join(this.#folder, file));
  }
}
