/**
 * A place for something that the app has one of: put there at the start, and by each test that renders, for what is not
 * handed it.
 *
 * @param provider the name of the function that puts it there
 * @param use what cannot be before: "the search is used"
 */
export function placeFor<T>(
  provider: string,
  use: string,
): { readonly provide: (thing: T) => void; readonly provided: () => T } {
  let there: T | null = null;
  return {
    provide: (thing) => {
      there = thing;
    },
    provided: () => {
      if (there === null) throw new Error(`${provider} has to be called before ${use}.`);
      return there;
    },
  };
}
