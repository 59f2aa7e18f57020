package demo

// prototype is a product line made in one series: what each generation of the catalogue repeats.
type prototype struct {
	line     *line
	design   int
	variants int
	// serial is how many variants of the same category stand before it in the catalogue.
	serial int
	// nth is how many prototypes of the same category stand before it.
	nth int
	publication
}

// assortment is everything the catalogue is computed from. A catalogue of any size is the
// prototypes in a shuffled order, generation after generation, cut at the last SKU, so that any
// beginning of it has something of every category.
type assortment struct {
	designs    []design
	lines      []line
	prototypes []prototype
	// sums of the variants, in the shuffled order of prototypes.
	sums []int
	// variantsOf and countOf are sizes of a category within one generation.
	variantsOf, countOf map[int]int
}

func newAssortment(shuffle stream) *assortment {
	a := &assortment{variantsOf: map[int]int{}, countOf: map[int]int{}}
	var byPool map[string][]int
	a.designs, byPool = readDesigns()
	a.lines = readLines(byPool, a.designs)
	for i := range a.lines {
		l := &a.lines[i]
		for _, d := range l.designs {
			p := prototype{line: l, design: d, serial: a.variantsOf[l.category], nth: a.countOf[l.category], variants: 1}
			for _, x := range l.axes {
				p.variants *= len(a.steps(x, d))
			}
			p.publication = publish(l, a.designs[d], len(a.prototypes))
			a.variantsOf[l.category] += p.variants
			a.countOf[l.category]++
			a.prototypes = append(a.prototypes, p)
		}
	}
	shuffle.Shuffle(len(a.prototypes), func(i, j int) {
		a.prototypes[i], a.prototypes[j] = a.prototypes[j], a.prototypes[i]
	})
	a.sums = sums(len(a.prototypes), func(i int) int { return a.prototypes[i].variants })
	return a
}

// steps are the values of an axis for a series. Finishes beyond the first cost 6 % more.
func (a *assortment) steps(x axis, design int) []step {
	if x.steps != nil {
		return x.steps
	}
	out := make([]step, len(a.designs[design].colors))
	for i, color := range a.designs[design].colors {
		out[i].value = color
		if i > 0 {
			out[i].percent = 6
		}
	}
	return out
}

// place is where an SKU stands: the generation, the prototype in shuffled order, the variant.
type place struct{ generation, prototype, variant int }

func (a *assortment) place(sku int) place {
	whole := a.sums[len(a.sums)-1]
	rest := sku % whole
	k := find(a.sums, rest)
	return place{sku / whole, k, rest - a.sums[k] + a.prototypes[k].variants}
}

// firstSKU is the number of the first SKU of the n-th product.
func (a *assortment) firstSKU(product int) int {
	whole, count := a.sums[len(a.sums)-1], len(a.prototypes)
	k := product % count
	return product/count*whole + a.sums[k] - a.prototypes[k].variants
}

// serial is the SKU's number within its category, from 1.
func (a *assortment) serial(at place) int {
	p := &a.prototypes[at.prototype]
	return at.generation*a.variantsOf[p.line.category] + p.serial + at.variant + 1
}

// chosen are the steps of a variant, one for each axis of its line.
func (a *assortment) chosen(p *prototype, variant int) []step {
	out := make([]step, len(p.line.axes))
	for i := len(out) - 1; i >= 0; i-- {
		steps := a.steps(p.line.axes[i], p.design)
		out[i] = steps[variant%len(steps)]
		variant /= len(steps)
	}
	return out
}
