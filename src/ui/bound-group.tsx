import { useCallback, type ReactNode } from 'react';
import { FoldGroup } from './fold-group.js';
import { useInputSource } from './input-source.js';
import { ResetCount } from './reset-count.js';

interface BoundGroupProps {
  readonly title: string;
  readonly part: string;
  /** Every input of the group, by path or by what its path begins with (`mem1`). */
  readonly paths: readonly string[];
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A group of inputs inside a part, with the count of those that differ from what the part started from. */
export function BoundGroup({ title, part, paths, aside, children }: BoundGroupProps) {
  return (
    <FoldGroup
      title={title}
      level={3}
      aside={
        <>
          {aside}
          <GroupReset title={title} part={part} paths={paths} />
        </>
      }
    >
      {children}
    </FoldGroup>
  );
}

/** By itself, so that a change of the count does not draw the group again. */
function GroupReset({ title, part, paths }: Pick<BoundGroupProps, 'title' | 'part' | 'paths'>) {
  const source = useInputSource();
  const changes = source.useChanges(part, paths);
  const baseName = source.useBaseName(part);
  const reset = useCallback(() => source.reset(part, paths), [source, part, paths]);
  return <ResetCount label={`${title} group`} changes={changes} baseName={baseName} onReset={reset} />;
}
