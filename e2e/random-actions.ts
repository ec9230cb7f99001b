/** What the page is told before its random use. */
export interface RandomUse {
  readonly seed: number;
  readonly actions: number;
  /** Links to paste: whole, changed, and none at all. */
  readonly links: readonly string[];
  /** Texts of files to drop: real and broken. */
  readonly files: readonly string[];
}

/**
 * Does random things to the page, as fast as it takes them, by the events that a person's hand makes; runs inside the page.
 * Whatever is there is pressed, except what leaves the page, takes minutes, or hands out a file. Returns what was done.
 */
export async function useAtRandom({ seed, actions, links, files }: RandomUse): Promise<Record<string, number>> {
  let state = seed | 0;
  // mulberry32
  const random = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const pick = <T>(items: readonly T[]): T | undefined => items[Math.floor(random() * items.length)];
  const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

  const LEFT_ALONE =
    /export|png|svg|csv|download|print|report|import|copy|open a file|search anyway|keep all rows|install|reload/i;
  const nameOf = (element: Element): string =>
    `${element.getAttribute('aria-label') ?? ''} ${element.textContent ?? ''}`.trim();
  const inside = <T extends Element>(where: string, what: string): T[] =>
    [...document.querySelectorAll<T>(`${where} :is(${what})`)].filter(
      (element) => element.getClientRects().length > 0 && !LEFT_ALONE.test(nameOf(element)),
    );
  const press = (element: Element | undefined): boolean => {
    if (!(element instanceof HTMLElement) || (element instanceof HTMLButtonElement && element.disabled)) return false;
    for (const type of ['pointerdown', 'pointerup']) element.dispatchEvent(new PointerEvent(type, { bubbles: true }));
    element.focus();
    element.click();
    return true;
  };
  const key = (name: string, more: KeyboardEventInit = {}): boolean => {
    const target = document.activeElement ?? document.body;
    const event = { key: name, bubbles: true, cancelable: true, ...more };
    target.dispatchEvent(new KeyboardEvent('keydown', event));
    return target.dispatchEvent(new KeyboardEvent('keyup', event));
  };
  const setValue = (input: HTMLInputElement, value: string): void => {
    // past React's own property, as typing does
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, value);
    input.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const TYPED = [
    '1',
    '2',
    '4',
    '8',
    '16',
    '64',
    '128',
    '1000',
    '2048',
    '12288',
    '0.5',
    '80 GB',
    '-3',
    '0',
    '1e999',
    'NaN',
    '',
    'x',
    '∞',
  ];
  const type = (where: string): boolean => {
    const box = pick(inside<HTMLInputElement>(where, 'input[type="text"], input:not([type])'));
    if (box === undefined || box.disabled) return false;
    box.focus();
    setValue(box, pick(TYPED) ?? '');
    if (random() < 0.8) key('Enter');
    else if (random() < 0.5) key('Escape');
    box.blur();
    return true;
  };
  const slide = async (): Promise<boolean> => {
    const slider = pick(inside<HTMLInputElement>('section[aria-label="Inputs"]', 'input[type="range"]'));
    if (slider === undefined || slider.disabled) return false;
    slider.focus();
    slider.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    const [low, high] = [Number(slider.min), Number(slider.max)];
    for (let step = 0; step < 4; step += 1) {
      setValue(slider, String(low + random() * (high - low)));
      if (step % 2 === 0) await wait(0);
    }
    slider.dispatchEvent(new Event('change', { bubbles: true }));
    slider.dispatchEvent(new PointerEvent('pointerup', { bubbles: true }));
    return true;
  };
  const choose = (where: string): boolean => {
    const choice = pick(inside<HTMLElement>(where, 'select, [role="radio"], [role="switch"], input[type="checkbox"]'));
    if (!(choice instanceof HTMLSelectElement)) return press(choice);
    choice.value = pick([...choice.options])?.value ?? choice.value;
    return choice.dispatchEvent(new Event('change', { bubbles: true }));
  };
  const preset = async (): Promise<boolean> => {
    const picker = pick([...document.querySelectorAll('button')].filter((button) => /preset: /.test(nameOf(button))));
    if (!press(picker)) return false;
    await wait(20);
    return press(pick([...document.querySelectorAll('[role="option"]')]));
  };
  const tab = (): boolean => press(pick([...document.querySelectorAll('[role="tab"]')]));
  const headerButton = (): boolean => press(pick(inside('header', 'button')));
  const named = (where: string, name: RegExp): boolean =>
    press(pick([...document.querySelectorAll(`${where} button`)].filter((button) => name.test(nameOf(button)))));
  const drop = (): boolean => {
    const data = new DataTransfer();
    data.items.add(new File([pick(files) ?? ''], pick(['a.json', 'b.JSON', 'x', 'machine.json.gz']) ?? 'x'));
    return document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
  };
  const paste = (): boolean => {
    location.hash = pick(links) ?? '';
    return true;
  };
  const travel = async (): Promise<boolean> => {
    const { navigation } = window as unknown as { navigation: { currentEntry: { index: number } } };
    if (random() < 0.4) history.forward();
    else if (navigation.currentEntry.index > 2) history.back();
    await wait(30);
    return true;
  };
  const library = async (): Promise<boolean> => {
    const open = document.querySelector('[role="dialog"][aria-label="Saved designs"]');
    if (open === null) return key('s', { ctrlKey: true, shiftKey: random() < 0.5 });
    await wait(20);
    if (random() < 0.2) return named('[aria-label="Saved designs"]', /^Close/);
    if (random() < 0.2) return type('[aria-label="Saved designs"]');
    return press(pick(inside('[aria-label="Saved designs"]', 'button')));
  };
  const how = async (): Promise<boolean> => {
    if (document.querySelector('[data-how-panel]') === null)
      return press(pick(inside('main', 'button[data-how], button[data-quantity]')));
    if (random() < 0.3) return key('Escape');
    return press(pick(inside('[data-how-panel]', 'button')));
  };

  const INPUTS = 'section[aria-label="Inputs"]';
  const ACTIONS: readonly (readonly [name: string, weight: number, act: () => boolean | Promise<boolean>])[] = [
    ['type an input', 16, () => type(INPUTS)],
    ['slide', 14, slide],
    ['choose', 8, () => choose(INPUTS)],
    ['press an input’s button', 5, () => press(pick(inside(INPUTS, 'button')))],
    ['preset', 4, preset],
    ['tab', 8, tab],
    ['undo', 5, () => key('z', { ctrlKey: true })],
    ['redo', 4, () => key('z', { ctrlKey: true, shiftKey: true })],
    ['header', 4, headerButton],
    ['optimise', 1, () => named('header', /^Optimise/)],
    ['search', 3, () => named('main', /^(Search|Cancel)$/)],
    ['study', 3, () => press(pick(inside('nav[aria-label="Studies"]', 'a, button')))],
    ['run', 3, () => named('section[aria-label="Run"]', /./)],
    ['main: press', 8, () => press(pick(inside('main', 'button, summary, [role="gridcell"], [role="row"]')))],
    ['main: type', 3, () => type('main')],
    ['main: choose', 3, () => choose('main')],
    ['arrow', 3, () => key(pick(['ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'Tab']) ?? 'Tab')],
    ['escape', 3, () => key('Escape')],
    ['drop a file', 3, drop],
    ['paste a link', 3, paste],
    ['back or forward', 4, travel],
    ['saved designs', 5, library],
    ['how', 6, how],
  ];
  const total = ACTIONS.reduce((sum, [, weight]) => sum + weight, 0);
  const done: Record<string, number> = {};
  for (let count = 0; count < actions;) {
    let at = random() * total;
    const [name, , act] = ACTIONS.find(([, weight]) => (at -= weight) < 0) ?? (ACTIONS[0] as (typeof ACTIONS)[number]);
    const acted = await act();
    // what had nothing to act on does not count
    if (acted) {
      count += 1;
      done[name] = (done[name] ?? 0) + 1;
    }
    await wait(random() < 0.03 ? 120 : 0);
  }
  return done;
}
