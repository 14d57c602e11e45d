// The policy of content that the build has worked out.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { dist } from "./site.js";

const ELEMENT = /<meta http-equiv="Content-Security-Policy" content="([^"]*)" \/>/;

// What servers are to say, from the file for hosts that read `_headers`.
export function policyOfServers() {
  const [, policy] = readFileSync(join(dist, "server/_headers"), "utf8").match(/^ {2}Content-Security-Policy: (.+)$/m) ?? [];
  assert.ok(policy, "server/_headers has a policy");
  return policy;
}

// What the page says itself.
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
