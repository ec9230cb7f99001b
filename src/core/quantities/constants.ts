/** 2^30 bytes. Memory capacities are in GiB, as the reference model has them. */
export const GIBIBYTE = 2 ** 30;
/** 10^9: a GB (never a GiB) of bandwidth, a GFLOP of work. */
export const GIGA = 1e9;
export const MEGA = 1e6;
export const TERA = 1e12;
