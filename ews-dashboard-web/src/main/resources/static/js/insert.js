// <button data-insert="text"> puts a text into the field that was written in last, where the cursor stands.
// Markup: the fields and the buttons, hidden until scripts run, are in one form.
let field;

document.querySelectorAll('[data-insert]').forEach(button => { button.hidden = false; });

document.addEventListener('focusin', event => {
  if (event.target.matches('form:has([data-insert]) :is(textarea, [name=subject])')) field = event.target;
});

document.addEventListener('click', event => {
  const button = event.target.closest('[data-insert]');
  if (!button) return;
  const into = field ?? button.form.querySelector('textarea');
  into.setRangeText(button.dataset.insert, into.selectionStart, into.selectionEnd, 'end');
  into.focus();
  into.dispatchEvent(new Event('input', { bubbles: true }));
});
