// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ChoiceField } from '../../src/ui/choice-field.js';
import { CurveField } from '../../src/ui/curve-field.js';
import type { Curve } from '../../src/ui/curve-points.js';
import { LawField, type Law } from '../../src/ui/law-field.js';
import { StepField } from '../../src/ui/step-field.js';
import { SwitchField } from '../../src/ui/switch-field.js';

afterEach(cleanup);

const nothing = (): void => undefined;

describe('StepField', () => {
  const show = (onChange: (value: number, options: { commit: boolean }) => void, onCommit = nothing): void => {
    render(
      <StepField
        label="Tensor t"
        help=""
        rule="t has to divide N"
        value={8}
        choices={[1, 2, 4, 8, 16]}
        onChange={onChange}
        onCommit={onCommit}
      />,
    );
  };

  it('moves from choice to choice', () => {
    const onChange = vi.fn<(value: number, options: { commit: boolean }) => void>();
    show(onChange);
    fireEvent.change(screen.getByRole('slider'), { target: { value: '4' } });
    expect(onChange).toHaveBeenCalledWith(16, { commit: false });
  });

  it('refuses a number that is no choice, and says which there are', () => {
    const onChange = vi.fn<(value: number, options: { commit: boolean }) => void>();
    show(onChange);
    const box = screen.getByRole('textbox');
    fireEvent.focus(box);
    fireEvent.change(box, { target: { value: '7' } });
    fireEvent.keyDown(box, { key: 'Enter' });
    expect(onChange).not.toHaveBeenCalled();
    expect(screen.getByRole('alert').textContent).toBe('7 does not fit: t has to divide N. Allowed: 1, 2, 4, 8, 16.');
  });
});

describe('SwitchField', () => {
  it('flips', () => {
    const onChange = vi.fn<(checked: boolean) => void>();
    render(<SwitchField label="Training" explanation="Forward and backward." checked onChange={onChange} />);
    fireEvent.click(screen.getByRole('switch', { name: 'Training' }));
    expect(onChange).toHaveBeenCalledWith(false);
  });

  it('does not flip while a rule forbids it, stays focusable and says why', () => {
    const onChange = vi.fn<(checked: boolean) => void>();
    render(
      <SwitchField
        label="Data overlap"
        explanation="Hides it."
        forbidden="It needs d above 1."
        checked={false}
        onChange={onChange}
      />,
    );
    const control = screen.getByRole<HTMLInputElement>('switch');
    fireEvent.click(control);
    expect(onChange).not.toHaveBeenCalled();
    expect(control.checked).toBe(false);
    expect(control.disabled).toBe(false);
    expect(control.getAttribute('aria-disabled')).toBe('true');
    const [described = ''] = control.getAttribute('aria-describedby')?.split(' ') ?? [];
    expect(document.getElementById(described)?.textContent).toBe('It needs d above 1.');
  });
});

describe('ChoiceField', () => {
  const choices = [
    { value: 'full', label: 'Full', help: 'All of it.' },
    { value: 'none', label: 'None', help: 'Nothing.', forbidden: 'Not without training.' },
    { value: 'attn', label: 'Attention', help: 'Only that.' },
  ];

  it('chooses what is allowed only', () => {
    const onChange = vi.fn<(value: string) => void>();
    render(<ChoiceField label="Recompute" help="" choices={choices} value="full" onChange={onChange} />);
    const group = within(screen.getByRole('radiogroup', { name: 'Recompute' }));
    fireEvent.click(group.getByRole('radio', { name: /None/ }));
    expect(onChange).not.toHaveBeenCalled();
    fireEvent.click(group.getByRole('radio', { name: /Attention/ }));
    expect(onChange).toHaveBeenCalledWith('attn');
  });
});

describe('CurveField', () => {
  const curve: Curve = [
    [100, 0.9],
    [10, 0.75],
    [0, 0.3],
  ];
  const open = (onChange: (curve: Curve) => void, mostPoints = 4): void => {
    render(
      <CurveField
        label="HBM efficiency"
        help=""
        thresholdUnit="MB"
        mostPoints={mostPoints}
        value={curve}
        changed={false}
        onChange={onChange}
        onCommit={nothing}
        onReset={nothing}
      />,
    );
    fireEvent.click(screen.getByRole('button', { name: 'HBM efficiency, 30–90 %' }));
  };
  const type = (name: string, text: string): void => {
    const box = screen.getByRole('textbox', { name });
    fireEvent.focus(box);
    fireEvent.change(box, { target: { value: text } });
    fireEvent.keyDown(box, { key: 'Enter' });
  };

  it('takes thresholds and efficiencies point by point', () => {
    const onChange = vi.fn<(curve: Curve) => void>();
    open(onChange);
    type('HBM efficiency, point 2, efficiency', '80 %');
    expect(onChange.mock.calls[0]?.[0]).toEqual([
      [100, 0.9],
      [10, 0.8],
      [0, 0.3],
    ]);
    type('HBM efficiency, point 2, threshold', '1 GB');
    expect(onChange.mock.calls[1]?.[0]).toEqual([
      [1000, 0.75],
      [100, 0.9],
      [0, 0.3],
    ]);
  });

  it('refuses a second point at a threshold, and an efficiency above 100 %', () => {
    const onChange = vi.fn<(curve: Curve) => void>();
    open(onChange);
    type('HBM efficiency, point 2, threshold', '100');
    type('HBM efficiency, point 1, efficiency', '120');
    expect(onChange).not.toHaveBeenCalled();
    expect(screen.getAllByRole('alert').map((each) => each.textContent)).toEqual([
      '120 % is too large. Allowed: more than 0 %, at most 100 %.',
      'Another point has this threshold already: each needs its own.',
    ]);
  });

  it('takes no more points than there is room for, and thresholds as large as they come', () => {
    const onChange = vi.fn<(curve: Curve) => void>();
    open(onChange, 3);
    expect(screen.getByRole('button', { name: /^Add a point/ }).getAttribute('aria-disabled')).toBe('true');
    type('HBM efficiency, point 1, threshold', '5e12');
    expect(onChange.mock.calls[0]?.[0][0]).toEqual([5e12, 0.9]);
  });

  it('adds and removes points, but never the last', () => {
    const onChange = vi.fn<(curve: Curve) => void>();
    open(onChange);
    fireEvent.click(screen.getByRole('button', { name: 'Add a point to HBM efficiency' }));
    expect(onChange.mock.calls[0]?.[0]).toHaveLength(4);
    fireEvent.click(screen.getByRole('button', { name: 'Remove point 1 of HBM efficiency' }));
    expect(onChange.mock.calls[1]?.[0]).toEqual([
      [10, 0.75],
      [0, 0.3],
    ]);
    expect(screen.queryByRole('button', { name: 'Remove point 3 of HBM efficiency' })).toBeNull();
  });
});

describe('LawField', () => {
  it('keeps an offset that was never given until one is', () => {
    const onChange = vi.fn<(law: Law) => void>();
    render(
      <LawField
        label="P2P"
        fullLabel="Tier 0 p2p"
        help=""
        limits={{ mostScalar: 3, leastOffset: -1, mostOffset: 5 }}
        value={[1, null]}
        changed={false}
        onChange={onChange}
        onReset={nothing}
      />,
    );
    const scalar = screen.getByRole('textbox', { name: 'Tier 0 p2p scalar' });
    fireEvent.focus(scalar);
    fireEvent.change(scalar, { target: { value: '1.5' } });
    fireEvent.blur(scalar);
    expect(onChange.mock.calls[0]?.[0]).toEqual([1.5, null]);
  });

  it('holds both numbers to the limits it is given', () => {
    render(
      <LawField
        label="P2P"
        fullLabel="Tier 0 p2p"
        help=""
        limits={{ mostScalar: 3, leastOffset: -1, mostOffset: 5 }}
        value={[1, 0]}
        changed={false}
        onChange={nothing}
        onReset={nothing}
      />,
    );
    expect(screen.getAllByRole('textbox').map((box) => box.dataset['hint'])).toEqual([
      'Allowed: at least 0, at most 3.',
      'Allowed: at least -1, at most 5.',
    ]);
  });
});
