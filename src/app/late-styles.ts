/** Stylesheets of code fetched late that did not arrive, by address. */
const missing = new Set<string>();

const isSheet = (target: EventTarget | null): target is HTMLLinkElement =>
  target instanceof HTMLLinkElement && target.rel === 'stylesheet';

// A failed sheet tells nobody but its own element.
window.addEventListener(
  'error',
  ({ target }) => {
    if (isSheet(target)) missing.add(target.href);
  },
  true,
);

function fetchSheet(address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const sheet = document.createElement('link');
    sheet.rel = 'stylesheet';
    sheet.href = address;
    sheet.addEventListener('load', () => {
      missing.delete(address);
      resolve();
    });
    sheet.addEventListener('error', () => {
      sheet.remove();
      reject(new Error(`${address} did not arrive.`));
    });
    document.head.append(sheet);
  });
}

/**
 * Loads code together with its stylesheet. The loader that the build puts in asks for each sheet once: what failed then, while
 * nobody looked, would leave a view without its looks until the page is loaded again.
 *
 * @param name of the file, as the build names it: `layers` for `layers-….css`
 * @throws when the code or its own sheet cannot be fetched.
 */
export async function withStyles<T>(name: string, load: () => Promise<T>): Promise<T> {
  const isOwn = (address: string): boolean => address.includes(`/${name}-`);
  const answers = [...missing].map((address) =>
    fetchSheet(address).catch((error: unknown) => {
      if (isOwn(address)) throw error;
    }),
  );
  await Promise.all(answers);
  return load();
}
