import type { ReportPage } from '../interchange/report/write-html.js';

const FRAME = 'report-to-print';

/** Where the report lies while it is printed: there, but not to be seen or reached. */
const HIDDEN = { position: 'fixed', right: '0', bottom: '0', width: '1px', height: '1px', border: '0', opacity: '0' };

/**
 * Puts the report into the frame. Its style sheet goes through the CSSOM: the rules of the page, which the frame and even
 * a parsed document have from it, allow no style element.
 */
function fill(frame: HTMLIFrameElement, { language, title, style, body }: ReportPage): Window | null {
  const [inside, page] = [frame.contentWindow, frame.contentDocument];
  if (inside === null || page === null) return null;
  const { CSSStyleSheet: Sheet } = inside as Window & typeof globalThis;
  const sheet = new Sheet();
  sheet.replaceSync(style);
  page.adoptedStyleSheets = [sheet];
  page.documentElement.lang = language;
  page.title = title;
  const parsed = new DOMParser().parseFromString(body, 'text/html');
  page.body.replaceChildren(...[...parsed.body.childNodes].map((node) => page.adoptNode(node)));
  return inside;
}

/** Prints a report, or lets the browser save it as PDF, and takes it away again. The page itself stays as it is. */
export function printPage(report: ReportPage): void {
  document.getElementById(FRAME)?.remove();
  const frame = document.createElement('iframe');
  frame.id = FRAME;
  frame.title = 'Report to print';
  frame.tabIndex = -1;
  frame.setAttribute('aria-hidden', 'true');
  Object.assign(frame.style, HIDDEN);
  const focused = document.activeElement;
  // Some browsers print the window that has the focus. It is back when the dialog is up, or when it is done with.
  const giveBack = (): void => {
    if (document.activeElement === frame && focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  };
  const print = (): void => {
    const inside = fill(frame, report);
    inside?.addEventListener('afterprint', () => {
      giveBack();
      frame.remove();
    });
    inside?.focus();
    inside?.print();
    giveBack();
  };
  // A frame without an address is loaded as soon as it is in the page, in some browsers a moment later.
  frame.addEventListener('load', print, { once: true });
  document.body.append(frame);
}
