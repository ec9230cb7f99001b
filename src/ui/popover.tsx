import { useCallback, useId, useRef, useState, type ReactNode, type ToggleEvent } from 'react';
import classes from './popover.module.css';

const GAP = 4;
const EDGE = 8;

/** The browser's own popovers: above everything, closed by Escape or a press outside, focus handed back. */
const native = (): boolean => 'showPopover' in HTMLElement.prototype;

export interface PopoverHandle {
  readonly open: boolean;
  readonly close: () => void;
  /** Spread on the button that opens it. */
  readonly opener: {
    readonly popoverTarget?: string;
    readonly 'aria-haspopup': 'dialog' | 'listbox';
    readonly onClick?: () => void;
  };
  readonly panel: {
    readonly id: string;
    readonly ref: (element: HTMLDivElement | null) => void;
    readonly popover?: 'auto';
    readonly onToggle: (event: ToggleEvent<HTMLDivElement>) => void;
  };
}

function place(panel: HTMLElement, opener: Element): void {
  const box = opener.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = panel;
  const below = box.bottom + GAP;
  const fits = below + height <= window.innerHeight - EDGE;
  panel.style.left = `${Math.max(EDGE, Math.min(box.left, window.innerWidth - width - EDGE))}px`;
  panel.style.top = `${fits ? below : Math.max(EDGE, window.innerHeight - height - EDGE)}px`;
}

export function usePopover(kind: 'dialog' | 'listbox' = 'dialog'): PopoverHandle {
  const id = useId();
  const [open, setOpen] = useState(false);
  const element = useRef<HTMLDivElement | null>(null);
  const close = useCallback(() => {
    if (native()) element.current?.hidePopover();
    else setOpen(false);
  }, []);
  return {
    open,
    close,
    opener: native()
      ? { popoverTarget: id, 'aria-haspopup': kind }
      : { 'aria-haspopup': kind, onClick: () => setOpen((was) => !was) },
    panel: {
      id,
      ref: (panel) => {
        element.current = panel;
        const opener = document.querySelector(`[popovertarget="${CSS.escape(id)}"]`);
        if (panel !== null && open && opener !== null) place(panel, opener);
      },
      ...(native() ? { popover: 'auto' as const } : {}),
      onToggle: (event) => setOpen(event.newState === 'open'),
    },
  };
}

/** A panel by its opener. Its content is there only while it is open. */
export function Popover({
  handle,
  label,
  children,
}: {
  readonly handle: PopoverHandle;
  readonly label: string;
  readonly children: ReactNode;
}) {
  return (
    <div {...handle.panel} role="dialog" aria-label={label} className={classes['panel']}>
      {handle.open && children}
    </div>
  );
}
