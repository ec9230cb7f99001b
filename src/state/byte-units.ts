import { create } from 'zustand';
import { byteUnits, setByteUnits, type ByteUnits } from '../core/quantities/byte-units.js';

/** How memory is written, for what has to be written again when that changes. Not part of the design, the link or undo. */
export const useByteUnits = create<{ readonly units: ByteUnits }>()(() => ({ units: byteUnits() }));

/** Writes memory in these units from now on. */
export function chooseByteUnits(units: ByteUnits): void {
  setByteUnits(units);
  useByteUnits.setState({ units });
}
