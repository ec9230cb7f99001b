import { useId } from 'react';
import classes from './segments.module.css';

export interface Segment {
  readonly value: string;
  readonly label: string;
  readonly help?: string;
  /** Shown faintly: there, but empty. */
  readonly dim?: boolean;
}

interface SegmentsProps {
  readonly label: string;
  readonly segments: readonly Segment[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A few alternatives side by side: native radio buttons drawn as one strip. */
export function Segments({ label, segments, value, onChange }: SegmentsProps) {
  const name = useId();
  return (
    <div role="radiogroup" aria-label={label} className={classes['strip']}>
      {segments.map((segment) => (
        <label
          key={segment.value}
          className={classes['segment']}
          data-hint={segment.help}
          data-dim={segment.dim === true || undefined}
        >
          <input
            type="radio"
            name={name}
            className="visually-hidden"
            checked={segment.value === value}
            onChange={() => onChange(segment.value)}
          />
          {segment.label}
        </label>
      ))}
    </div>
  );
}
