/** Text of others on the page. Whatever comes from a report goes through here: controls become visible text. */
import type { ComponentChildren } from 'preact';
import { visible } from '../state/visible';

interface Of {
  readonly of: string;
  readonly limit?: number;
}

/** Running text of an engine, or with its words: as it is. */
export function Said({ of, limit }: Of) {
  return <span>{visible(of, limit)}</span>;
}

/** Running text of this tool; what stands between backticks is shown as code. */
export function Prose({ of, limit }: Of) {
  const pieces = visible(of, limit).split(/`([^`]+)`/);
  return <>{pieces.map((piece, index) => (index % 2 === 1 ? <code key={`${index}`}>{piece}</code> : piece))}</>;
}

/** A value, a path, a name. */
export function Code({ of, limit }: Of) {
  return <code>{visible(of, limit)}</code>;
}

/** A reference: a link where it is a plain URL, else text. */
export function Reference({ of }: Of) {
  if (!/^https:\/\/[\w./#?=&%~:+-]{1,300}$/.test(of)) return <Prose of={of} />;
  return (
    <a class="reference" href={of} rel="noreferrer noopener" target="_blank">
      {of.replace('https://', '')}
    </a>
  );
}

/** For screen readers alone. */
export function Hidden({ children }: { readonly children: ComponentChildren }) {
  return <span class="hidden">{children}</span>;
}
