/** Starts the page: reads its data, once, and shows it. */
import './styles/index.css';
import { render } from 'preact';
import { DATA_ELEMENTS, type PackedEvidences, type PageData } from '../page-data';
import { App } from './app';
import { modelOf } from './state/model';

const place = document.getElementById('page');
if (place === null) throw new Error('the page has no place for its content');
const data: PageData = content(DATA_ELEMENTS.report);
place.replaceChildren();
render(<App model={modelOf(data)} packed={() => content<PackedEvidences>(DATA_ELEMENTS.evidence)} />, place);
document.documentElement.dataset.ready = 'yes';

/** What the writer of the page put there; it comes from nowhere else. */
function content<T>(id: string): T {
  const text = document.getElementById(id)?.textContent ?? '';
  if (text === '') throw new Error(`the page carries no ${id}: it is made by engine-conformance report --format html`);
  return JSON.parse(text);
}
