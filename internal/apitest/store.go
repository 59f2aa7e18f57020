package apitest

const dealerIDSQL = `SELECT id FROM dealer.dealer WHERE code = $1`
