/** A rate on an axis, three digits at least: "1,084", "108.4", "0.25". */
export function rateTick(value: number): string {
  const digits = value === 0 ? 0 : Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))));
  return value.toLocaleString('en', { maximumFractionDigits: Math.min(6, digits) });
}

/** A count in little room: "1.97 M", "455 k", "27". */
export function compactCount(value: number): string {
  if (value >= 999_500) return `${trimmed(value / 1e6)} M`;
  return value >= 9995 ? `${trimmed(value / 1e3)} k` : value.toLocaleString('en', { maximumFractionDigits: 0 });
}

const trimmed = (value: number): string => {
  const text = value >= 99.95 ? value.toFixed(0) : value.toPrecision(3);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
};
