// The shell: one page at a time, chosen by the address behind #, and one engine for all of them.
import { Engine } from './engine/engine.js';

/** The pages: each has a folder with page.html, page.css and page.js, which exports mount(root, engine) and returns what takes it away again. */
const pages = [
  { id: 'digits', title: 'Digits' },
  { id: 'plane', title: 'The plane' },
  { id: 'deep', title: 'Deep networks' },
];

const main = document.getElementById('page');
const state = document.getElementById('state');
const engine = new Engine();
let shown = null;
let unmount = () => {};

engine.ready.then(() => { state.hidden = true; }, error => { state.textContent = `.NET did not start: ${error.message}`; });

for (const page of pages) {
  const link = document.createElement('a');
  link.href = `#${page.id}`;
  link.textContent = page.title;
  document.querySelector('nav').append(link);
}

async function show() {
  const page = pages.find(known => `#${known.id}` === location.hash) ?? pages[0];
  if (page === shown)
    return;
  const moved = shown !== null;
  shown = page;
  const folder = new URL(`pages/${page.id}/`, import.meta.url);
  const [html, module] = await Promise.all([
    fetch(new URL('page.html', folder)).then(response => response.text()),
    import(new URL('page.js', folder)),
    styled(new URL('page.css', folder)),
  ]);
  if (page !== shown)
    return;
  unmount();
  // The names in a page's stylesheet are its own.
  for (const link of document.querySelectorAll('link[data-page]'))
    link.disabled = link.href !== new URL('page.css', folder).href;
  main.innerHTML = html;
  unmount = module.mount(main, engine) ?? (() => {});
  document.title = `${page.title} · GenNet playground`;
  for (const link of document.querySelectorAll('nav a')) {
    if (link.hash === `#${page.id}`)
      link.setAttribute('aria-current', 'page');
    else
      link.removeAttribute('aria-current');
  }
  if (moved) {
    scrollTo(0, 0);
    main.focus({ preventScroll: true });
  }
}

/** Adds a stylesheet once, and waits for it: a page must not be seen without. */
function styled(address) {
  if (document.querySelector(`link[href="${address}"]`))
    return Promise.resolve();
  return new Promise((resolve, reject) => {
    const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: address, onload: resolve, onerror: () => reject(new Error(`${address} is missing`)) });
    link.dataset.page = '';
    document.head.append(link);
  });
}

addEventListener('hashchange', () => {
  if (location.hash !== '#page')
    show();
});
show();

// Offline after the first visit. Not before .NET runs: what it has loaded need not be loaded again. A page without it works all the same.
engine.ready.then(() => navigator.serviceWorker?.register('service-worker.js')).catch(() => {});
