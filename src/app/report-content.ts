import { evaluateDesign } from '../core/evaluate.js';
import type { Design, DesignPart } from '../core/inputs/design.js';
import { comparisonReport } from '../interchange/report/comparison-report.js';
import { designReport } from '../interchange/report/design-report.js';
import type { ReportDocument } from '../interchange/report/report-document.js';
import type { PartOrigin, ReportFrame } from '../interchange/report/report-subject.js';
import { encodeLink } from '../share/link.js';
import { isComparing } from '../state/comparing.js';
import { isUnsaved, useOpenedDesign } from '../state/opened-design.js';
import { currentOrigins, nearestOrigins } from '../state/origins-line.js';
import { presetWithId } from '../state/presets.js';
import { nameOfState } from '../state/saved-design.js';
import { strategyLine } from '../state/strategy-line.js';
import { selectDesign, type WorkbenchState } from '../state/workbench.js';
import { findingsOf, reportPalette } from './report-findings.js';

/** What a part started from, with its sources when it was a preset. */
function originOf<P extends DesignPart>(part: P, state: WorkbenchState): PartOrigin {
  const { presetId, revision, name, value } = state[part].base;
  const preset = presetId === null ? undefined : presetWithId<P>(state.presets, part, presetId);
  return {
    name,
    revision: presetId === null ? null : revision,
    notes: preset?.notes ?? '',
    sources: preset?.sources ?? [],
    value: value as Design[P],
  };
}

/** The name that the design was saved under, with a word when it is not as it was saved; null for none. */
function savedName(state: WorkbenchState): string | null {
  const { opened } = useOpenedDesign.getState();
  if (opened === null) return null;
  return isUnsaved(opened, state) ? `${opened.record.name} (edited)` : opened.record.name;
}

function ofDesign(state: WorkbenchState, frame: ReportFrame): ReportDocument {
  const design = selectDesign(state);
  const outcome = evaluateDesign(design);
  const line = nameOfState(state);
  const name = savedName(state) ?? line;
  return designReport({
    ...frame,
    name,
    line: name === line ? '' : line,
    strategy: strategyLine(design.strategy),
    design,
    origins: {
      model: originOf('model', state),
      system: originOf('system', state),
      strategy: originOf('strategy', state),
    },
    findings: outcome.kind === 'invalid' ? null : findingsOf(outcome.evaluation),
  });
}

function ofComparison(state: WorkbenchState, frame: ReportFrame): ReportDocument {
  const kept = state.compared.map(({ name, design }) => ({
    name,
    design,
    origins: nearestOrigins(design, state, state.presets),
  }));
  const current = {
    name: savedName(state) ?? nameOfState(state),
    design: selectDesign(state),
    origins: currentOrigins(state),
  };
  return comparisonReport({
    ...frame,
    designs: [...kept, current].map((each, index) => ({
      ...each,
      letter: String.fromCharCode(65 + index),
      strategy: strategyLine(each.design.strategy),
    })),
  });
}

/**
 * The report of what is on the screen: the comparison where designs are compared, else the current design. Everything is
 * evaluated afresh, so that it is of the inputs as they are now.
 *
 * @param address of this page, to which the link is added
 */
export function reportOf(state: WorkbenchState, address: string, writtenAt: Date): ReportDocument {
  const isOfAll = isComparing(state);
  const linked = isOfAll ? state : { ...state, compared: [] };
  const frame: ReportFrame = {
    writtenAt: writtenAt.toISOString(),
    link: new URL(encodeLink(linked, state.presets), address).href,
    palette: reportPalette(),
  };
  return isOfAll ? ofComparison(state, frame) : ofDesign(state, frame);
}
