import { expect, it } from 'vitest';
import { placesOf, shipmentLines } from './plan';

const north = { code: 'N', name: '北仓' };
const south = { code: 'S', name: '南仓' };
const sources = [
  { line: 1, warehouse: south, reserved: 5 },
  { line: 2, warehouse: north, reserved: 3 },
  { line: 1, warehouse: north, reserved: 2 },
  { line: 3, warehouse: south, reserved: 0 },
];

it('offers the warehouse with the most lines first', () => {
  expect(placesOf(sources).map((place) => [place.warehouse.code, place.open.size])).toEqual([
    ['N', 2],
    ['S', 1],
  ]);
});

it('ships only what was chosen, in the order of the lines', () => {
  const [place] = placesOf(sources);
  expect(
    place &&
      shipmentLines(
        place,
        new Map([
          [2, 3],
          [1, 0],
          [9, 4],
        ]),
      ),
  ).toEqual([{ line: 2, quantity: 3 }]);
});
