import { parseArgs } from 'node:util';
import { openInBrowser } from '../../tests/support/browser.ts';

/** Takes a picture of a screen: `node build/scripts/look.ts --library DIR --to '#/' --out home.png [--window DIR] [--width 1366] [--height 768]`. Build the window first. */
const text = { type: 'string' } as const;
const { values } = parseArgs({ options: { library: text, to: text, out: text, width: text, height: text, window: text } });
const app = await openInBrowser({
  ...(values.library !== undefined && { library: values.library }),
  ...(values.window !== undefined && { window: values.window }),
  width: Number(values.width ?? 1366),
  height: Number(values.height ?? 768),
});
await app.goTo(values.to ?? '#/');
await app.page.waitForLoadState('networkidle').catch(() => undefined);
await app.page.waitForTimeout(1500);
await app.page.screenshot({ path: values.out ?? 'out/look.png' });
process.stdout.write(app.complaints.map((complaint) => `${complaint}\n`).join(''));
await app.close();
