// The look of the report page, and what it does where JavaScript runs. Without it everything can be read and opened.
export const STYLE = `
:root{color-scheme:light dark}body{font:15px/1.45 system-ui,sans-serif;margin:2rem;max-width:75rem}
.source,pre{font:13px/1.45 ui-monospace,monospace}.source{white-space:pre;tab-size:2;overflow-x:auto}
.source p{margin:0;padding-left:1.1em}.source summary{cursor:pointer}
i{display:inline-block;width:4em;margin-right:1em;text-align:right;font-style:normal;opacity:.5;user-select:none}
em{margin-left:2em;opacity:.7;font-family:system-ui,sans-serif;font-style:normal}
pre{margin:0 0 .5em 7em;padding:.4em;border-left:3px solid #c80;background:#8881}
u{text-decoration:none;color:#b50;margin-left:1em}table{border-collapse:collapse}
td,th{text-align:left;padding:.15em 1em .15em 0;vertical-align:top}
.c1{background:#fb01}.c2{background:#fb02}.c3{background:#fa03}.c4{background:#f904}.c5{background:#f806}.c6{background:#f608}
`;

/** A category's button opens the lines that have it. */
export const SCRIPT = `
for (const button of document.querySelectorAll('button'))
  button.onclick = () => {
    for (const line of document.querySelectorAll('.source details'))
      line.open = line.dataset.costs.split(' ').includes(button.dataset.show);
  };
`;
