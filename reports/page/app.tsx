/** The page: what is above every view, the view of the route, and what is below. */
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { PackedEvidences } from '../page-data';
import { Context } from './parts/context';
import { Footer } from './parts/footer';
import { Header } from './parts/header';
import { useRoute } from './parts/use-route';
import type { Model } from './state/model';
import type { Route } from './state/route';
import { ClaimView } from './views/claim';
import { ClaimsView } from './views/claims';
import { DriftView } from './views/drift';
import { OverviewView } from './views/overview';
import { TimesView } from './views/times';

export function App({ model, packed }: { readonly model: Model; readonly packed: () => PackedEvidences }) {
  const { route, filter } = useRoute();
  const page = useMemo(() => ({ model, packed, route, filter }), [model, packed, route, filter]);
  const main = useRef<HTMLElement>(null);
  useArrival(route, main);
  useTitle(route);
  return (
    <Context.Provider value={page}>
      <button type="button" class="skip" onClick={() => main.current?.focus()}>
        To the content
      </button>
      <Header />
      <main id="main" ref={main} tabIndex={-1}>
        <View route={route} />
      </main>
      <Footer />
    </Context.Provider>
  );
}

/** A tab, and an entry of the browser's history, says which claim it shows. */
function useTitle({ claim }: Route): void {
  const ofReport = useRef(document.title);
  useEffect(() => {
    document.title = claim === undefined ? ofReport.current : `${claim} · ${ofReport.current}`;
  }, [claim]);
}

function View({ route }: { readonly route: Route }) {
  switch (route.view) {
    case 'overview':
      return <OverviewView />;
    case 'claims':
      return <ClaimsView />;
    case 'claim':
      return <ClaimView key={route.claim} />;
    case 'drift':
      return <DriftView />;
    case 'times':
      return <TimesView />;
  }
}

/**
 * Arriving at another view, the reader is at its beginning, and so is the focus. Back at a list, he is where he left it.
 */
function useArrival(route: Route, main: { readonly current: HTMLElement | null }): void {
  const where = `${route.view} ${route.claim ?? ''}`;
  const before = useRef(where);
  const places = useRef(new Map<string, number>());
  useEffect(() => {
    history.scrollRestoration = 'manual';
    const remember = () => places.current.set(before.current, window.scrollY);
    window.addEventListener('scroll', remember, { passive: true });
    return () => window.removeEventListener('scroll', remember);
  }, []);
  useEffect(() => {
    if (before.current === where) return;
    before.current = where;
    main.current?.focus({ preventScroll: true });
    window.scrollTo(0, route.view === 'claim' ? 0 : (places.current.get(where) ?? 0));
  }, [where, route.view, main]);
}
