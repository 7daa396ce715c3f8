// Renders /openapi.json as a page. Everything is set as text, never as markup.
"use strict";

const METHODS = ["get", "post", "put", "patch", "delete"];
const DEPTH = 4; // how deep a schema is written out before its name has to do

function el(name, attributes, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes || {})) node.setAttribute(key, value);
  node.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return node;
}

function resolve(schema, root) {
  if (!schema || !schema.$ref) return schema || {};
  return schema.$ref.slice(2).split("/").reduce((at, step) => at[step], root);
}

function kind(schema, root) {
  const found = resolve(schema, root);
  if (schema && schema.$ref) return schema.$ref.split("/").pop();
  if (found.enum) return found.enum.map((value) => JSON.stringify(value)).join(" | ");
  if (found.const !== undefined) return JSON.stringify(found.const);
  if (found.anyOf) return found.anyOf.map((each) => kind(each, root)).join(" | ");
  if (found.type === "array") return "[" + kind(found.items, root) + "]";
  return found.format ? found.type + " (" + found.format + ")" : found.type || "any";
}

function outline(schema, root, depth) {
  const found = resolve(schema, root);
  if (found.anyOf) {
    const some = found.anyOf.find((each) => resolve(each, root).type !== "null");
    return depth > 0 && some ? outline(some, root, depth) : kind(found, root);
  }
  if (found.type === "array") return depth > 0 ? [outline(found.items, root, depth - 1)] : kind(found, root);
  if (found.properties && depth > 0) {
    return Object.fromEntries(Object.entries(found.properties).map(([name, each]) => [name, outline(each, root, depth - 1)]));
  }
  return kind(schema, root);
}

function fields(schema, root) {
  const found = resolve(schema, root);
  const required = new Set(found.required || []);
  return Object.entries(found.properties || {}).map(([name, each]) => ({
    name, type: kind(each, root), required: required.has(name), about: each.description || "", default: each.default,
  }));
}

function table(rows) {
  const body = rows.map((row) => el("tr", {},
    el("td", {}, el("code", {}, row.name), row.required ? " *" : ""),
    el("td", {}, row.type),
    el("td", {}, row.about, row.default !== undefined && row.default !== null ? el("span", { class: "faint" }, " default " + JSON.stringify(row.default)) : null)));
  return el("table", {}, el("tbody", {}, body));
}

function json(value) {
  return el("pre", {}, JSON.stringify(value, null, 2));
}

function example(content) {
  if (content.example !== undefined) return content.example;
  const schema = content.schema || {};
  return schema.examples ? schema.examples[0] : undefined;
}

function bodyOf(operation, root) {
  const content = (operation.requestBody || {}).content || {};
  return Object.entries(content).flatMap(([type, each]) => {
    const schema = resolve(each.schema, root);
    const shown = example(each) ?? (schema.examples || [])[0];
    return [el("h3", {}, "Body, " + type), table(fields(each.schema, root)), shown === undefined ? null : json(shown)];
  });
}

function responses(operation, root) {
  return Object.entries(operation.responses || {}).flatMap(([status, response]) => {
    const heading = el("h3", {}, status + " " + (response.description || ""));
    const shown = Object.entries(response.content || {}).flatMap(([type, content]) => {
      const value = example(content) ?? (content.schema && Object.keys(content.schema).length ? outline(content.schema, root, DEPTH) : null);
      return [el("span", { class: "faint" }, type), value === null ? null : json(value)];
    });
    return [heading, ...shown];
  });
}

function operation(method, path, each, root) {
  const parameters = (each.parameters || []).map((one) => ({
    name: one.name, type: one.in + ", " + kind(one.schema, root), required: one.required,
    about: one.description || "", default: (one.schema || {}).default,
  }));
  return el("details", { id: each.operationId },
    el("summary", {}, el("span", { class: "method " + method }, method.toUpperCase()), el("code", {}, path), el("span", { class: "faint" }, (each.description || each.summary || "").split("\n")[0])),
    el("div", { class: "body" },
      parameters.length ? [el("h3", {}, "Parameters"), table(parameters)] : null, bodyOf(each, root), responses(each, root)));
}

async function main() {
  const root = await (await fetch("/openapi.json")).json();
  document.getElementById("about").textContent = root.info.description || "";
  const groups = new Map();
  for (const [path, methods] of Object.entries(root.paths)) {
    for (const method of METHODS.filter((name) => methods[name])) {
      const each = methods[method];
      const tag = (each.tags || ["other"])[0];
      if (!groups.has(tag)) groups.set(tag, []);
      groups.get(tag).push(operation(method, path, each, root));
    }
  }
  const operations = document.getElementById("operations");
  for (const [tag, nodes] of groups) operations.append(el("h2", {}, tag), ...nodes);
}

main().catch(() => { document.getElementById("about").textContent = "openapi.json could not be loaded."; });
