import type { OpenAPI } from '@orpc/openapi';

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** The OpenAPI document as a page for people: one file, no script, nothing from elsewhere. */
export function apiPage(document: OpenAPI.Document, nonce: string): string {
  const nouns = (document.tags ?? []).map((tag) => tag.name);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Plumbline API</title>
<style nonce="${nonce}">${style}</style>
</head>
<body>
<header>
<h1>Plumbline API</h1>
<p>${inline(document.info.description ?? '')}</p>
<p>For programs: <a href="/api/v1/openapi.json">OpenAPI ${escape(document.openapi)}</a>, base address <code>${escape(document.servers?.[0]?.url ?? '')}</code>.</p>
<nav aria-label="Nouns">${nouns.map((noun) => `<a href="#${noun}">${noun}</a>`).join(' ')}</nav>
</header>
<main>
${nouns.map((noun) => nounSection(document, noun)).join('\n')}
</main>
</body>
</html>
`;
}

function nounSection(document: OpenAPI.Document, noun: string): string {
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const operation = item?.[method];
      return operation?.tags?.[0] === noun ? [operationArticle(method, path, operation)] : [];
    }),
  );
  return `<section id="${noun}"><h2>${noun}</h2>${operations.join('\n')}</section>`;
}

function operationArticle(method: string, path: string, operation: OpenAPI.OperationObject): string {
  const { operationId = '', summary = '', parameters = [], requestBody, responses } = operation;
  const query = parameters.flatMap((parameter) =>
    'in' in parameter && parameter.in === 'query' ? [[parameter.name, parameter.schema] as const] : [],
  );
  return `<article id="${escape(operationId)}">
<h3><code>${method.toUpperCase()} ${escape(path)}</code></h3>
<p>${escape(summary)}</p>
${query.length === 0 ? '' : schemaDetails('Query', { type: 'object', properties: Object.fromEntries(query) })}
${schemaDetails('Body', contentSchema(requestBody))}
${schemaDetails('Answer', contentSchema(responses?.['200']))}
</article>`;
}

function contentSchema(holder: unknown): unknown {
  const content: unknown = property(holder, 'content');
  return property(property(content, 'application/json'), 'schema');
}

function property(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

function schemaDetails(title: string, schema: unknown): string {
  if (schema === undefined) return '';
  return `<details><summary>${title}</summary><pre>${escape(JSON.stringify(schema, null, 2))}</pre></details>`;
}

/** Backticks become code; the text is ours. */
function inline(text: string): string {
  return escape(text).replace(/`([^`]+)`/g, '<code>$1</code>');
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

const style = `
:root { color-scheme: light dark; --page: #F6F4EE; --sheet: #FFFDF9; --ink: #1D1B18; --ink-2: #4F4B44; --hairline: #DCD7CB; --accent: #0A6266; }
@media (prefers-color-scheme: dark) { :root { --page: #121415; --sheet: #191C1D; --ink: #EDEAE3; --ink-2: #BDB9B0; --hairline: #343A3C; --accent: #62C1B9; } }
body { margin: 0; background: var(--page); color: var(--ink); font: 15px/22px system-ui, sans-serif; }
header, main { max-width: 680px; margin: 0 auto; padding: 24px 48px; background: var(--sheet); }
h1 { font: 600 34px/42px Georgia, serif; margin: 24px 0 8px; }
h2 { font: 600 26px/34px Georgia, serif; margin: 48px 0 16px; }
h3 { font-size: 15px; margin: 24px 0 4px; }
p { margin: 4px 0; color: var(--ink-2); }
a { color: var(--accent); }
nav { display: flex; flex-wrap: wrap; gap: 4px 16px; margin-top: 16px; }
article { border-top: 1px solid var(--hairline); padding-bottom: 16px; }
code, pre { font: 13px/18px ui-monospace, monospace; overflow-wrap: anywhere; }
pre { overflow-x: auto; padding: 12px; border: 1px solid var(--hairline); overflow-wrap: normal; }
summary { cursor: pointer; color: var(--ink-2); min-height: 24px; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
@media (max-width: 640px) { header, main { padding: 16px; } }
`;
