const FORMAT = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 20 });

/** A number as it is, with commas between its thousands: "4,096", "0.0004". */
export const grouped = (value: number): string => FORMAT.format(value);
