import { errorText } from '../core/error-text.js';
import type { WorkbenchStore } from '../state/workbench.js';
import { useNotices } from './notices.js';

type Reports = typeof import('./report-files.js');

/** Reports are no part of the first download: they are fetched with the first one that is wanted. */
async function withReports(workbench: WorkbenchStore, run: (reports: Reports) => void): Promise<void> {
  try {
    run(await import('./report-files.js'));
  } catch (error) {
    const name = workbench.getState().model.base.name;
    useNotices
      .getState()
      .add({ tone: 'error', title: `The report of ${name} could not be made`, lines: [errorText(error)] });
  }
}

/** Downloads a report of the design, or of the comparison where one is on the screen. */
export const saveReport = (kind: 'html' | 'markdown', workbench: WorkbenchStore): Promise<void> =>
  withReports(workbench, ({ downloadReport }) => downloadReport(kind, workbench.getState()));

/** Prints it, or saves it as PDF, as the browser offers. */
export const printReport = (workbench: WorkbenchStore): Promise<void> =>
  withReports(workbench, ({ printReportOf }) => printReportOf(workbench.getState()));
