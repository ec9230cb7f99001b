import { createContext, memo, useContext, type FunctionComponent, type ReactNode } from 'react';
import type { ByteUnits } from '../core/quantities/byte-units.js';

/** How memory is written. No text says of itself in which units it was written: what writes one is drawn again with them. */
export const ByteUnitsContext = createContext<ByteUnits>('binary');

/** For what a component keeps from one drawing to the next and has amounts of memory in it as text. */
export const useShownByteUnits = (): ByteUnits => useContext(ByteUnitsContext);

/** What `make` writes, in these units: for what is kept until they change, as a dependency that can be seen. */
export const writtenIn = <T>(_units: ByteUnits, make: () => T): T => make();

/** React's `memo`, drawn again also when memory is written in other units. Everything that is memoised here is so by this. */
export function memoInUnits<P extends object>(draw: (props: P) => ReactNode): FunctionComponent<P> {
  const Drawn = (props: P): ReactNode => {
    useContext(ByteUnitsContext);
    return draw(props);
  };
  Drawn.displayName = draw.name;
  return memo(Drawn) as unknown as FunctionComponent<P>;
}
