// The content security policy that the build has worked out.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { dist } from "./site.js";

const ELEMENT = /<meta http-equiv="Content-Security-Policy" content="([^"]*)" \/>/;

// The policy for servers, from the file for hosts that read `_headers`.
export function policyOfServers() {
  const [, policy] = readFileSync(join(dist, "server/_headers"), "utf8").match(/^ {2}Content-Security-Policy: (.+)$/m) ?? [];
  assert.ok(policy, "server/_headers has a policy");
  return policy;
}

// The policy in the page itself.
export function policyOfPage(html) {
  const [, policy] = html.match(ELEMENT) ?? [];
  assert.ok(policy, "the page has a policy");
  return policy;
}

// The page without it.
export function withoutPolicy(html) {
  policyOfPage(html);
  return html.replace(ELEMENT, "");
}

// The sources of a directive, as an array.
export function sourcesOf(policy, directive) {
  const found = policy.split("; ").filter((one) => one.startsWith(`${directive} `));
  assert.equal(found.length, 1, `one ${directive} in ${policy}`);
  return found[0].split(" ").slice(1);
}

// The hashes among the sources of a directive, sorted.
export const hashesOf = (policy, directive) => sourcesOf(policy, directive).filter((source) => source.startsWith("'sha256-")).sort();

// The boot script of a page, with its element.
export function bootOf(html) {
  const [element, content] = html.match(/<script data-script=[^>]*>([^]*?)<\/script>/) ?? [];
  assert.ok(element, "the page has a boot script");
  return { element, content };
}

const ENTITIES = { quot: '"', amp: "&", lt: "<", gt: ">" };

// The hashes of the styles inside a drawing, as a policy has them. In XML, unlike in HTML, entities in styles are decoded.
export function stylesOfDrawing(svg) {
  return inlineOf(svg.replace(/&(\w+);/g, (entity, name) => ENTITIES[name] ?? entity)).styles;
}

// The hashes of the scripts and styles inside a page, as a policy has them. Scripts of data do not run and need none.
export function inlineOf(html) {
  const hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
  const scripts = [...html.matchAll(/<script([^>]*)>([^]*?)<\/script>/g)];
  const isData = (attributes) => /type="(text\/plain|application\/ld\+json)"/.test(attributes);
  return {
    scripts: scripts.filter(([, attributes]) => !isData(attributes)).map(([, , text]) => hash(text)),
    styles: [...html.matchAll(/<style>([^]*?)<\/style>/g)].map(([, text]) => hash(text)),
  };
}
