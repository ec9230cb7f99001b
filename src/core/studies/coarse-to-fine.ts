/** The places 0 … n − 1, the last first, then ever finer halves between: what is drawn early already shows the shape. */
export function coarseToFine(n: number): readonly number[] {
  const order: number[] = [];
  const seen = new Set<number>();
  let stride = 1;
  while (stride * 16 < n) stride *= 2;
  for (; stride >= 1; stride /= 2) {
    for (let place = stride - 1; place < n; place += stride) {
      if (seen.has(place)) continue;
      seen.add(place);
      order.push(place);
    }
  }
  return order;
}
