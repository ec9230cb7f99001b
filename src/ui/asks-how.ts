/** The key that asks how the number in focus is computed, where Enter does something else: H alone. */
export const asksHow = ({
  key,
  ctrlKey,
  metaKey,
  altKey,
}: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>): boolean =>
  (key === 'h' || key === 'H') && !ctrlKey && !metaKey && !altKey;
