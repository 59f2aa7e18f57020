import { expect, it } from 'vitest';
import { hearTabs, tellTabs } from './tabs';

it('tells the other tabs of the same surface alone', async () => {
  const heard: string[][] = [];
  const stop = [
    hearTabs('portal', (keys) => heard.push(keys)),
    hearTabs('office', (keys) => heard.push(['wrong', ...keys])),
  ];
  tellTabs('portal', ['unseen', 'messages']);
  await expect.poll(() => heard).toEqual([['unseen', 'messages']]);
  for (const end of stop) {
    end();
  }
});
