import { htmlReport, reportPage } from '../interchange/report/write-html.js';
import { markdownReport } from '../interchange/report/write-markdown.js';
import { isComparing } from '../state/comparing.js';
import type { WorkbenchState } from '../state/workbench.js';
import { download } from '../ui/export-download.js';
import { fileName } from './file-name.js';
import { reportOf } from './report-content.js';
import { printPage } from './report-print.js';

const WRITERS = {
  html: { write: htmlReport, extension: 'html', type: 'text/html;charset=utf-8' },
  markdown: { write: markdownReport, extension: 'md', type: 'text/markdown;charset=utf-8' },
} as const;

/** Downloads the report of what is on the screen. */
export function downloadReport(kind: keyof typeof WRITERS, state: WorkbenchState): void {
  const report = reportOf(state, window.location.href, new Date());
  const { write, extension, type } = WRITERS[kind];
  const what = isComparing(state) ? 'comparison' : 'report';
  download(`${fileName(report.title)}-${what}.${extension}`, new Blob([write(report)], { type }));
}

/** Prints it. */
export function printReportOf(state: WorkbenchState): void {
  printPage(reportPage(reportOf(state, window.location.href, new Date())));
}
