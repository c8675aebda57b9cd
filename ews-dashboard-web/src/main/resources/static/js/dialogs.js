// The ? dialog, the palette, the account menu.
const palette = document.getElementById('palette');
const query = document.getElementById('palette-query');

const options = () => [...palette.querySelectorAll('[role=option]')];

function select(index) {
  options().forEach((option, i) => option.setAttribute('aria-selected', i === index));
  const chosen = options()[index];
  if (chosen) {
    query.setAttribute('aria-activedescendant', chosen.id);
    chosen.scrollIntoView({ block: 'nearest' });
  } else query.removeAttribute('aria-activedescendant');
}

function open(dialog) {
  if (document.querySelector('dialog[open]')) return;
  dialog.showModal();
  if (dialog === palette) {
    query.select();
    htmx.trigger(query, 'opened');
  }
}

document.querySelectorAll('[data-open]').forEach(opener => opener.hidden = false);

document.addEventListener('click', event => {
  const opener = event.target.closest('[data-open]');
  if (opener && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    open(document.getElementById(opener.dataset.open));
  } else if (event.target instanceof HTMLDialogElement) event.target.close();
  for (const menu of document.querySelectorAll('.menu[open]')) if (!menu.contains(event.target)) menu.open = false;
});

document.addEventListener('keydown', event => {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k' && palette) {
    event.preventDefault();
    open(palette);
  } else if (event.key === 'Escape') {
    for (const menu of document.querySelectorAll('.menu[open]')) {
      menu.open = false;
      menu.querySelector('summary').focus();
    }
  }
});

// What opens to be filled in is filled in from its first field on.
document.addEventListener('toggle', event => {
  if (event.target.matches('.bulk .menu[open], .action[open]')) event.target.querySelector('input:not([type=hidden]), select')?.focus();
}, true);

document.addEventListener('htmx:afterSwap', event => {
  if (event.detail.target.id === 'palette-results') select(0);
});

query?.addEventListener('keydown', event => {
  const all = options();
  const at = all.findIndex(option => option.getAttribute('aria-selected') === 'true');
  if (event.key === 'ArrowDown') select((at + 1) % all.length);
  else if (event.key === 'ArrowUp') select((at + all.length - 1) % all.length);
  else if (event.key === 'Enter' && all[at]) all[at].click();
  else return;
  event.preventDefault();
});
