/** The body of a request or an answer, line by line, each made visible. */
import { useState } from 'preact/hooks';
import { type BodyLine, bodyLines } from '../state/body-lines';

/** Lines that are shown at first. */
const FIRST = 60;

export function Body({ title, of }: { readonly title: string; readonly of: unknown }) {
  const [all, setAll] = useState(false);
  const lines = bodyLines(of);
  const shown = all ? lines : lines.slice(0, FIRST);
  return (
    <figure class="body">
      <figcaption>{title}</figcaption>
      <pre tabIndex={0} role="group" aria-label={title}>
        {shown.map((line, index) => (
          <Line key={`${index}`} line={line} />
        ))}
      </pre>
      {lines.length > shown.length ? (
        <button type="button" onClick={() => setAll(true)}>
          Show all {lines.length} lines
        </button>
      ) : null}
    </figure>
  );
}

function Line({ line: { indent, key, value } }: { readonly line: BodyLine }) {
  return (
    <>
      {indent}
      {key === '' ? null : <span class="key">{key}</span>}
      {value}
      {'\n'}
    </>
  );
}
