// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { QuantityInspector } from '../../src/features/headline/quantity-inspector.js';

beforeEach(() => {
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
              <button type="button">Bubble</button>
            </th>
          </tr>
        </tbody>
      </table>
      <button type="button" data-quantity="total-time">
        Batch time
      </button>
      <button type="button">Elsewhere</button>
      <QuantityInspector evaluation={null} kind="invalid" />
    </>,
  );
});
afterEach(cleanup);

const open = (element: Element): void => {
  fireEvent.click(element);
  expect(screen.getByRole('dialog').contains(document.activeElement)).toBe(true);
};
const focused = (): string | null | undefined => document.activeElement?.textContent;

describe('closing the explanation of a number', () => {
  it('gives the focus back, however it is closed', () => {
    open(screen.getByRole('button', { name: 'Batch time' }));
    fireEvent.click(screen.getByRole('button', { name: 'Close' }));
    expect([screen.queryByRole('dialog'), focused()]).toEqual([null, 'Batch time']);
    open(screen.getByRole('button', { name: 'Batch time' }));
    fireEvent.keyDown(document, { key: 'Escape' });
    expect([screen.queryByRole('dialog'), focused()]).toEqual([null, 'Batch time']);
  });

  it('gives it to the row of a segment, which takes no focus itself', () => {
    open(screen.getByTestId('segment'));
    fireEvent.keyDown(document, { key: 'Escape' });
    expect(focused()).toBe('Bubble');
  });

  it('gives it to the row that came in place of the one that opened it', () => {
    const row = screen.getByRole('button', { name: 'Bubble' });
    open(row);
    const next = row.cloneNode(true);
    row.replaceWith(next);
    fireEvent.keyDown(document, { key: 'Escape' });
    expect(document.activeElement).toBe(next);
  });

  it('leaves it where it went by itself', () => {
    open(screen.getByRole('button', { name: 'Batch time' }));
    screen.getByRole('button', { name: 'Elsewhere' }).focus();
    expect(focused()).toBe('Elsewhere');
  });
});
