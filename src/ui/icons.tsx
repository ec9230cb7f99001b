/** Line icons, 16 px, in the colour of the text around them. Decorative: the control carries the name. */
const PATHS = {
  undo: 'M6 3 3 6l3 3M3.5 6H9a4 4 0 0 1 0 8H6',
  redo: 'm10 3 3 3-3 3M12.5 6H7a4 4 0 0 0 0 8h3',
  open: 'M2 13V3h4l1.5 2H14v8zM2 8h12',
  save: 'M8 2v8m-3-3 3 3 3-3M2.5 11v2.5h11V11',
  link: 'M6.5 9.5l3-3M7 4.5 9 2.7a3 3 0 0 1 4.3 4.3L11.5 9M9 11.5l-2 1.8A3 3 0 0 1 2.7 9L4.5 7',
  reset: 'M3 8a5 5 0 1 1 1.6 3.7M3 4v4h4',
  sun: 'M8 5.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6M8 1v1.8M8 13.2V15M1 8h1.8M13.2 8H15M3 3l1.3 1.3M11.7 11.7 13 13M13 3l-1.3 1.3M4.3 11.7 3 13',
  moon: 'M13.5 9.5A6 6 0 0 1 6.5 2.5a6 6 0 1 0 7 7z',
  flag: 'M4 2v12M4 3h8.5l-2.5 3 2.5 3H4',
  chevron: 'm6 4 4 4-4 4',
  back: 'm10 4-4 4 4 4',
  down: 'm4 6 4 4 4-4',
  lock: 'M4 7.5h8V14H4zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5',
  unlock: 'M4 7.5h8V14H4zM5.5 7.5V4.5a2.5 2.5 0 0 1 4.9-.7',
  plus: 'M8 3v10M3 8h10',
  minus: 'M3 8h10',
  close: 'm4 4 8 8M12 4l-8 8',
  info: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2M8 7.5V11M8 5h.01',
  warning: 'M8 2.5 14.5 13.5h-13zM8 6.5v3.5M8 11.9h.01',
  best: 'M9 1.5 3.5 9H8l-1 5.5L12.5 7H8z',
  live: 'M8 6.5a1.5 1.5 0 1 0 0 3 1.5 1.5 0 0 0 0-3M5.2 5.2a4 4 0 0 0 0 5.6M10.8 5.2a4 4 0 0 1 0 5.6M3 3a7 7 0 0 0 0 10M13 3a7 7 0 0 1 0 10',
  edit: 'm10.5 3 2.5 2.5-7.5 7.5H3v-2.5z',
  bin: 'M2.5 4.5h11M6 4.5V3h4v1.5M4 4.5l.7 9h6.6l.7-9M6.7 7v4M9.3 7v4',
  search: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9M10.3 10.3 14 14',
  copy: 'M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
