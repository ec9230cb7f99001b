// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { QuantityInspector } from '../../src/features/headline/quantity-inspector.js';
import { useHighlight } from '../../src/state/highlight.js';
import { hideHow, showsDesign, useHow, type OtherDesign } from '../../src/state/how.js';
import { NumberButton } from '../../src/ui/number-button.js';
import { designOfPreset } from './evaluation-of-preset.js';

beforeEach(() => {
  hideHow();
  render(
    <>
      <svg data-chart>
        <g data-segment data-quantity="bubble-time" data-testid="segment">
          <rect />
        </g>
      </svg>
      <table>
        <tbody>
          <tr data-quantity="bubble-time">
            <th>
              <button type="button" data-quantity="bubble-time">
                Bubble
              </button>
            </th>
            <td>no number</td>
            <td>
              <NumberButton id="bubble-time-share">9.5 %</NumberButton>
            </td>
          </tr>
          <tr data-quantity="data-exposed">
            <th>
              <button type="button">Another matter</button>
            </th>
            <td>nothing</td>
            <td>
              <NumberButton id="data-exposed-share">0.2 %</NumberButton>
            </td>
          </tr>
        </tbody>
      </table>
      <div data-how-panel>
        <button type="button" data-quantity="total-time">
          In the panel
        </button>
      </div>
      <QuantityInspector />
    </>,
  );
});
afterEach(cleanup);

const shown = () => useHow.getState().trail;
const button = (name: string): HTMLElement => screen.getByRole('button', { name });

describe('clicking a number', () => {
  it('asks how a segment, a row or the very number of a cell is computed', () => {
    fireEvent.click(screen.getByTestId('segment'));
    expect(shown()).toEqual(['bubble-time']);
    fireEvent.click(button('9.5 %'));
    expect(shown()).toEqual(['bubble-time-share']);
    fireEvent.click(screen.getByText('no number'));
    expect(shown()).toEqual(['bubble-time']);
  });

  it('leaves buttons of another kind and those of the panel alone', () => {
    fireEvent.click(button('Another matter'));
    fireEvent.click(button('In the panel'));
    expect(shown()).toEqual([]);
  });

  it('lights up what is pointed at', () => {
    fireEvent.pointerOver(button('9.5 %'));
    expect(useHighlight.getState().quantityId).toBe('bubble-time');
    fireEvent.pointerOver(document.body);
    expect(useHighlight.getState().quantityId).toBeNull();
  });
});

describe('numbers of another design', () => {
  it('carry it, however deep they are, until they are of the current one again', () => {
    const of = { name: 'Another', design: designOfPreset('fig3') };
    const numbers = (whose: OtherDesign | null) => (
      <div ref={showsDesign(whose)}>
        <p>
          <NumberButton id="mfu">41 %</NumberButton>
        </p>
      </div>
    );
    const { rerender } = render(numbers(of));
    fireEvent.click(button('41 %'));
    expect([shown(), useHow.getState().of]).toEqual([['mfu'], of]);
    fireEvent.click(button('9.5 %'));
    expect([shown(), useHow.getState().of]).toEqual([['bubble-time-share'], null]);
    rerender(numbers(null));
    fireEvent.click(button('41 %'));
    expect(useHow.getState().of).toBeNull();
  });
});

describe('arrow keys', () => {
  it('lead from the name of a row to its numbers, across and down', () => {
    const press = (key: string): string | null | undefined => {
      fireEvent.keyDown(document.activeElement ?? document, { key });
      return document.activeElement?.textContent;
    };
    button('Bubble').focus();
    expect(press('ArrowRight')).toBe('9.5 %');
    expect(press('ArrowRight')).toBe('9.5 %');
    expect(press('ArrowDown')).toBe('0.2 %');
    expect(press('ArrowLeft')).toBe('Another matter');
    expect(press('ArrowUp')).toBe('Bubble');
  });
});
