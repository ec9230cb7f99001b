import type { ButtonHTMLAttributes, Ref } from 'react';
import classes from './icon-button.module.css';
import { Icon, type IconName } from './icons.js';

interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children'> {
  readonly icon: IconName;
  /** Its name, read out and shown as its hint. */
  readonly label: string;
  /** Shown beside the icon where there is room. */
  readonly text?: string;
  readonly size?: 'small' | 'medium';
  readonly ref?: Ref<HTMLButtonElement>;
}

/**
 * A quiet button with an icon. A disabled one stays focusable (`aria-disabled`), so that its hint, which
 * says why, can be reached by keyboard.
 */
export function IconButton({
  icon,
  label,
  text,
  size = 'medium',
  disabled = false,
  onClick,
  className,
  ...rest
}: IconButtonProps) {
  return (
    <button
      type="button"
      data-hint={label}
      aria-label={label}
      {...rest}
      aria-disabled={disabled || undefined}
      className={`${classes['button']} ${classes[size]} ${className ?? ''}`}
      onClick={disabled ? undefined : onClick}
    >
      <Icon name={icon} size={size === 'small' ? 14 : 16} />
      {text !== undefined && <span className={classes['text']}>{text}</span>}
    </button>
  );
}
