// Attacks on the policy: by elements in the page, and by a script beside it. Functions are sent to the browser as text, so they must
// not refer to anything outside.

// Elements that the page is served with. `ELSEWHERE` is another origin, `NAME` the name of the attack, without spaces. An attack has
// worked if `did(NAME)` was called, or if the other origin was asked for the name.
export const MARKUP = {
  "inline-script": '<script>did("NAME")</script>',
  "inline-module": '<script type="module">did("NAME")</script>',
  "script-of-a-drawing": '<svg><script>did("NAME")</script></svg>',
  "event-attribute": '<img src="icons/icon.svg" alt="" onload="did(\'NAME\')">',
  "event-attribute-of-a-drawing": '<svg><image href="icons/icon.svg" onload="did(\'NAME\')" /></svg>',
  "frame-with-a-script-as-address": '<iframe src="javascript:parent.did(\'NAME\')"></iframe>',
  "frame-with-a-page-in-an-attribute": '<iframe srcdoc="&lt;script>parent.did(\'NAME\')&lt;/script>"></iframe>',
  "frame-with-a-page-in-its-address": '<iframe src="data:text/html,<img src=ELSEWHERE/NAME>"></iframe>',
  "frame-of-elsewhere": '<iframe src="ELSEWHERE/NAME"></iframe>',
  "script-in-its-address": '<script src="data:text/javascript,did(\'NAME\')"></script>',
  "script-of-elsewhere": '<script src="ELSEWHERE/NAME"></script>',
  "module-of-elsewhere": '<script type="module" src="ELSEWHERE/NAME"></script>',
  "styles-of-elsewhere": '<link rel="stylesheet" href="ELSEWHERE/NAME">',
  "inline-styles": '<style>html { background-image: url("ELSEWHERE/NAME") }</style>',
  "style-attribute": '<p style="background-image: url(ELSEWHERE/NAME)">a</p>',
  "picture-of-elsewhere": '<img src="ELSEWHERE/NAME" alt="">',
  "object-of-elsewhere": '<object data="ELSEWHERE/NAME"></object>',
  "embedded-of-elsewhere": '<embed src="ELSEWHERE/NAME">',
  "video-of-elsewhere": '<video src="ELSEWHERE/NAME" preload="auto"></video>',
  "early-script-of-elsewhere": '<link rel="preload" as="script" href="ELSEWHERE/NAME">',
};

// The addresses that the boot script reads from its element, each an attack with that name.
export const ADDRESSES = ["script", "module", "dataset", "later", "frame", "first"];

// The page's own boot script once more: its hash is allowed, but its addresses are those of another origin. `boot` is its text.
export function rebooted(boot) {
  const addresses = ADDRESSES.map((name) => `data-${name}="ELSEWHERE/boot-${name}"`);
  return `<script ${addresses.join(" ")}>${boot}</script>`;
}

// Records what attacks did, and what the policy has forbidden.
export function remember() {
  window.done = [];
  window.forbidden = [];
  window.did = (name) => window.done.push(name);
  document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => window.forbidden.push([effectiveDirective, blockedURI]));
}

// Attacks by a script of the page's origin, run one after the other; resolves to their names. Each calls `did`, or asks the other
// origin for its name, and ends when that is done or the policy has forbidden something.
export function attack(elsewhere) {
  const forbidden = () => new Promise((done) => document.addEventListener("securitypolicyviolation", done, { once: true }));
  const add = (name, properties, parent = document.body) =>
    new Promise((done) => {
      const element = Object.assign(document.createElement(name), properties);
      element.onload = element.onerror = done;
      parent.append(element);
    });
  const called = (run) =>
    new Promise((done) => {
      window.call = done;
      run();
    });
  const attacks = {
    "eval": (name) => (0, eval)(`did("${name}")`),
    "new Function": (name) => new Function(`did("${name}")`)(),
    "a timer of text": (name) => called(() => setTimeout(`did("${name}"); call()`)),
    "an added script": (name) => document.body.append(Object.assign(document.createElement("script"), { textContent: `did("${name}")` })),
    "an added script of elsewhere": (name) => add("script", { src: `${elsewhere}/${name}` }),
    "an imported script of elsewhere": (name) => import(`${elsewhere}/${name}`),
    "an imported script in its address": (name) => import(`data:text/javascript,did("${name}")`),
    "an imported script of the page's own making": (name) =>
      import(URL.createObjectURL(new Blob([`did("${name}")`], { type: "text/javascript" }))),
    "an event attribute that is set": (name) => {
      const button = document.createElement("button");
      button.setAttribute("onclick", `did("${name}")`);
      button.click();
    },
    "a link with a script as address": (name) =>
      called(() => {
        const link = Object.assign(document.createElement("a"), { href: `javascript:did("${name}"),call()` });
        document.body.append(link);
        link.click();
      }),
    "a worker in its address": (name) =>
      called(() => {
        new Worker(`data:text/javascript,postMessage(1)`).onmessage = () => window.call(window.did(name));
      }),
    "a worker of the page's own making": (name) =>
      called(() => {
        new Worker(URL.createObjectURL(new Blob(["postMessage(1)"]))).onmessage = () => window.call(window.did(name));
      }),
    "fetch": (name) => fetch(`${elsewhere}/${name}`),
    "XMLHttpRequest": (name) =>
      called(() => {
        const asking = new XMLHttpRequest();
        asking.open("GET", `${elsewhere}/${name}`);
        asking.onload = window.call;
        asking.send();
      }),
    "a beacon": (name) => navigator.sendBeacon(`${elsewhere}/${name}`),
    "a socket": (name) =>
      called(() => {
        new WebSocket(`${elsewhere.replace("http", "ws")}/${name}`).onerror = window.call;
      }),
    "events of elsewhere": (name) =>
      called(() => {
        new EventSource(`${elsewhere}/${name}`).onerror = window.call;
      }),
    "a picture of elsewhere": (name) => add("img", { src: `${elsewhere}/${name}` }),
    "a font of elsewhere": (name) => new FontFace("a", `url("${elsewhere}/${name}")`).load(),
    "a frame of elsewhere": (name) => add("iframe", { src: `${elsewhere}/${name}` }),
    "added styles": (name) => add("style", { textContent: `body { --did: "${name}" }` }).then(() => {
      if (getComputedStyle(document.body).getPropertyValue("--did").includes(name)) window.did(name);
    }),
    "a style attribute that is set": (name) => {
      const element = document.createElement("p");
      element.setAttribute("style", "color: red");
      if (element.style.color) window.did(name);
    },
    "another base": (name) => {
      const base = Object.assign(document.createElement("base"), { href: `${elsewhere}/` });
      document.head.prepend(base);
      if (document.baseURI.startsWith(elsewhere)) window.did(name);
      base.remove();
    },
    "a form": (name) => {
      const target = Object.assign(document.createElement("iframe"), { name: "target" });
      const form = Object.assign(document.createElement("form"), { action: `${elsewhere}/${name}`, target: "target" });
      document.body.append(target, form);
      const sent = new Promise((done) => {
        target.onload = done;
      });
      form.submit();
      return sent;
    },
  };
  return (async () => {
    for (const [name, run] of Object.entries(attacks)) {
      // Violations are reported a turn later: they must not be taken for those of the next attack. Also, what the test itself calls may
      // do more than a page.
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      const refused = forbidden();
      const tried = (async () => run(name))().catch(() => {});
      await Promise.race([tried, refused]);
    }
    return Object.keys(attacks);
  })();
}
