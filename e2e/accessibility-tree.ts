import type { Page } from '@playwright/test';

/** What a screen reader has of one thing on the page. */
export interface Heard {
  readonly role: string;
  readonly name: string;
  readonly focusable: boolean;
  /** Of a heading; 0 of anything else. */
  readonly level: number;
}

/** Everything on the page as assistive technology has it, in reading order; what is hidden from it is left out. */
export async function heard(page: Page): Promise<readonly Heard[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const found: Heard[] = [];
  const walk = (id: string): void => {
    const node = byId.get(id);
    if (node === undefined) return;
    if (!node.ignored) {
      const property = (name: string): unknown => node.properties?.find((each) => each.name === name)?.value.value;
      found.push({
        role: String(node.role?.value ?? ''),
        // spaces that keep a number and its unit together are spaces
        name: String(node.name?.value ?? '')
          .replace(/\s+/g, ' ')
          .trim(),
        focusable: property('focusable') === true,
        level: Number(property('level') ?? 0),
      });
    }
    node.childIds?.forEach(walk);
  };
  const [root] = nodes;
  if (root !== undefined) walk(root.nodeId);
  return found;
}

/** What a screen reader could not make sense of: pictures and controls without a name, headings that skip a level. */
export function faults(all: readonly Heard[]): readonly string[] {
  const nameless = all
    .filter(({ role, name }) => name === '' && /^(figure|image|img|table|grid|dialog|slider|progressbar)$/.test(role))
    .map(({ role }) => `a ${role} without a name`);
  const mute = all
    .filter(({ role, name, focusable }) => focusable && name === '' && role !== 'RootWebArea')
    .map(({ role }) => `a ${role} that takes the focus without a name`);
  const headings = all.filter(({ role }) => role === 'heading');
  const jumps = headings
    .filter(({ level }, at) => level > (headings[at - 1]?.level ?? 0) + 1)
    .map(({ name, level }) => `the heading “${name}” of level ${level} skips one`);
  const landmarks = ['banner', 'main'].flatMap((role) => {
    const count = all.filter((each) => each.role === role).length;
    return count === 1 ? [] : [`${count} × ${role}`];
  });
  return [...nameless, ...mute, ...jumps, ...landmarks];
}
