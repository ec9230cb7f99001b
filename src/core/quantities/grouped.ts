const FORMAT = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 20 });

/** A number as it is, with commas between its thousands: "4,096", "0.0004". */
export const grouped = (value: number): string => FORMAT.format(value);

/** Allowed numbers in a row, the middle of many left out: "1, 2, 4", "1, 2, …, 4,096". */
export function groupedList(values: readonly number[]): string {
  const all = values.map(grouped);
  return (all.length <= 12 ? all : [...all.slice(0, 10), '…', ...all.slice(-1)]).join(', ');
}
