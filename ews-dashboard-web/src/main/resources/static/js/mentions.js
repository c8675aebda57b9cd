// <textarea data-mentions="id">: an @ offers the members in the list of that id; arrows and Enter, or a click, pick one.
const TYPED = /(^|[^\p{L}\p{N}._+@-])@([\p{L}\p{N}._+-]*(?: [\p{L}\p{N}.-]*)?)$/u;
let field = null;

const list = () => document.getElementById(field.dataset.mentions);
const offered = () => [...list().children].filter(option => !option.hidden);
const chosen = () => offered().find(option => option.getAttribute('aria-selected') === 'true');
const typed = () => field.value.slice(0, field.selectionStart).match(TYPED)?.[2];

function fits(option, start) {
  const names = [option.dataset.name, option.dataset.local, ...option.dataset.name.split(' ')];
  return names.some(name => name.toLowerCase().startsWith(start));
}

function choose(option) {
  [...list().children].forEach(it => it.setAttribute('aria-selected', it === option));
  if (option) {
    field.setAttribute('aria-activedescendant', option.id);
    option.scrollIntoView({ block: 'nearest' });
  } else field.removeAttribute('aria-activedescendant');
}

function close() {
  if (!field) return;
  list().hidden = true;
  choose(null);
  field = null;
}

function offer(textarea) {
  field = textarea;
  const start = typed()?.toLowerCase();
  if (start === undefined) return close();
  [...list().children].forEach(option => { option.hidden = !fits(option, start); });
  if (!offered().length) return close();
  field.after(list());
  field.setAttribute('aria-controls', list().id);
  list().hidden = false;
  choose(offered()[0]);
}

function pick(option) {
  const end = field.selectionStart;
  const name = option.dataset.name + ' ';
  field.setRangeText(name, end - typed().length, end, 'end');
  field.focus();
  close();
}

document.addEventListener('input', event => {
  if (event.target.matches('[data-mentions]')) offer(event.target);
});

document.addEventListener('keydown', event => {
  if (!field || event.target !== field || event.isComposing) return;
  const all = offered();
  const at = all.indexOf(chosen());
  if (event.key === 'ArrowDown') choose(all[(at + 1) % all.length]);
  else if (event.key === 'ArrowUp') choose(all[(at - 1 + all.length) % all.length]);
  else if (event.key === 'Enter' || event.key === 'Tab') pick(chosen());
  else if (event.key === 'Escape') close();
  else return;
  event.preventDefault();
  event.stopPropagation();
}, true);

// Not on click: the field would lose the focus before.
document.addEventListener('mousedown', event => {
  const option = event.target.closest('.mentionable > [role=option]');
  if (option && field) { event.preventDefault(); pick(option); }
});

document.addEventListener('focusout', event => { if (event.target === field) close(); });
