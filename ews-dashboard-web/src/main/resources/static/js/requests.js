// htmx: the CSRF token on every change, and an honest word when something did not work.
const toast = document.getElementById('toast');
let hide;

function say(message) {
  toast.textContent = message;
  toast.classList.add('on');
  clearTimeout(hide);
  hide = setTimeout(() => toast.classList.remove('on'), 4000);
}

document.addEventListener('htmx:configRequest', event => {
  const csrf = document.querySelector('meta[name=csrf]');
  if (csrf && event.detail.verb !== 'get') event.detail.headers[csrf.dataset.header] = csrf.content;
});

document.addEventListener('htmx:sendError', () => say('The server did not answer. Nothing was changed.'));
document.addEventListener('htmx:responseError', event => {
  if (event.detail.xhr.status === 401) location.reload();
  else say(`That did not work (${event.detail.xhr.status}).`);
});

document.addEventListener('toast', event => say(event.detail.value ?? event.detail));

// <button data-copy="#id"> copies the text of another element.
document.addEventListener('click', async event => {
  const button = event.target.closest('[data-copy]');
  if (!button) return;
  await navigator.clipboard.writeText(document.querySelector(button.dataset.copy).textContent.trim());
  say('Copied');
});
