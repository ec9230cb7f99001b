import { describe, expect, it } from 'vitest';
import { reportDesign } from '../../src/core/report.js';
import { statsCsv } from '../../src/interchange/stats-csv.js';
import { statsJson } from '../../src/interchange/stats-json.js';
import { agrees, designOf, oracle } from '../core/oracle.js';

const layered = oracle.cases.find((each) => each.stats?.layers);
if (!layered?.stats) throw new Error('The oracle has changed.');
const report = reportDesign(designOf(layered));
if (report.outcome.kind !== 'feasible') throw new Error('The first layered case is feasible.');
const { evaluation } = report.outcome;

describe('stats as JSON', () => {
  const { layers, ...stats } = layered.stats ?? {};
  const written = JSON.parse(statsJson(evaluation, report.layers)) as Record<string, unknown>;

  it('have the reference’s keys in its order, and its values', () => {
    expect(Object.keys(written)).toEqual([...Object.keys(stats), 'layers']);
    for (const [key, value] of Object.entries(stats))
      expect(agrees(written[key] as number | null, value), key).toBe(true);
  });

  it('have its layers, or none', () => {
    expect((written['layers'] as object[]).map((layer) => Object.keys(layer))).toEqual(
      layers?.map((layer) => Object.keys(layer)),
    );
    expect(statsJson(evaluation)).not.toContain('layers');
  });
});

describe('stats as CSV', () => {
  it('have a row for each quantity, its Calculon key and its unit', () => {
    const [header, ...rows] = statsCsv(evaluation).trimEnd().split('\r\n');
    expect(header).toBe('quantity,calculon,label,value,unit');
    const total = rows.find((row) => row.startsWith('total-time,'));
    expect(total).toMatch(/^total-time,total_time,.*,seconds$/);
    expect(rows.every((row) => !row.includes('NaN') && !row.includes('Infinity'))).toBe(true);
  });
});
