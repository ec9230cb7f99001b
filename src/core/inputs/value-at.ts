/** What a part of a design has at a path (`networks.1.bandwidth`); undefined where it has nothing. */
export function valueAt(partValue: unknown, path: string): unknown {
  let value = partValue;
  for (const key of path.split('.')) value = ownValue(value, key);
  return value;
}

/** Only own keys count: a path never reaches a prototype. */
export function ownValue(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Readonly<Record<string, unknown>>)[key];
}
