package apitest

const (
	dealerIDSQL = `SELECT id FROM dealer.dealer WHERE code = $1`

	warehousesSQL = `INSERT INTO inventory.warehouse (code, name, region_code, priority)
	VALUES ('W1', '杭州总仓', 330100, 10), ('W2', '广州分仓', 440100, 5)`
)
