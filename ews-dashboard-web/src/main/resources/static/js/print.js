// <button data-print hidden> prints the page; without scripts, nobody is offered what would do nothing.
for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}
