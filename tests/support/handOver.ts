import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Page } from 'playwright';

/** Drops files on the middle of the window, or pastes them, as a person would from the desktop. */
export async function handOver(page: Page, how: 'drop' | 'paste', paths: readonly string[]): Promise<void> {
  const given = paths.map((path) => ({ name: basename(path), bytes: readFileSync(path).toString('base64') }));
  await page.evaluate(
    ([kind, list]) => {
      const data = new DataTransfer();
      for (const { name, bytes } of list) data.items.add(new File([Uint8Array.from(atob(bytes), (c) => c.charCodeAt(0))], name, { type: 'image/jpeg' }));
      const target = document.querySelector('main') ?? document.body;
      if (kind === 'paste') target.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
      else
        for (const type of ['dragenter', 'dragover', 'drop'])
          target.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
    },
    [how, given] as const,
  );
}
