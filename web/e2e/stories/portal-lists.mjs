import assert from 'node:assert/strict';
import { cartLines, enter, fillCart, least, placeFromCart, skus } from '../portal.mjs';

/** Deletes the shopping lists of earlier stories. */
async function noLists(page) {
  const { items } = await (await page.request.get('/api/portal/shopping-lists')).json();
  for (const { id } of items) {
    await page.request.delete(`/api/portal/shopping-lists/${id}`);
  }
}

export default [
  {
    name: 'a list is kept from a product, changed, and put into the cart with one touch',
    async run({ page, url }) {
      await enter(page, url);
      await noLists(page);
      await page.request.delete('/api/portal/cart');
      await page.goto(`${url}/products/QP-101-001`);
      await page.getByRole('button', { name: '加', exact: true }).nth(0).click();
      await page.getByRole('button', { name: '加', exact: true }).nth(1).click();
      await page.getByRole('button', { name: '加入清单' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('清单名称').fill('每月补货');
      await dialog.getByRole('button', { name: '新建并加入' }).click();
      await page.getByRole('button', { name: '查看清单' }).click();
      await page.waitForURL(/\/lists\//);
      await page.getByRole('heading', { name: '每月补货' }).waitFor();

      const names = () => page.locator('main ul > li p:first-child').allTextContents();
      const [first, second] = await names();
      await page.getByRole('button', { name: '编辑' }).click();
      await page.getByRole('button', { name: `下移 ${first}` }).click();
      await page.getByLabel('清单名称').fill('每季补货');
      await page.getByRole('button', { name: '保存' }).click();
      await page.getByRole('heading', { name: '每季补货' }).waitFor();
      assert.deepEqual((await names()).slice(0, 2), [second, first]);

      await page.getByRole('button', { name: '全部加入购物车' }).click();
      await page.waitForURL(`${url}/cart`);
      assert.equal((await cartLines(page)).length, 2);

      await page.goto(`${url}/lists`);
      await page.getByRole('link', { name: '每季补货' }).click();
      await page.getByRole('button', { name: '删除清单' }).click();
      await page.getByRole('dialog').getByRole('button', { name: '删除清单' }).click();
      await page.getByText('还没有清单').waitFor();
    },
  },
  {
    name: 'an order becomes a list',
    at: ['desktop'],
    async run({ page, url }) {
      await enter(page, url);
      await noLists(page);
      const lines = (await skus(page, 3)).map((sku) => ({ sku: sku.code, quantity: least(sku) }));
      await fillCart(page, lines);
      const number = await placeFromCart(page, url);
      await page.getByRole('button', { name: '存为清单' }).click();
      await page.getByRole('dialog').getByRole('button', { name: '新建并加入' }).click();
      await page.getByText(`已加入清单“${number}”`).waitFor();
      const { items } = await (await page.request.get('/api/portal/shopping-lists')).json();
      assert.deepEqual([items[0].name, items[0].line_count], [number, 3]);
      await noLists(page);
    },
  },
  {
    name: 'an address is added where it is needed, and changed',
    async run({ page, url }) {
      await enter(page, url, '/mine');
      await page.getByRole('link', { name: '收货地址' }).click();
      await page.getByRole('button', { name: '新增收货地址' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: '保存' }).click();
      await dialog.getByText('必须填写。').first().waitFor();
      await dialog.getByLabel('收货人').fill('许知远');
      await dialog.getByLabel('联系电话').fill('16012345678');
      await dialog.getByLabel('省').selectOption({ label: '浙江省' });
      await dialog.getByLabel('市', { exact: true }).selectOption({ label: '杭州市' });
      await dialog.getByLabel('区县').selectOption({ label: '西湖区' });
      await dialog.getByLabel('详细地址').fill('文三路 8 号二号仓');
      await dialog.getByRole('button', { name: '保存' }).click();
      const row = page.locator('li', { hasText: '许知远' });
      await row.getByText('浙江省杭州市西湖区 文三路 8 号二号仓').waitFor();
      await row.getByRole('button', { name: '修改' }).click();
      await dialog.getByLabel('详细地址').fill('文三路 8 号三号仓');
      await dialog.getByRole('button', { name: '保存' }).click();
      await row.getByText('三号仓').waitFor();
      await row.getByRole('button', { name: '删除' }).click();
      await dialog.getByRole('button', { name: '删除' }).click();
      await row.waitFor({ state: 'detached' });
    },
  },
];
