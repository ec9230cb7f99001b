import { parameterCount, readTransformer } from '../core/model/transformer.js';
import { nameOfFile } from '../interchange/read-file.js';
import { readPartFile } from './files.js';

const PREFIXES = [
  [1e15, 'Q'],
  [1e12, 'T'],
  [1e9, 'B'],
  [1e6, 'M'],
  [1e3, 'K'],
] as const;

/** 174615822336 → "175B": parameters as the field writes them. */
function short(count: number): string {
  const [factor, letter] = PREFIXES.find(([least]) => count >= least) ?? [1, ''];
  return `${Number((count / factor).toPrecision(3))}${letter}`;
}

/** `llm-parameter-calculator`: how many parameters a model has, in full and in short. */
export function runParameterCalculator(model: string, options: { readonly alignment: number }): void {
  const count = parameterCount(readTransformer(readPartFile('model', model)));
  console.log(`${nameOfFile(model).padEnd(options.alignment)} -> ${count} (${short(count)})`);
}
