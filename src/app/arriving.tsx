import classes from './notices.module.css';

/** In place of what is still being fetched: what it is, after a moment in which most of it has come. */
export function Arriving({ what, over = false }: { readonly what: string; readonly over?: boolean }) {
  return (
    <p role="status" className={over ? classes['arrivingOver'] : classes['arriving']}>
      <span>Loading {what}…</span>
    </p>
  );
}
