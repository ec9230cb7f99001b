// \p{C} takes control characters, text direction marks and halves of broken surrogate pairs
const INVISIBLE = /[\p{C}\p{Zl}\p{Zp}]+/gu;

/**
 * Text as a report may hold it: one line without invisible characters, so that no name can turn the direction of what
 * follows, break out of its line, or be what XML and HTML cannot hold. Both writers put every text through it.
 */
export function plainText(text: string): string {
  return text.replace(/[\t\n\r]+/g, ' ').replace(INVISIBLE, '');
}

const LINKED = /^https?:\/\/[^\s]+$/i;

/** Whether an address may be a link; any other (javascript:, data:, file:) stays text. */
export const isLinkable = (href: string): boolean => LINKED.test(href);

/** Text of at most so many characters; a longer one ends in "…". */
export function cutText(text: string, most: number): string {
  const characters = Array.from(text);
  return characters.length <= most ? text : `${characters.slice(0, Math.max(0, most - 1)).join('')}…`;
}
