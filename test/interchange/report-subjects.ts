import { evaluateDesign } from '../../src/core/evaluate.js';
import type { Design } from '../../src/core/inputs/design.js';
import { findingsOf, reportPalette } from '../../src/app/report-findings.js';
import type { ComparisonSubject, DesignSubject, PartOrigin } from '../../src/interchange/report/report-subject.js';
import { strategyLine } from '../../src/state/strategy-line.js';
import { designOfPreset } from '../features/evaluation-of-preset.js';

export const fig3 = designOfPreset('fig3');
const WRITTEN_AT = '2026-03-04T05:06:07.000Z';
export const LINK = 'https://example.org/explorer/#v=1&model=gpt3-175b&mem1.GiB=96';

/** What a hostile file or link may name itself. */
export const HOSTILE = [
  '<img src=x onerror="alert(1)">',
  '</style><script>alert(1)</script>',
  '</title></head><body onload=alert(1)>',
  'a | b \\| c `code` **bold** _it_ [x](javascript:alert(1)) ~~s~~ $x$ ![i](data:,)',
  '# heading',
  '1. list',
  '- item',
  '```\nfence',
  '&lt;b&gt; &amp; "quotes" \'single\'',
  '\u202Egnp.exe\u202C \u0000\u0007\u2028new\nline\ttab',
  'الاسم · שם · 名前 · 🧮',
  '=HYPERLINK("http://evil")',
] as const;

export function designSubject(design: Design = fig3, name = 'Fig. 3'): DesignSubject {
  const outcome = evaluateDesign(design);
  const origin = (part: 'model' | 'system' | 'strategy'): PartOrigin => ({
    name: `Preset of ${part}`,
    revision: 1,
    notes: '',
    sources: [{ title: 'A data sheet', url: 'https://example.org/sheet' }],
    value: fig3[part],
  });
  return {
    name,
    line: 'GPT-3 175B · A100 80 GiB ×4,096 · t8 p64 d8',
    strategy: strategyLine(design.strategy),
    link: LINK,
    writtenAt: WRITTEN_AT,
    design,
    origins: { model: origin('model'), system: origin('system'), strategy: origin('strategy') },
    findings: outcome.kind === 'invalid' ? null : findingsOf(outcome.evaluation),
    palette: reportPalette(),
  };
}

export function comparisonSubject(...designs: readonly (readonly [name: string, design: Design])[]): ComparisonSubject {
  return {
    link: LINK,
    writtenAt: WRITTEN_AT,
    palette: reportPalette(),
    designs: designs.map(([name, design], index) => ({
      letter: String.fromCharCode(65 + index),
      name,
      design,
      strategy: strategyLine(design.strategy),
      origins: `Preset ${index}; a machine; a strategy of its own`,
    })),
  };
}

export const withMemory = (GiB: number, GBps = fig3.system.mem1.GBps): Design => ({
  ...fig3,
  system: { ...fig3.system, mem1: { ...fig3.system.mem1, GiB, GBps } },
});
