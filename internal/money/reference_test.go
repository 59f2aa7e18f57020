package money_test

import (
	"math/big"

	"pgregory.net/rapid"

	"qudao/internal/money"
)

// roundedQuotient is a × b / d rounded half away from zero, worked out the long way.
func roundedQuotient(a, b, d int64) *big.Int {
	product := new(big.Int).Mul(big.NewInt(a), big.NewInt(b))
	twice := new(big.Int).Mul(new(big.Int).Abs(product), big.NewInt(2))
	quotient := twice.Add(twice, big.NewInt(d))
	quotient.Quo(quotient, new(big.Int).Mul(big.NewInt(d), big.NewInt(2)))
	if product.Sign() < 0 {
		quotient.Neg(quotient)
	}
	return quotient
}

func anAmount() *rapid.Generator[money.Amount] {
	return rapid.Map(rapid.Int64Range(-int64(money.MaxAmount), int64(money.MaxAmount)),
		func(n int64) money.Amount { return money.Amount(n) })
}

func aPrice() *rapid.Generator[money.Price] {
	return rapid.Map(rapid.Int64Range(-int64(money.MaxPrice), int64(money.MaxPrice)),
		func(n int64) money.Price { return money.Price(n) })
}

func aRate() *rapid.Generator[money.Rate] {
	return rapid.Map(rapid.Int32Range(0, int32(money.MaxRate)),
		func(n int32) money.Rate { return money.Rate(n) })
}
