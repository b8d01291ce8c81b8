/** A command to copy: shown as it is copied, in which nothing is hidden. */
import { useRef, useState } from 'preact/hooks';
import { visible } from '../state/visible';

/** Longest command, in characters; a longer one is of no use cut, and is in report.json. */
const LIMIT = 20_000;

export function Command({ line, label }: { readonly line: string; readonly label: string }) {
  const [said, setSaid] = useState('');
  const text = useRef<HTMLElement>(null);
  if (line.length > LIMIT) return <p class="quiet">A line of {line.length} characters; it is in report.json.</p>;
  const shown = visible(line, 2 * LIMIT);
  const copy = () => {
    copied(shown).then((isCopied) => {
      if (!isCopied && text.current !== null) getSelection()?.selectAllChildren(text.current);
      setSaid(isCopied ? 'Copied' : 'Selected: copy it by keys');
    });
  };
  return (
    <div class="command">
      <code ref={text}>{shown}</code>
      <button type="button" onClick={copy} aria-label={`Copy ${label}`}>
        {said === '' ? 'Copy' : said}
      </button>
      <span class="hidden" role="status">
        {said}
      </span>
    </div>
  );
}

/** Pages that came over plain HTTP have no clipboard, and a browser may refuse it to any. */
async function copied(text: string): Promise<boolean> {
  const { clipboard }: { readonly clipboard?: Clipboard } = navigator;
  if (clipboard === undefined) return false;
  try {
    await clipboard.writeText(text);
    return true;
  } catch (error) {
    if (error instanceof DOMException) return false;
    throw error;
  }
}
