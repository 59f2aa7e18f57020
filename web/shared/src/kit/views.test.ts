import { describe, expect, it } from 'vitest';
import { chosenColumns, filterText, viewAt, viewSearch, withoutView, withView } from './views';

const search = { state: 'in_review', q: '华信', tags: ['a', 'b'] };

describe('a saved view', () => {
  it('is found again by its filter, whatever the order it was chosen in', () => {
    const views = withView([], '华信待审', search);
    expect(viewAt(views, { tags: ['a', 'b'], q: '华信', state: 'in_review' })?.name).toBe('华信待审');
    expect(viewAt(views, { q: '华信' })).toBeUndefined();
  });
  it('does not hold which row is open', () => {
    expect(filterText({ ...search, open: 'SO1' })).toBe(filterText(search));
  });
  it('comes back as the filter it was', () => {
    const [view] = withView([], 'x', search);
    expect(view && viewSearch(view)).toEqual(search);
  });
  it('takes the place of one with its name', () => {
    const views = withView(withView([], 'x', search), ' x ', { q: '1' });
    expect(views).toEqual([{ name: 'x', search: '?q=1' }]);
    expect(withoutView(views, 'x')).toEqual([]);
  });
  it('is not the list without a filter', () => {
    expect(viewAt([{ name: 'x', search: '' }], {})).toBeUndefined();
  });
});

it('columns can be chosen, all but the first', () => {
  const columns = [{ key: 'number' }, { key: 'dealer' }, { key: 'note', hidden: true }];
  const keys = (choice: Record<string, boolean>) => chosenColumns(columns, choice).map((one) => one.key);
  expect(keys({})).toEqual(['number', 'dealer']);
  expect(keys({ number: false, dealer: false, note: true })).toEqual(['number', 'note']);
});
