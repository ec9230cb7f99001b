import { useState, type FormEvent, type KeyboardEvent } from 'react';
import { library } from '../../state/library.js';
import { tagsFrom, type StoredDesign } from '../../state/saved-design.js';
import classes from './library.module.css';
import { savedLine } from './saved-list.js';

/** Name and tags of a saved design in two boxes. Enter keeps them, Escape lets them be. */
export function NameForm({ design, onDone }: { readonly design: StoredDesign; readonly onDone: () => void }) {
  const [name, setName] = useState(design.name);
  const [tags, setTags] = useState(design.tags.join(', '));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void library().getState().rename(design.id, name, tagsFrom(tags));
    onDone();
  };
  const key = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') onDone();
  };
  return (
    <form className={classes['form']} onSubmit={submit}>
      <input
        className={classes['box']}
        aria-label="Name"
        maxLength={200}
        spellCheck={false}
        value={name}
        onKeyDown={key}
        ref={(box) => {
          if (box !== null && !box.form?.contains(document.activeElement)) box.select();
        }}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <span className={classes['formLine']}>
        <input
          className={classes['box']}
          aria-label="Tags, separated by commas"
          placeholder="Tags, separated by commas"
          spellCheck={false}
          value={tags}
          onKeyDown={key}
          onChange={(event) => setTags(event.currentTarget.value)}
        />
        <button type="submit" className={classes['small']}>
          Keep
        </button>
      </span>
    </form>
  );
}

/** The name, which opens the design, its tags and what it is made of. */
export function NameLines({
  design,
  isOpened,
  onOpen,
}: {
  readonly design: StoredDesign;
  readonly isOpened: boolean;
  readonly onOpen: () => void;
}) {
  const line = savedLine(design);
  return (
    <span className={classes['lines']}>
      <button
        type="button"
        className={classes['name']}
        aria-current={isOpened || undefined}
        data-hint={`Open “${design.name}”`}
        onClick={onOpen}
      >
        {design.name}
      </button>
      <span className={classes['about']}>
        {design.tags.map((tag) => (
          <span key={tag} className={classes['tag']}>
            {tag}
          </span>
        ))}
        {line !== design.name && (
          <span className={classes['line']} data-hint={line}>
            {line}
          </span>
        )}
      </span>
    </span>
  );
}
