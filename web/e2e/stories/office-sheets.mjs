import assert from 'node:assert/strict';
import { signIn } from '../browser.mjs';

async function enter(page, url, path, username) {
  await signIn(page, `${url}/office/signin`, username);
  await page.goto(`${url}/office${path}`);
}

async function read(page, path) {
  const answer = await page.request.get(`/api/office/${path}`);
  assert.equal(answer.status(), 200, await answer.text());
  return (await answer.json()).items;
}

export default [
  {
    name: 'office: counted stock is saved from a sheet, with a reason, after a trial',
    at: ['desktop'],
    async run({ page, url }) {
      await enter(page, url, '/stock?sheet=true', 'warehouse');
      const grid = page.getByRole('grid');
      await grid.waitFor();
      const [row] = await read(page, 'stock?limit=1');
      await grid.focus();
      await page.keyboard.type(String(row.on_hand + 7));
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: '保存' }).click();
      const effect = page.getByRole('dialog');
      await effect.getByText('1 行增加 7').waitFor();
      assert.ok(await effect.getByRole('button', { name: '保存 1 行' }).isDisabled());
      await effect.getByLabel('原因').fill('月末盘点');
      await effect.getByRole('button', { name: '保存 1 行' }).click();
      await effect.waitFor({ state: 'hidden' });
      const [counted] = await read(page, 'stock?limit=1');
      assert.equal(counted.on_hand, row.on_hand + 7);
      await page.goto(`${url}/office/stock/${encodeURIComponent(row.sku)}`);
      await page.getByText('月末盘点').first().waitFor();
    },
  },
  {
    name: 'office: an import that was a mistake is taken back on its page',
    async run({ page, url }) {
      await enter(page, url, '/runs', 'warehouse');
      const runs = await read(page, 'runs?limit=20');
      const run = runs.find((one) => one.undoable);
      // The story told at the other width may have taken it back already.
      if (!run) {
        const undone = runs.find((one) => one.undone_at);
        assert.ok(undone, 'the demo brand has an import that can be taken back');
        await page.goto(`${url}/office/runs/${undone.id}`);
        await page.getByText('这次导入已撤销').waitFor();
        return;
      }
      await page.goto(`${url}/office/runs/${run.id}`);
      await page.getByRole('button', { name: '撤销导入' }).click();
      const question = page.getByRole('dialog');
      await question.getByRole('button', { name: '撤销导入' }).click();
      // Where another story counted since, the rest is taken back.
      const rest = question.getByRole('button', { name: '撤销其余部分' });
      const done = page.getByText('这次导入已撤销');
      await rest.or(done).first().waitFor();
      if (await rest.isVisible()) {
        await rest.click();
      }
      await done.waitFor();
      assert.equal(await page.getByRole('button', { name: '撤销导入' }).count(), 0);
    },
  },
];
