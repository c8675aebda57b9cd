// Keeps the weights of a profile at 100: when one changes, the others that are not locked move in proportion.
// Markup: <div data-weight> holds the number's input and, in a label that is hidden without scripts, its lock's checkbox.
const WHOLE = 100;

const all = () => [...document.querySelectorAll('[data-weight]')];
const input = (box) => box.querySelector('input[inputmode]');
const isLocked = (box) => box.querySelector('input[type=checkbox]').checked;
const valueOf = (box) => Math.max(0, Math.round(Number(input(box).value)) || 0);
const sum = (boxes) => boxes.reduce((total, box) => total + valueOf(box), 0);

// Largest remainders first, so that whole numbers add up to the whole; nobody gets less than 1.
function shareOut(boxes, total) {
  const spare = total - boxes.length;
  const before = Math.max(sum(boxes), 1);
  const exact = boxes.map((box) => (spare * valueOf(box)) / before);
  const shares = exact.map((share) => 1 + Math.floor(share));
  const order = exact.map((share, i) => [share - Math.floor(share), i]).sort((a, b) => b[0] - a[0]);
  for (let left = total - shares.reduce((a, b) => a + b, 0), i = 0; left > 0; left--, i++) shares[order[i % order.length][1]]++;
  boxes.forEach((box, i) => { input(box).value = shares[i]; });
}

function say(message) {
  document.getElementById('weights-say').textContent = message;
}

function balance(changed) {
  const others = all().filter((box) => box !== changed);
  const free = others.filter((box) => !isLocked(box));
  const locked = sum(others.filter(isLocked));
  if (!free.length) {
    const missing = WHOLE - locked - valueOf(changed);
    if (!others.length) say('The only indicator weighs 100.');
    else say(missing ? `All other weights are locked: unlock one, or set this one to ${WHOLE - locked}.` : '');
    if (!others.length) input(changed).value = WHOLE;
    return;
  }
  const most = WHOLE - locked - free.length;
  if (most < 1) {
    say('The locked weights leave nothing for the others: unlock one.');
    return;
  }
  const wanted = valueOf(changed);
  input(changed).value = Math.min(Math.max(wanted, 1), most);
  shareOut(free, WHOLE - locked - valueOf(changed));
  say(wanted > most ? `At most ${most}: the others need the rest.` : `The others moved to ${free.map(valueOf).join(', ')}.`);
}

all().forEach((box) => { box.querySelector('.lock').hidden = false; });

// While the event goes down, so that whoever hears it on its way up sees the new weights.
document.addEventListener('change', (event) => {
  const box = event.target.closest?.('[data-weight]');
  if (box && event.target === input(box)) balance(box);
}, true);
