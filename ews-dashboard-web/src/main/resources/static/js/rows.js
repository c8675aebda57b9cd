// Lists: J/K move, Enter previews, O opens, X selects; the drawer; the bar for the selected rows.
// E and other keys of that bar act on the current row when none is selected.
// Markup: <tbody data-rows> (or <ul data-rows>) with <tr data-id> that holds a.open (data-page is the full page) and a checkbox;
// <input type="checkbox" data-all>; <div class="bulk" data-bulk hidden> with <output> and <button data-clear>.
const drawer = document.getElementById('drawer');
let current = -1;

const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const rows = () => all('[data-rows] > *');
const boxes = () => all('[data-rows] > * input[type=checkbox]');

function move(to, focus) {
  const list = rows();
  if (!list.length) return;
  current = Math.max(0, Math.min(list.length - 1, to));
  list.forEach((row, i) => row.classList.toggle('current', i === current));
  list[current].scrollIntoView({ block: 'nearest' });
  if (focus) list[current].querySelector('a.open')?.focus({ preventScroll: true });
}

function step(by) {
  move(current + by, true);
  if (drawer.classList.contains('on')) rows()[current]?.querySelector('a.open')?.click();
}

function remember(id) {
  const url = new URL(location);
  if (id) url.searchParams.set('peek', id);
  else url.searchParams.delete('peek');
  history.replaceState(history.state, '', url);
}

function closeDrawer() {
  if (!drawer?.classList.contains('on')) return false;
  drawer.classList.remove('on');
  drawer.replaceChildren();
  remember(null);
  rows()[current]?.querySelector('a.open')?.focus();
  return true;
}

function count() {
  const picked = boxes().filter(box => box.checked).length;
  for (const bar of all('[data-bulk]')) {
    bar.hidden = picked === 0;
    bar.querySelector('output').textContent = `${picked} selected`;
  }
  for (const box of all('[data-all]')) {
    box.checked = picked > 0 && picked === boxes().length;
    box.indeterminate = picked > 0 && !box.checked;
  }
}

function pickAll(checked) {
  boxes().forEach(box => { box.checked = checked; });
  count();
}

document.addEventListener('click', event => {
  if (event.target.closest('[data-close]')) { event.preventDefault(); closeDrawer(); return; }
  if (event.target.closest('[data-clear]')) { pickAll(false); return; }
  const row = event.target.closest('[data-rows] > *');
  if (!row) return;
  move(rows().indexOf(row));
  if (!event.target.closest('a, button, label, input, select, summary')) row.querySelector('a.open')?.click();
});

document.addEventListener('change', event => {
  if (event.target.matches('[data-all]')) pickAll(event.target.checked);
  else if (event.target.closest('[data-rows]')) count();
});

document.addEventListener('htmx:afterSwap', event => {
  if (event.detail.target === drawer) {
    drawer.classList.add('on');
    remember(drawer.querySelector('[data-id]')?.dataset.id);
  } else if (!event.detail.target.closest('dialog')) {
    current = -1;
    count();
  }
});

const keys = {
  j: () => step(1),
  k: () => step(-1),
  x: () => rows()[current]?.querySelector('input[type=checkbox]')?.click(),
  o: () => { const page = rows()[current]?.querySelector('a.open')?.dataset.page; if (page) location.assign(page); },
  arrowright: () => drawer?.querySelector('.scroll')?.focus(),
};

function forCurrent(key) {
  const box = rows()[current]?.querySelector('input[type=checkbox]');
  const button = document.querySelector(`[data-bulk][hidden] [data-key="${CSS.escape(key)}"]`);
  return box && button && (() => { box.click(); button.click(); });
}

// In a field of the bar, Enter does what the button beside it says, not what the first button of the bar says.
document.addEventListener('keydown', event => {
  if (event.key !== 'Enter' || !event.target.matches('.bulk .form input, .bulk .form select')) return;
  event.preventDefault();
  event.target.closest('.form').querySelector('button').click();
});

document.addEventListener('keydown', event => {
  if (event.defaultPrevented || document.querySelector('dialog[open]')) return;
  if (event.key === 'Escape') {
    if (!closeDrawer()) pickAll(false);
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('[data-single-keys]')?.checked === false) return;
  if (!rows().length || event.target.closest('input:not([type=checkbox]), select, textarea')) return;
  const action = keys[event.key.toLowerCase()] ?? forCurrent(event.key.toLowerCase());
  if (action) { event.preventDefault(); action(); }
});

const peeked = new URLSearchParams(location.search).get('peek');
if (peeked) rows().find(row => row.dataset.id === peeked)?.querySelector('a.open')?.click();
