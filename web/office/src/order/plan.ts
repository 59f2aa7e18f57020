import type { Named, OrderSource } from '@qudao/shared/api';

/** One warehouse that goods of the order are reserved in, and what can leave it. */
export interface Place {
  warehouse: Named;
  /** Reserved there by line. */
  open: ReadonlyMap<number, number>;
}

/** The warehouses of an order, the one that can ship the most lines first. */
export function placesOf(sources: readonly OrderSource[]): Place[] {
  const places = new Map<string, { warehouse: Named; open: Map<number, number> }>();
  for (const { warehouse, line, reserved } of sources) {
    if (reserved > 0) {
      const place = places.get(warehouse.code) ?? { warehouse, open: new Map() };
      place.open.set(line, (place.open.get(line) ?? 0) + reserved);
      places.set(warehouse.code, place);
    }
  }
  return [...places.values()].sort((a, b) => b.open.size - a.open.size);
}

/** What a shipment would hold: the ticked lines of the warehouse with their quantities, by line. */
export function shipmentLines(place: Place, chosen: ReadonlyMap<number, number>) {
  return [...place.open.keys()]
    .sort((a, b) => a - b)
    .map((line) => ({ line, quantity: chosen.get(line) ?? 0 }))
    .filter(({ quantity }) => quantity > 0);
}
