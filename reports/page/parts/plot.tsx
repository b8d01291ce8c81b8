/** A plot as SVG, as wide as its place. Its style is that of the page: the one that the library brings is left out. */
import type { PlotOptions } from '@observablehq/plot';
import { plot } from '@observablehq/plot';
import { useEffect, useRef, useState } from 'preact/hooks';

interface PlotProps {
  /** What it shows, for those who do not see it; the numbers are in a table beside it. */
  readonly label: string;
  /** Its options for a width in pixels. */
  readonly options: (width: number) => PlotOptions;
}

export function Plot({ label, options }: PlotProps) {
  const place = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    const element = place.current;
    if (element === null || width === 0) return;
    const svg = plot({ ...options(width), width, className: 'plot-svg' });
    // A style element of its own would be refused by the page's policy.
    for (const style of svg.querySelectorAll('style')) style.remove();
    // Its parts have labels too, which no reader hears of a picture, and which are not allowed there.
    for (const part of svg.querySelectorAll('[aria-label]')) part.removeAttribute('aria-label');
    svg.setAttribute('aria-label', label);
    svg.setAttribute('role', 'img');
    element.replaceChildren(svg);
  }, [width, options, label]);
  return <div class="plot" ref={place} />;
}
