/** "Tier 0 · scale-up" for the innermost network, "Tier 1 · cluster" for the outermost; those between have a number only. */
export function tierName(index: number, tiers: number): string {
  if (index === 0) return tiers > 1 ? 'Tier 0 · scale-up' : 'Tier 0';
  return index === tiers - 1 ? `Tier ${index} · cluster` : `Tier ${index}`;
}
