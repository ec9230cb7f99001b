import classes from './view-buttons.module.css';

interface ViewButtonsProps<V extends string> {
  readonly label: string;
  /** None keep the room of their line. */
  readonly views: readonly V[];
  readonly labels: Readonly<Record<V, string>>;
  readonly shown: V;
  readonly onShow: (view: V) => void;
}

/** The ways a chart can be drawn, above it at the right: the one that is shown is pressed. */
export function ViewButtons<V extends string>({ label, views, labels, shown, onShow }: ViewButtonsProps<V>) {
  return (
    <div className={classes['views']} role="group" aria-label={label}>
      {views.map((view) => (
        <button key={view} type="button" aria-pressed={shown === view} onClick={() => onShow(view)}>
          {labels[view]}
        </button>
      ))}
    </div>
  );
}
