import { jsonText } from '../interchange/json-text.js';
import { libraryText, readLibrary } from '../interchange/library-file.js';
import type { Library } from '../state/library.js';
import type { SavedDesign } from '../state/saved-design.js';
import { download } from '../ui/export-download.js';

function downloadText(name: string, text: string): void {
  download(name, new Blob([text], { type: 'application/json' }));
}

/** Hands saved designs to the person as one file. */
export function downloadDesigns(designs: readonly SavedDesign[]): void {
  const [first] = designs;
  const one = first?.name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
  const name = designs.length === 1 && one !== undefined && one !== '' ? one : 'saved-designs';
  downloadText(`${name}.calculon-library.json`, libraryText(designs));
}

/** What could not be read, as it was found. */
export function downloadAside(library: Library): void {
  const aside = library.getState().aside.map(({ why, raw }) => ({ why, record: raw }));
  downloadText('unreadable-designs.json', jsonText(aside));
}

/** Takes the designs of a file into the library. Says what was taken and what was not; never throws. */
export async function importDesigns(library: Library, text: string, fileName: string): Promise<void> {
  const read = readLibrary(text);
  if (!read.ok) {
    library.getState().say([`${fileName} was not imported.`, ...read.problems.map((problem) => problem.message)]);
    return;
  }
  const { designs, problems } = read.value;
  await library.getState().add(designs);
  if (problems.length === 0) return;
  const left = problems.map((problem) => problem.message);
  library.getState().say([...library.getState().messages, 'Not all of the file could be read.', ...left]);
}
