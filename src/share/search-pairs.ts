import { BOUNDED_FIELDS, CHOSEN_FIELDS, WHOLE_SEARCH } from '../core/inputs/search-input.js';
import type { BoundedField, ChosenField, SearchInput } from '../core/inputs/search-input.js';
import { leafText, numberFromText } from './leaf-text.js';
import { quoted } from './names.js';
import type { Pairs } from './pairs.js';
import { checkedSearch, isBounds, isChoice, orderedChoices } from './search-check.js';

const SCALARS = [
  'max_batch',
  'microbatch_break',
  'objective',
  'least_hbm_share',
  'hbm_limit_GiB',
  'least_rate',
] as const;
type Scalar = (typeof SCALARS)[number];

const KEYS: ReadonlySet<string> = new Set([
  'live',
  ...[...SCALARS, ...BOUNDED_FIELDS, ...CHOSEN_FIELDS].map((field) => `search.${field}`),
]);

/** Whether a key of a link is about the search. */
export function isSearchKey(key: string): boolean {
  return KEYS.has(key);
}

/** What narrows the search, and nothing when nothing does: `search.max_batch=3072`, `search.tensor_par=1..8`, `live=1`. */
export function searchPairs(search: SearchInput): Pairs {
  const pairs: (readonly [string, string])[] = [];
  for (const key of SCALARS) {
    const value = search[key];
    if (value !== WHOLE_SEARCH[key]) pairs.push([`search.${key}`, leafText(value)]);
  }
  for (const field of BOUNDED_FIELDS) {
    const bounds = search.bounds[field];
    if (bounds) pairs.push([`search.${field}`, `${bounds[0]}..${bounds[1] === Infinity ? '' : bounds[1]}`]);
  }
  for (const field of CHOSEN_FIELDS) {
    const values = search.allowed[field];
    if (values) pairs.push([`search.${field}`, values.join(',')]);
  }
  if (search.live) pairs.push(['live', '1']);
  return pairs;
}

/** The search that a link asks for, with a note for each thing that no search takes. Never throws. */
export function searchFromPairs(pairs: ReadonlyMap<string, string>, notes: string[]): SearchInput {
  let search = WHOLE_SEARCH;
  const take = (key: string, change: (text: string) => Partial<SearchInput> | null, allowed: string): void => {
    const text = pairs.get(key);
    if (text === undefined) return;
    const patch = change(text);
    const changed = patch && checkedSearch({ ...search, ...patch });
    if (changed) search = changed;
    else notes.push(`${key} cannot be ${quoted(text)}: it must be ${allowed}. It was ignored.`);
  };
  for (const key of SCALARS) take(`search.${key}`, (text) => scalarFromText(key, text), ALLOWED[key]);
  for (const field of BOUNDED_FIELDS) {
    const within = (text: string): Partial<SearchInput> | null => {
      const bounds = boundsFromText(field, text);
      return bounds && { bounds: { ...search.bounds, [field]: bounds } };
    };
    take(`search.${field}`, within, 'a range of whole numbers such as 1..8, 4.. or 8');
  }
  for (const field of CHOSEN_FIELDS) {
    const among = (text: string): Partial<SearchInput> | null => {
      const values = choicesFromText(field, text);
      return values && { allowed: { ...search.allowed, [field]: values } };
    };
    take(`search.${field}`, among, 'values of that field, separated by commas');
  }
  take('live', (text) => (text === '1' ? { live: true } : text === '0' ? {} : null), '1 or 0');
  return search;
}

const ALLOWED: Readonly<Record<Scalar, string>> = {
  max_batch: 'a whole number of samples, at least 1',
  microbatch_break: 'true or false',
  objective: 'rate, mfu, rate_per_processor or least_hbm',
  least_hbm_share: 'a number from 0 to 1',
  hbm_limit_GiB: 'a number of GiB',
  least_rate: 'a number of samples/s',
};

function scalarFromText(key: Scalar, text: string): Partial<SearchInput> | null {
  // checkedSearch holds every value against what is allowed, so a wrong objective ends there
  if (key === 'objective') return { objective: text as SearchInput['objective'] };
  if (key === 'microbatch_break') return text === 'true' || text === 'false' ? { [key]: text === 'true' } : null;
  const value = numberFromText(text);
  return value === undefined ? null : { [key]: value };
}

function boundsFromText(field: BoundedField, text: string): readonly [number, number] | null {
  const [, low = '', dots, high = ''] = /^(\d{0,10})(\.\.)?(\d{0,10})$/.exec(text) ?? [];
  if (low === '' && high === '') return null;
  const min = low === '' ? 1 : Number(low);
  const max = dots === undefined ? min : high === '' ? Infinity : Number(high);
  const bounds = [min, max];
  return isBounds(field, bounds) ? bounds : null;
}

/** More values than any field has; a longer list is not looked at. */
const MOST_VALUES = 64;

function choicesFromText(field: ChosenField, text: string): readonly string[] | null {
  const values = text === '' ? [] : text.split(',', MOST_VALUES + 1);
  if (values.length > MOST_VALUES || !values.every((value) => isChoice(field, value))) return null;
  return orderedChoices(field, values) ?? values;
}
