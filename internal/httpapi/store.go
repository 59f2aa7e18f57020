package httpapi

const seenDealersSQL = `SELECT id FROM dealer.dealer`
