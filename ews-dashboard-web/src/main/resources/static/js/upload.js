// <form data-upload> sends a file and shows how far it is; the page that comes next is named by the answer.
// Markup: [data-drop] around the file's field takes what is dropped on it; <progress data-upload-progress hidden>; [data-upload-problem].
const form = document.querySelector('form[data-upload]');

function send() {
  const bar = form.querySelector('[data-upload-progress]');
  const problem = form.querySelector('[data-upload-problem]');
  const button = form.querySelector('button');
  const done = text => {
    bar.hidden = true;
    button.disabled = false;
    problem.textContent = text;
  };
  const request = new XMLHttpRequest();
  request.open('POST', form.action);
  request.setRequestHeader('Accept', 'application/json');
  request.responseType = 'json';
  request.upload.onprogress = event => { if (event.lengthComputable) bar.value = 100 * event.loaded / event.total; };
  request.onload = () => {
    const answer = request.response ?? {};
    if (answer.page) location.assign(answer.page);
    else done(answer.problem ?? 'The file could not be uploaded. Please load the page again, and try once more.');
  };
  request.onerror = () => done('The connection broke off. The file may be too large, or the server away: please try again.');
  problem.textContent = '';
  bar.hidden = false;
  button.disabled = true;
  request.send(new FormData(form));
}

if (form) {
  const zone = form.querySelector('[data-drop]');
  const file = zone.querySelector('input[type=file]');
  for (const type of ['dragover', 'dragleave', 'drop']) {
    zone.addEventListener(type, event => {
      event.preventDefault();
      zone.classList.toggle('over', type === 'dragover');
      if (type === 'drop' && event.dataTransfer.files.length) file.files = event.dataTransfer.files;
    });
  }
  form.addEventListener('submit', event => {
    event.preventDefault();
    send();
  });
}
