import * as z from 'zod/mini';
import { parseJson } from './json-text.js';
import { foundAt, problemAt, type Read } from './problem.js';

const text = z.string().check(z.minLength(1), z.maxLength(2000));
const seconds = z.number().check(z.positive());

const measuredFile = z.strictObject({
  format: z.literal('calculon-explorer/measured@1'),
  tables: z.array(
    z.strictObject({
      id: text,
      name: text,
      notes: z.string(),
      sources: z.array(z.strictObject({ title: text, url: z.string().check(z.regex(/^https:\/\/\S+$/)) })),
      runs: z.array(
        z.strictObject({
          id: text,
          name: text,
          /** Ids of presets. */
          for: z.strictObject({ model: text, system: text, strategy: text }),
          /** Measured time of a batch. */
          batchSeconds: seconds,
          /** What the reference predicts, as published. */
          publishedPredictionSeconds: z.exactOptional(seconds),
        }),
      ),
    }),
  ),
});

/** A published table of runs on real machines. */
export type MeasuredTable = z.infer<typeof measuredFile>['tables'][number];
export type MeasuredRun = MeasuredTable['runs'][number];

/** The text of the file of measured runs. */
export function readMeasured(json: string): Read<readonly MeasuredTable[]> {
  const parsed = parseJson(json);
  if (!parsed.ok) return parsed;
  const read = measuredFile.safeParse(parsed.value);
  if (read.success) return { ok: true, value: read.data.tables };
  return {
    ok: false,
    problems: read.error.issues.map((issue) => {
      const allowed =
        issue.code === 'unrecognized_keys'
          ? `an object without the field ${issue.keys.join(', ')}`
          : 'what a file of measured runs has there';
      return problemAt(issue.path.join('.'), foundAt(parsed.value, issue.path), allowed);
    }),
  };
}
