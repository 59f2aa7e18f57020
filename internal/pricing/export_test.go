package pricing

// InBlocks makes the book read every list in blocks of one SKU, as if all had many prices.
func (b *Book) InBlocks() *Book {
	b.few, b.width = 0, 1
	return b
}
