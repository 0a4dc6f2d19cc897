/** The reference page of the API, written from its document: no script, no other host. */

type Node = Record<string, unknown>;
const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null && !Array.isArray(value);
const nodeAt = (value: unknown, ...path: string[]): Node =>
  path.reduce<Node>((node, name) => (isNode(node[name]) ? node[name] : {}), isNode(value) ? value : {});
const nodesIn = (value: unknown): Node[] => (Array.isArray(value) ? value.filter(isNode) : []);
const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const escaped = (text: string) => text.replace(/[&<>"']/g, (letter) => entities[letter] ?? letter);

/** A schema in a few words, named ones as links. */
function shapeOf(schema: Node): string {
  const name = textOf(schema.$ref).split("/").at(-1);
  if (name) return `<a href="#${escaped(name)}">${escaped(name)}</a>`;
  const alternatives = nodesIn(schema.anyOf);
  if (alternatives.length > 0) return alternatives.map(shapeOf).join(" | ");
  if (Array.isArray(schema.enum)) return schema.enum.map((word) => `<code>${escaped(String(word))}</code>`).join(" | ");
  if ("const" in schema) return `<code>${escaped(String(schema.const))}</code>`;
  if (schema.type === "array") return `[ ${shapeOf(nodeAt(schema, "items"))} ]`;
  if (schema.type === "object" && isNode(schema.properties)) {
    const members = Object.entries(schema.properties).map(
      ([key, member]) => `${escaped(key)}: ${shapeOf(nodeAt(member))}`,
    );
    return `{ ${members.join(", ")} }`;
  }
  return escaped([schema.type].flat().join(" | "));
}

const row = (...cells: string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
const table = (caption: string, head: string[], rows: string[]) =>
  `<table><caption>${caption}</caption><thead><tr>${head.map((cell) => `<th scope="col">${cell}</th>`).join("")}</tr></thead><tbody>${rows.join("")}</tbody></table>`;

function operationOf(path: string, operation: Node): string {
  const parameters = nodesIn(operation.parameters).map((parameter) => {
    const { name, in: place, required, description } = parameter;
    const isRequired = required === true ? "必填 required" : "可选 optional";
    const what = [shapeOf(nodeAt(parameter, "schema")), escaped(textOf(description))].filter(Boolean).join("<br>");
    return row(`<code>${escaped(textOf(name))}</code>`, escaped(textOf(place)), isRequired, what);
  });
  const answer = nodeAt(operation, "responses", "200", "content", "application/json", "schema");
  const asked = table("参数 Parameters", ["名称 name", "位置 in", "", "形式 form"], parameters);
  return `<section id="${escaped(textOf(operation.operationId))}"><h3><span class="path">GET ${escaped(path)}</span></h3><p>${escaped(
    textOf(operation.summary),
  )}</p>${parameters.length > 0 ? asked : ""}<p>200: ${shapeOf(answer)} · 4xx, 5xx: <a href="#Problem">Problem</a></p></section>`;
}

function schemaOf(name: string, schema: Node): string {
  const required = new Set(Array.isArray(schema.required) ? schema.required : []);
  const properties = isNode(schema.properties) ? Object.entries(schema.properties) : [];
  const rows = properties.map(([key, member]) =>
    row(
      `<code>${escaped(key)}</code>${required.has(key) ? "" : " ?"}`,
      shapeOf(nodeAt(member)),
      escaped(textOf(nodeAt(member).description)),
    ),
  );
  const body = rows.length > 0 ? table("", ["名称 name", "形式 form", ""], rows) : `<p>${shapeOf(schema)}</p>`;
  return `<section id="${escaped(name)}"><h3>${escaped(name)}</h3>${body}</section>`;
}

/** The whole page for an OpenAPI document; `styleAddress` is where its style is served. */
export function referencePage(document: unknown, styleAddress: string): string {
  const paths = Object.entries(nodeAt(document, "paths")).map(([path, item]) => [path, nodeAt(item, "get")] as const);
  const schemas = Object.entries(nodeAt(document, "components", "schemas"));
  const title = escaped(textOf(nodeAt(document, "info").title));
  const links = paths.map(
    ([path, operation]) =>
      `<li><a href="#${escaped(textOf(operation.operationId))}" class="path">${escaped(path)}</a></li>`,
  );
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><link rel="icon" href="/mark.svg" type="image/svg+xml"><link rel="stylesheet" href="${styleAddress}"></head><body><h1>${title}</h1><p>${escaped(
    textOf(nodeAt(document, "info").description),
  )} <a href="/api/openapi.json">openapi.json</a></p><nav><ul>${links.join("")}</ul></nav><h2>地址 Addresses</h2>${paths
    .map(([path, operation]) => operationOf(path, operation))
    .join(
      "",
    )}<h2>形式 Forms</h2>${schemas.map(([name, schema]) => schemaOf(name, nodeAt(schema))).join("")}</body></html>`;
}
