import { vi } from 'vitest';
import type { Commands } from '../../src/ui/commands.js';

/** Commands that do nothing and remember that they were called. */
export const commandsStub = () =>
  ({
    openFile: vi.fn(),
    saveFile: vi.fn(),
    saveReport: vi.fn(),
    printReport: vi.fn(),
    saveDesign: vi.fn(),
    showLibrary: vi.fn(),
    switchByteUnits: vi.fn(),
    copyLink: async () => true,
    showPalette: vi.fn(),
    showKeys: vi.fn(),
    startTour: vi.fn(),
  }) satisfies Commands;
