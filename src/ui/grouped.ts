/** A count with commas between its thousands: "4,096". */
export const grouped = (value: number): string => value.toLocaleString('en');
