// node audit.js CHROMIUM PAGE…: runs axe-core on each page in one headless Chromium, prints what it counted.
"use strict";

const { readFileSync } = require("node:fs");
const { pathToFileURL } = require("node:url");
const { chromium } = require("playwright-core");

const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

async function audit(page, path) {
  await page.goto(pathToFileURL(path).href);
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const result = await axe.run();
    return { passes: result.passes.length, violations: result.violations.map((found) => found.id) };
  });
}

async function main([executablePath, ...paths]) {
  const browser = await chromium.launch({ executablePath, headless: true, args: FLAGS });
  const page = await browser.newPage();
  const judged = { pages: 0, passes: 0, violations: 0 };
  for (const path of paths) {
    const result = await audit(page, path);
    judged.pages += 1;
    judged.passes += result.passes;
    judged.violations += result.violations.length;
    if (result.violations.length === 0) throw new Error(`axe found no fault on ${path}`);
  }
  await browser.close();
  console.log(JSON.stringify(judged));
}

main(process.argv.slice(2)).catch((error) => {
  console.error(String(error).split("\n")[0]);
  process.exit(1);
});
