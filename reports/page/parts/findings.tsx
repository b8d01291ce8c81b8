/** What was noticed beside the claims. */

import { visible } from '../state/visible';
import { usePage } from './context';
import { Code, Said } from './text';

/** Details that are shown of one. */
const LISTED = 20;

export function Findings({ severity }: { readonly severity: 'problem' | 'notice' }) {
  const { model } = usePage();
  const found = model.report.findings.filter((finding) => finding.severity === severity);
  if (found.length === 0) return null;
  const title = severity === 'problem' ? 'Problems' : 'Notices';
  return (
    <section class="part" aria-labelledby={severity}>
      <h2 id={severity}>
        {title} <span class="number">{found.length}</span>
      </h2>
      <div class="cards">
        {found.map((finding, index) => (
          <article key={`${index}`} class={`card c-${severity}`}>
            <header>
              <span class="tag">{visible(finding.kind)}</span>
              {model.many ? <span class="where">{model.columnOf.get(finding.target)?.name}</span> : null}
            </header>
            <p class="statement">
              <Said of={finding.message} />
            </p>
            {finding.details.length === 0 ? null : (
              <ul class="details">
                {finding.details.slice(0, LISTED).map((line, at) => (
                  <li key={`${at}`}>
                    <Code of={line} limit={600} />
                  </li>
                ))}
                {finding.details.length > LISTED ? <li>and {finding.details.length - LISTED} more</li> : null}
              </ul>
            )}
          </article>
        ))}
      </div>
    </section>
  );
}
