import { openInBrowser } from '../support/browser.ts';

/** How long a key waits until the goals it leaves are seen, in the built window over the starter bank; the goal is 100 ms. Run: node tests/bench/goalSearch.ts */
const { page, goTo, close } = await openInBrowser();
await goTo('#/goals/bank');
const field = page.getByRole('search').getByRole('textbox');
await field.click();

/** From the key to the second picture after the list changed last, ms; in the page, where a browser's own ways are known. */
const waited = async (key: string): Promise<number> =>
  Number(
    await page.evaluate(`new Promise((resolve) => {
      const list = document.querySelector('[role="group"][tabindex="0"]');
      const input = document.activeElement;
      const started = performance.now();
      let changed = started;
      const observer = new MutationObserver(() => requestAnimationFrame(() => (changed = performance.now())));
      observer.observe(list, { childList: true, subtree: true, characterData: true });
      const setter = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set;
      setter.call(input, '${key}' === 'Backspace' ? input.value.slice(0, -1) : input.value + '${key}');
      input.dispatchEvent(new Event('input', { bubbles: true }));
      setTimeout(() => { observer.disconnect(); resolve(changed - started); }, 2000);
    })`),
  );

const times: number[] = [];
for (const key of ['f', 'u', 'l', 'l', 'Backspace', 'Backspace', 'Backspace', 'Backspace', 's', 'p', 'e']) times.push(await waited(key));
console.log(`a key: ${times.map((time) => Math.round(time)).join(', ')} ms; the longest ${Math.round(Math.max(...times))} ms`);
await close();
