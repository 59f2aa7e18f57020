import { request } from 'playwright-core';
import { password } from './browser.mjs';

/** The staff's side of a story, through the API, so that a story of the portal needs no second browser. */
export async function office(url, username) {
  const api = await request.newContext({ baseURL: `${url}/api/office/` });
  const call = async (method, path, { body, version } = {}) => {
    const headers = {};
    if (method !== 'GET') {
      headers['Idempotency-Key'] = crypto.randomUUID();
    }
    if (version !== undefined) {
      headers['If-Match'] = `"${version}"`;
    }
    const answer = await api.fetch(path, { method, headers, ...(body ? { data: body } : {}) });
    if (!answer.ok()) {
      throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`);
    }
    return answer.json();
  };
  await call('POST', 'session', { body: { username, password } });
  return {
    order: (number) => call('GET', `orders/${number}`),
    /** Accepts an order that waits for it; one that needed no review stays as it is. */
    accept: async (number) => {
      const order = await call('GET', `orders/${number}`);
      return order.actions.includes('accept')
        ? call('POST', `orders/${order.id}/accept`, { body: {}, version: order.version })
        : order;
    },
    /** Ships a share of what one warehouse holds for the order. */
    ship: async (number, share, tracking) => {
      const order = await call('GET', `orders/${number}`);
      const { items } = await call('GET', `orders/${order.id}/sources`);
      const { code } = items[0].warehouse;
      const lines = items
        .filter((item) => item.warehouse.code === code && item.reserved > 0)
        .map((item) => ({ line: item.line, quantity: Math.ceil(item.reserved * share) }));
      return call('POST', `orders/${order.id}/shipments`, {
        body: { warehouse: code, carrier: '顺丰速运', tracking, lines },
      });
    },
    close: () => api.dispose(),
  };
}
