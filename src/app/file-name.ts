/** A name as a file may have it everywhere. */
export function fileName(name: string): string {
  const plain = name
    .toLowerCase()
    .replace(/(?<!\d)\.|\.(?!\d)|[^a-z0-9.]/g, '-')
    .replace(/-+/g, '-')
    .replace(/^-|-$/g, '');
  return plain === '' ? 'design' : plain.slice(0, 80);
}
