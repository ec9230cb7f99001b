// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { standaloneSvg, wrap } from '../../src/ui/export-svg.js';

function drawing(): SVGSVGElement {
  document.body.innerHTML =
    '<svg data-chart class="c"><g data-quantity="total-time" data-hint="x"><rect class="f" width="10" height="5" fill="#AA4499"></rect><text>A &lt; B</text></g></svg>';
  return document.querySelector('svg') as SVGSVGElement;
}

const SHEET = {
  title: '48 % is compute & more',
  subtitle: 'Time in s',
  legend: [{ label: 'Forward', text: '2.76 s', fill: '#AA4499', hatched: true }],
};

describe('standaloneSvg', () => {
  it('carries its title, subtitle, legend and background, and nothing of the page', () => {
    const text = standaloneSvg(drawing(), SHEET);
    expect(text).toMatch(/^<\?xml/);
    expect(text).toContain('http://www.w3.org/2000/svg');
    expect(text).toContain('<title>48 % is compute &amp; more</title>');
    expect(text).toContain('Time in s');
    expect(text).toContain('Forward 2.76 s');
    expect(text).toContain('#AA4499');
    expect(text).not.toMatch(/class=|data-|var\(--/);
  });
});

describe('wrap', () => {
  it('breaks long titles between words', () => {
    expect(wrap('one two three', 120, 20)).toEqual(['one two', 'three']);
    expect(wrap('it costs 2.76 s', 120, 16)).toEqual(['it costs', '2.76\u00a0s']);
    expect(wrap('short', 1000, 12)).toEqual(['short']);
  });
});
