import { launch, open, alive } from "./browser.js";
import { REPORT } from "./invented.js";
import { serveAt } from "./site.js";
const browser = await launch(); const site = await serveAt("/a/b/");
for (const width of [390,1280]) for (const scheme of ["light","dark"]) {
  const page = await open(browser, { width, height: width===390?844:900, colorScheme: scheme });
  await page.goto(site.at("own.html"));
  await page.screenshot({path:`/tmp/shots/own-${width}-${scheme}.png`, fullPage:true});
  await page.locator("input[type=file]").first().setInputFiles({name:"a.txt", mimeType:"text/plain", buffer:Buffer.from(process.env.TEXT?(await import("node:fs")).readFileSync(process.env.TEXT,"utf8"):REPORT)});
  await page.locator(".review [data-test], #review").first().waitFor({timeout:60000}).catch(()=>{});
  await page.waitForTimeout(4000);
  await page.screenshot({path:`/tmp/shots/review-${width}-${scheme}.png`});
  await page.screenshot({path:`/tmp/shots/reviewfull-${width}-${scheme}.png`, fullPage:true});
  await page.context().close();
}
await browser.close(); await site.close(); process.exit();
