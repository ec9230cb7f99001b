import { chromium } from '@playwright/test';
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: '--no-sandbox --disable-gpu --no-first-run'.split(' ') });
const c = await b.newContext({ viewport: { width: 1280, height: 800 } });
const p = await c.newPage();
await p.addInitScript(() => localStorage.setItem('calculon-explorer/tour', 'seen'));
await p.goto('http://localhost:4313/'); await p.waitForTimeout(3000);
await p.keyboard.press('Control+k'); await p.getByRole('combobox', { name: /^Find a/ }).waitFor();
const out = await p.evaluate(async () => {
  const box = document.querySelector('dialog input');
  const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set;
  const times = [];
  for (const text of ['hbm bandwidth', 'tp 16', 'recompute full', 'gpt-3 175b', 'tensor parallel', 'e', 'hbm 120 GB', 'how is memory', 'optimizer sharding on']) {
    for (let i = 1; i <= text.length; i++) {
      const t = performance.now();
      set.call(box, text.slice(0, i)); box.dispatchEvent(new Event('input', { bubbles: true }));
      await Promise.resolve(); await Promise.resolve(); document.body.offsetHeight; document.querySelector('[role=listbox]').getBoundingClientRect();
      times.push(performance.now() - t);
      await new Promise((r) => setTimeout(r, 20));
    }
  }
  times.sort((a, b) => a - b);
  return { n: times.length, median: times[times.length >> 1], p95: times[Math.floor(times.length * 0.95)], worst: times.at(-1), foot: document.querySelector('dialog [role=status]').textContent };
});
console.log(out);
await p.evaluate(() => { const box = document.querySelector('dialog input'); Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(box, 'e'); box.dispatchEvent(new Event('input', { bubbles: true })); });
await p.waitForTimeout(100); console.log(await p.locator('dialog [role=status]').textContent());
await b.close();
