// Switches light and dark at once; without JavaScript the same form reloads the page.
document.addEventListener('submit', event => {
  if (!event.target.matches('[data-theme-form]')) return;
  event.preventDefault();
  const root = document.documentElement;
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  const next = (root.dataset.theme ?? (dark ? 'dark' : 'light')) === 'dark' ? 'light' : 'dark';
  root.dataset.theme = next;
  const secure = location.protocol === 'https:' ? ';secure' : '';
  document.cookie = `theme=${next};path=/;max-age=31536000;samesite=lax${secure}`;
});
