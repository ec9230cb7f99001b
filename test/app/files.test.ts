// @vitest-environment happy-dom
import { gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { openFile } from '../../src/app/files.js';
import { connectKeyboard } from '../../src/app/keyboard.js';
import { useNotices } from '../../src/app/notices.js';
import { openingState } from '../../src/share/opening-state.js';
import { createWorkbench } from '../../src/state/create-workbench.js';
import type { WorkbenchStore } from '../../src/state/workbench.js';
import { PRESETS } from '../state/preset-files.js';

let workbench: WorkbenchStore;
beforeEach(() => {
  workbench = createWorkbench(openingState(PRESETS), PRESETS);
  useNotices.setState({ notices: [] });
});

const file = (value: unknown, name: string): File =>
  new File([JSON.stringify(value)], name, { type: 'application/json' });

describe('openFile', () => {
  it('opens a Calculon file as the part it is', async () => {
    const { value } = workbench.getState().strategy;
    await openFile(file({ ...value, batch_size: 4640 }, 'mine.json'), workbench);
    expect(workbench.getState().strategy.base.name).toBe('mine');
    expect(workbench.getState().strategy.value.batch_size).toBe(4640);
    expect(useNotices.getState().notices).toEqual([]);
  });

  it('tells everything wrong with a broken file at once and changes nothing', async () => {
    const before = workbench.getState();
    await openFile(file({ ...before.strategy.value, tensor_par: 'eight', batch_size: -1 }, 'broken.json'), workbench);
    await openFile(new File(['{'], 'cut.json'), workbench);
    expect(workbench.getState().strategy).toBe(before.strategy);
    const [broken, cut] = useNotices.getState().notices;
    expect(broken?.title).toBe('broken.json was not opened. The design is as it was.');
    expect(broken?.lines.join('\n')).toMatch(/tensor_par is "eight"[^]*batch_size is -1/);
    expect(cut?.tone).toBe('error');
  });

  it('refuses a file far too large without reading it', async () => {
    const huge = new File(['x'], 'huge.json');
    Object.defineProperty(huge, 'size', { value: 6_000_000 });
    await openFile(huge, workbench);
    expect(useNotices.getState().notices[0]?.lines[0]).toMatch(/^It is longer than 256 KiB/);
  });

  it('opens a packed file', async () => {
    const { value } = workbench.getState().strategy;
    const packed = gzipSync(JSON.stringify({ ...value, batch_size: 4640 }));
    await openFile(new File([packed], 'mine.json.gz'), workbench);
    expect(useNotices.getState().notices).toEqual([]);
    expect(workbench.getState().strategy.value.batch_size).toBe(4640);
  });

  it('unpacks no more than it would read', async () => {
    let unpacked = 0;
    const Original = DecompressionStream;
    vi.stubGlobal('DecompressionStream', function counting(format: CompressionFormat) {
      const { readable, writable } = new Original(format);
      const count = new TransformStream<Uint8Array, Uint8Array>({
        transform: (chunk, controller) => {
          unpacked += chunk.byteLength;
          controller.enqueue(chunk);
        },
      });
      return { readable: readable.pipeThrough(count), writable };
    });
    const bomb = gzipSync(Buffer.alloc(64 * 2 ** 20, ' '));
    expect(bomb.length).toBeLessThan(100_000);
    await openFile(new File([bomb], 'bomb.json.gz'), workbench);
    vi.unstubAllGlobals();
    expect(useNotices.getState().notices[0]?.lines[0]).toMatch(/^Unpacked it is longer than 256 KiB/);
    expect(unpacked).toBeLessThan(2 ** 20);
  });
});

describe('the shortcuts', () => {
  const saved: string[] = [];
  const commands = {
    openFile: () => saved.push('open'),
    saveFile: (kind: string) => saved.push(kind),
    saveDesign: (how: 'over' | 'new') => saved.push(how),
    showLibrary: () => saved.push('library'),
    copyLink: async () => true,
    switchByteUnits: () => saved.push('units'),
    showPalette: () => saved.push('palette'),
    showKeys: () => saved.push('keys'),
    startTour: () => saved.push('tour'),
    saveReport: (kind: 'html' | 'markdown') => saved.push(kind),
    printReport: () => saved.push('print'),
  };
  const press = (key: string, extra: KeyboardEventInit = {}, target: EventTarget = document.body): boolean =>
    target.dispatchEvent(
      new KeyboardEvent('keydown', { key, ctrlKey: true, bubbles: true, cancelable: true, ...extra }),
    );

  it('undo, redo, save and open', () => {
    const stop = connectKeyboard(workbench, commands);
    const now = (): number => workbench.getState().system.value.mem1.GBps;
    workbench.getState().edit('system', { 'mem1.GBps': 4000 });
    press('z');
    expect(now()).toBe(2048);
    press('Z', { shiftKey: true });
    expect(now()).toBe(4000);
    press('z');
    press('y');
    expect(now()).toBe(4000);
    expect(press('s')).toBe(false);
    press('S', { shiftKey: true });
    press('o');
    expect(saved).toEqual(['over', 'new', 'open']);
    stop();
    press('z');
    expect(now()).toBe(4000);
  });

  it('leave a text box its own undo while it is being edited', () => {
    const stop = connectKeyboard(workbench, commands);
    workbench.getState().edit('system', { 'mem1.GBps': 4000 });
    const box = document.createElement('input');
    box.inputMode = 'decimal';
    document.body.append(box);
    box.dataset['editing'] = 'true';
    press('z', {}, box);
    expect(workbench.getState().system.value.mem1.GBps).toBe(4000);
    delete box.dataset['editing'];
    press('z', {}, box);
    expect(workbench.getState().system.value.mem1.GBps).toBe(2048);
    box.remove();
    stop();
  });
});
