/** The style of the reference page; served as a file of its own, because the policy of the pages forbids style elements. */
export const referenceStyle = `
:root { color-scheme: light; font: 16px/1.6 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; color: #1d2129; }
body { margin: 0 auto; padding: 24px; max-width: 72rem; }
h1 { font-size: 1.6rem; } h2 { margin-top: 2.5rem; font-size: 1.2rem; } h3 { margin-top: 1.5rem; font-size: 1rem; }
code, .path { font-family: ui-monospace, Consolas, monospace; font-size: .92em; }
.path { font-weight: 600; overflow-wrap: anywhere; }
table { width: 100%; border-collapse: collapse; margin: .5rem 0 1rem; }
caption { text-align: left; color: #4e5969; }
th, td { padding: 6px 12px; border-bottom: 1px solid #e5e6eb; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
th { font-weight: 600; background: #f7f8fa; }
a { color: #0b4fa8; } a:focus-visible { outline: 2px solid #0b4fa8; outline-offset: 2px; }
nav ul { columns: 18rem; padding-left: 1.2rem; }
@media print { nav { display: none; } }
`;
