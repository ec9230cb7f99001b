import { cutText, isLinkable, plainText } from './plain-text.js';

/**
 * The look of a report in HTML, in one style sheet without "<" or addresses: light and dark after the reader's system,
 * always light on paper. Colours of parts come with the figures; all others are here.
 */
const LIGHT = `--paper:#ffffff;--ink:#1a1e23;--dim:#535b64;--line:#d9dde1;--edge:#858c94;--soft:#f5f6f7;--accent:#1a5fb4;
--danger:#b3261e;--danger-soft:#fbe9e7;--good:#1a6b34;--good-soft:#e7f4eb;--mark:#fdf3dc;--less:#1a6b34;--more:#b3261e;`;
const DARK = `--paper:#171b1f;--ink:#e5e8eb;--dim:#a1abb5;--line:#2d333a;--edge:#78818b;--soft:#20252a;--accent:#74b3ff;
--danger:#ff9187;--danger-soft:#3a1f1d;--good:#6fcf8b;--good-soft:#1b2f22;--mark:#332810;--less:#6fcf8b;--more:#ff9187;`;

const SCREEN = `
:root{color-scheme:light;${LIGHT}}
@media (prefers-color-scheme:dark){:root{color-scheme:dark;${DARK}}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);
font:14px/20px system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue','Noto Sans','Liberation Sans','DejaVu Sans',Arial,sans-serif;
font-variant-numeric:tabular-nums;overflow-wrap:break-word}
header,main,footer{max-width:960px;margin:0 auto;padding:0 40px}
header{padding-top:40px}
footer{padding-top:16px;padding-bottom:56px;color:var(--dim);font-size:13px}
a{color:var(--accent)}
a:focus-visible,[tabindex]:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.kind{margin:0;color:var(--dim);font-size:13px}
h1{margin:0 0 4px;font-size:28px;line-height:36px;font-weight:650;letter-spacing:-.01em}
.line{margin:0 0 20px;font-size:16px;line-height:24px;color:var(--dim)}
h2{margin:48px 0 12px;padding-bottom:6px;border-bottom:1px solid var(--line);font-size:20px;line-height:28px;font-weight:650}
h3{margin:28px 0 8px;font-size:15px;line-height:20px;font-weight:650}
p{margin:0 0 12px;max-width:80ch}
ul{margin:0 0 12px;padding-left:20px}
dl.facts{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:4px 20px;margin:0 0 20px}
dl.facts dt{color:var(--dim)}
dl.facts dd{margin:0;overflow-wrap:anywhere}
nav{margin:0 0 8px;padding:10px 0;border-top:1px solid var(--line);border-bottom:1px solid var(--line)}
nav ul{display:flex;flex-wrap:wrap;gap:4px 20px;margin:0;padding:0;list-style:none}
.verdict{margin:20px 0;padding:12px 16px;border-left:4px solid var(--good);border-radius:2px;background:var(--good-soft)}
.verdict.bad{border-color:var(--danger);background:var(--danger-soft)}
.verdict p{margin:0}
.verdict .title{font-size:16px;line-height:24px;font-weight:650;color:var(--good)}
.verdict.bad .title{color:var(--danger)}
dl.key{display:grid;grid-template-columns:repeat(3,minmax(0,1fr));margin:20px 0;padding:0 1px 1px 0}
dl.key div{padding:10px 14px;border:1px solid var(--line);margin:0 -1px -1px 0}
dl.key dt{color:var(--dim);font-size:13px}
dl.key dd{margin:0}
dl.key .value{font-size:22px;line-height:30px;font-weight:600}
dl.key .bad .value{color:var(--danger)}
dl.key .note{color:var(--dim);font-size:12px;line-height:16px}
figure{margin:0 0 16px}
figcaption{margin-bottom:12px}
figcaption strong{display:block;font-size:15px;font-weight:650}
figcaption span{color:var(--dim);font-size:13px}
svg{display:block;width:100%;height:auto;overflow:visible}
svg text{font-size:12px}
svg text:not([fill]){fill:var(--ink)}
svg text.strong{font-weight:650}
svg text.over{fill:var(--danger);font-weight:650}
svg .room{fill:var(--soft)}
svg .part{stroke:var(--paper);stroke-width:.75}
svg .tick line{stroke:var(--line)}
svg .tick text{fill:var(--dim);font-size:11px}
svg .limit{stroke:var(--ink);stroke-width:2}
svg .total{stroke:var(--ink);stroke-width:2}
svg .join{stroke:var(--edge)}
svg .effect{fill:var(--more)}
svg .less{fill:var(--less)}
svg.swatch{display:inline-block;width:12px;height:12px;margin-right:8px;vertical-align:-1px}
.scroll{overflow-x:auto;margin:0 0 24px}
table{width:100%;border-collapse:collapse;font-size:13px;line-height:18px}
caption{padding:0 0 6px;text-align:left;color:var(--dim);font-size:13px}
th,td{padding:4px 10px;border-bottom:1px solid var(--line);text-align:left;vertical-align:top;font-weight:400}
th:last-child,td:last-child{padding-right:4px}
th:first-child,td:first-child{padding-left:4px}
thead th{color:var(--dim);font-weight:600;border-bottom-color:var(--edge);vertical-align:bottom}
th.group{padding-top:14px;font-weight:650;border-bottom-color:var(--edge)}
.number{text-align:right;white-space:nowrap}
thead .number{white-space:normal}
td small,th small{display:block;color:var(--dim);font-size:12px;line-height:16px}
td.quiet{color:var(--dim);font-size:12px;width:42%}
.marked{background:var(--mark);font-weight:600}
tfoot th,tfoot td{border-bottom:0;font-weight:650}
tfoot tr:first-child th,tfoot tr:first-child td{border-top:1px solid var(--edge)}
table.dense{font-size:12px;line-height:16px}
table.dense th,table.dense td{padding-left:6px;padding-right:6px}
@media screen and (max-width:640px){.quiet{display:none}h1{font-size:22px;line-height:28px}dl.key{grid-template-columns:repeat(2,minmax(0,1fr))}header,main,footer{padding-left:16px;padding-right:16px}dl.facts{grid-template-columns:minmax(0,1fr);gap:0}dl.facts dd{margin-bottom:8px}}
`;

const PAPER = `
@page{size:A4;margin:17mm 13mm 15mm;
@bottom-right{content:counter(page) ' / ' counter(pages);font:8pt system-ui,sans-serif;color:#535b64;white-space:nowrap}
@top-left{content:HEAD;font:8pt system-ui,sans-serif;color:#535b64;white-space:nowrap}
@bottom-left{content:FOOT;font:8pt system-ui,sans-serif;color:#535b64;white-space:nowrap}}
@media print{
:root{color-scheme:light;${LIGHT}}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
body{font-size:8.5pt;line-height:12pt}
header,main,footer{max-width:none;padding:0}
header{padding-top:0}
footer{padding-top:8pt}
nav{display:none}
h1{font-size:18pt;line-height:23pt}
.line{font-size:11pt;line-height:15pt;margin-bottom:10pt}
h2{margin:18pt 0 8pt;font-size:13pt;line-height:17pt}
h3{margin:12pt 0 4pt;font-size:10.5pt;line-height:14pt}
h2,h3,p:has(+ul),figcaption,caption,thead,tr:has(.group){break-after:avoid}
tbody tr:nth-child(-n+3){break-before:avoid}
tfoot tr,tbody tr:nth-last-child(-n+2){break-before:avoid}
figure,.verdict,dl.key,tr{break-inside:avoid}
thead{display:table-header-group}
tfoot{display:table-row-group}
.reference{break-before:page}
.reference h2{margin-top:0}
.scroll{overflow:visible;margin-bottom:12pt}
table,caption{font-size:7.5pt;line-height:10pt}
td small,th small,td.quiet{font-size:7pt;line-height:9pt}
th,td{padding-left:4pt;padding-right:4pt}
table.dense,table.dense caption{font-size:6.5pt;line-height:8.5pt}
table.dense th,table.dense td{padding-left:2pt;padding-right:2pt}
th,td{padding-top:2pt;padding-bottom:2pt}
dl.key div{padding:5pt 8pt}
dl.key dt,dl.key .note,figcaption span,.kind,footer{font-size:8pt;line-height:11pt}
dl.key .value{font-size:13pt;line-height:17pt}
figcaption strong,.verdict .title{font-size:9.5pt;line-height:13pt}
a{color:inherit;text-decoration:none}
}
`;

/** Characters of a running head; the margin holds about as many. */
const LONGEST_HEAD = 90;

/** A text as a string of CSS with every character escaped but letters, digits and blanks. */
function cssString(text: string): string {
  const written = Array.from(cutText(plainText(text), LONGEST_HEAD), (character) =>
    /[A-Za-z0-9 ]/.test(character) ? character : `\\${(character.codePointAt(0) ?? 0).toString(16)} `,
  );
  return `"${written.join('')}"`;
}

/** The whole style sheet; the printed pages of a report name it and where it is from. */
export function reportStyle(title: string, link: string): string {
  const head = cssString(title);
  const foot = cssString(isLinkable(link) ? link : '');
  return SCREEN + PAPER.replace('HEAD', () => head).replace('FOOT', () => foot);
}
