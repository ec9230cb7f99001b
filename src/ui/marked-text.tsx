import classes from './marked-text.module.css';

/** A text with some of its letters (by index) marked, as those that match what is typed. */
export function MarkedText({ text, marked }: { readonly text: string; readonly marked: readonly number[] }) {
  if (marked.length === 0) return text;
  const isMarked = new Set(marked);
  const runs: { text: string; from: number; on: boolean }[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const on = isMarked.has(at);
    const last = runs.at(-1);
    if (last?.on === on) last.text += text.charAt(at);
    else runs.push({ text: text.charAt(at), from: at, on });
  }
  return runs.map((run) =>
    run.on ? (
      <mark key={run.from} className={classes['mark']}>
        {run.text}
      </mark>
    ) : (
      run.text
    ),
  );
}
