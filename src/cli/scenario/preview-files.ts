/** Reloads the page when the course has changed since it was made; says so when the preview has ended. */
export const previewScript = `
const shown = document.body.dataset.version;
const status = document.querySelector('[role=status]');
const changes = new EventSource('/changes');
changes.addEventListener('version', (event) => {
  if (event.data !== shown) location.reload();
  else status.textContent = 'Follows every change of the course folder.';
});
changes.addEventListener('error', () => { status.textContent = 'The preview has ended; what is shown may be old.'; });
`;

/** Colours of the screens by day (tokens.css): the built app hashes its own style sheet. */
export const previewStyle = `
:root { --ground: #fbf8f2; --text: #10233f; --quiet: #4a5b75; --action: #1f4fa3; --wrong: #a3261f; --right: #1e6b3a; --line: #d9d5cb; }
* { box-sizing: border-box; }
body { margin: 0; padding: 24px; background: var(--ground); color: var(--text); font: 17px/1.5 system-ui, sans-serif; }
h1 { font-size: 1.6em; margin: 0 0 8px; }
h2 { font-size: 1.15em; margin: 0 0 8px; }
a { color: var(--action); }
a.button { display: inline-block; min-height: 44px; padding: 10px 16px; border-radius: 12px; background: var(--action); color: #fff; text-decoration: none; }
:focus-visible { outline: 3px solid var(--action); outline-offset: 2px; }
.beside { display: grid; grid-template-columns: minmax(0, 1fr) minmax(260px, 340px); gap: 24px; align-items: start; }
@media (max-width: 60em) { .beside { grid-template-columns: minmax(0, 1fr); } }
.graph { overflow: auto; border: 1px solid var(--line); border-radius: 12px; max-height: 80vh; }
.graph svg { display: block; }
dl { display: grid; grid-template-columns: auto 1fr; gap: 4px 16px; margin: 0 0 24px; }
dd { margin: 0; font-variant-numeric: tabular-nums; }
.kept { color: var(--right); font-weight: 700; }
.wrong { color: var(--wrong); font-weight: 700; }
.problems { padding-left: 20px; overflow-wrap: anywhere; }
.problems code, .quiet { color: var(--quiet); }
`;
