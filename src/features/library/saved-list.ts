import { planText } from '../../state/plan-text.js';
import type { StoredDesign } from '../../state/saved-design.js';

/** The designs in which every word of a search stands somewhere: in the name, a tag, or what it started from. */
export function matching(designs: readonly StoredDesign[], search: string): readonly StoredDesign[] {
  const words = search
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return designs;
  return designs.filter((design) => {
    const text = [design.name, ...design.tags, design.model.name, design.system.name, design.strategy.name]
      .join('\n')
      .toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** GPT-3 175B · A100 80 GiB ×4,096 · t8 p64 d8 */
export function savedLine({ model, system, strategy }: StoredDesign): string {
  return `${model.name} · ${system.name} ${planText(strategy.value)}`;
}

const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium' });
const MOMENT = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

/** When a design was saved, in the person's own time: 21 Nov 2026. */
export const savedDay = (savedAt: string): string => DAY.format(new Date(savedAt));
/** The same to the minute. */
export const savedMoment = (savedAt: string): string => MOMENT.format(new Date(savedAt));
