// Single keys and G-then-letter. An element says its own key: data-key="r" is clicked (a field: focused) by R.
const places = { t: '/today', a: '/accounts', l: '/alerts', p: '/plays', k: '/tasks', h: '/health', s: '/setup' };
const choice = document.querySelector('[data-single-keys]');
let afterG = 0;

if (choice) {
  choice.checked = localStorage.getItem('single-keys') !== 'off';
  choice.addEventListener('change', () => localStorage.setItem('single-keys', choice.checked ? 'on' : 'off'));
}

const typing = target => target.closest('input:not([type=checkbox],[type=radio]),select,textarea,[contenteditable]');

document.addEventListener('keydown', event => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
  if (document.querySelector('dialog[open]') || choice?.checked === false) return;
  const key = event.key.toLowerCase();

  if (event.timeStamp - afterG < 1200 && afterG) {
    afterG = 0;
    const link = document.querySelector(`.side a[href$="${places[key] ?? 'nowhere'}"]`);
    if (link) { event.preventDefault(); link.click(); }
    return;
  }
  if (key === 'g') { afterG = event.timeStamp; return; }
  if (key === '?') { event.preventDefault(); document.querySelector('[data-open=keys]')?.click(); return; }

  const element = document.querySelector(`[data-key="${CSS.escape(key)}"]:not([disabled])`);
  if (!element || element.closest('[hidden]')) return;
  event.preventDefault();
  if (element.matches('input:not([type=checkbox],[type=radio]),select,textarea')) element.focus();
  else element.click();
});
