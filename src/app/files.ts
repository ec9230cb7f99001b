import { errorText } from '../core/error-text.js';
import { reportDesign } from '../core/report.js';
import { designText } from '../interchange/design-file.js';
import { LONGEST_FILE, lengthText } from '../interchange/json-text.js';
import { isLibraryText, LONGEST_LIBRARY } from '../interchange/library-file.js';
import { partText } from '../interchange/part-text.js';
import { readFile } from '../interchange/read-file.js';
import { statsCsv } from '../interchange/stats-csv.js';
import { statsJson } from '../interchange/stats-json.js';
import { useOpenedDesign } from '../state/opened-design.js';
import { selectDesign, type WorkbenchState, type WorkbenchStore } from '../state/workbench.js';
import { download } from '../ui/export-download.js';
import { fileName } from './file-name.js';
import { importLibrary } from './library-access.js';
import { useNotices } from './notices.js';

/** The same bound for a file as it lies there and for what it unpacks to: a few kilobytes of gzip can hold gigabytes. */
const tooLong = (what: string, longest = LONGEST_FILE): string =>
  `${what} longer than ${lengthText(longest)}; a Calculon or design file has a few KiB.`;

/** Whether a file begins as one of saved designs, which may be longer than the others. */
const beginsAsLibrary = async (file: File): Promise<boolean> => isLibraryText(await file.slice(0, HEAD_BYTES).text());
const HEAD_BYTES = 200;

/** @throws {RangeError} past LONGEST_FILE, or what a file of saved designs may have: no more is read or unpacked */
async function textOf(file: File): Promise<string> {
  const isPacked = /\.gz$/i.test(file.name);
  const bytes = isPacked ? file.stream().pipeThrough(new DecompressionStream('gzip')) : file.stream();
  const reader = bytes.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let read = 0;
  let longest = LONGEST_FILE;
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    read += chunk.value.byteLength;
    if (text === '' && isLibraryText(new TextDecoder().decode(chunk.value.slice(0, HEAD_BYTES))))
      longest = LONGEST_LIBRARY;
    if (read > longest) {
      await reader.cancel();
      throw new RangeError(tooLong(isPacked ? 'Unpacked it is' : 'It is', longest));
    }
    text += decoder.decode(chunk.value, { stream: true });
  }
  return text + decoder.decode();
}

/** Opens a file into the workbench. What is wrong with it is told as one list, and nothing is changed then. */
export async function openFile(file: File, workbench: WorkbenchStore): Promise<void> {
  const refuse = (lines: readonly string[]): void =>
    useNotices.getState().add({ tone: 'error', title: `${file.name} was not opened. The design is as it was.`, lines });
  if (file.size > LONGEST_LIBRARY || (file.size > LONGEST_FILE && !(await beginsAsLibrary(file)))) {
    refuse([tooLong('It is')]);
    return;
  }
  let text: string;
  try {
    text = await textOf(file);
  } catch (error) {
    const why = errorText(error);
    refuse([error instanceof RangeError ? why : `It could not be read: ${why}`]);
    return;
  }
  if (isLibraryText(text)) {
    await importLibrary(workbench, text, file.name);
    return;
  }
  const read = readFile(text, file.name);
  if (!read.ok) {
    refuse(read.problems.map((problem) => problem.message));
    return;
  }
  const state = workbench.getState();
  switch (read.kind) {
    case 'design':
      state.loadDesign(read.name, read.design, read.names);
      // it is no longer the saved one, which the next save would write over
      useOpenedDesign.setState({ opened: null });
      break;
    case 'model':
      state.loadFile('model', read.name, read.value);
      break;
    case 'system':
      state.loadFile('system', read.name, read.value);
      break;
    case 'strategy':
      state.loadFile('strategy', read.name, read.value);
      break;
  }
}

interface SavedFile {
  readonly name: string;
  readonly text: string;
  readonly extension?: 'csv';
}

function fileOf(kind: string, state: WorkbenchState): SavedFile | null {
  const { model, system, strategy } = state;
  switch (kind) {
    case 'model':
      return { name: model.base.name, text: partText('model', model.value) };
    case 'system':
      return { name: system.base.name, text: partText('system', system.value) };
    case 'strategy':
      return { name: strategy.base.name, text: partText('strategy', strategy.value) };
    case 'stats-json':
    case 'stats-csv':
      return resultsOf(kind, state);
    default: {
      const names = { model: model.base.name, system: system.base.name, strategy: strategy.base.name };
      const name = `${names.model} on ${names.system}`;
      return { name: `${name} design`, text: designText({ name, names, design: selectDesign(state) }) };
    }
  }
}

/** What the design costs, evaluated afresh: what the screen shows may be a moment behind. Null when it has no numbers. */
function resultsOf(kind: 'stats-json' | 'stats-csv', state: WorkbenchState): SavedFile | null {
  const { outcome, layers } = reportDesign(selectDesign(state));
  if (outcome.kind === 'invalid') {
    const lines = outcome.reasons.map((reason) => reason.message);
    useNotices.getState().add({ tone: 'error', title: 'The design has no results to save.', lines });
    return null;
  }
  const name = `${state.model.base.name} on ${state.system.base.name} results`;
  return kind === 'stats-csv'
    ? { name, text: statsCsv(outcome.evaluation), extension: 'csv' }
    : { name, text: statsJson(outcome.evaluation, layers) };
}

/** Downloads the model, system, strategy or results (Calculon's files), or the whole design (this product's own). */
export function saveFile(kind: string, workbench: WorkbenchStore): void {
  const file = fileOf(kind, workbench.getState());
  if (file === null) return;
  const { name, text, extension = 'json' } = file;
  const type = extension === 'csv' ? 'text/csv' : 'application/json';
  download(`${fileName(name)}.${extension}`, new Blob([text], { type }));
}

/** Lets the person choose files and opens each. */
export function chooseFiles(open: (file: File) => void): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = '.json,.gz,application/json,application/gzip';
  input.multiple = true;
  input.addEventListener('change', () => [...(input.files ?? [])].forEach(open));
  input.click();
}
