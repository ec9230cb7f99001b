import { useState } from 'react';
import { ChangedDot } from './changed-dot.js';
import classes from './curve-field.module.css';
import { CurvePlot } from './curve-plot.js';
import { withAddedPoint, withoutPoint, withPoint, type Curve } from './curve-points.js';
import { FieldRow } from './field-row.js';
import { FoldArrow } from './fold-arrow.js';
import { IconButton } from './icon-button.js';
import { memoInUnits } from './memo-in-units.js';
import { QuantityBox } from './quantity-box.js';

interface CurveFieldProps {
  readonly label: string;
  /** The label where it would not be clear alone, as in "HBM efficiency". */
  readonly fullLabel?: string | undefined;
  readonly help: string;
  readonly thresholdUnit: string;
  readonly mostPoints: number;
  readonly value: Curve;
  readonly base?: Curve | undefined;
  readonly baseName?: string | undefined;
  readonly changed: boolean;
  readonly field?: string | undefined;
  readonly onChange: (curve: Curve, options: { readonly commit: boolean }) => void;
  readonly onCommit: () => void;
  readonly onReset: () => void;
}

const percent = (share: number): string => `${Number((share * 100).toPrecision(4))}`;

/** The range of a curve in a few characters. */
function summary(curve: Curve): string {
  const shares = curve.map(([, efficiency]) => efficiency);
  const [low, high] = [Math.min(...shares), Math.max(...shares)];
  return low === high ? `${percent(low)} %` : `${percent(low)}–${percent(high)} %`;
}

/** An efficiency curve: its range on one line; unfolded, a plot with points to drag and a row for each. */
export const CurveField = memoInUnits(function CurveField(props: CurveFieldProps) {
  const {
    label,
    fullLabel = label,
    help,
    thresholdUnit,
    mostPoints,
    value: curve,
    base,
    baseName = '',
    changed,
    onChange,
    onCommit,
    onReset,
  } = props;
  const [open, setOpen] = useState(false);
  const change = (next: Curve): void => onChange(next, { commit: true });
  return (
    <div>
      <FieldRow
        wide
        field={props.field}
        label={label}
        help={help}
        dot={
          <ChangedDot
            changed={changed}
            label={fullLabel}
            baseText={base === undefined ? '' : summary(base)}
            baseName={baseName}
            onReset={onReset}
          />
        }
      >
        <button
          type="button"
          className={classes['summary']}
          aria-expanded={open}
          aria-label={`${fullLabel}, ${summary(curve)}`}
          onClick={() => setOpen(!open)}
        >
          {summary(curve)}
          <FoldArrow open={open} />
        </button>
      </FieldRow>
      {open && (
        <div className={classes['editor']}>
          <CurvePlot curve={curve} base={changed ? base : undefined} onChange={onChange} onCommit={onCommit} />
          {curve.map((point, index) => (
            <CurveRow
              key={index}
              label={fullLabel}
              unit={thresholdUnit}
              curve={curve}
              index={index}
              point={point}
              onChange={change}
            />
          ))}
          <IconButton
            icon="plus"
            size="small"
            label={`Add a point to ${fullLabel}`}
            text="Add a point"
            disabled={curve.length >= mostPoints}
            onClick={() => change(withAddedPoint(curve))}
          />
        </div>
      )}
    </div>
  );
});

interface CurveRowProps {
  readonly label: string;
  readonly unit: string;
  readonly curve: Curve;
  readonly index: number;
  readonly point: readonly [number, number];
  readonly onChange: (curve: Curve) => void;
}

function CurveRow({ label, unit, curve, index, point: [threshold, efficiency], onChange }: CurveRowProps) {
  const last = index === curve.length - 1;
  const name = `${label}, point ${index + 1}`;
  const taken = (typed: number): string | undefined =>
    curve.some(([other], at) => at !== index && other === typed)
      ? 'Another point has this threshold already: each needs its own.'
      : undefined;
  return (
    <div className={classes['row']}>
      <span className={classes['from']}>from</span>
      {last ? (
        <span className={classes['zero']}>0</span>
      ) : (
        <QuantityBox
          label={`${name}, threshold`}
          value={threshold}
          limits={{ unit, min: 0, minExclusive: true, max: Number.MAX_VALUE }}
          refuse={taken}
          onAccept={(next) => onChange(withPoint(curve, index, next, efficiency))}
        />
      )}
      <span className={classes['unit']}>{unit}</span>
      <QuantityBox
        label={`${name}, efficiency`}
        value={efficiency}
        limits={{ unit: '%', min: 0, minExclusive: true, max: 1 }}
        onAccept={(next) => onChange(withPoint(curve, index, threshold, next))}
      />
      <span className={classes['percent']}>%</span>
      {last ? (
        <span className={classes['gap']} />
      ) : (
        <IconButton
          icon="close"
          size="small"
          label={`Remove point ${index + 1} of ${label}`}
          onClick={() => onChange(withoutPoint(curve, index))}
        />
      )}
    </div>
  );
}
