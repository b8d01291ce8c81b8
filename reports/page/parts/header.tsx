/** What is above every view: the name, the ways to the views, and the colours. */
import { NO_FILTERS } from '../state/filters';
import { formatHash, type VIEWS } from '../state/route';
import { usePage } from './context';
import { ThemeChoice } from './theme';

type View = (typeof VIEWS)[number];

export function Header() {
  const { model, route } = usePage();
  const views: readonly (readonly [View, string])[] = [
    ['overview', 'Overview'],
    ['claims', model.many ? 'Matrix' : 'Claims'],
    ['drift', 'Drift'],
    ['times', 'Times'],
  ];
  const current = route.view === 'claim' ? 'claims' : route.view;
  return (
    <header class="top">
      <a class="name" href="#overview">
        <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
          <path class="mark-a" d="M3 3h6v6H3zM11 11h6v6h-6z" />
          <path class="mark-b" d="M11 3h6v6h-6zM3 11h6v6H3z" />
        </svg>
        engine-conformance
      </a>
      <nav aria-label="Views">
        {views.map(([view, title]) => (
          <a
            key={view}
            href={formatHash({ view, filters: view === current ? route.filters : NO_FILTERS })}
            aria-current={view === current ? 'page' : undefined}
          >
            {title}
          </a>
        ))}
      </nav>
      <ThemeChoice />
    </header>
  );
}
